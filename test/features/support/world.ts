import { env } from 'cloudflare:workers'
import { createApp } from '../../../src/app.ts'
import type { Role } from '../../../src/domain/access.ts'
import { parseInstant, type Instant } from '../../../src/domain/time/zone.ts'
import type { Bindings } from '../../../src/env.ts'
import { newSession } from '../../../src/platform/session.ts'
import type { BoundWrite } from '../../../src/platform/sql.ts'
import { newUsage, storeFor, type Store, type Usage } from '../../../src/platform/store.ts'

/**
 * A small organisation of its own for each test:
 *
 *   hospital ─┬─ office        (owns duties)         officeLead
 *             ├─ medicine ─┬─ ward1                  lead, inspector, colleague, viewer
 *             │            └─ ward2                  neighbour (inspector)
 *             └─ …                                   supervisor, admin, auditor (no unit)
 */
export type Person =
  | 'admin'
  | 'supervisor'
  | 'officeLead'
  | 'lead'
  | 'inspector'
  | 'colleague'
  | 'neighbour'
  | 'viewer'
  | 'auditor'
export type Place = 'hospital' | 'office' | 'medicine' | 'ward1' | 'ward2'

const places: Record<Place, { parent: Place | null; name: string; nameEn: string; tags: string[] }> = {
  hospital: { parent: null, name: '测试医院', nameEn: 'Test Hospital', tags: [] },
  office: { parent: 'hospital', name: '院感科', nameEn: 'Infection Control Office', tags: ['office'] },
  medicine: { parent: 'hospital', name: '内科', nameEn: 'Medicine', tags: ['clinical'] },
  ward1: { parent: 'medicine', name: '内科一病区', nameEn: 'Medical Ward 1', tags: ['ward', 'clinical'] },
  ward2: {
    parent: 'medicine',
    name: '内科二病区',
    nameEn: 'Medical Ward 2',
    tags: ['ward', 'clinical', 'high-risk'],
  },
}

const people: Record<
  Person,
  { role: Role; units: Place[]; name: string; nameEn: string; rights?: string[] }
> = {
  admin: { role: 'admin', units: ['hospital'], name: '安管', nameEn: 'An Guan' },
  supervisor: { role: 'supervisor', units: ['hospital'], name: '苏督', nameEn: 'Su Du' },
  officeLead: { role: 'lead', units: ['office'], name: '欧主', nameEn: 'Ou Zhu' },
  lead: { role: 'lead', units: ['ward1'], name: '李护士长', nameEn: 'Li Zhang' },
  inspector: { role: 'inspector', units: ['ward1'], name: '尹护士', nameEn: 'Yin Hushi' },
  colleague: { role: 'inspector', units: ['ward1'], name: '柯护士', nameEn: 'Ke Hushi' },
  neighbour: { role: 'inspector', units: ['ward2'], name: '倪护士', nameEn: 'Ni Hushi' },
  viewer: { role: 'viewer', units: ['ward1'], name: '魏阅', nameEn: 'Wei Yue' },
  auditor: { role: 'viewer', units: [], name: '欧审', nameEn: 'Ou Shen', rights: ['audit'] },
}

export type World = {
  orgId: string
  /** move it to let time pass */
  now: Instant
  unit: Record<Place, string>
  member: Record<Person, string>
  /** the store of this organisation, outside any request */
  store: Store
  /** what the last request cost */
  usage: Usage
  /** what requests see as their database: a test may put a failing one in its place */
  database: D1Database
  /** what else the deployment gives, over what it usually does */
  bindings: Partial<Bindings>
  /** what was asked for so far: `GET /units` */
  asked: string[]
  as(person: Person | null): Client
}

