import type { RuleFault } from './rule.ts'

type Params = Record<string, string | number>
type Sentences = Record<string, (params: Params) => string>

/** A sentence for the person who typed the rule; `fault.at` says where. */
export function describeRuleFault({ code, params = {} }: RuleFault, locale: 'zh-CN' | 'en'): string {
  const sentence = (locale === 'zh-CN' ? CHINESE : ENGLISH)[code]
  if (sentence === undefined) throw new Error(`no sentence for ${code}`)
  return sentence(params)
}

const CHINESE: Sentences = {
  'start.range': ({ least, most }) => `开始日期须在${least}年至${most}年之间。`,
  'rule.blank': () => '请填写重复规则，例如 FREQ=WEEKLY;BYDAY=MO（每周一）。',
  'rule.tooLong': ({ most }) => `规则过长，最多${most}个字符。`,
  'rule.empty': () => '按此规则一次也不会发生，请检查各项条件是否互相矛盾（例如2月30日）。',
  'part.malformed': ({ part }) => `“${part}”应写成“名称=值”，各项之间用分号隔开。`,
  'part.unknown': ({ part }) => `没有“${part}”这一项。`,
  'part.doubled': ({ part }) => `${part} 只能出现一次。`,
  'part.single': ({ part }) => `${part} 只能有一个值。`,
  'part.timeOfDay': ({ part }) => `规则只确定日期，不能使用 ${part}；具体时间请填在“时间”一栏。`,
  'part.otherCalendar': ({ part }) => `只支持公历，不能使用 ${part}。`,
  'part.notWithFrequency': ({ part, frequency }) => `${part} 不能与 FREQ=${frequency} 一起使用。`,
  'freq.missing': () => '缺少 FREQ（DAILY、WEEKLY、MONTHLY 或 YEARLY）。',
  'freq.unknown': ({ value }) => `“${value}”不是有效的频率，应为 DAILY、WEEKLY、MONTHLY 或 YEARLY。`,
  'freq.tooFast': () => '最短按天重复：任务是按天安排的。一天内多次请用 FREQ=DAILY，并填写各次的时间。',
  'value.malformed': ({ part, value }) => `“${value}”不是 ${part} 可用的整数。`,
  'value.range': ({ part, value, most }) => `${part} 须为1至${most}，不能是${value}。`,
  'value.signedRange': ({ part, value, most }) =>
    `${part} 须为1至${most}，或 -1 至 -${most}（倒数），不能是${value}。`,
  'weekday.unknown': ({ value }) =>
    `“${value}”不是星期，应为 MO、TU、WE、TH、FR、SA、SU，前面可加序号，例如 1MO、-1FR。`,
  'weekday.ordinalRange': ({ most }) => `星期前的序号须为1至${most}，或 -1 至 -${most}（倒数）。`,
  'weekday.ordinalFrequency': ({ frequency }) =>
    `FREQ=${frequency} 时星期前不能带序号，只有 MONTHLY 和 YEARLY 才能用“第几个星期几”。`,
  'weekday.ordinalWeekNumber': () => '指定了周次（BYWEEKNO）时，星期前不能带序号。',
  'position.alone': () => 'BYSETPOS 从其他条件选出的日期中再挑选，须与另一个 BY 项一起使用。',
  'position.outOfReach': ({ most, frequency }) =>
    `BYSETPOS 最多数到${most}，因为 FREQ=${frequency} 的一个周期里符合条件的日期不会更多。`,
  'count.withUntil': () => 'COUNT（次数）和 UNTIL（截止）只能用一个。',
  'until.malformed': ({ value }) => `“${value}”不是有效的截止日期，应写成 20261231 或 20261231T155959Z。`,
  'until.beforeStart': () => '截止日期早于开始日期。',
  'until.beforeFirst': () => '截止日期早于第一次发生的日期，一次也不会发生。',
}

const ENGLISH: Sentences = {
  'start.range': ({ least, most }) => `The start must lie in the years ${least} to ${most}.`,
  'rule.blank': () => 'Give a rule, for example FREQ=WEEKLY;BYDAY=MO (every Monday).',
  'rule.tooLong': ({ most }) => `The rule is too long; at most ${most} characters.`,
  'rule.empty': () =>
    'This rule never yields a day: its conditions contradict each other (as 30 February does).',
  'part.malformed': ({ part }) => `“${part}” should be NAME=value, with a semicolon between parts.`,
  'part.unknown': ({ part }) => `There is no part “${part}”.`,
  'part.doubled': ({ part }) => `${part} may be given only once.`,
  'part.single': ({ part }) => `${part} takes a single value.`,
  'part.timeOfDay': ({ part }) =>
    `A rule picks days, so ${part} cannot be used; give the times of day as times.`,
  'part.otherCalendar': ({ part }) => `Only the Gregorian calendar is known; ${part} cannot be used.`,
  'part.notWithFrequency': ({ part, frequency }) => `${part} cannot be used with FREQ=${frequency}.`,
  'freq.missing': () => 'FREQ is missing (DAILY, WEEKLY, MONTHLY or YEARLY).',
  'freq.unknown': ({ value }) => `“${value}” is no frequency; use DAILY, WEEKLY, MONTHLY or YEARLY.`,
  'freq.tooFast': () =>
    'Rules repeat by the day at the most, for duties are planned by the day. For several times a day use FREQ=DAILY and give the times.',
  'value.malformed': ({ part, value }) => `“${value}” is not a whole number that ${part} takes.`,
  'value.range': ({ part, value, most }) => `${part} takes 1 to ${most}, not ${value}.`,
  'value.signedRange': ({ part, value, most }) =>
    `${part} takes 1 to ${most}, or -1 to -${most} counted from the end, not ${value}.`,
  'weekday.unknown': ({ value }) =>
    `“${value}” is no weekday; use MO, TU, WE, TH, FR, SA or SU, with a number before it if needed: 1MO, -1FR.`,
  'weekday.ordinalRange': ({ most }) =>
    `The number before a weekday must be 1 to ${most}, or -1 to -${most} from the end.`,
  'weekday.ordinalFrequency': ({ frequency }) =>
    `With FREQ=${frequency} a weekday has no number; only MONTHLY and YEARLY know “the first Monday”.`,
  'weekday.ordinalWeekNumber': () => 'Beside BYWEEKNO a weekday has no number.',
  'position.alone': () => 'BYSETPOS picks among the days of another BY part; give one.',
  'position.outOfReach': ({ most, frequency }) =>
    `BYSETPOS reaches ${most} at the most: one period of FREQ=${frequency} has no more days that fit.`,
  'count.withUntil': () => 'Give COUNT or UNTIL, not both.',
  'until.malformed': ({ value }) => `“${value}” is no end; write 20261231 or 20261231T155959Z.`,
  'until.beforeStart': () => 'The end lies before the start.',
  'until.beforeFirst': () => 'The end lies before the first day of the rule, which so never occurs.',
}
