/** Days since 1970-01-01 in the proleptic Gregorian calendar. */
export type Day = number

export type Civil = { year: number; month: number; day: number }

// Years are counted from 1 March, so that the leap day is the last one and month starts never move.
const MARCH_MONTH_STARTS = [0, 31, 61, 92, 122, 153, 184, 214, 245, 275, 306, 337] as const
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
const DAYS_FROM_MARCH_OF_YEAR_0 = 719_468
const MEAN_YEAR = 365.2425

/** `month` is 1…12; `day` may lie outside the month and then counts on from it. */
export function dayOf(year: number, month: number, day: number): Day {
  const marchYear = month < 3 ? year - 1 : year
  const monthStart = MARCH_MONTH_STARTS[(month + 9) % 12] ?? 0
  return marchYearStart(marchYear) + monthStart + day - 1 - DAYS_FROM_MARCH_OF_YEAR_0
}

export function civilOf(day: Day): Civil {
  const shifted = day + DAYS_FROM_MARCH_OF_YEAR_0
  let marchYear = Math.floor(shifted / MEAN_YEAR)
  if (marchYearStart(marchYear + 1) <= shifted) marchYear += 1
  if (marchYearStart(marchYear) > shifted) marchYear -= 1
  const dayOfYear = shifted - marchYearStart(marchYear)
  let index = Math.floor(dayOfYear / 31)
  if ((MARCH_MONTH_STARTS[index + 1] ?? Infinity) <= dayOfYear) index += 1
  const month = ((index + 2) % 12) + 1
  return {
    year: month < 3 ? marchYear + 1 : marchYear,
    month,
    day: dayOfYear - (MARCH_MONTH_STARTS[index] ?? 0) + 1,
  }
}

function marchYearStart(year: number): number {
  return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
}

/** Strict `YYYY-MM-DD`; null for anything else and for dates that do not exist. */
export function parseDate(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (match === null) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return dayOf(year, month, day)
}

export function printDate(day: Day): string {
  const civil = civilOf(day)
  return `${pad(civil.year, 4)}-${pad(civil.month, 2)}-${pad(civil.day, 2)}`
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}

/** ISO 8601: Monday is 1, Sunday is 7. */
export function weekdayOf(day: Day): number {
  // 1970-01-01 was a Thursday.
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** How many days of its week lie before it, 0…6; `firstWeekday` is what weeks begin on, 1…7 from Monday. */
export function placeInWeek(day: Day, firstWeekday: number): number {
  return (weekdayOf(day) - firstWeekday + 7) % 7
}

/** ISO 8601: a week belongs to the year its Thursday lies in. */
export function isoWeekOf(day: Day): { year: number; week: number } {
  const thursday = day - weekdayOf(day) + 4
  const { year } = civilOf(thursday)
  return { year, week: Math.floor((thursday - dayOf(year, 1, 1)) / 7) + 1 }
}

export function mondayOfIsoWeek(year: number, week: number): Day {
  // 4 January always lies in week 1.
  const january4 = dayOf(year, 1, 4)
  return january4 - weekdayOf(january4) + 1 + (week - 1) * 7
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0)
}

/** The same day of the month `months` later (earlier if negative), or the month's last day where it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const civil = civilOf(day)
  const index = civil.year * 12 + civil.month - 1 + months
  const year = Math.floor(index / 12)
  const month = index - year * 12 + 1
  return dayOf(year, month, Math.min(civil.day, daysInMonth(year, month)))
}
