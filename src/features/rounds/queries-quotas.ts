import {
  quotaKeyOf,
  quotaProgress,
  type QuotaProgress,
  type QuotaRound,
} from '../../domain/round/quota-progress.ts'
import { stateOf } from '../../domain/round/state.ts'
import type { Day } from '../../domain/time/civil.ts'
import { dayAt } from '../../domain/time/zone.ts'
import type { Context } from '../../platform/context.ts'
import { derivedId } from '../../platform/ids.ts'
import { query } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'
import { hiddenColumn, hiddenFrom, type HiddenParams } from './queries-hidden.ts'
import type { RoundSummary } from './queries-lists.ts'
import type { Work } from './queries-work.ts'

const selectSizes = query<{ duty_id: string; id: string; size: number | null }, { plans: string }>(
  'rounds.quota-sizes',
  `SELECT plans.duty_id, plans.id, CAST(plans.schedule ->> '$.rhythm.min' AS INTEGER) AS size
   FROM json_each(:plans) AS asked
   CROSS JOIN plans ON plans.org_id = :org AND plans.duty_id = asked.value ->> 0 AND plans.id = asked.value ->> 1`,
)

type SiblingRow = { id: string; planned_on: number; kind: QuotaRound['outcome'] }

const selectSiblings = query<SiblingRow, HiddenParams & { ids: string }>(
  'rounds.quota-siblings',
  `SELECT rounds.id, rounds.planned_on, outcomes.kind
   FROM json_each(:ids) AS asked
   CROSS JOIN rounds ON rounds.org_id = :org AND rounds.id = asked.value AND rounds.withdrawn_at IS NULL
     AND NOT ${hiddenColumn('rounds')}
   LEFT JOIN outcomes ON outcomes.org_id = :org AND outcomes.round_id = rounds.id`,
)

/**
 * One line of a list of work: a round, or the rounds that are left of a quota's period, of which `work` is the one to do
 * next. `quota` is null where the period asks for one round only.
 */
export type WorkItem = { work: Work; quota: (QuotaProgress & { period: string }) | null; isBehind: boolean }

type Quota = { period: string; size: number; works: Work[] }

/** Rounds one by one, but those of a quota's period and target together. */
export async function workItems(
  { actor, store, now, org }: Pick<Context, 'actor' | 'store' | 'now' | 'org'>,
  works: readonly Work[],
): Promise<WorkItem[]> {
  const today = dayAt(now, org.timeZone)
  const quotas = await quotasOf(store, works)
  const inQuota = new Set(quotas.flatMap((quota) => quota.works))
  const single = works
    .filter((work) => !inQuota.has(work))
    .map((work) => ({ work, quota: null, isBehind: isCounted(work) && work.plannedOn < today }))
  return [...single, ...(await itemsOf(store, quotas, { today, hidden: hiddenFrom(actor, now) }))]
}

/** Those of these rounds that are open while their quota is behind (进度滞后). */
export async function behindAmong(
  context: Pick<Context, 'actor' | 'store' | 'now' | 'org'>,
  summaries: readonly RoundSummary[],
): Promise<Set<string>> {
  const works = summaries.flatMap(({ round, outcome }) =>
    outcome === null && stateOf({ ...round, outcome }, context.now) === 'open' ? [{ ...round, outcome }] : [],
  )
  const items = works.length === 0 ? [] : await workItems(context, works)
  return new Set(items.filter(({ isBehind }) => isBehind).map(({ work }) => work.id))
}

function isCounted(work: Work): boolean {
  return !work.extra && work.dutyId !== null && work.planId !== null && quotaKeyOf(work.key) !== null
}

/** Periods that ask for more than one round. */
async function quotasOf(store: Store, works: readonly Work[]): Promise<Quota[]> {
  const byPeriod = Map.groupBy(works.filter(isCounted), ({ dutyId, targetId, key }) =>
    JSON.stringify([dutyId, targetId, quotaKeyOf(key)?.period]),
  )
  const sizes = await sizesOf(store, [...byPeriod.values()].flat())
  return [...byPeriod.values()].flatMap((ofPeriod) => {
    const [first] = ofPeriod
    const size = first ? (sizes.get(planOf(first)) ?? 1) : 1
    const period = first ? quotaKeyOf(first.key)?.period : undefined
    return size > 1 && period !== undefined ? [{ period, size, works: ofPeriod }] : []
  })
}

function planOf({ dutyId, planId }: Work): string {
  return JSON.stringify([dutyId, planId])
}

/** How many rounds a period of each of their plans asks for. */
async function sizesOf(store: Store, works: readonly Work[]): Promise<Map<string, number>> {
  if (works.length === 0) return new Map()
  const plans = `[${[...new Set(works.map(planOf))].join()}]`
  const rows = await store.all(selectSizes({ plans }))
  return new Map(rows.map((row) => [JSON.stringify([row.duty_id, row.id]), row.size ?? 1]))
}

async function itemsOf(
  store: Store,
  quotas: readonly Quota[],
  { today, hidden }: { today: Day; hidden: HiddenParams },
): Promise<WorkItem[]> {
  if (quotas.length === 0) return []
  const ids = quotas.map((quota) => siblingIds(store.orgId, quota))
  const rows = await store.all(selectSiblings({ ids: JSON.stringify(ids.flat()), ...hidden }))
  const byId = new Map(rows.map((row) => [row.id, { plannedOn: row.planned_on, outcome: row.kind }]))
  return quotas.flatMap((quota, index) => {
    const rounds = (ids[index] ?? []).flatMap((id) => byId.get(id) ?? [])
    const [work] = quota.works.toSorted((a, b) => a.plannedOn - b.plannedOn || (a.key < b.key ? -1 : 1))
    const progress = quotaProgress(rounds, today)
    return work ? [{ work, quota: { period: quota.period, ...progress }, isBehind: progress.isBehind }] : []
  })
}

/** All rounds of the period, whether in the list or settled long ago: ids follow from duty, key and target. */
function siblingIds(orgId: string, { period, size, works }: Quota): string[] {
  const [work] = works
  if (!work || work.dutyId === null) return []
  const { dutyId, targetId } = work
  return Array.from({ length: size }, (_, index) =>
    derivedId('round', orgId, [dutyId, `${period}/${index + 1}`, targetId]),
  )
}
