import { type Day, weekdayOf } from './civil.ts'

export type WorkingDays = { isWorking(day: Day): boolean }

/** Saturday and Sunday are off, no other day is. */
export const weekendsOff: WorkingDays = { isWorking: (day) => weekdayOf(day) < 6 }