export type Client = {
  get(path: string, headers?: Record<string, string>): Promise<Response>
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>
  put(path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>
  patch(path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>
  delete(path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>
  /** a page's form, as a browser without scripts sends it */
  form(
    path: string,
    fields: Record<string, string | string[]>,
    headers?: Record<string, string>,
  ): Promise<Response>
  request(path: string, init: RequestInit): Promise<Response>
}

let organisations = 0

/** `now` as RFC 3339; Monday 2026-03-02 09:00 in Shanghai where none is given. */
export async function newWorld(options: { now?: string; timeZone?: string } = {}): Promise<World> {
  organisations += 1
  const orgId = `t${organisations.toString(36).padStart(5, '0')}`
  const now = parseInstant(options.now ?? '2026-03-02T09:00:00+08:00')
  if (now === null) throw new Error('now is no instant')

  const world: World = {
    orgId,
    now,
    unit: mapKeys(places, (place) => `unit_${orgId}_${place}`),
    member: mapKeys(people, (person) => `member_${orgId}_${person.toLowerCase()}`),
    store: storeFor(env.DB, orgId),
    usage: newUsage(),
    database: env.DB,
    bindings: {},
    asked: [],
    as: (person) => clientOf(world, person, secrets),
  }
  const secrets = await fill(world, options.timeZone ?? 'Asia/Shanghai')
  return world
}

async function fill(world: World, timeZone: string): Promise<Record<Person, string>> {
  const { orgId, now } = world
  const statements = [
    env.DB.prepare(
      `INSERT INTO organisations (id, name, name_en, time_zone, locale, created_at) VALUES (?, ?, ?, ?, ?, ?)`,
    ).bind(orgId, '测试医院', 'Test Hospital', timeZone, 'zh-CN', now),
  ]
  for (const [place, { parent, name, nameEn, tags }] of entries(places)) {
    statements.push(
      env.DB.prepare(
        `INSERT INTO units (org_id, id, parent_id, name, name_en, code, tags, sort_order, updated_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ).bind(
        orgId,
        world.unit[place],
        parent && world.unit[parent],
        name,
        nameEn,
        place,
        JSON.stringify(tags),
        0,
        now,
      ),
    )
  }
  const secrets: Partial<Record<Person, string>> = {}
  const sessions: BoundWrite[] = []
  const far = now + 10 * 365 * 86_400_000
  for (const [person, { role, units, name, nameEn, rights }] of entries(people)) {
    const memberId = world.member[person]
    statements.push(
      env.DB.prepare(
        `INSERT INTO members (org_id, id, name, name_en, role, rights, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
      ).bind(orgId, memberId, name, nameEn, role, JSON.stringify(rights ?? []), now),
      ...units.map((place) =>
        env.DB.prepare(`INSERT INTO member_units (org_id, member_id, unit_id) VALUES (?, ?, ?)`).bind(
          orgId,
          memberId,
          world.unit[place],
        ),
      ),
    )
    const session = newSession(orgId, { memberId, begunBy: 'link', userAgent: 'Test', now: far })
    secrets[person] = session.secret
    sessions.push(session.write)
  }
  // One round trip each: every test waits for them.
  await env.DB.batch(statements)
  await storeFor(env.DB, orgId).batch(sessions)
  return secrets as Record<Person, string>
}

function clientOf(world: World, person: Person | null, secrets: Record<Person, string>): Client {
  const app = createApp({ clock: () => world.now, signInPath: '/sign-in' })
  async function request(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers)
    if (person !== null) headers.set('Cookie', `__Host-rounds=${secrets[person]}`)
    if (!headers.has('Origin') && init.method !== 'GET') headers.set('Origin', env.ROUNDS_ORIGIN)
    if (!headers.has('Accept-Language')) headers.set('Accept-Language', 'en')
    world.usage = newUsage()
    world.asked.push(`${init.method} ${path.replace(/\?.*/, '')}`)
    const waiting: Promise<unknown>[] = []
    const executionContext = {
      waitUntil: (promise: Promise<unknown>) => waiting.push(promise),
      passThroughOnException: () => undefined,
      props: {},
    } as unknown as ExecutionContext
    const response = await app.fetch(
      new Request(`${env.ROUNDS_ORIGIN}${path}`, { ...init, headers }),
      { ...env, ...world.bindings, DB: world.database, usage: world.usage },
      executionContext,
    )
    await Promise.all(waiting)
    return response
  }
  const withJson =
    (method: string) =>
    (path: string, body?: unknown, headers: Record<string, string> = {}) =>
      request(path, {
        method,
        ...(body !== undefined && { body: JSON.stringify(body) }),
        headers: { ...(body !== undefined && { 'Content-Type': 'application/json' }), ...headers },
      })
  return {
    request,
    get: (path, headers = {}) => request(path, { method: 'GET', headers }),
    post: withJson('POST'),
    put: withJson('PUT'),
    patch: withJson('PATCH'),
    delete: withJson('DELETE'),
    form: (path, fields, headers = {}) => {
      const body = new URLSearchParams()
      for (const [name, value] of Object.entries(fields))
        for (const one of [value].flat()) body.append(name, one)
      return request(path, { method: 'POST', body, headers, redirect: 'manual' })
    },
  }
}

function mapKeys<K extends string, T>(record: Record<K, unknown>, make: (key: K) => T): Record<K, T> {
  return Object.fromEntries(Object.keys(record).map((key) => [key, make(key as K)])) as Record<K, T>
}

function entries<K extends string, T>(record: Record<K, T>): [K, T][] {
  return Object.entries(record) as [K, T][]
}
