import { occurrencesOf } from '../schedule/occurrences.ts'
import type { Plan, Targets } from '../schedule/plan.ts'
import { addMonths, civilOf, dayOf, type Day } from '../time/civil.ts'
import type { WorkingDays } from '../time/working-days.ts'

export const MONTHS_AHEAD = 12

type Draft = Omit<Plan, 'id'>

/**
 * About how many rounds plans make in each of the twelve months that begin with the day's own; `countOf` says how many
 * targets are picked. Plans of the same rhythm, of which a pack has many, are expanded once.
 */
export function monthsAhead(
  from: Day,
  { workingDays, countOf }: { workingDays: WorkingDays; countOf: (targets: Targets) => number },
): (plans: readonly Draft[]) => number[] {
  const known = new Map<string, number[]>()
  function occurrencesByMonth({ rhythm, window, holidays, ...rest }: Draft): number[] {
    const key = JSON.stringify([rhythm, window, holidays, rest.from])
    const counts = known.get(key) ?? countByMonth({ rhythm, window, holidays, ...rest }, from, workingDays)
    known.set(key, counts)
    return counts
  }
  return (plans) => {
    const months = Array.from({ length: MONTHS_AHEAD }, () => 0)
    for (const plan of plans) {
      const counts = occurrencesByMonth(plan)
      const atOnce = roundsAtOnce(plan.targets, countOf, sum(counts))
      counts.forEach((count, index) => (months[index] = (months[index] ?? 0) + count * atOnce))
    }
    return months
  }
}

function countByMonth(plan: Draft, from: Day, workingDays: WorkingDays): number[] {
  const { year, month } = civilOf(from)
  const range = { from, to: addMonths(dayOf(year, month, 1), MONTHS_AHEAD) - 1, limit: 1000 }
  // The days are the same in every zone, and there are no clock changes to look up in this one.
  const days = { ...plan, timeZone: 'UTC' }
  const counts = Array.from({ length: MONTHS_AHEAD }, () => 0)
  for (const { planned } of occurrencesOf(days, { dutyId: '', targetId: null, workingDays }, range)
    .occurrences) {
    const on = civilOf(planned)
    const index = (on.year - year) * 12 + on.month - month
    counts[index] = (counts[index] ?? 0) + 1
  }
  return counts
}

const PERIODS_IN_A_YEAR = { week: 52, month: 12, quarter: 4, halfyear: 2, year: 1 }

/** How many targets each occurrence visits; where they are shared out over a period, on an average. */
function roundsAtOnce(targets: Targets, countOf: (targets: Targets) => number, occurrences: number): number {
  if ('none' in targets) return 1
  const count = countOf(targets)
  const { coverage, perOccurrence = 1, coverWithin = 'year' } = targets
  if (coverage === 'each') return count
  if (perOccurrence !== 'auto') return Math.min(count, perOccurrence)
  return Math.ceil((count * PERIODS_IN_A_YEAR[coverWithin]) / Math.max(1, occurrences))
}

export function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}
