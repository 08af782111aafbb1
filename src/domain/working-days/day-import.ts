import type { Day } from '../time/civil.ts'
import type { CalendarEvent } from './read-ics.ts'
import type { Correction, WorkingCalendar } from './working-calendar.ts'

/** What a day of a file would become: `known` is so already, `kept` was set by hand and stays. */
export type ImportedDay = Correction & { state: 'new' | 'known' | 'kept' }

type Stored = { day: Day; source: string | null }

/**
 * The days of a file beside what is known without it; of two events on one day the one counts that is worked. Days before
 * `since` are left out: what lies behind is not planned again.
 */
export function importedDays(
  events: readonly CalendarEvent[],
  { calendar, corrections, since }: { calendar: WorkingCalendar; corrections: readonly Stored[]; since: Day },
): ImportedDay[] {
  const byHand = new Set(corrections.filter(({ source }) => source === null).map(({ day }) => day))
  const days = new Map<Day, Correction>()
  for (const { from, until, name, isWorking } of events) {
    for (let day = Math.max(from, since); day <= until; day += 1) {
      if (days.get(day)?.isWorking !== true) days.set(day, { day, isWorking, name: name || null })
    }
  }
  return [...days.values()]
    .toSorted((a, b) => a.day - b.day)
    .map((each) => ({ ...each, state: stateOf(each, calendar, byHand) }))
}

function stateOf(
  { day, isWorking }: Correction,
  calendar: WorkingCalendar,
  byHand: ReadonlySet<Day>,
): ImportedDay['state'] {
  if (byHand.has(day)) return 'kept'
  const isSame = isWorking ? calendar.isWorking(day) : calendar.isHoliday(day)
  return isSame ? 'known' : 'new'
}
