import type { FieldFault } from '../../domain/errors.ts'
import type {
  Plan,
  QuotaRhythm,
  Rhythm,
  RuleRhythm,
  SeasonRhythm,
  Window,
} from '../../domain/schedule/plan.ts'
import { parseDuration } from '../../domain/time/duration.ts'
import { blankSchedule, timeUnits, type ScheduleForm } from './forms.ts'
import { daysOfRule, ruleOf } from './forms-rule.ts'
import { formOfTargets, targetsOf } from './forms-targets.ts'

export type PlanDraft = Omit<Plan, 'id'>

/** What a form that says less than a plan can hold takes from elsewhere. */
export type Given = {
  /** the organisation's */
  timeZone: string
  /** the plan that is replaced: what the form calls `kept` comes from it */
  kept: PlanDraft | null
}

/** The plan that the form says, which may still be refused by `checkPlan`; null for standing work. */
export function planOf(form: ScheduleForm, { timeZone, kept }: Given): PlanDraft | null {
  if (form.way === 'standing') return null
  return {
    from: form.from,
    until: form.until === '' ? null : form.until,
    timeZone: form.timeZone === '' ? timeZone : form.timeZone,
    rhythm: rhythmOf(form, kept),
    window: windowOf(form),
    holidays: form.holidays,
    targets: targetsOf(form) ?? kept?.targets ?? { none: true },
    ...(kept?.topics && { topics: kept.topics }),
  }
}

/** Of the organisation: what a form leaves empty or begins with. */
export type Surroundings = { timeZone: string; today: string; firstWeekday: number }

/** A form that says that plan, without loss; null: standing work, to begin on `today` should it get a plan. */
export function formOf(plan: PlanDraft | null, given: Surroundings): ScheduleForm {
  const blank = blankSchedule(plan?.from ?? given.today, given.firstWeekday)
  if (plan === null) return { ...blank, way: 'standing' }
  return {
    ...blank,
    ...formOfRhythm(plan),
    ...formOfWindow(plan.window),
    ...formOfTargets(plan.targets),
    until: plan.until ?? '',
    timeZone: plan.timeZone === given.timeZone ? '' : plan.timeZone,
    holidays: plan.holidays,
  }
}

/** The form of a plan that is to hold from another day: every other week stays the same weeks. */
export function formOfRevision(plan: PlanDraft | null, given: Surroundings): ScheduleForm {
  const form = formOf(plan, given)
  if (plan === null) return { ...form, way: 'quota' }
  const dependsOnStart = form.way === 'rule' || (form.way === 'days' && form.interval !== '1')
  const from = plan.from > given.today ? plan.from : given.today
  return {
    ...form,
    from,
    start: form.start === '' && dependsOnStart && from !== plan.from ? plan.from : form.start,
  }
}

/** What is missing or no number, by the name of its field: what `checkPlan` could not say as plainly. */
export function formFaults(form: ScheduleForm): FieldFault[] {
  if (form.way === 'standing') return []
  const inDays = form.way === 'days'
  const inSomeMonths = form.way === 'quota' || (inDays && form.every === 'month')
  return [
    ...wholeNumbers(form),
    ...(form.way === 'season' || (inSomeMonths && form.someMonths === 'yes')
      ? chosen('months', form.months)
      : []),
    ...(inDays && form.every === 'week' ? chosen('weekdays', form.weekdays) : []),
    ...(form.from === '' ? [{ path: 'from', code: 'required' }] : []),
  ]
}

function wholeNumbers(form: ScheduleForm): FieldFault[] {
  const counted = form.way === 'quota' || form.way === 'season'
  const names: (keyof ScheduleForm)[] = [
    ...(counted ? (['min'] as const) : []),
    ...(counted && form.ceiling === 'some' ? (['max'] as const) : []),
    ...(form.way === 'days' ? (['interval'] as const) : []),
    ...(form.miss === 'after' && !isKeptUnit(form.missUnit) ? (['missAmount'] as const) : []),
    ...(['length', 'openAmount', 'dueAmount'] as const).filter((name) => form[name] !== ''),
  ]
  return names.flatMap((path) => {
    const text = String(form[path])
    if (text === '') return [{ path, code: 'required' }]
    return /^\d{1,6}$/.test(text) ? [] : [{ path, code: 'whole-number' }]
  })
}

