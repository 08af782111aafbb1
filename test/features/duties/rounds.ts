import { env } from 'cloudflare:workers'
import type { World } from '../support/world.ts'
import type { RoundRow } from './support.ts'

/** All stored rounds of a duty, withdrawn ones too, by planned day and target. */
export async function roundsOf(world: World, dutyId: string): Promise<RoundRow[]> {
  const { results } = await env.DB.prepare(
    `SELECT * FROM rounds WHERE org_id = ? AND duty_id = ? ORDER BY planned_on, occurrence_key, target_id`,
  )
    .bind(world.orgId, dutyId)
    .all<RoundRow>()
  return results
}

/** Those of them that were not withdrawn. */
export async function roundsAlive(world: World, dutyId: string): Promise<RoundRow[]> {
  return (await roundsOf(world, dutyId)).filter((round) => round.withdrawn_at === null)
}
