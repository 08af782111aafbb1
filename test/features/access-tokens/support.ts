import { env } from 'cloudflare:workers'
import type { Role } from '../../../src/domain/access.ts'
import type { Client, Person, World } from '../support/world.ts'

export type MadeToken = { id: string; token: string; role: string; expiresAt: string; state: string }

export async function makeToken(world: World, body: Record<string, unknown> = {}): Promise<MadeToken> {
  const wanted = { name: '排班系统', role: 'viewer', validDays: 90, ...body }
  const response = await world.as('admin').post('/api/v1/tokens', wanted)
  if (response.status !== 201) throw new Error(await response.text())
  return response.json<MadeToken>()
}

/** A program: nobody's cookie, no Origin, and this token. */
export function program(world: World, token: string): Client & { send: Send } {
  const headers = (more: HeadersInit = {}) => ({
    Authorization: `Bearer ${token}`,
    Origin: '',
    ...Object.fromEntries(new Headers(more)),
  })
  const client = world.as(null)
  const send: Send = (method, path, body = {}, more = {}) =>
    client.request(path, {
      method,
      body: JSON.stringify(body),
      headers: headers({ 'Content-Type': 'application/json', ...more }),
    })
  return {
    send,
    get: (path, more = {}) => client.get(path, headers(more)),
    post: (path, body, more) => send('POST', path, body, more),
    put: (path, body, more) => send('PUT', path, body, more),
    patch: (path, body, more) => send('PATCH', path, body, more),
    delete: (path, body, more) => send('DELETE', path, body, more),
    form: (path, fields, more) => client.form(path, fields, headers(more)),
    request: (path, init) => client.request(path, { ...init, headers: headers(init.headers) }),
  }
}

type Send = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Response>

/** As an admin leaves somebody's account. */
export async function setMember(
  world: World,
  person: Person,
  { role, closedOn = null, rights = [] }: { role: Role; closedOn?: number | null; rights?: string[] },
): Promise<void> {
  await env.DB.prepare('UPDATE members SET role = ?, closed_on = ?, rights = ? WHERE org_id = ? AND id = ?')
    .bind(role, closedOn, JSON.stringify(rights), world.orgId, world.member[person])
    .run()
}
