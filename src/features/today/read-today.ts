import { seesAll } from '../../domain/access.ts'
import { quotaKeyOf, quotaProgress } from '../../domain/round/quota-progress.ts'
import { dayAt, startOfDay } from '../../domain/time/zone.ts'
import type { Context } from '../../platform/context.ts'
import { derivedId } from '../../platform/ids.ts'
import { idsIn, namesOf, type Names, type Work } from '../rounds/queries-work.ts'
import { agendaOf, comingDays, type Agenda, type AgendaItem } from './agenda.ts'
import { directUnitsOf, nextWorkOf, quotaSiblings, quotaSizes, workOf } from './queries.ts'

export type Today = {
  agenda: Agenda
  names: Names
  /** the units to choose among; one of them may be chosen */
  units: readonly string[]
  unit: string | null
  /** where there is nothing to do now: what comes next */
  next: Work | null
}

/** What the member has to do: assigned by name, or to nobody in the own units. */
export async function readToday(context: Context, { unit }: { unit: string | null }): Promise<Today> {
  const { actor, store, now, org } = context
  const units = seesAll(actor) ? await directUnitsOf(store, actor.memberId) : [...actor.ownUnits]
  const chosen = unit !== null && units.includes(unit) ? unit : null
  const searched = chosen === null ? units : [chosen]

  const opensBefore = startOfDay(dayAt(now, org.timeZone) + comingDays + 1, org.timeZone)
  const mine = await workOf(store, { units: searched, memberId: actor.memberId, opensBefore })
  const work = chosen === null ? mine : mine.filter(({ performedBy }) => performedBy === chosen)
  const agenda = agendaOf(await itemsOf(context, work), { now, timeZone: org.timeZone })

  const isEmpty = Object.values(agenda).every((items) => items.length === 0)
  const next = isEmpty ? await nextWorkOf(store, { units: searched, memberId: actor.memberId, now }) : null
  const names = await namesOf(store, idsIn(next === null ? work : [next], { units }))
  return { agenda, names, units, unit: chosen, next }
}

type Item = Omit<AgendaItem, 'state'>
type Quota = { period: string; size: number; works: Work[] }

/** Rounds one by one, but those of a quota's period and target together. */
async function itemsOf(context: Context, works: readonly Work[]): Promise<Item[]> {
  const quotas = await quotasOf(context, works)
  const inQuota = new Set(quotas.flatMap((quota) => quota.works))
  const single = works.filter((work) => !inQuota.has(work)).map((work) => ({ work, quota: null }))
  return [...single, ...(await itemsOfQuotas(context, quotas))]
}

/** Periods that ask for more than one round. */
async function quotasOf({ store }: Context, works: readonly Work[]): Promise<Quota[]> {
  const byPeriod = new Map<string, { period: string; plan: string; works: Work[] }>()
  for (const work of works) {
    const key = quotaKeyOf(work.key)
    if (key === null || work.dutyId === null || work.planId === null || work.extra) continue
    const id = `${work.dutyId} ${work.targetId} ${key.period}`
    const known = byPeriod.get(id)
    if (known) known.works.push(work)
    else byPeriod.set(id, { period: key.period, plan: `${work.dutyId} ${work.planId}`, works: [work] })
  }
  const periods = [...byPeriod.values()]
  const plans = [...new Set(periods.map(({ plan }) => plan))].map((plan) => {
    const [dutyId = '', planId = ''] = plan.split(' ')
    return [dutyId, planId] as const
  })
  const sizes = await quotaSizes(store, plans)
  return periods
    .map(({ plan, ...quota }) => ({ ...quota, size: sizes.get(plan) ?? 1 }))
    .filter(({ size }) => size > 1)
}

async function itemsOfQuotas(context: Context, quotas: readonly Quota[]): Promise<Item[]> {
  const { store, now, org } = context
  const today = dayAt(now, org.timeZone)
  const idsOf = (quota: Quota) => siblingIds(org.id, quota)
  const siblings = await quotaSiblings(
    store,
    quotas.flatMap((quota) => idsOf(quota)),
  )
  const byId = new Map(siblings.map((sibling) => [sibling.id, sibling]))
  return quotas.flatMap((quota) => {
    const rounds = idsOf(quota).flatMap((id) => byId.get(id) ?? [])
    const [work] = quota.works.toSorted((a, b) => a.plannedOn - b.plannedOn || (a.key < b.key ? -1 : 1))
    return work ? [{ work, quota: { period: quota.period, ...quotaProgress(rounds, today) } }] : []
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
