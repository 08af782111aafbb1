import type { FieldFault } from '../../domain/errors.ts'
import type { ScheduleForm } from './forms.ts'

type FieldName = keyof ScheduleForm

/** The field of the editor at which a fault of its plan stands. `path` as in a plan: `rhythm.times.0`. */
export function fieldOf(form: ScheduleForm, { path, code }: Pick<FieldFault, 'path' | 'code'>): FieldName {
  if (path === 'rhythm.rrule') return form.way === 'rule' ? 'rrule' : daysField(code)
  if (path === 'rhythm.start') return form.start === '' ? 'from' : 'start'
  if (path.startsWith('rhythm.days')) return form.dayKind === 'names' ? 'dayNames' : 'dayKind'
  if (path === 'targets.perOccurrence') return form.perKind === 'some' ? 'per' : 'perKind'
  const known = fields.find(([start]) => path === start || path.startsWith(`${start}.`))
  return known?.[1] ?? 'way'
}

// The first that fits: what is more particular stands before what holds it.
const fields: readonly (readonly [string, FieldName])[] = [
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
  ['window.missAfter', 'missAmount'],
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
]

function daysField(code: string): FieldName {
  return code.startsWith('value.') ? 'interval' : 'every'
}
