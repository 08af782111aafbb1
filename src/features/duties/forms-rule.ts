import { monthDays, months, nths, nthWeekdays, weekdays, type ScheduleForm } from './forms.ts'

/** The fields that say on which days, as far as a rule's text goes. */
export type DaysForm = Pick<
  ScheduleForm,
  | 'every'
  | 'interval'
  | 'weekdays'
  | 'weekStart'
  | 'monthBy'
  | 'monthDay'
  | 'nth'
  | 'weekday'
  | 'yearMonth'
  | 'someMonths'
  | 'months'
>

const WORKING_DAYS = 'MO,TU,WE,TH,FR'
const FREQUENCIES = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' } as const

/** RFC 5545, 3.3.10. */
export function ruleOf(form: DaysForm): string {
  const parts = [
    `FREQ=${FREQUENCIES[form.every]}`,
    form.interval === '1' ? '' : `INTERVAL=${form.interval}`,
    monthsOf(form),
    ...daysOf(form),
    weekStartOf(form),
  ]
  return parts.filter((part) => part !== '').join(';')
}

/** Said only where it makes a difference: Monday is what a rule means anyhow. */
function weekStartOf({ every, interval, weekStart }: DaysForm): string {
  return every === 'week' && interval !== '1' && weekStart !== 'MO' ? `WKST=${weekStart}` : ''
}

function monthsOf({ every, yearMonth, someMonths, months: chosen }: DaysForm): string {
  if (every === 'year') return `BYMONTH=${yearMonth}`
  if (every !== 'month' || someMonths === '') return ''
  return `BYMONTH=${months.filter((each) => chosen.includes(each)).join(',')}`
}

function daysOf({ every, weekdays: chosen, monthBy, monthDay, nth, weekday }: DaysForm): string[] {
  if (every === 'day') return []
  if (every === 'week') return [`BYDAY=${weekdays.filter((each) => chosen.includes(each)).join(',')}`]
  if (monthBy === 'date') return [`BYMONTHDAY=${monthDay}`]
  return weekday === 'working' ? [`BYDAY=${WORKING_DAYS}`, `BYSETPOS=${nth}`] : [`BYDAY=${nth}${weekday}`]
}

/** What of the form says that rule; null where no choice of days gives this very text. */
export function daysOfRule(rrule: string, blank: DaysForm): Partial<DaysForm> | null {
  const parts = partsOf(rrule)
  const days = { ...readEvery(parts), ...readDays(parts) }
  const form = { ...blank, ...days }
  return isOffered(form) && ruleOf(form) === rrule ? days : null
}

function isOffered({ interval, yearMonth, monthDay, nth }: DaysForm): boolean {
  return (
    /^[1-9]\d{0,3}$/.test(interval) &&
    months.includes(yearMonth) &&
    monthDays.includes(monthDay) &&
    nths.some((each) => each === nth)
  )
}

type Parts = ReadonlyMap<string, string>

function partsOf(rrule: string): Parts {
  return new Map(
    rrule.split(';').map((part) => {
      const [name = '', value = ''] = part.split('=')
      return [name, value]
    }),
  )
}

function readEvery(parts: Parts): Partial<DaysForm> {
  const frequency = parts.get('FREQ')
  const every = (['day', 'week', 'month', 'year'] as const).find((each) => FREQUENCIES[each] === frequency)
  const months = parts.get('BYMONTH')
  return {
    ...(every !== undefined && { every }),
    interval: parts.get('INTERVAL') ?? '1',
    ...(every === 'year' && months !== undefined && { yearMonth: months }),
    ...(every === 'month' && months !== undefined && { someMonths: 'yes', months: months.split(',') }),
  }
}

function readDays(parts: Parts): Partial<DaysForm> {
  const monthDay = parts.get('BYMONTHDAY')
  if (monthDay !== undefined) return { monthBy: 'date', monthDay }
  const days = parts.get('BYDAY') ?? ''
  const position = parts.get('BYSETPOS')
  if (position !== undefined) return { monthBy: 'nth', nth: position, weekday: 'working' }
  if (parts.get('FREQ') === 'WEEKLY') {
    const weekStart = weekdays.find((each) => each === parts.get('WKST')) ?? 'MO'
    return { weekdays: days.split(','), weekStart }
  }
  const nth = nths.find((each) => days.startsWith(each))
  const weekday = nthWeekdays.find((each) => days.endsWith(each))
  return nth === undefined || weekday === undefined ? {} : { monthBy: 'nth', nth, weekday }
}
