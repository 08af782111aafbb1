import type { QuotaRhythm, RuleRhythm, Window } from '../../domain/schedule/plan.ts'

/** How the plans of this hospital recur: most say how often and leave the day free. */

/** Bounds the rules only: every plan has its own validity. */
const start = '2025-01-01'

export const onceAWeek: QuotaRhythm = { kind: 'quota', period: 'week', min: 1, max: 1 }
export const atLeastOnceAWeek: QuotaRhythm = { kind: 'quota', period: 'week', min: 1, max: null }
export const onceAMonth: QuotaRhythm = { kind: 'quota', period: 'month', min: 1, max: 1 }
export const atLeastOnceAMonth: QuotaRhythm = { kind: 'quota', period: 'month', min: 1, max: null }
export const onceInTwoMonths: QuotaRhythm = { kind: 'quota', period: 'bimonth', min: 1, max: 1 }
export const onceAQuarter: QuotaRhythm = { kind: 'quota', period: 'quarter', min: 1, max: 1 }
export const atLeastOnceAQuarter: QuotaRhythm = { kind: 'quota', period: 'quarter', min: 1, max: null }
export const atTheEndOfTheQuarter: QuotaRhythm = {
  kind: 'quota',
  period: 'quarter',
  min: 1,
  max: 1,
  spread: 'end',
}
export const onceAHalfYear: QuotaRhythm = { kind: 'quota', period: 'halfyear', min: 1, max: 1 }
export const onceAYear: QuotaRhythm = { kind: 'quota', period: 'year', min: 1, max: 1 }
export const onceOrTwiceAYear: QuotaRhythm = { kind: 'quota', period: 'year', min: 1, max: 2 }
export const twiceAYear: QuotaRhythm = { kind: 'quota', period: 'year', min: 2, max: 2, spread: 'even' }
export const atLeastTwiceAYear: QuotaRhythm = {
  kind: 'quota',
  period: 'year',
  min: 2,
  max: null,
  spread: 'even',
}

export const everyDay: RuleRhythm = { kind: 'rule', start, rrule: 'FREQ=DAILY' }
export const everyMorning: RuleRhythm = { kind: 'rule', start, rrule: 'FREQ=DAILY', times: ['08:30'] }
export const everyShift: RuleRhythm = {
  kind: 'rule',
  start,
  rrule: 'FREQ=DAILY',
  times: ['00:00', '08:00', '16:00'],
}
export const everyWeekday: RuleRhythm = { kind: 'rule', start, rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR' }
export const everyWeekend: RuleRhythm = { kind: 'rule', start, rrule: 'FREQ=WEEKLY;BYDAY=SA,SU' }
export const everyMonday: RuleRhythm = { kind: 'rule', start, rrule: 'FREQ=WEEKLY;BYDAY=MO' }
export const mondayMornings: RuleRhythm = {
  kind: 'rule',
  start,
  rrule: 'FREQ=WEEKLY;BYDAY=MO',
  times: ['08:00'],
  length: 'PT30M',
}
export const everyMondayAndTuesday: RuleRhythm = {
  kind: 'rule',
  start,
  rrule: 'FREQ=WEEKLY;BYDAY=MO,TU',
}
export const thursdayMornings: RuleRhythm = {
  kind: 'rule',
  start,
  rrule: 'FREQ=WEEKLY;BYDAY=TH',
  times: ['08:30'],
  length: 'PT3H',
}
export const thursdayAfternoons: RuleRhythm = {
  kind: 'rule',
  start,
  rrule: 'FREQ=WEEKLY;BYDAY=TH',
  times: ['15:00'],
  length: 'PT1H30M',
}
export const everyFriday: RuleRhythm = { kind: 'rule', start, rrule: 'FREQ=WEEKLY;BYDAY=FR' }
export const fridayAfternoons: RuleRhythm = {
  kind: 'rule',
  start,
  rrule: 'FREQ=WEEKLY;BYDAY=FR',
  times: ['16:00'],
  length: 'PT1H',
}
export const firstMondayOfTheMonth: RuleRhythm = { kind: 'rule', start, rrule: 'FREQ=MONTHLY;BYDAY=1MO' }
export const lastWorkingDayOfTheMonth: RuleRhythm = {
  kind: 'rule',
  start,
  rrule: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
}
export const endOfJune: RuleRhythm = {
  kind: 'rule',
  start,
  rrule: 'FREQ=YEARLY;BYMONTH=6;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
}
export const womensDay: RuleRhythm = { kind: 'rule', start, rrule: 'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=8' }
export const handHygieneDay: RuleRhythm = { kind: 'rule', start, rrule: 'FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=5' }
export const nursesDay: RuleRhythm = { kind: 'rule', start, rrule: 'FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=12' }
export const noTobaccoDay: RuleRhythm = { kind: 'rule', start, rrule: 'FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=31' }
export const partyDay: RuleRhythm = { kind: 'rule', start, rrule: 'FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=1' }

/** Opens when its period is over, due by the 5th of the next month. */
export const byTheFifth: Window = { openBefore: 'P0D', dueAfter: 'P5D' }
/** Opens when its period is over, due by the 10th of the next month. */
export const byTheTenth: Window = { openBefore: 'P0D', dueAfter: 'P10D' }
/** Opens at the start of the planned day or period and closes with it. */
export const inItsPeriod: Window = {}
