import { describeRuleFault } from '../recurrence/describe-faults.ts'
import { parseDate } from '../time/civil.ts'
import { dateIn } from './describe-date.ts'
import type { CoverWithin } from './plan.ts'
import type { PlanFault, PlanFaultCode, PlanWarning, PlanWarningCode } from './plan-fault.ts'
import { SUCCESSION_FAULTS } from './succession-fault-messages.ts'
import { EACH_PERIOD, STARTS_NEXT, WARNINGS } from './warning-messages.ts'

type Locale = 'zh-CN' | 'en'
/** `{name}` stands for a value of the fault. */
type Sentence = Readonly<Record<Locale, string>>

const FAULTS: Readonly<Record<PlanFaultCode, Sentence>> = {
  ...SUCCESSION_FAULTS,
  'auto-without-period': {
    'zh-CN': '自动确定每次个数，须先选定多长时间内全部轮到一遍。',
    en: 'To take as many each time as needed, choose the period within which all are to be covered.',
  },
  'bad-count': {
    'zh-CN': '请填写1到{most}的整数。',
    en: 'Write a whole number from 1 to {most}.',
  },
  'bad-date': {
    'zh-CN': '“{text}”不是有效日期，请按“年-月-日”填写，例如 2026-03-01。',
    en: '“{text}” is not a date. Write year-month-day, for example 2026-03-01.',
  },
  'bad-duration': {
    'zh-CN': '“{text}”不是有效时长，请填写例如 P1D（1天）、P2W（2周）、P1M（1个月）或 PT4H（4小时）。',
    en: '“{text}” is not a duration. Write for example P1D (a day), P2W (two weeks), P1M (a month) or PT4H (four hours).',
  },
  'bad-local': {
    'zh-CN': '“{text}”不是有效日期，请填写例如 2026-03-01，或带时刻的 2026-03-01T08:00。',
    en: '“{text}” is not a date. Write for example 2026-03-01 or, with a time, 2026-03-01T08:00.',
  },
  'bad-months': {
    'zh-CN': '月份须为1到12的整数，且不得重复。',
    en: 'Months must be whole numbers from 1 to 12, each given once.',
  },
  'bad-shift': {
    'zh-CN': '提前或推后的工作日须为整数，且不超过{most}个。',
    en: 'So many working days before or after must be a whole number, at most {most}.',
  },
  'bad-time': {
    'zh-CN': '“{text}”不是有效时刻，请按24小时制填写，例如 08:00。',
    en: '“{text}” is not a time of day. Write hours and minutes from 00:00 to 23:59, for example 08:00.',
  },
  'date-out-of-range': {
    'zh-CN': '日期须在{first}年至{last}年之间。',
    en: 'The date must lie between the years {first} and {last}.',
  },
  'duration-too-long': {
    'zh-CN': '时长不能超过{most}天。',
    en: 'The duration must not be longer than {most} days.',
  },
  'empty-window': {
    'zh-CN': '任务一开放就已到期，没有时间可做：请让它早些开放，或推迟截止时间。',
    en: 'The round would be due the moment it opens. Let it open earlier or be due later.',
  },
  'max-below-min': {
    'zh-CN': '最多次数（{max}）小于应做次数（{min}）：请改大，或不设上限。',
    en: 'The most ({max}) is less than the least ({min}). Raise it, or set no ceiling.',
  },
  'no-day-names': {
    'zh-CN': '请选择工作日历中的自定日期，例如“开学第一周”。',
    en: 'Choose named days of the working calendar, such as “First week of term”.',
  },
  'no-months': {
    'zh-CN': '请至少选择一个月份。',
    en: 'Choose at least one month.',
  },
  'no-targets': {
    'zh-CN': '没有选定任何对象：请选择科室、设备或人员，或改为“无具体对象”。',
    en: 'Nothing is picked. Pick units, assets or people, or say that there are no targets.',
  },
  'only-each': {
    'zh-CN': '这种安排下每个对象各有自己的日期，不能轮流或抽取：请改为“全部都做”。',
    en: 'Here each target has dates of its own, so they cannot take turns or be drawn. Choose all of them each time.',
  },
  'only-in-turn': {
    'zh-CN': '每次都做全部对象时，不需要填写每次个数或覆盖期限：请删去，或改为轮流、抽取。',
    en: 'Where every target has each round, there is nothing to limit or to cover. Leave it out, or let the targets take turns.',
  },
  'repeated-time': {
    'zh-CN': '时刻 {text} 重复了，请删去一个。',
    en: 'The time {text} is given twice. Remove one of them.',
  },
  'season-whole-year': {
    'zh-CN': '十二个月全选就不是季节性工作了，请改用“每年若干次”。',
    en: 'A season cannot last all twelve months. Use so many times a year instead.',
  },
  'shift-of-each': {
    'zh-CN': '提前或推后若干工作日，只能从一段日期的第一天或最后一天算起，不能用于每一天。',
    en: 'Working days before or after are counted from the first or the last of some days, not from each.',
  },
  'skips-all-days': {
    'zh-CN': '选的都是休息日，又要求遇休息日不安排，就一次也没有了：请改为“照常”。',
    en: 'All of these are days off, and days off are to be left out, so none would come. Let them come as usual.',
  },
  'too-many-dates': {
    'zh-CN': '单独的日期最多{most}个，请删减或改用规则。',
    en: 'There may be at most {most} single dates. Remove some, or use a rule.',
  },
  'too-many-day-names': {
    'zh-CN': '自定日期最多选{most}个，请删减。',
    en: 'There may be at most {most} names of days. Remove some.',
  },
  'too-many-times': {
    'zh-CN': '每天的时刻最多{most}个，请删减。',
    en: 'There may be at most {most} times a day. Remove some.',
  },
  'too-often': {
    'zh-CN': '这样安排每年会超过{most}次，请减少次数。',
    en: 'This makes more than {most} rounds a year. Lower the number of times.',
  },
  'types-of-units': {
    'zh-CN': '科室没有类型之分：请改按标签选择科室，或按类型选择设备。',
    en: 'Units have no types. Pick units by tags, or assets by types.',
  },
  'unknown-zone': {
    'zh-CN': '无法识别时区“{zone}”，请填写例如 Asia/Shanghai。',
    en: 'The time zone “{zone}” is unknown. Write for example Asia/Shanghai or Europe/London.',
  },
  'until-before-from': {
    'zh-CN': '结束日期（{until}）早于开始日期（{from}），请改正其中一个。',
    en: 'The end ({until}) lies before the beginning ({from}). Change one of them.',
  },
  'yields-nothing': {
    'zh-CN': '在有效期内一次也不会安排：请延长有效期或修改频次。',
    en: 'Nothing would come within the dates from which and until which it is valid. Lengthen them, or change the rhythm.',
  },
}