function chosen(path: 'months' | 'weekdays', values: readonly string[]): FieldFault[] {
  return values.length === 0 ? [{ path, code: 'choose-one' }] : []
}

function rhythmOf(form: ScheduleForm, kept: PlanDraft | null): Rhythm {
  switch (form.way) {
    case 'season':
      return { kind: 'season', months: form.months.map(Number), ...countsOf(form) }
    case 'days':
      return ruleRhythm(form, ruleOf(form))
    case 'rule':
      return ruleRhythm(form, form.rrule)
    case 'kept':
      return kept?.rhythm ?? quotaRhythm(form)
    case 'quota':
    case 'standing':
      return quotaRhythm(form)
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

function ruleRhythm(form: ScheduleForm, rrule: string): RuleRhythm {
  const [times, extra, except] = [form.times, form.extraDates, form.exceptDates].map(listOf)
  return {
    kind: 'rule',
    start: form.start === '' ? form.from : form.start,
    rrule,
    ...(times?.length && { times: times.map(timeOf) }),
    ...(form.length !== '' && { length: lengthOf(Number(form.length)) }),
    ...(extra?.length && { rdates: extra }),
    ...(except?.length && { exdates: except }),
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

function lengthOf(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `PT${rest}M`
  return rest === 0 ? `PT${hours}H` : `PT${hours}H${rest}M`
}

function windowOf(form: ScheduleForm): Window {
  const openBefore = durationOf(form.openAmount, form.openUnit)
  const dueAfter = durationOf(form.dueAmount, form.dueUnit)
  const missAfter = form.miss === 'after' ? durationOf(form.missAmount, form.missUnit) : form.miss
  return {
    ...(openBefore !== '' && { openBefore }),
    ...(dueAfter !== '' && { dueAfter }),
    ...(missAfter !== '' && { missAfter }),
  }
}

function durationOf(amount: string, unit: string): string {
  if (isKeptUnit(unit)) return unit
  if (amount === '') return ''
  return unit === 'H' ? `PT${amount}H` : `P${amount}${unit}`
}

function isKeptUnit(unit: string): boolean {
  return !timeUnits.some((each) => each === unit)
}

function formOfRhythm({ rhythm, from }: PlanDraft): Partial<ScheduleForm> {
  switch (rhythm.kind) {
    case 'quota':
    case 'season':
      return rhythm.spread === 'draw' ? { way: 'kept' } : formOfCounts(rhythm)
    case 'rule':
      return formOfRule(rhythm, from)
    default:
      return { way: 'kept' }
  }
}

function formOfCounts(rhythm: QuotaRhythm | SeasonRhythm): Partial<ScheduleForm> {
  const { min, max, spread } = rhythm
  const isSome = max !== null && max !== min
  return {
    way: rhythm.kind,
    min: String(min),
    ceiling: max === null ? 'none' : isSome ? 'some' : 'exact',
    max: isSome ? String(max) : '',
    ...(spread !== undefined && spread !== 'draw' && { spread }),
    ...(rhythm.kind === 'quota' && {
      period: rhythm.period,
      someMonths: rhythm.months === undefined ? '' : 'yes',
    }),
    months: (rhythm.months ?? []).toSorted((a, b) => a - b).map(String),
  }
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

function formOfWindow({ openBefore, dueAfter, missAfter }: Window): Partial<ScheduleForm> {
  const [openAmount, openUnit] = amountOf(openBefore)
  const [dueAmount, dueUnit] = amountOf(dueAfter)
  if (missAfter === undefined || missAfter === 'next' || missAfter === 'never') {
    return { openAmount, openUnit, dueAmount, dueUnit, miss: missAfter ?? '' }
  }
  const [missAmount, missUnit] = amountOf(missAfter)
  return { openAmount, openUnit, dueAmount, dueUnit, miss: 'after', missAmount, missUnit }
}

/** An amount and its unit; of a duration that mixes units, no amount and the whole text. */
function amountOf(text: string | undefined): [amount: string, unit: string] {
  if (text === undefined) return ['', 'D']
  const [, hours] = /^PT(\d+)H$/.exec(text) ?? []
  if (hours !== undefined) return [hours, 'H']
  const [, amount, unit] = /^P(\d+)([DWM])$/.exec(text) ?? []
  return amount === undefined || unit === undefined ? ['', text] : [amount, unit]
}
