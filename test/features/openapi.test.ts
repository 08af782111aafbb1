import { env } from 'cloudflare:workers'
import { createApp } from '../../src/app.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { routeTable } from './security/route-table.ts'

type Schema = { $ref?: string; example?: unknown }
type Operation = {
  summary?: string
  parameters?: { name: string; in: string; required?: boolean }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, { description?: string }>
}
type Description = {
  openapi: string
  info: { title: string; version: string }
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

let text: string
let description: Description
let operations: { name: string; path: string; operation: Operation }[]

beforeAll(async () => {
  const app = createApp({ clock: () => 0, signInPath: '/sign-in' })
  const response = await app.request('/api/v1/openapi.json', {}, env)
  text = await response.text()
  description = JSON.parse(text) as Description
  operations = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      path,
      operation,
    })),
  )
})

describe('the description of the API', () => {
  it('is of OpenAPI 3.1 and names each route of /api/v1, and no other', () => {
    expect(description).toMatchObject({ openapi: '3.1.0', info: { title: 'Rounds', version: '1' } })
    const routes = routeTable()
      .filter(({ path }) => path.startsWith('/api/v1/') && path !== '/api/v1/openapi.json')
      .map(
        ({ method, path }) =>
          `${method} ${path.replace('/api/v1', '').replaceAll(/:(\w+)(\{[^}]*\})?/g, '{$1}')}`,
      )
    expect(operations.map(({ name }) => name).toSorted()).toEqual(routes.toSorted())
  })

  it('says of each operation what it does, what it answers, and how it refuses', () => {
    const poor = operations.filter(({ operation: { summary, responses } }) => {
      const [first] = Object.keys(responses)
      const areTold = Object.values(responses).every((response) => (response.description ?? '') !== '')
      return (summary ?? '') === '' || !areTold || !first?.startsWith('2') || responses.default === undefined
    })
    expect(poor.map(({ name }) => name)).toEqual([])
  })

  it('declares each part of a path that varies, once', () => {
    for (const { name, path, operation } of operations) {
      const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path')
      expect(
        declared.map((parameter) => `{${parameter.name}}`),
        name,
      ).toEqual(path.match(/\{\w+\}/g) ?? [])
      expect(
        declared.every(({ required }) => required === true),
        name,
      ).toBe(true)
    }
  })

  it('shows an example of each body that can be sent', () => {
    const lacking = operations.filter(({ operation: { requestBody } }) => {
      const schema = requestBody?.content['application/json']?.schema
      return schema !== undefined && resolved(schema).example === undefined
    })
    expect(lacking.map(({ name }) => name)).toEqual([])
  })

  it('refers to nothing that is not there', () => {
    const named = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1])
    expect(named.length).toBeGreaterThan(20)
    expect(named.filter((name) => name === undefined || !(name in description.components.schemas))).toEqual(
      [],
    )
  })
})

function resolved(schema: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1)
  return name === undefined ? schema : (description.components.schemas[name] ?? {})
}
