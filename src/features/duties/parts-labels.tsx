import type { Message } from '../../platform/i18n.ts'
import { labelsIn } from '../../ui/form.tsx'
import type { View } from '../../ui/view.ts'
import { editorMessages as words } from './editor-messages.ts'
import type { FaultyField } from './forms-faults.ts'
import { coverageMessages, targetMessages, topicMessages } from './target-messages.ts'

const labels: Record<FaultyField, Message> = {
  way: words.schedule,
  period: words.period,
  min: words.min,
  max: words.max,
  spread: words.spread,
  months: words.months,
  every: words.every,
  interval: words.interval,
  weekdays: words.weekdays,
  monthDay: words.monthDay,
  rrule: words.rrule,
  times: words.timesOfDay,
  length: words.length,
  start: words.start,
  extraDates: words.extraDates,
  exceptDates: words.exceptDates,
  from: words.from,
  until: words.until,
  holidays: words.holidays,
  openAmount: words.openBefore,
  dueAmount: words.dueAfter,
  miss: words.miss,
  missAmount: words.missAmount,
  timeZone: words.timeZone,
  dayKind: words.dayKind,
  dayNames: words.dayNames,
  pick: words.pick,
  shiftBy: words.shiftBy,
  countedFrom: words.countedFrom,
  againAmount: words.again,
  followDuty: words.followDuty,
  followOf: words.followOf,
  followAmount: words.followAmount,
  where: targetMessages.where,
  unitTags: targetMessages.unitTags,
  assetTypes: targetMessages.assetTypes,
  memberRoles: targetMessages.memberRoles,
  coverage: coverageMessages.coverage,
  perKind: coverageMessages.perKind,
  per: coverageMessages.per,
  cover: coverageMessages.cover,
  topics: topicMessages.topics,
  topicsPer: topicMessages.per,
}

/** What the fields of a schedule are called where something is wrong with them. */
export function scheduleLabels(view: View): Record<FaultyField, string> {
  return labelsIn(view, labels)
}
