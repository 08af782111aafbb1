import { type Pattern, patternOf } from './pattern.ts'
import type { Rule } from './rule.ts'

type DayPart = 'months' | 'yearDays' | 'monthDays' | 'weekdays'

/** What a sentence is made of, the same in every language. */
export type Outline = {
  rule: Rule
  pattern: Pattern
  /** The part that names the days; the weeks name their weekdays along with them. */
  named: 'day' | 'weekNumbers' | 'yearDays' | 'monthDays' | 'weekdays'
  /** The months stand before the days: "in May on the 12th". */
  isInMonths: boolean
  /** Parts that the named days must meet as well. */
  conditions: DayPart[]
  /** What BYSETPOS counts, where it has a name: "the last working day". A number is a weekday. */
  counted: 'workingDay' | 'day' | number | null
}

export function outlineOf(rule: Rule): Outline {
  const pattern = patternOf(rule)
  const named = namedPart(rule, pattern)
  const isInMonths = rule.frequency === 'YEARLY' && (named === 'monthDays' || named === 'weekdays')
  const saidOtherwise = [named, isInMonths ? 'months' : null, named === 'weekNumbers' ? 'weekdays' : null]
  const parts: DayPart[] = ['months', 'yearDays', 'monthDays', 'weekdays']
  const conditions = parts.filter((part) => pattern[part].length > 0 && !saidOtherwise.includes(part))
  const outline = { rule, pattern, named, isInMonths, conditions, counted: null }
  return { ...outline, counted: countedDays(outline) }
}

function namedPart({ frequency }: Rule, pattern: Pattern): Outline['named'] {
  if (frequency === 'DAILY') return 'day'
  const order = ['weekNumbers', 'yearDays', 'monthDays', 'weekdays'] as const
  return order.find((part) => pattern[part].length > 0) ?? 'day'
}

function countedDays({ rule, pattern, named, conditions }: Outline): Outline['counted'] {
  const isOfOneMonth = rule.frequency === 'MONTHLY' || (rule.frequency === 'YEARLY' && rule.months.length < 2)
  const hasOtherCondition = conditions.some((part) => part !== 'months')
  if (rule.positions.length === 0 || named !== 'weekdays' || !isOfOneMonth || hasOtherCondition) return null
  const [first, ...others] = pattern.weekdays
  if (first === undefined || pattern.weekdays.some(({ nth }) => nth !== null)) return null
  if (others.length === 0) return first.weekday
  if (isMondayToFriday(pattern)) return 'workingDay'
  return others.length === 6 ? 'day' : null
}

export function isMondayToFriday({ weekdays }: Pick<Pattern, 'weekdays'>): boolean {
  return weekdays.length === 5 && weekdays.every(({ weekday, nth }) => nth === null && weekday < 6)
}
