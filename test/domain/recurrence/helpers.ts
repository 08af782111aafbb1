import { parseRule, type Rule, type RuleFault } from '../../../src/domain/recurrence/rule.ts'
import type { LocalMoment } from '../../../src/domain/recurrence/series.ts'
import { type Day, parseDate } from '../../../src/domain/time/civil.ts'
import { parseTime } from '../../../src/domain/time/zone.ts'

export function date(text: string): Day {
  const day = parseDate(text)
  if (day === null) throw new Error(`no date: ${text}`)
  return day
}

/** `YYYY-MM-DD`, or with `THH:MM` or `THH:MM:00` */
export function moment(text: string): LocalMoment {
  const [day = '', time] = text.split('T')
  return { day: date(day), second: time === undefined ? null : parseTime(time.slice(0, 5)) }
}

export function rule(text: string, start: string, timeZone = 'Asia/Shanghai'): Rule {
  const parsed = parseRule(text, date(start), timeZone)
  if (!parsed.ok) throw new Error(`${text} was refused: ${JSON.stringify(parsed.faults)}`)
  return parsed.rule
}

export function faultsOf(text: string, start = '2026-01-01', timeZone = 'Asia/Shanghai'): RuleFault[] {
  const parsed = parseRule(text, date(start), timeZone)
  return parsed.ok ? [] : parsed.faults
}
