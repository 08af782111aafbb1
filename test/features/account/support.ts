import { newSession, type BegunBy } from '../../../src/platform/session.ts'
import type { Person, World } from '../support/world.ts'

export const hour = 3_600_000

const chromeOnWindows =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36'

/** Another session of that person's, as its cookie. */
export async function signedInToo(
  world: World,
  person: Person,
  { begunBy = 'code', userAgent = chromeOnWindows }: { begunBy?: BegunBy; userAgent?: string } = {},
): Promise<{ Cookie: string }> {
  const session = newSession(world.orgId, {
    memberId: world.member[person],
    begunBy,
    userAgent,
    now: world.now,
  })
  await world.store.batch([session.write])
  return { Cookie: `__Host-rounds=${session.secret}` }
}

export type SessionBody = {
  id: string
  current: boolean
  begunBy: string
  device: { browser: string | null; system: string | null; kind: string | null }
  tablet: string | null
  createdAt: string
  usedAt: string
  expiresAt: string
}

export async function sessionsOf(world: World, headers: { Cookie: string }): Promise<SessionBody[]> {
  const response = await world.as(null).get('/api/v1/sessions', headers)
  if (response.status !== 200) throw new Error(await response.text())
  return (await response.json<{ items: SessionBody[] }>()).items
}

/** Whether that session still lets anybody in. */
export async function isLive(world: World, headers: { Cookie: string }): Promise<boolean> {
  return (await world.as(null).get('/api/v1/units', headers)).status === 200
}
