import { type Day, weekdayOf } from './civil.ts'

/** Days on end, both included. */
export type Stretch = { from: Day; until: Day }

export type WorkingDays = {
  isWorking(day: Day): boolean
  /** whether it is off because of a public holiday, which may fall on a weekend */
  isHoliday(day: Day): boolean
  /** the days that the organisation gave this name, in order; none where it gave no days that name */
  stretchesNamed(name: string): readonly Stretch[]
}

/** Saturday and Sunday are off, no other day is. */
export const weekendsOff: WorkingDays = {
  isWorking: (day) => weekdayOf(day) < 6,
  isHoliday: () => false,
  stretchesNamed: () => [],
}
