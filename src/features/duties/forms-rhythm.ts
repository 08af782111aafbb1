import type {
  CalendarRhythm,
  Plan,
  QuotaRhythm,
  Rhythm,
  RuleRhythm,
  SeasonRhythm,
} from '../../domain/schedule/plan.ts'
import { parseDuration } from '../../domain/time/duration.ts'
import { amountOf, durationOf } from './forms-amounts.ts'
import { blankSchedule } from './forms-blank.ts'
import { daysOfRule, ruleOf } from './forms-rule.ts'
import type { ScheduleForm } from './forms.ts'

/** `kept` is the rhythm of the plan that is replaced. */
export function rhythmOf(form: ScheduleForm, kept: Rhythm | null): Rhythm {
  switch (form.way) {
    case 'season':
      return { kind: 'season', months: form.months.map(Number), ...countsOf(form) }
    case 'days':
      return ruleRhythm(form, ruleOf(form))
    case 'rule':
      return ruleRhythm(form, form.rrule)
    case 'calendar':
      return calendarRhythm(form)
    case 'interval':
      return {
        kind: 'interval',
        every: durationOf(form.againAmount, form.againUnit),
        from: form.countedFrom,
      }
    case 'follow':
      return {
        kind: 'follow',
        duty: form.followDuty,
        of: form.followOf,
        offset: durationOf(form.followAmount, form.followUnit),
      }
    case 'kept':
      return kept ?? quotaRhythm(form)
    case 'quota':
    case 'standing':
      return quotaRhythm(form)
  }
}

export function formOfRhythm({ rhythm, from }: Pick<Plan, 'rhythm' | 'from'>): Partial<ScheduleForm> {
  switch (rhythm.kind) {
    case 'quota':
    case 'season':
      return formOfCounts(rhythm)
    case 'rule':
      return formOfRule(rhythm, from)
    case 'calendar':
      return formOfCalendar(rhythm)
    case 'interval': {
      const [againAmount, againUnit] = amountOf(rhythm.every)
      return { way: 'interval', countedFrom: rhythm.from, againAmount, againUnit }
    }
    case 'follow': {
      const [followAmount, followUnit] = amountOf(rhythm.offset)
      return { way: 'follow', followDuty: rhythm.duty, followOf: rhythm.of, followAmount, followUnit }
    }
  }
}

function quotaRhythm(form: ScheduleForm): QuotaRhythm {
  return {
    kind: 'quota',
    period: form.period,
    ...countsOf(form),
    ...(form.someMonths === 'yes' && { months: form.months.map(Number) }),
  }
}

function countsOf({ min, ceiling, max, spread }: ScheduleForm): Pick<SeasonRhythm, 'min' | 'max' | 'spread'> {
  const ceilings = { exact: Number(min), none: null, some: Number(max) }
  return { min: Number(min), max: ceilings[ceiling], ...(spread !== 'stagger' && { spread }) }
}

function formOfCounts(rhythm: QuotaRhythm | SeasonRhythm): Partial<ScheduleForm> {
  const { min, max, spread = 'stagger' } = rhythm
  const isSome = max !== null && max !== min
  return {
    way: rhythm.kind,
    min: String(min),
    ceiling: max === null ? 'none' : isSome ? 'some' : 'exact',
    max: isSome ? String(max) : '',
    spread,
    ...(rhythm.kind === 'quota' && {
      period: rhythm.period,
      someMonths: rhythm.months === undefined ? '' : 'yes',
    }),
    months: (rhythm.months ?? []).toSorted((a, b) => a - b).map(String),
  }
}

function ruleRhythm(form: ScheduleForm, rrule: string): RuleRhythm {
  const [times, extra, except] = [form.times, form.extraDates, form.exceptDates].map(listOf)
  return {
    kind: 'rule',
    start: form.start === '' ? form.from : form.start,
    rrule,
    ...(times?.length && { times: times.map(timeOf) }),
    ...(form.length !== '' && { length: lengthOf(Number(form.length)) }),
    ...(extra?.length && { rdates: extra.map(dateOf) }),
    ...(except?.length && { exdates: except.map(dateOf) }),
  }
}

/** What stands between commas, semicolons or spaces, Chinese ones too. */
function listOf(text: string): string[] {
  return text.split(/[\s,;，、；]+/).filter((word) => word !== '')
}

/** `8:00` and `8：00` are times to people. */
function timeOf(text: string): string {
  const time = text.replace('：', ':')
  return /^\d:\d\d$/.test(time) ? `0${time}` : time
}

/** `2026/5/2`, `2026.5.2` and `2026年5月2日` are dates to people. */
function dateOf(text: string): string {
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? []
  if (year === undefined || month === undefined || day === undefined) return text
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function lengthOf(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `PT${rest}M`
  return rest === 0 ? `PT${hours}H` : `PT${hours}H${rest}M`
}

function formOfRule(rhythm: RuleRhythm, from: string): Partial<ScheduleForm> {
  const length = rhythm.length === undefined ? '' : minutesOf(rhythm.length)
  if (length === null) return { way: 'kept' }
  const days = daysOfRule(rhythm.rrule, blankSchedule(from))
  return {
    ...(days === null ? { way: 'rule', rrule: rhythm.rrule } : { way: 'days', ...days }),
    start: rhythm.start === from ? '' : rhythm.start,
    times: (rhythm.times ?? []).join(', '),
    length,
    extraDates: (rhythm.rdates ?? []).join(', '),
    exceptDates: (rhythm.exdates ?? []).join(', '),
  }
}

/** Null where it is no number of minutes. */
function minutesOf(text: string): string | null {
  const duration = parseDuration(text)
  if (duration === null || duration.months > 0 || duration.days > 0 || duration.milliseconds % 60_000 > 0)
    return null
  return String(duration.milliseconds / 60_000)
}

/** The working day before, or after, the days off that a public holiday brings. */
const besideHolidays = {
  before: { kind: 'calendar', days: 'holiday', pick: 'first', shift: -1 },
  after: { kind: 'calendar', days: 'holiday', pick: 'last', shift: 1 },
} as const satisfies Record<string, CalendarRhythm>

function calendarRhythm({ dayKind, dayNames, pick, shiftWay, shiftBy }: ScheduleForm): CalendarRhythm {
  if (dayKind === 'before' || dayKind === 'after') return besideHolidays[dayKind]
  const amount = Number(shiftBy)
  const shift = shiftWay === 'before' ? 0 - amount : amount
  return {
    kind: 'calendar',
    days: dayKind === 'names' ? { names: dayNames } : dayKind,
    pick,
    ...(shiftWay !== '' && { shift }),
  }
}

function formOfCalendar({ days, pick, shift }: CalendarRhythm): Partial<ScheduleForm> {
  const beside = (['before', 'after'] as const).find((side) => {
    const { days: holidays, pick: end, shift: step } = besideHolidays[side]
    return days === holidays && pick === end && shift === step
  })
  if (beside !== undefined) return { way: 'calendar', dayKind: beside }
  const names = typeof days === 'string' ? [] : days.names
  if (names.includes('')) return { way: 'kept' }
  return {
    way: 'calendar',
    dayKind: typeof days === 'string' ? days : 'names',
    dayNames: names,
    pick,
    ...(shift !== undefined && {
      shiftWay: shift < 0 ? 'before' : 'after',
      shiftBy: String(Math.abs(shift)),
    }),
  }
}
