import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { liveThrough } from '../../../src/demo/clock.ts'
import { everyDay, makeDuty, newPlan } from '../duties/support.ts'
import { day, rowsOf } from '../rounds/rig.ts'
import { newWorld } from '../support/world.ts'

it('the demo’s clock moved by 200 days leaves out no day of a daily duty', async () => {
  await env.DB.exec('DELETE FROM organisations') // files share a store, and jobs go through all of them
  const world = await newWorld()
  await makeDuty(world, { plans: [newPlan({ rhythm: everyDay })] })
  const later = world.now + 200 * day
  await liveThrough({ ...env, ROUNDS_ORIGIN: 'https://rounds.test' }, world.now, later)
  const days = await rowsOf<{ planned_on: number }>(
    world,
    `SELECT DISTINCT planned_on FROM rounds WHERE org_id = ? AND due_at <= ?2 ORDER BY planned_on`,
    later,
  )
  expect(days).toHaveLength(200)
  expect((days.at(-1)?.planned_on ?? 0) - (days[0]?.planned_on ?? 0)).toBe(199)
})
