import type { FieldFault } from '../../domain/errors.ts'
import type { PlanFault } from '../../domain/schedule/plan-fault.ts'
import type { ScheduleForm } from './forms.ts'

/** The fields that may be wrong. */
export type FaultyField =
  | (typeof fields)[number][1]
  | 'rrule'
  | 'start'
  | 'every'
  | 'interval'
  | 'weekdays'
  | 'monthDay'
  | 'dayKind'
  | 'dayNames'
  | 'perKind'
  | 'per'
  | 'miss'
  | 'missAmount'
  | 'way'

/** The field of the editor at which a fault of its plan stands. `path` as in a plan: `rhythm.times.0`. */
export function fieldOf(form: ScheduleForm, { path, code }: Pick<FieldFault, 'path' | 'code'>): FaultyField {
  if (path === 'rhythm.rrule') return form.way === 'rule' ? 'rrule' : daysField(code)
  if (path === 'rhythm.start') return form.start === '' ? 'from' : 'start'
  if (path.startsWith('rhythm.days')) return form.dayKind === 'names' ? 'dayNames' : 'dayKind'
  if (path === 'targets.perOccurrence') return form.perKind === 'some' ? 'per' : 'perKind'
  if (path === 'window.missAfter') return form.miss === 'after' ? 'missAmount' : 'miss'
  const known = fields.find(([start]) => path === start || path.startsWith(`${start}.`))
  return known?.[1] ?? 'way'
}

// The first that fits: what is more particular stands before what holds it.
const fields = [
  ['from', 'from'],
  ['until', 'until'],
  ['timeZone', 'timeZone'],
  ['rhythm.period', 'period'],
  ['rhythm.min', 'min'],
  ['rhythm.max', 'max'],
  ['rhythm.months', 'months'],
  ['rhythm.spread', 'spread'],
  ['rhythm.times', 'times'],
  ['rhythm.length', 'length'],
  ['rhythm.rdates', 'extraDates'],
  ['rhythm.exdates', 'exceptDates'],
  ['rhythm.pick', 'pick'],
  ['rhythm.shift', 'shiftBy'],
  ['rhythm.every', 'againAmount'],
  ['rhythm.from', 'countedFrom'],
  ['rhythm.duty', 'followDuty'],
  ['rhythm.of', 'followOf'],
  ['rhythm.offset', 'followAmount'],
  ['window.dueAfter', 'dueAmount'],
  ['window', 'openAmount'],
  ['holidays', 'holidays'],
  ['targets.units', 'unitTags'],
  ['targets.assets', 'assetTypes'],
  ['targets.members', 'memberRoles'],
  ['targets.coverage', 'coverage'],
  ['targets.coverWithin', 'cover'],
  ['targets', 'where'],
  ['topics.per', 'topicsPer'],
  ['topics', 'topics'],
] as const satisfies readonly (readonly [string, keyof ScheduleForm])[]

/** Only in a rule that was typed the place of what is wrong is one that its writer knows. */
export function asSeenIn(form: Pick<ScheduleForm, 'way'>, faults: readonly PlanFault[]): PlanFault[] {
  if (form.way === 'rule') return [...faults]
  return faults.map(({ path, code, params }) => ({ path, code, ...(params && { params }) }))
}

function daysField(code: string): FaultyField {
  return code.startsWith('value.') ? 'interval' : 'every'
}
