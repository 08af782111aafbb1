import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { createApp } from '../../../src/app.ts'
import { originStandIn } from '../../../src/platform/openapi/made-text.ts'
import { operationsOf, type Document } from '../../../src/platform/openapi/document.ts'
import { textOf } from '../support/page.ts'
import { newWorld } from '../support/world.ts'

async function docs(language: string): Promise<string> {
  const world = await newWorld()
  const response = await world.as(null).get('/api/v1/docs', { 'Accept-Language': language })
  expect([response.status, response.headers.get('Content-Type')]).toEqual([200, 'text/html; charset=UTF-8'])
  return response.text()
}

async function description(): Promise<Document> {
  const app = createApp({ clock: () => 0, signInPath: '/sign-in' })
  return (await app.request('/api/v1/openapi.json', {}, env)).json()
}

it('shows every operation and every shape, each under an address of its own', async () => {
  const html = await docs('en')
  const { components, paths } = await description()
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const wanted = [
    ...operationsOf({ paths }).map(({ operation }) => operation.operationId),
    ...Object.keys(components.schemas).map((name) => `schema-${name}`),
  ]
  expect(wanted.filter((id) => !ids.includes(id))).toEqual([])
  const links = [...html.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id)
  expect(links.filter((id) => !ids.includes(id))).toEqual([])
})

it.each([
  ['en', 'Who asks', 'The units that you may see'],
  ['zh-CN', '身份验证', '您可查看的科室'],
])('in %s', async (language, title, summary) => {
  const text = textOf(await docs(language))
  expect(text).toContain(title)
  expect(text).toContain(summary)
  expect(text).not.toMatch(/undefined|\[object|NaN/)
})

it('loads no script and no style but our own', async () => {
  const html = await docs('en')
  const loaded = [...html.matchAll(/<(?:script|link|img|iframe)[^>]*(?:src|href)="([^"]+)"/g)].map(
    ([, url]) => url,
  )
  expect(loaded.filter((url) => !url?.startsWith('/assets/'))).toEqual([])
  expect(html).not.toMatch(/<script>|<style| style="/)
})

it('tells a program how to ask for each operation that it may ask for', async () => {
  const html = await docs('en')
  const text = textOf(html)
  expect(text).toContain('curl -X PATCH "https://rounds.test/api/v1/units/unit_h7k2m9_4v9c1xq8r2t6w0yz"')
  expect(text).not.toContain(originStandIn)
  expect(text).toContain(`-H 'If-Match: "3"'`)
  expect(text).toContain('For people in a browser of their own; not with a token.')
})

it('is small enough for a first visit', async () => {
  const zipped = new Blob([await docs('zh-CN')]).stream().pipeThrough(new CompressionStream('gzip'))
  expect((await new Response(zipped).arrayBuffer()).byteLength).toBeLessThan(40_000)
})
