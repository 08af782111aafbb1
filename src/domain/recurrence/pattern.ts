import { civilOf, weekdayOf } from '../time/civil.ts'
import type { Rule } from './rule.ts'

/** The parts that pick days, with those that the text leaves out taken from the start as from a DTSTART. */
export type Pattern = Pick<Rule, 'months' | 'weekNumbers' | 'yearDays' | 'monthDays' | 'weekdays'>

/** RFC 5545, 3.3.10: "information, not contained in the rule … [is] derived from the start". */
export function patternOf(rule: Rule): Pattern {
  const { start, months, weekNumbers, yearDays, monthDays, weekdays } = rule
  const pattern = { months, weekNumbers, yearDays, monthDays, weekdays }
  if (yearDays.length > 0 || monthDays.length > 0 || weekdays.length > 0) return pattern
  const civil = civilOf(start)
  const startWeekday = [{ weekday: weekdayOf(start), nth: null }]
  if (weekNumbers.length > 0) return { ...pattern, weekdays: startWeekday }
  switch (rule.frequency) {
    case 'YEARLY':
      return { ...pattern, months: months.length > 0 ? months : [civil.month], monthDays: [civil.day] }
    case 'MONTHLY':
      return { ...pattern, monthDays: [civil.day] }
    case 'WEEKLY':
      return { ...pattern, weekdays: startWeekday }
    case 'DAILY':
      return pattern
  }
}
