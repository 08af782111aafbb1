import { mayReadDuty, mayReadRound, requireReadable } from '../../domain/access.ts'
import { requireFound } from '../../domain/errors.ts'
import { quotaKeyOf, quotaProgress, type QuotaProgress } from '../../domain/round/quota-progress.ts'
import { countsByTarget, periodAround, type CalendarPeriod } from '../../domain/schedule/period.ts'
import type { Plan } from '../../domain/schedule/plan.ts'
import { parseDate, type Day } from '../../domain/time/civil.ts'
import { dayAt, startOfDay } from '../../domain/time/zone.ts'
import type { Context } from '../../platform/context.ts'
import { findDuty, type Duty } from '../duties/queries.ts'
import { hiddenFrom } from '../rounds/queries-hidden.ts'
import { roundsOfDuty, type RoundSummary } from '../rounds/queries-lists.ts'
import { idsIn, namesOf, type Names } from '../rounds/queries-work.ts'

/** One target of a quota in a period; `round` is one of its rounds: the next to do, where any is left. */
export type TargetProgress = QuotaProgress & { round: RoundSummary['round'] }

/** How far the targets of a quota are in the period in hand, those that are behind first. */
export type PlanProgress = { planId: string; period: CalendarPeriod; targets: TargetProgress[] }

export type DutyProgress = { duty: Duty; plans: PlanProgress[]; names: Names }

/** More than a period has: everyone twice. */
const mostRounds = 2000
/** How long after its period a quota's round may still be due. */
const longestDelay = 31

/** Who has and who has not: of the rounds that the reader may see. */
export async function readProgress(context: Context, dutyId: string): Promise<DutyProgress> {
  const duty = requireFound(await findDuty(context.store, dutyId))
  requireReadable(mayReadDuty(context.actor, duty))
  const today = dayAt(context.now, context.org.timeZone)
  const plans: PlanProgress[] = []
  for (const plan of duty.plans) {
    const period = periodInHand(plan, today)
    if (period !== null) plans.push(await progressIn(context, duty, { plan, period, today }))
  }
  const rounds = plans.flatMap(({ targets }) => targets.map(({ round }) => round))
  return { duty, plans, names: await namesOf(context, idsIn(rounds)) }
}

function periodInHand(plan: Plan, today: Day): CalendarPeriod | null {
  const { rhythm, from, until } = plan
  if (!countsByTarget(plan) || (rhythm.kind !== 'quota' && rhythm.kind !== 'season')) return null
  const holds =
    today >= (parseDate(from) ?? Infinity) && (until === null || today <= (parseDate(until) ?? -Infinity))
  return holds ? periodAround(rhythm, today) : null
}

async function progressIn(
  context: Context,
  duty: Duty,
  { plan, period, today }: { plan: Plan; period: CalendarPeriod; today: Day },
): Promise<PlanProgress> {
  const { actor, store, now } = context
  const found = await roundsOfDuty(store, duty.id, {
    from: startOfDay(period.first, plan.timeZone) + 1,
    before: startOfDay(period.last + 1 + longestDelay, plan.timeZone) + 1,
    limit: mostRounds,
    hidden: hiddenFrom(actor, now),
  })
  const counted = found.filter(
    ({ round }) =>
      round.planId === plan.id &&
      round.withdrawnAt === null &&
      quotaKeyOf(round.key)?.period === period.id &&
      mayReadRound(actor, round, now),
  )
  const targets = [...Map.groupBy(counted, ({ round }) => round.targetId).values()].flatMap((ofTarget) =>
    progressOf(ofTarget, today),
  )
  return { planId: plan.id, period, targets: targets.toSorted(furthestBehind) }
}

function progressOf(ofTarget: readonly RoundSummary[], today: Day): TargetProgress[] {
  const rounds = ofTarget.map(({ round, outcome }) => ({
    plannedOn: round.plannedOn,
    outcome: outcome?.kind ?? null,
  }))
  const next = ofTarget.find(({ outcome }) => outcome === null) ?? ofTarget[0]
  return next === undefined ? [] : [{ ...quotaProgress(rounds, today), round: next.round }]
}

function furthestBehind(a: TargetProgress, b: TargetProgress): number {
  return Number(b.isBehind) - Number(a.isBehind) || b.left - a.left
}
