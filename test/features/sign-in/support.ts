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

/** A fresh code for that person, as it is read out. */
export async function codeFor(world: World, person: Person, by: Person = 'admin'): Promise<string> {
  const response = await world.as(by).post(`/api/v1/members/${world.member[person]}/sign-in-codes`)
  if (response.status !== 201) throw new Error(await response.text())
  return (await response.json<{ code: string }>()).code
}

/** Types a code in, on a browser where nobody is signed in. */
export function typeIn(world: World, code: string, organisation = world.orgId): Promise<Response> {
  return world.as(null).form('/sign-in', { organisation, code })
}

/** What a page that was just made shows, this once: its code, and the path of its link. */
export async function madeFor(world: World, person: Person): Promise<{ code: string; path: string }> {
  const made = await world.as('admin').form(`/members/${world.member[person]}/sign-in-codes`, {})
  const html = await made.text()
  const code = /class="sign-in-code">([^<]+)</.exec(html)?.[1] ?? ''
  const path = /https:\/\/rounds\.test(\/sign-in\/[^"]+)"/.exec(html)?.[1] ?? ''
  return { code, path }
}

/** The same code but for its last character. */
export function wrongLike(code: string): string {
  return code.slice(0, -1) + (code.endsWith('0') ? '1' : '0')
}

/** The session that an answer brings; null where it brings none. */
export function sessionOf(response: Response): string | null {
  return cookieOf(response, '__Host-rounds')
}

/** The value of a cookie that an answer sets; null where it sets none, '' where it takes it away. */
export function cookieOf(response: Response, name: string): string | null {
  const set = response.headers.getSetCookie().find((cookie) => cookie.startsWith(`${name}=`))
  return set?.slice(name.length + 1).split(';')[0] ?? null
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
