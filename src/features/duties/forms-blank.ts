import { typedMany, typedOne, type Typed } from '../../platform/validation.ts'
import {
  choices,
  weekdays,
  type RhythmFields,
  type ScheduleForm,
  type TargetFields,
  type TermFields,
  type TopicFields,
} from './forms.ts'

/** Once a month, the day free, on no target, from that day on. `firstWeekday`: the organisation's, 1…7 from Monday. */
export function blankSchedule(from: string, firstWeekday = 1): ScheduleForm {
  const weekStart = weekdays[firstWeekday - 1] ?? 'MO'
  return { ...blankRhythm, weekStart, ...blankTerms, from, ...blankTargets, ...blankTopics }
}

/** What a browser sent; a field that it did not send is empty, a choice that does not exist is the first. */
export function readScheduleForm(typed: Typed): ScheduleForm {
  const read: Record<string, string | string[]> = {}
  for (const [name, value] of Object.entries(blankSchedule(''))) {
    read[name] = Array.isArray(value)
      ? typedMany(typed, name).filter((each) => each !== '')
      : typedOne(typed, name).trim()
  }
  for (const [name, offered] of Object.entries(choices)) {
    if (!(offered as readonly unknown[]).includes(read[name])) read[name] = offered[0]
  }
  return read as ScheduleForm
}

const blankRhythm: RhythmFields = {
  way: 'quota',
  period: 'month',
  min: '1',
  ceiling: 'exact',
  max: '',
  spread: 'stagger',
  someMonths: '',
  months: [],
  every: 'week',
  interval: '1',
  weekdays: [],
  weekStart: 'MO',
  monthBy: 'date',
  monthDay: '1',
  nth: '1',
  weekday: 'MO',
  yearMonth: '1',
  rrule: '',
  times: '',
  length: '',
  start: '',
  extraDates: '',
  exceptDates: '',
  dayKind: 'working',
  dayNames: [],
  pick: 'each',
  shiftWay: '',
  shiftBy: '',
  countedFrom: 'done',
  againAmount: '1',
  againUnit: 'M',
  followDuty: '',
  followOf: 'planned',
  followAmount: '7',
  followUnit: 'D',
}

const blankTerms: TermFields = {
  from: '',
  until: '',
  timeZone: '',
  openAmount: '',
  openUnit: 'D',
  dueAmount: '',
  dueUnit: 'D',
  miss: '',
  missAmount: '',
  missUnit: 'D',
  holidays: 'keep',
}

const blankTargets: TargetFields = {
  where: 'none',
  unitTags: [],
  unitIds: [],
  unitUnder: '',
  exceptUnitTags: [],
  exceptUnits: [],
  assetTypes: [],
  assetTags: [],
  assetIds: [],
  assetUnder: '',
  assetsListed: '',
  exceptAssetTags: [],
  exceptAssets: [],
  memberRoles: [],
  memberTags: [],
  memberIds: [],
  memberUnder: '',
  membersListed: '',
  exceptMemberTags: [],
  exceptMembers: [],
  coverage: 'each',
  perKind: 'one',
  per: '',
  cover: '',
}

const blankTopics: TopicFields = { topicsPer: 'occurrence', topics: '' }
