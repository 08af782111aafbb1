import { mayPreviewSchedules, requireAllowed } from '../../domain/access.ts'
import { invalid, type FieldFault } from '../../domain/errors.ts'
import { takesTurns } from '../../domain/schedule/awaited.ts'
import { checkPlan } from '../../domain/schedule/check-plan.ts'
import { planFaultSentence } from '../../domain/schedule/fault-messages.ts'
import { type ExpandContext, occurrencesOf } from '../../domain/schedule/occurrences.ts'
import type { PlanWarning } from '../../domain/schedule/plan-fault.ts'
import type { Plan } from '../../domain/schedule/plan.ts'
import { provisionalWarnings } from '../../domain/schedule/provisional.ts'
import { topicOf } from '../../domain/schedule/topics.ts'
import { targetWarnings } from '../../domain/schedule/target-warnings.ts'
import { pickTargets } from '../../domain/schedule/targets.ts'
import { addMonths, parseDate, type Day } from '../../domain/time/civil.ts'
import type { WorkingDays } from '../../domain/time/working-days.ts'
import { dayAt } from '../../domain/time/zone.ts'
import type { Context } from '../../platform/context.ts'
import {
  contextOf,
  followedBy,
  foreseenWarnings,
  type Leading,
  leadingRounds,
  timesAYear,
  worldOfPlans,
} from '../duties/queries-leading.ts'
import type { PlanningWorld } from '../duties/queries-planning-world.ts'
import { readDays, type OrganisationDays } from '../working-days/queries.ts'
import { previewedTurns, type PreviewedOccurrence } from './preview-turns.ts'
import type { PreviewInput } from './schemas.ts'

const mostYears = 40

type Draft = Omit<Plan, 'id'>

export type Preview = {
  plan: Omit<Plan, 'id'>
  occurrences: PreviewedOccurrence[]
  /** the key of the first one left out */
  next: string | null
  warnings: PlanWarning[]
}

type Targeted = {
  /** null where the plan names none */
  ids: readonly string[] | null
  /** how often the plan comes, for each of them */
  timesAYear: number
  warnings: readonly PlanWarning[]
  contextsIn: (days: { from: Day; to: Day }) => TargetContext[]
}

type TargetContext = Omit<ExpandContext, 'dutyId'>

type Range = { from: Day; to: Day; limit: number }

/** What a plan would make in these days; stores nothing. Targets that share an occurrence and its day stand together. */
export async function previewSchedule(context: Context, input: PreviewInput): Promise<Preview> {
  requireAllowed(mayPreviewSchedules(context.actor))
  const plan = { ...input.plan, timeZone: input.plan.timeZone ?? context.org.timeZone }
  const days = await readDays(context)
  const { faults, warnings } = checkPlan(plan, days.calendar)
  const range = readRange(input)
  const all: FieldFault[] = [
    ...faults.map((fault) => ({
      path: `plan.${fault.path}`,
      code: fault.code,
      message: planFaultSentence(fault, context.locale),
    })),
    ...range.faults,
  ]
  if (all.length > 0) throw invalid(...all)

  const targets = await targetsOf(context, plan, days)
  const dutyId = input.dutyId ?? ''
  const found = takesTurns(plan)
    ? previewedTurns(
        plan,
        { dutyId, ids: targets.ids ?? [], workingDays: days.calendar },
        { ...range, limit: input.limit },
      )
    : groupedOccurrences(plan, dutyId, targets, { ...range, limit: input.limit })
  const occurrences = found.slice(0, input.limit)
  const planned = occurrences.map(({ occurrence }) => occurrence.planned)
  return {
    plan,
    occurrences,
    next: found[input.limit]?.occurrence.key ?? null,
    warnings: [
      ...warnings,
      ...targets.warnings,
      ...targetWarnings(plan, targets.ids?.length ?? 0, {
        dutyId,
        targetId: null,
        workingDays: days.calendar,
      }),
      ...provisionalWarnings(plan, planned, days.calendar),
    ],
  }
}

