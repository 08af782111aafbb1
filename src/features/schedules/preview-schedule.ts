import { mayPreviewSchedules, requireAllowed } from '../../domain/access.ts'
import { invalid, type FieldFault } from '../../domain/errors.ts'
import { checkPlan } from '../../domain/schedule/check-plan.ts'
import { planFaultSentence } from '../../domain/schedule/fault-messages.ts'
import { occurrencesPerYear } from '../../domain/schedule/frequency.ts'
import { occurrencesOf, type Occurrence } from '../../domain/schedule/occurrences.ts'
import type { PlanWarning } from '../../domain/schedule/plan-fault.ts'
import type { Plan } from '../../domain/schedule/plan.ts'
import { provisionalWarnings } from '../../domain/schedule/provisional.ts'
import { pickTargets } from '../../domain/schedule/targets.ts'
import { addMonths, parseDate, type Day } from '../../domain/time/civil.ts'
import type { WorkingDays } from '../../domain/time/working-days.ts'
import { dayAt } from '../../domain/time/zone.ts'
import type { Context } from '../../platform/context.ts'
import { planningWorld } from '../duties/queries-planning-world.ts'
import { readDays, type OrganisationDays } from '../working-days/queries.ts'
import type { PreviewInput } from './schemas.ts'

const mostYears = 40

/** An occurrence and who its targets are; null where the plan names none. */
export type PreviewedOccurrence = { occurrence: Occurrence; targets: string[] | null }

export type Preview = {
  plan: Omit<Plan, 'id'>
  occurrences: PreviewedOccurrence[]
  /** the key of the first one left out */
  next: string | null
  warnings: PlanWarning[]
}

/** `ids`: null where the plan names none. */
type Targeted = { ids: readonly string[] | null; workingDaysOf: (targetId: string | null) => WorkingDays }

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
  const found = groupedOccurrences(plan, input.dutyId ?? '', targets, { ...range, limit: input.limit })
  const occurrences = found.slice(0, input.limit)
  const planned = occurrences.map(({ occurrence }) => occurrence.planned)
  return {
    plan,
    occurrences,
    next: found[input.limit]?.occurrence.key ?? null,
    warnings: [...warnings, ...provisionalWarnings(plan, planned, days.calendar)],
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

async function targetsOf(
  context: Context,
  { targets }: Omit<Plan, 'id'>,
  { calendar }: OrganisationDays,
): Promise<Targeted> {
  if ('none' in targets) return { ids: null, workingDaysOf: () => calendar }
  const today = dayAt(context.now, context.org.timeZone)
  const world = await planningWorld(context, {
    assets: targets.assets !== undefined,
    members: targets.members !== undefined,
    suspensionsSince: today,
    past: [],
  })
  const homes = new Map(world.assets.map(({ id, unitId }) => [id, unitId]))
  const unitOf = (id: string | null) => (id === null ? null : (homes.get(id) ?? id))
  const ids = pickTargets(targets, world, today).map(({ id }) => id)
  return { ids, workingDaysOf: (id) => world.workingDaysOf(unitOf(id)) }
}

/** Up to one more than `limit`, by planned day and key. Walks stretch by stretch: a year may be enough of forty. */
function groupedOccurrences(
  plan: Omit<Plan, 'id'>,
  dutyId: string,
  targeted: Targeted,
  { from, to, limit }: Range,
): PreviewedOccurrence[] {
  const found: PreviewedOccurrence[] = []
  const stretch = Math.ceil((366 * (limit + 1)) / Math.max(1, occurrencesPerYear(plan)))
  for (let start = from; start <= to && found.length <= limit; start += stretch) {
    const days = { from: start, to: Math.min(to, start + stretch - 1) }
    found.push(...occurrencesIn(plan, dutyId, targeted, { ...days, limit: limit + 1 }))
  }
  return found.slice(0, limit + 1)
}

function occurrencesIn(
  plan: Omit<Plan, 'id'>,
  dutyId: string,
  { ids: targets, workingDaysOf }: Targeted,
  range: Range,
): PreviewedOccurrence[] {
  const groups = new Map<string, PreviewedOccurrence>()
  // A plan whose targets are yet to come shows its dates all the same.
  const ids = targets === null || targets.length === 0 ? [null] : targets
  for (const targetId of ids) {
    const context = { dutyId, targetId, workingDays: workingDaysOf(targetId) }
    for (const occurrence of occurrencesOf(plan, context, range).occurrences) {
      const id = `${occurrence.planned} ${occurrence.key}`
      const group = groups.get(id)
      if (group !== undefined && targetId !== null) group.targets?.push(targetId)
      else groups.set(id, { occurrence, targets: targets && (targetId === null ? [] : [targetId]) })
    }
  }
  return [...groups.values()].toSorted(byPlannedThenKey)
}

function byPlannedThenKey(
  { occurrence: a }: PreviewedOccurrence,
  { occurrence: b }: PreviewedOccurrence,
): number {
  if (a.planned !== b.planned) return a.planned - b.planned
  return a.key < b.key ? -1 : 1
}
