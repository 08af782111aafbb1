import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { apiRoutes, createApp } from '../../src/app.ts'
import { describeApi } from '../../src/features/api-docs/describe-api.ts'
import { operationsInChinese } from '../../src/features/api-docs/operation-messages.ts'
import { tagMessages } from '../../src/features/api-docs/tag-messages.ts'
import {
  nameOfRef,
  operationsOf,
  type Answer,
  type Content,
  type Document,
  type Place,
} from '../../src/platform/openapi/document.ts'
import { makeToken, program } from './access-tokens/support.ts'
import { pathWith, routeTable } from './security/route-table.ts'
import { misfit } from './support/fits.ts'
import { newWorld } from './support/world.ts'

/** Says what there is, and is no part of it. */
const aboutTheApi = new Set(['/api/v1/openapi.json', '/api/v1/docs'])

let text: string
let description: Document
let operations: (Place & { name: string })[]

beforeAll(async () => {
  const app = createApp({ clock: () => 0, signInPath: '/sign-in' })
  const response = await app.request('/api/v1/openapi.json', {}, env)
  text = await response.text()
  description = JSON.parse(text) as Document
  operations = operationsOf(description).map((place) => ({
    ...place,
    name: `${place.method.toUpperCase()} ${place.path}`,
  }))
})

describe('the description of the API', () => {
  it('was made of the routes as they are now', () => {
    const routes = apiRoutes()
    const now = describeApi((head) => routes.getOpenAPI31Document(head))
    expect(text).toBe(JSON.stringify(now))
  })

  it('is of OpenAPI 3.1 and names each route of /api/v1, and no other', () => {
    expect(description).toMatchObject({ openapi: '3.1.0', info: { title: 'Rounds', version: '1' } })
    const routes = routeTable()
      .filter(({ path }) => path.startsWith('/api/v1/') && !aboutTheApi.has(path))
      .map(
        ({ method, path }) =>
          `${method} ${path.replace('/api/v1', '').replaceAll(/:(\w+)(\{[^}]*\})?/g, '{$1}')}`,
      )
    expect(operations.map(({ name }) => name).toSorted()).toEqual(routes.toSorted())
  })

  it('says of each operation what it does, in both languages, what it answers, and how it refuses', () => {
    const poor = operations.filter(({ operation: { operationId = '', summary, responses } }) => {
      const [first] = Object.keys(responses)
      const areTold = Object.values(responses).every((answer) => (whole(answer).description ?? '') !== '')
      const isNamed = (summary ?? '') !== '' && Object.hasOwn(operationsInChinese, operationId)
      return !isNamed || !areTold || !first?.startsWith('2') || responses['default'] === undefined
    })
    expect(poor.map(({ operation }) => operation.operationId)).toEqual([])
    const tags = operations.flatMap(({ operation }) => operation.tags ?? [])
    expect(tags.filter((tag) => !Object.hasOwn(tagMessages, tag))).toEqual([])
  })

  it('names each operation once, and by a name that can be called', () => {
    const names = operations.map(({ operation }) => operation.operationId ?? '')
    expect(new Set(names).size).toBe(names.length)
    expect(names.filter((name) => !/^[a-z][A-Za-z]+$/.test(name))).toEqual([])
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

  it('shows an example of each body that is sent or answered, and it fits', () => {
    const faults = operations.flatMap(({ name, operation }) => {
      const answered = Object.entries(operation.responses).map(
        ([status, answer]) => [`${name} answers ${status}`, whole(answer).content ?? {}] as const,
      )
      const all: (readonly [string, Content])[] = [[name, operation.requestBody?.content ?? {}], ...answered]
      return all.flatMap(([of, content]) => exampleFaults(of, content))
    })
    expect(faults).toEqual([])
  })

  it('makes no shape null by its name: null is said where it may stand', () => {
    const nullable = Object.entries(description.components.schemas).filter(([, { type }]) =>
      [type ?? []].flat().includes('null'),
    )
    expect(nullable.map(([name]) => name)).toEqual([])
  })

  it('refers to nothing that is not there', () => {
    const { schemas, responses = {}, headers = {}, parameters = {} } = description.components
    const known: Record<string, object> = { schemas, responses, headers, parameters }
    const named = [...text.matchAll(/"\$ref":"#\/components\/(\w+)\/([^"]+)"/g)]
    expect(named.length).toBeGreaterThan(200)
    expect(named.filter(([, kind = '', name = '']) => !(name in (known[kind] ?? {})))).toEqual([])
  })
})

describe('what it says of headers and of who may ask is so', () => {
  it('`If-Match` is wanted where it says so, and nowhere else', async () => {
    const world = await newWorld()
    for (const { method, path, operation, name } of operations.filter(({ method: one }) => one !== 'get')) {
      const asked = await world.as('admin').request(pathIn(world.orgId, path), {
        method: method.toUpperCase(),
        headers: { 'Content-Type': 'application/json' },
        body: bodyFor(operation, world.orgId),
      })
      const wants = JSON.stringify(operation.parameters).includes('IfMatch')
      expect([name, asked.status === 428]).toEqual([name, wants])
    }
  })

  it('keys are made and taken back by people alone', async () => {
    const world = await newWorld()
    const { token } = await makeToken(world, { role: 'admin' })
    for (const { method, path, operation, name } of operations) {
      const body = bodyFor(operation, world.orgId)
      const asked = await program(world, token).request(pathIn(world.orgId, path), {
        method: method.toUpperCase(),
        ...(method !== 'get' && { body, headers: { 'Content-Type': 'application/json' } }),
      })
      const isForPeople = (operation.security ?? []).every((way) => 'session' in way)
      const refused = (await asked.text()).includes('own-browser-only')
      expect([name, refused]).toEqual([name, operation.security !== undefined && isForPeople])
    }
  })
})

function whole(answer: Answer): Answer {
  return answer.$ref === undefined
    ? answer
    : (description.components.responses?.[nameOfRef(answer.$ref)] ?? {})
}

function exampleFaults(of: string, content: Content): string[] {
  return Object.values(content).flatMap(({ schema, example }) => {
    if (example === undefined) return [`${of}: no example`]
    const fault = misfit(schema, description, example)
    return fault === null ? [] : [`${of}: ${fault}`]
  })
}

/** The example, as if it were of that organisation. */
function bodyFor({ requestBody }: Place['operation'], orgId: string): string {
  const example = requestBody?.content['application/json']?.example ?? {}
  return JSON.stringify(example).replaceAll('h7k2m9', orgId)
}

function pathIn(orgId: string, path: string): string {
  const pattern = path.replaceAll(/\{(\w+)\}/g, ':$1')
  return `/api/v1${pathWith({ method: '', path: pattern }, (kind) => `${kind}_${orgId}_0`)}`
}
