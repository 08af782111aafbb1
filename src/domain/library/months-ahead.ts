import { occurrencesOf } from '../schedule/occurrences.ts'
import type { Plan, Targets } from '../schedule/plan.ts'
import { pickTargets, type World } from '../schedule/targets.ts'
import { addMonths, civilOf, dayOf, type Day } from '../time/civil.ts'
import type { WorkingDays } from '../time/working-days.ts'

export const MONTHS_AHEAD = 12

type Draft = Omit<Plan, 'id'>

/** About how many rounds these plans make in each of the twelve months that begin with the day's own. */
export function monthsAhead(
  plans: readonly Draft[],
  from: Day,
  world: World & { workingDays: WorkingDays },
): number[] {
  const { year, month } = civilOf(from)
  const first = dayOf(year, month, 1)
  const range = { from, to: addMonths(first, MONTHS_AHEAD) - 1, limit: 1000 }
  const counts = Array.from({ length: MONTHS_AHEAD }, () => 0)
  for (const plan of plans) {
    const context = { dutyId: '', targetId: null, workingDays: world.workingDays }
    const { occurrences } = occurrencesOf(plan, context, range)
    const atOnce = roundsAtOnce(plan.targets, world, from, occurrences.length)
    for (const { planned } of occurrences) {
      const on = civilOf(planned)
      const index = (on.year - year) * 12 + on.month - month
      counts[index] = (counts[index] ?? 0) + atOnce
    }
  }
  return counts
}

const PERIODS_IN_A_YEAR = { week: 52, month: 12, quarter: 4, halfyear: 2, year: 1 }

/** How many targets each occurrence visits; where they are shared out over a period, on an average. */
function roundsAtOnce(targets: Targets, world: World, on: Day, occurrences: number): number {
  if ('none' in targets) return 1
  const count = pickTargets(targets, world, on).length
  const { coverage, perOccurrence = 1, coverWithin = 'year' } = targets
  if (coverage === 'each') return count
  if (perOccurrence !== 'auto') return Math.min(count, perOccurrence)
  return Math.ceil((count * PERIODS_IN_A_YEAR[coverWithin]) / Math.max(1, occurrences))
}
