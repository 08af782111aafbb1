import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import type { HiddenParams } from '../../../src/features/rounds/queries-hidden.ts'
import {
  roundCursorAfter,
  roundsOfAssignee,
  roundsOfDuty,
  roundsOfOrganisation,
  roundsOfOwners,
  roundsOfPerformers,
  type RoundCursor,
  type RoundSummary,
} from '../../../src/features/rounds/queries-lists.ts'
import { newUsage, storeFor, type Store } from '../../../src/platform/store.ts'
import { newWorld } from '../support/world.ts'
import { day, hour, makeDuty, plan, roundOf } from './rig.ts'

const lists: [string, (store: Store, ids: Ids, range: Range) => Promise<RoundSummary[]>][] = [
  ['a performer', (store, ids, range) => roundsOfPerformers(store, [ids.unit], range)],
  ['an assignee', (store, ids, range) => roundsOfAssignee(store, ids.member, range)],
  ['a duty', (store, ids, range) => roundsOfDuty(store, ids.duty, range)],
  ['owners', (store, ids, range) => roundsOfOwners(store, [ids.owner], range)],
  ['the organisation', (store, _, range) => roundsOfOrganisation(store, range)],
]
const hiddenFromNobody = { reader: null, now: 0 }
type Ids = { unit: string; member: string; duty: string; owner: string }
type Range = {
  hidden: HiddenParams
  settled?: boolean
  limit: number
  after: RoundCursor | null
}

async function hospitalOf(count: number) {
  const world = await newWorld()
  const dutyId = await makeDuty(world)
  const assigneeId = world.member.inspector
  const rounds = Array.from({ length: count }, (_, index) =>
    roundOf(world, { dutyId, assigneeId, dueAt: world.now + Math.floor(index / 3) * hour - 10 * day }),
  )
  await plan(world, rounds)
  await env.DB.prepare(`UPDATE rounds SET settled = 1 WHERE org_id = ? AND due_at < ?`)
    .bind(world.orgId, world.now - 9 * day)
    .run()
  const ids = { unit: world.unit.ward1, member: assigneeId, duty: dutyId, owner: world.unit.office }
  return { world, rounds, ids }
}

describe.each(lists)('rounds of %s', (_, list) => {
  it('come page by page, in order of due time, each once', async () => {
    const { world, rounds, ids } = await hospitalOf(40)
    const seen: string[] = []
    let after: RoundCursor | null = null
    do {
      const page: RoundSummary[] = await list(world.store, ids, { limit: 7, after, hidden: hiddenFromNobody })
      seen.push(...page.map(({ round }) => round.id))
      after = roundCursorAfter(
        page.map(({ round }) => round),
        7,
      )
    } while (after !== null)
    expect(seen).toEqual(rounds.map(({ id }) => id))
  })

  it('read at most four rows for one that is shown', async () => {
    const { world, ids } = await hospitalOf(400)
    const usage = newUsage()
    const range = { settled: false, limit: 50, after: null, hidden: hiddenFromNobody }
    const page = await list(storeFor(env.DB, world.orgId, usage), ids, range)
    expect(page).toHaveLength(50)
    expect(usage.rowsRead).toBeLessThanOrEqual(4 * 50 + 20)
  })
})

describe('pending rounds', () => {
  it('of units leave out what is settled and what is due later', async () => {
    const { world, ids, rounds } = await hospitalOf(100)
    const range = { settled: false, before: world.now - 9 * day + hour, limit: 50, hidden: hiddenFromNobody }
    const page = await roundsOfPerformers(world.store, [ids.unit, world.unit.ward2], range)
    expect(page.map(({ round }) => round.id)).toEqual(rounds.slice(72, 75).map(({ id }) => id))
  })
})
