import { env } from 'cloudflare:workers'
import { roundsAtOnce, planDuties } from '../../../src/features/duties/plan-duty.ts'
import { dutiesToPlan } from '../../../src/features/duties/queries.ts'
import { dayAt } from '../../../src/domain/time/zone.ts'
import { planRounds } from '../../../src/jobs/plan-rounds.ts'
import { jobContextOf } from '../rounds/rig.ts'
import type { World } from '../support/world.ts'

const timeZone = 'Asia/Shanghai'

/** Runs the job until nothing is left for that day. Answers how many steps it took. */
export async function runPlanner(world: World, allowance = 1_000_000): Promise<number> {
  for (let steps = 1; ; steps += 1) {
    const { done } = await planRounds(jobContextOf(world), world.now, allowance)
    if (done) return steps
    if (steps > 500) throw new Error('planning does not end')
  }
}

/** Steps of so many rounds, in turn; then, if `toEnd`, steps of the usual size until nothing is left. */
export async function planInSteps(world: World, limits: readonly number[], toEnd: boolean): Promise<void> {
  for (const limit of limits) await oneStep(world, limit)
  while (toEnd && (await oneStep(world, roundsAtOnce)));
}

async function oneStep(world: World, limit: number): Promise<boolean> {
  const context = jobContextOf(world)
  const duties = await dutiesToPlan(context.store, dayAt(world.now, timeZone), 5)
  if (duties.length > 0) await planDuties(context, duties, limit)
  return duties.length > 0
}

/** Lets the planner look at everything once more, as after a change of targets. */
export async function planAnew({ orgId }: World): Promise<void> {
  await env.DB.prepare(
    'UPDATE duties SET planned_until_on = NULL, plan_next_on = 0 WHERE org_id = ? AND closed_on IS NULL',
  )
    .bind(orgId)
    .run()
}

/** As if nothing had been planned yet. */
export async function forgetRounds(world: World): Promise<void> {
  await env.DB.batch([
    env.DB.prepare('DELETE FROM rounds WHERE org_id = ?').bind(world.orgId),
    env.DB.prepare('DELETE FROM due_counts WHERE org_id = ?').bind(world.orgId),
  ])
  await planAnew(world)
}

/** Whether due_counts says of each due time and unit what the rounds say. */
export async function countsHold(world: World): Promise<boolean> {
  const [kept, counted] = await env.DB.batch<{ due_at: number; unit_id: string; rounds: number }>([
    env.DB.prepare(
      'SELECT due_at, unit_id, rounds FROM due_counts WHERE org_id = ? AND rounds <> 0 ORDER BY due_at, unit_id',
    ).bind(world.orgId),
    env.DB.prepare(
      `SELECT due_at, performed_by AS unit_id, count(*) AS rounds FROM rounds WHERE org_id = ? AND settled = 0
       GROUP BY due_at, performed_by ORDER BY due_at, performed_by`,
    ).bind(world.orgId),
  ])
  return JSON.stringify(kept?.results) === JSON.stringify(counted?.results)
}

/** Writes to the store beside the service (?1 is the organisation), an hour before the planner sees that targets changed. */
export async function changeTargets(world: World, sql: string, ...values: unknown[]): Promise<void> {
  await env.DB.prepare(sql)
    .bind(world.orgId, ...values)
    .run()
  world.now += 3_600_000
  await env.DB.prepare('UPDATE units SET updated_at = ?2 WHERE org_id = ?1')
    .bind(world.orgId, world.now)
    .run()
  await runPlanner(world)
}
