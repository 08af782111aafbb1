import type { Day } from '../time/civil.ts'
import type { WorkingDays } from '../time/working-days.ts'
import type { HolidayRule } from './plan.ts'

type Worked = Pick<WorkingDays, 'isWorking'>

/** No holiday is longer; a calendar that has no working day within this many days moves nothing. */
export const LONGEST_MOVE = 31

/** The working day on which a round of that day is to be done; null: it is dropped. */
export function movedForHolidays(day: Day, rule: HolidayRule, workingDays: Worked): Day | null {
  if (rule === 'keep' || workingDays.isWorking(day)) return day
  switch (rule) {
    case 'skip':
      return null
    case 'next':
      return firstWorkingDay(workingDays, day, [1]) ?? day
    case 'previous':
      return firstWorkingDay(workingDays, day, [-1]) ?? day
    case 'nearest':
      return firstWorkingDay(workingDays, day, [-1, 1]) ?? day
  }
}

/** Nearest first; of two equally near, the one of the first direction. */
function firstWorkingDay(workingDays: Worked, day: Day, directions: readonly (1 | -1)[]): Day | null {
  for (let distance = 1; distance <= LONGEST_MOVE; distance += 1) {
    for (const direction of directions) {
      const candidate = day + direction * distance
      if (workingDays.isWorking(candidate)) return candidate
    }
  }
  return null
}