/** What is wrong, what to do about it and, in a typed rule, where. */
export function planFaultSentence(fault: PlanFault, locale: Locale): string {
  if (isOwnCode(fault.code)) return fill(FAULTS[fault.code][locale], inWords(fault.params ?? {}, locale))
  const { code, at, params = {} } = fault
  const sentence = describeRuleFault({ code, at: at ?? null, params }, locale)
  return at === undefined ? sentence : `${placeIn(at, locale)}${sentence}`
}

/** Characters are counted from 1; an empty place is the one where something is missing. */
function placeIn({ start, end }: { start: number; end: number }, locale: Locale): string {
  const first = start + 1
  if (end - start <= 1) return locale === 'en' ? `At character ${first}: ` : `第${first}个字符处：`
  return locale === 'en' ? `Characters ${first} to ${end}: ` : `第${first}—${end}个字符：`
}

export function planWarningSentence(warning: PlanWarning, locale: Locale): string {
  if (!isWarningCode(warning.code)) throw new RangeError(`no sentence for ${warning.code}`)
  return fill(WARNINGS[warning.code][locale], inWords(warning.params ?? {}, locale))
}

type Params = Readonly<Record<string, string | number>>

function inWords(params: Params, locale: Locale): Params {
  const { period, within } = params
  return {
    ...params,
    ...datesInWords(params, locale),
    ...(isNamedPeriod(period) ? { period: STARTS_NEXT[period][locale] } : {}),
    ...(isCoverPeriod(within) ? { within: EACH_PERIOD[within][locale] } : {}),
    ...leftInWords(params, locale),
  }
}

/** What was typed and cannot be read is told as it is. */
function datesInWords(params: Params, locale: Locale): Params {
  const dates = Object.entries(params).flatMap(([name, value]) => {
    const day = name === 'text' || typeof value === 'number' ? null : parseDate(value)
    return day === null ? [] : [[name, dateIn(day, locale)] as const]
  })
  return Object.fromEntries(dates)
}

/** Of so many targets between `least` and `most` are left out. */
function leftInWords({ count, least, most }: Params, locale: Locale): Params {
  if (typeof count !== 'number' || typeof least !== 'number' || typeof most !== 'number') return {}
  const left = rangeIn(least, most, locale)
  const willBe = least === 0 ? `最多会有${most}` : `会有${left}`
  return { left: locale === 'en' ? left : willBe, turns: rangeIn(count - most, count - least, locale) }
}

function rangeIn(least: number, most: number, locale: Locale): string {
  const isEnglish = locale === 'en'
  if (least === most) return String(most)
  if (least === 0) return `${isEnglish ? 'up to ' : '最多'}${most}`
  return `${least}${most === least + 1 ? (isEnglish ? ' or ' : '或') : isEnglish ? ' to ' : '至'}${most}`
}

function fill(sentence: string, params: Params): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => String(params[name] ?? placeholder))
}

function isOwnCode(code: string): code is PlanFaultCode {
  return Object.hasOwn(FAULTS, code)
}

function isWarningCode(code: string): code is PlanWarningCode {
  return Object.hasOwn(WARNINGS, code)
}

function isNamedPeriod(period: string | number | undefined): period is keyof typeof STARTS_NEXT {
  return period !== undefined && Object.hasOwn(STARTS_NEXT, period)
}

function isCoverPeriod(period: string | number | undefined): period is CoverWithin {
  return period !== undefined && Object.hasOwn(EACH_PERIOD, period)
}
