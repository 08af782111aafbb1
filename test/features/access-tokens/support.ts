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
export function program(world: World, token: string): Pick<Client, 'request' | 'get'> & { send: Send } {
  const headers = (more: HeadersInit = {}) => ({
    Authorization: `Bearer ${token}`,
    Origin: '',
    ...Object.fromEntries(new Headers(more)),
  })
  const client = world.as(null)
  return {
    get: (path, more = {}) => client.get(path, headers(more)),
    request: (path, init) => client.request(path, { ...init, headers: headers(init.headers) }),
    send: (method, path, body = {}, more = {}) =>
      client.request(path, {
        method,
        body: JSON.stringify(body),
        headers: headers({ 'Content-Type': 'application/json', ...more }),
      }),
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
