import type { Frequency, Rule, RuleFault } from './rule.ts'
import type { PartName, RuleText } from './rule-text.ts'

type Finding = Pick<RuleFault, 'code' | 'params'> & { part: PartName; isAt?: (item: string) => boolean }

const LONGEST: Record<Frequency, number> = { DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 }

/** Parts that RFC 5545 (3.3.10) forbids together, or that cannot mean anything together. */
export function findConflicts(rule: Rule, text: RuleText): RuleFault[] {
  const findings = [
    ...frequencyConflicts(rule),
    ...ordinalConflicts(rule),
    ...positionConflicts(rule),
    ...endConflicts(rule),
  ]
  return findings.flatMap(({ part, isAt, code, params }) => {
    const found = text.parts[part]
    if (found === undefined) return []
    const places = isAt === undefined ? [found] : found.items.filter((item) => isAt(item.text))
    return places.map(({ at }) => ({ code, at, ...(params === undefined ? {} : { params }) }))
  })
}

function frequencyConflicts({ frequency, weekNumbers, yearDays, monthDays }: Rule): Finding[] {
  const findings: Finding[] = []
  const refuse = (part: PartName): void => {
    findings.push({ code: 'part.notWithFrequency', part, params: { part, frequency } })
  }
  if (frequency !== 'YEARLY' && weekNumbers.length > 0) refuse('BYWEEKNO')
  if (frequency !== 'YEARLY' && yearDays.length > 0) refuse('BYYEARDAY')
  if (frequency === 'WEEKLY' && monthDays.length > 0) refuse('BYMONTHDAY')
  return findings
}

function ordinalConflicts({ frequency, weekdays, weekNumbers, months }: Rule): Finding[] {
  if (weekdays.every(({ nth }) => nth === null)) return []
  const isOrdinal = (item: string): boolean => item.length > 2
  if (frequency === 'DAILY' || frequency === 'WEEKLY') {
    return [{ code: 'weekday.ordinalFrequency', part: 'BYDAY', isAt: isOrdinal, params: { frequency } }]
  }
  if (weekNumbers.length > 0) return [{ code: 'weekday.ordinalWeekNumber', part: 'BYDAY', isAt: isOrdinal }]
  if (frequency === 'YEARLY' && months.length === 0) return []
  const isTooFar = (item: string): boolean => isOrdinal(item) && Math.abs(Number(item.slice(0, -2))) > 5
  return [{ code: 'weekday.ordinalRange', part: 'BYDAY', isAt: isTooFar, params: { most: 5 } }]
}

function positionConflicts(rule: Rule): Finding[] {
  if (rule.positions.length === 0) return []
  const others = [rule.months, rule.weekNumbers, rule.yearDays, rule.monthDays, rule.weekdays]
  if (others.every((list) => list.length === 0)) return [{ code: 'position.alone', part: 'BYSETPOS' }]
  const most = rule.frequency === 'WEEKLY' ? Math.max(1, rule.weekdays.length) : LONGEST[rule.frequency]
  const isTooFar = (item: string): boolean => Math.abs(Number(item)) > most
  return [
    {
      code: 'position.outOfReach',
      part: 'BYSETPOS',
      isAt: isTooFar,
      params: { most, frequency: rule.frequency },
    },
  ]
}

function endConflicts({ count, until, start }: Rule): Finding[] {
  if (until === null) return []
  if (count !== null) return [{ code: 'count.withUntil', part: 'UNTIL' }]
  return until.day < start ? [{ code: 'until.beforeStart', part: 'UNTIL' }] : []
}
