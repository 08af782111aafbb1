import { env } from 'cloudflare:workers'
import type { RoundValues } from '../../../src/features/rounds/repository.ts'
import type { ServiceBody } from '../../../src/features/service/schemas.ts'
import { noteHeartbeat } from '../../../src/features/service/repository.ts'
import { storeFor } from '../../../src/platform/store.ts'
import { day, makeDuty, planned } from '../rounds/rig.ts'
import type { Person, World } from '../support/world.ts'

/** As if the jobs had run a moment ago, and everywhere. */
export async function alive(world: World): Promise<void> {
  const heartbeat = { at: world.now, organisations: 1, jobs: {}, plannedUntil: null, waitingSince: null }
  await storeFor(env.DB, '').batch([noteHeartbeat(heartbeat)])
}

export async function serviceOf(world: World, person: Person = 'admin'): Promise<ServiceBody> {
  const response = await world.as(person).get('/api/v1/service')
  if (response.status !== 200) throw new Error(await response.text())
  return response.json<ServiceBody>()
}

export async function run(world: World, sql: string, ...values: unknown[]): Promise<void> {
  await env.DB.prepare(sql)
    .bind(world.orgId, ...values)
    .run()
}

/** What became of a round whose due time has passed. */
export type Fate = 'missed' | 'explained' | 'done' | 'excused' | 'withdrawn'

/** A duty of ward 1 with a round a day, the last of them due yesterday, and what became of each: the oldest first. */
export async function dutyWithPast(
  world: World,
  fates: readonly (Fate | readonly Fate[])[],
  values: Partial<RoundValues> = {},
): Promise<string> {
  const dutyId = await makeDuty(world, { performedBy: world.unit.ward1 })
  for (const [index, fate] of fates.entries()) {
    const dueAt = world.now - (fates.length - index) * day
    for (const one of [fate].flat()) {
      const id = await planned(world, { dutyId, dueAt, opensAt: dueAt - day, ...values })
      await settle(world, id, one)
    }
  }
  await planned(world, { dutyId, dueAt: world.now + day })
  return dutyId
}

async function settle(world: World, id: string, fate: Fate): Promise<void> {
  if (fate === 'missed') return
  await run(world, 'UPDATE rounds SET settled = 1 WHERE org_id = ?1 AND id = ?2', id)
  if (fate === 'withdrawn') {
    await run(world, 'UPDATE rounds SET withdrawn_at = ?3 WHERE org_id = ?1 AND id = ?2', id, world.now)
  }
  if (fate === 'done' || fate === 'excused') {
    await run(
      world,
      `INSERT INTO outcomes (org_id, round_id, kind, member_id, performed_at, entered_at) VALUES (?, ?, ?, ?, ?, ?)`,
      id,
      fate,
      world.member.inspector,
      world.now - 5 * day,
      world.now,
    )
  }
}