function readRange({ from, to }: PreviewInput): { from: Day; to: Day; faults: FieldFault[] } {
  const first = parseDate(from)
  const last = parseDate(to)
  const faults: FieldFault[] = []
  if (first === null) faults.push({ path: 'from', code: 'not-a-date' })
  if (last === null) faults.push({ path: 'to', code: 'not-a-date' })
  if (first !== null && last !== null) {
    if (last < first) faults.push({ path: 'to', code: 'end-before-start' })
    if (last > addMonths(first, mostYears * 12)) {
      faults.push({ path: 'to', code: 'range-too-long', params: { years: mostYears } })
    }
  }
  return { from: first ?? 0, to: last ?? 0, faults }
}

async function targetsOf(context: Context, plan: Draft, { calendar }: OrganisationDays): Promise<Targeted> {
  const row = await followedBy(context.store, plan)
  const today = dayAt(context.now, context.org.timeZone)
  const looked = [plan, ...row.flatMap(({ plans }) => plans)]
  const needsWorld = looked.some(({ targets }) => !('none' in targets))
  const world = needsWorld ? await worldOfPlans(context, looked, today) : emptyWorld(calendar)
  const ids = 'none' in plan.targets ? null : pickTargets(plan.targets, world, today).map(({ id }) => id)
  const contextsIn = (days: { from: Day; to: Day }) => {
    const leading = leadingRounds(plan, row, world, { ...days, today })
    return targetIds(plan, ids, leading).map((targetId) => ({
      targetId,
      workingDays: daysOf(world, targetId),
      ...contextOf(world, leading, targetId),
    }))
  }
  return {
    ids,
    timesAYear: timesAYear(plan, row),
    warnings: foreseenWarnings(plan, row, world, today),
    contextsIn,
  }
}

function emptyWorld(calendar: WorkingDays): PlanningWorld {
  const lists = { units: [], assets: [], members: [], suspensions: [] }
  return { ...lists, past: new Map(), validUntil: new Map(), workingDaysOf: () => calendar, lottery: null }
}

function daysOf(world: PlanningWorld, targetId: string | null): WorkingDays {
  return world.workingDaysOf(world.assets.find(({ id }) => id === targetId)?.unitId ?? targetId)
}

/** A plan whose targets are yet to come shows its dates all the same; what follows takes over those of the other duty. */
function targetIds({ rhythm }: Draft, ids: readonly string[] | null, leading: Leading): (string | null)[] {
  if (ids !== null && ids.length > 0) return [...ids]
  return rhythm.kind === 'follow' && ids === null ? [...leading.keys()] : [null]
}

/** Up to one more than `limit`, by planned day and key. Walks stretch by stretch: a year may be enough of forty. */
function groupedOccurrences(
  plan: Draft,
  dutyId: string,
  targeted: Targeted,
  { from, to, limit }: Range,
): PreviewedOccurrence[] {
  const found: PreviewedOccurrence[] = []
  const stretch = Math.ceil((366 * (limit + 1)) / Math.max(1, targeted.timesAYear))
  for (let start = from; start <= to && found.length <= limit; start += stretch) {
    const days = { from: start, to: Math.min(to, start + stretch - 1) }
    found.push(...occurrencesIn(plan, dutyId, targeted, { ...days, limit: limit + 1 }))
  }
  return found.slice(0, limit + 1)
}

function occurrencesIn(
  plan: Draft,
  dutyId: string,
  { ids, contextsIn }: Targeted,
  range: Range,
): PreviewedOccurrence[] {
  const groups = new Map<string, PreviewedOccurrence>()
  for (const context of contextsIn(range)) {
    const { targetId } = context
    let topic: string | null = null
    for (const occurrence of occurrencesOf(plan, { dutyId, ...context }, range).occurrences) {
      topic = topicOf(plan, occurrence, { workingDays: context.workingDays, before: topic })
      const id = `${occurrence.planned} ${occurrence.key}`
      const group = groups.get(id)
      if (group !== undefined && targetId !== null) group.targets?.push(targetId)
      else groups.set(id, { occurrence, topic, targets: targetsShown(ids, targetId) })
    }
  }
  return [...groups.values()].toSorted(byPlannedThenKey)
}

function targetsShown(ids: readonly string[] | null, targetId: string | null): string[] | null {
  if (targetId !== null) return [targetId]
  return ids && []
}

function byPlannedThenKey(
  { occurrence: a }: PreviewedOccurrence,
  { occurrence: b }: PreviewedOccurrence,
): number {
  if (a.planned !== b.planned) return a.planned - b.planned
  return a.key < b.key ? -1 : 1
}
