import type { RoundState } from '../round/state.ts'

/** The words of a calendar, in the languages a feed can have. */
export type CalendarLanguage = 'zh-CN' | 'en'

/**
 * What a title says before the duty's name. Planned and open rounds say nothing: their day says it, and a calendar that is
 * fetched every few hours could not keep the two apart.
 */
const stateWords: Record<CalendarLanguage, Partial<Record<RoundState, string>>> = {
  'zh-CN': {
    overdue: '! 逾期',
    missed: '✕ 过期未做',
    done: '✓ 已完成',
    late: '✓ 逾期完成',
    'made-up': '✓ 已补做',
    excused: '– 免做',
    withdrawn: '× 已取消',
  },
  en: {
    overdue: '! Overdue',
    missed: '✕ Missed',
    done: '✓ Done',
    late: '✓ Done late',
    'made-up': '✓ Made up',
    excused: '– Excused',
    withdrawn: '× Withdrawn',
  },
}

export function stateWord(state: RoundState, language: CalendarLanguage): string | null {
  return stateWords[language][state] ?? null
}

type Words = {
  title(state: string | null, duty: string, place: string): string
  withTopic(duty: string, topic: string): string
  joint(duty: string): string
  performer(unit: string): string
  assignee(person: string): string
  window(from: string, until: string): string
  due(until: string): string
  overdueSince(day: string): string
  missedOn(day: string): string
  checklist(title: string): string
  tooMuch(shown: number): string
  tooMuchDetail: string
  day(year: number, month: number, day: number): string
}

const englishMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

export const calendarWords: Record<CalendarLanguage, Words> = {
  'zh-CN': {
    title: (state, duty, place) => `${state === null ? '' : `${state}：`}${duty} · ${place}`,
    withTopic: (duty, topic) => `${duty}（${topic}）`,
    joint: (duty) => `［联合］${duty}`,
    performer: (unit) => `执行科室：${unit}`,
    assignee: (person) => `执行人：${person}`,
    window: (from, until) => `执行时段：${from} 至 ${until}`,
    due: (until) => `截止：${until}`,
    overdueSince: (day) => `已于${day}到期，尚未完成`,
    missedOn: (day) => `已过期未做：${day}`,
    checklist: (title) => `检查表：${title}`,
    tooMuch: (shown) => `此日历任务过多，仅显示最近的${shown}项`,
    tooMuchDetail: '日历软件无法读取更大的日历。请改为订阅单个科室或单项例行工作。',
    day: (year, month, day) => `${year}年${month}月${day}日`,
  },
  en: {
    title: (state, duty, place) => `${state === null ? '' : `${state}: `}${duty} · ${place}`,
    withTopic: (duty, topic) => `${duty} (${topic})`,
    joint: (duty) => `[Joint] ${duty}`,
    performer: (unit) => `Done by: ${unit}`,
    assignee: (person) => `Assigned to: ${person}`,
    window: (from, until) => `Can be done: ${from} – ${until}`,
    due: (until) => `Due: ${until}`,
    overdueSince: (day) => `Was due ${day} and is not done yet`,
    missedOn: (day) => `Missed on ${day}`,
    checklist: (title) => `Checklist: ${title}`,
    tooMuch: (shown) => `Too many rounds for one calendar: only the nearest ${shown} are shown`,
    tooMuchDetail: 'Calendar programs cannot read a larger one. Subscribe to a single unit or duty instead.',
    day: (year, month, day) => `${day} ${englishMonths[month - 1]} ${year}`,
  },
}
