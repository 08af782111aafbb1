import type { LibraryDuty, LibraryPlan } from '../../../src/domain/library/pack.ts'
import { type Occurrence, occurrencesOf } from '../../../src/domain/schedule/occurrences.ts'
import type { Plan } from '../../../src/domain/schedule/plan.ts'
import { type Day, dayOf, printDate } from '../../../src/domain/time/civil.ts'
import { weekendsOff } from '../../../src/domain/time/working-days.ts'
import { lastDayBefore } from '../../../src/domain/time/zone.ts'

export const zone = 'Asia/Shanghai'
/** What the annotations are compared in. */
export const year = { from: dayOf(2026, 1, 1), to: dayOf(2026, 12, 31) }

/** The library's plan as an organisation's; from 2025 on, so that what 2025 leaves due in 2026 is there. */
export function planOf({
  rhythm,
  window = {},
  holidays = 'keep',
  targets,
  topics,
}: LibraryPlan): Omit<Plan, 'id'> {
  const plan = { from: '2025-01-01', until: null, timeZone: zone, rhythm, window, holidays, targets }
  if (topics === undefined) return plan
  return { ...plan, topics: { per: topics.per, items: topics.items.map((item) => item['zh-CN']) } }
}

/** The days in 2026 that a plan's rounds stand for, in order: for one target, before any move for a holiday. */
export function daysOf(plan: LibraryPlan): Day[] {
  return occurrences(inItsPeriod(plan), year).map(({ date }) => date)
}

/** The last working days of the periods that they stand for. */
export function lastDaysOf(plan: LibraryPlan): Day[] {
  return occurrences(inItsPeriod(plan), year).map(({ planned }) => planned)
}

/** Without its window a quota's planned dates lie in the period that they count for; a draw chooses among these, too. */
function inItsPeriod(plan: LibraryPlan): LibraryPlan {
  const { rhythm } = plan
  return { ...plan, window: {}, rhythm: 'max' in rhythm ? { ...rhythm, spread: 'end' } : rhythm }
}

/** The last days in 2026 on which its rounds may be done. */
export function dueDaysOf(plan: LibraryPlan): Day[] {
  return occurrences(plan, { from: year.from - 400, to: year.to })
    .map(({ dueAt }) => lastDayBefore(dueAt, zone))
    .filter((day) => day >= year.from && day <= year.to)
}

export function printDays(days: readonly Day[]): string[] {
  return days.toSorted((a, b) => a - b).map(printDate)
}

/** The entry that a `follow` names: its rounds are as many. */
export function followed(duty: LibraryDuty, all: readonly LibraryDuty[]): LibraryDuty {
  const leader = duty.plans.flatMap(({ rhythm }) =>
    rhythm.kind === 'follow' ? all.filter(({ id }) => id === rhythm.duty) : [],
  )[0]
  return leader === undefined ? duty : followed(leader, all)
}

function occurrences(plan: LibraryPlan, range: { from: Day; to: Day }): Occurrence[] {
  const context = { dutyId: 'library', targetId: null, workingDays: weekendsOff }
  return occurrencesOf(planOf(plan), context, { ...range, limit: 5_000 }).occurrences
}
