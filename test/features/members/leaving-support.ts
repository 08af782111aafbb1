import { day, plan, roundOf, rowsOf } from '../rounds/rig.ts'
import type { Person, World } from '../support/world.ts'

export function leavingPath(world: World, person: Person): string {
  return `/api/v1/members/${world.member[person]}/leaving`
}

export function letGo(world: World, person: Person, handOverTo: Person | null = null): Promise<Response> {
  const to = handOverTo === null ? null : world.member[handOverTo]
  return world.as('admin').post(leavingPath(world, person), { handOverTo: to })
}

/** So many rounds that are open now, one due each day from three weeks ago on; answers their ids. */
export async function assigned(world: World, person: Person, count: number): Promise<string[]> {
  const rounds = Array.from({ length: count }, (_, index) =>
    roundOf(world, {
      assigneeId: world.member[person],
      dueAt: world.now + (index - 20) * day,
      opensAt: world.now - 60 * day,
      missesAt: null,
    }),
  )
  await plan(world, rounds)
  return rounds.map(({ id }) => id)
}

/** How many unsettled rounds are whose. */
export async function assigneesOf(world: World): Promise<Record<string, number>> {
  const rows = await rowsOf<{ assignee: string; rounds: number }>(
    world,
    `SELECT coalesce(assignee_id, 'nobody') AS assignee, count(*) AS rounds FROM rounds
     WHERE org_id = ?1 AND settled = 0 GROUP BY 1`,
  )
  return Object.fromEntries(rows.map(({ assignee, rounds }) => [assignee, rounds]))
}
