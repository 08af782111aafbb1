import { env } from 'cloudflare:workers'
import { pageOf } from '../support/elements.ts'
import type { Client, Person, World } from '../support/world.ts'

type Made = { url: string; expiresAt: string }
export const minute = 60_000
export const chinese = { 'Accept-Language': 'zh-CN' }

/** The path of a fresh link for that person. */
export async function linkFor(world: World, person: Person, by: Person = 'admin'): Promise<string> {
  const response = await world.as(by).post(`/api/v1/members/${world.member[person]}/sign-in-links`)
  if (response.status !== 201) throw new Error(await response.text())
  return new URL((await response.json<Made>()).url).pathname
}

export const use = (client: Client, path: string) => client.form(path, {})

/** The session that an answer brings; null where it brings none. */
export function sessionOf(response: Response): string | null {
  return /^__Host-rounds=([^;]+);/.exec(response.headers.get('Set-Cookie') ?? '')?.[1] ?? null
}

/** Whose session it is, as the service sees it. */
export async function whoIs(world: World, session: string | null): Promise<string | null> {
  const response = await world.as(null).get('/', { Cookie: `__Host-rounds=${session}`, ...chinese })
  if (response.status !== 200) return null
  const page = await pageOf(response, ['.account-name'])
  return page.texts('.account-name')[0] ?? null
}

export async function rowsOf(world: World, table: 'sessions' | 'sign_in_links'): Promise<number> {
  const sql = `SELECT count(*) AS rows FROM ${table} WHERE org_id = ?`
  return (await env.DB.prepare(sql).bind(world.orgId).first<{ rows: number }>())?.rows ?? 0
}

export async function trailOf(
  world: World,
): Promise<{ action: string; member_id: string | null; after: string }[]> {
  const sql = `SELECT action, member_id, subject_id, after FROM audit WHERE org_id = ? ORDER BY seq`
  const { results } = await env.DB.prepare(sql)
    .bind(world.orgId)
    .all<{ action: string; member_id: string | null; after: string }>()
  return results
}

/** Fails at every statement, or at those that match. */
export function breaking(database: D1Database, at = /./): D1Database {
  return new Proxy(database, {
    get(target, property) {
      if (property === 'prepare') {
        return (text: string) => {
          if (at.test(text)) throw new Error('the store is broken')
          return target.prepare(text)
        }
      }
      const value: unknown = Reflect.get(target, property)
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
  })
}
