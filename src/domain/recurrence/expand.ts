import { type Day, dayOf } from '../time/civil.ts'
import { type Cycle, cycleOf } from './cycle.ts'
import type { Rule } from './rule.ts'

/** No series goes on beyond this day: 400 years after the last start that a rule may have. */
export const LAST_DAY = dayOf(2600, 12, 31)

// The weeks from 1900 to 2600 are 36,577; no rule has more blocks.
const MOST_BLOCKS = 40_000

/** A rule that was not made by `parseRule` would go on for ever. */
export class RunawayRuleError extends Error {
  override readonly name = 'RunawayRuleError'
}

type Series = { cycle: Cycle; last: Day }
const seriesOfRules = new WeakMap<Rule, Series>()

/**
 * The days of the rule in from…to (inclusive), ascending, at most `limit`. COUNT counts from the start.
 * Supports every part of RFC 5545 (3.3.10) that picks dates: FREQ from DAILY to YEARLY, INTERVAL, BYMONTH, BYWEEKNO,
 * BYYEARDAY, BYMONTHDAY, BYDAY, BYSETPOS, WKST, COUNT, UNTIL. Costs what the window holds, however old the start.
 */
export function expandRule(rule: Rule, from: Day, to: Day, limit: number): Day[] {
  const { cycle, last } = seriesOf(rule)
  const days: Day[] = []
  if (limit < 1) return days
  visit(cycle, Math.max(from, rule.start), Math.min(to, last), (day) => days.push(day) < limit)
  return days
}

/** The rule's first day after `day`; null if there is none. */
export function nextAfter(rule: Rule, day: Day): Day | null {
  return expandRule(rule, day + 1, LAST_DAY, 1)[0] ?? null
}

function seriesOf(rule: Rule): Series {
  let series = seriesOfRules.get(rule)
  if (series === undefined) {
    const cycle = cycleOf(rule)
    series = { cycle, last: Math.min(rule.until?.day ?? LAST_DAY, lastCounted(rule, cycle)) }
    seriesOfRules.set(rule, series)
  }
  return series
}

function lastCounted({ count, start }: Rule, cycle: Cycle): Day {
  if (count === null) return LAST_DAY
  let last = LAST_DAY
  let counted = 0
  visit(cycle, start, LAST_DAY, (day) => {
    counted += 1
    last = counted < count ? LAST_DAY : day
    return counted < count
  })
  return last
}

/** Calls `see` for the days of low…high until it answers false. */
function visit(cycle: Cycle, low: Day, high: Day, see: (day: Day) => boolean): void {
  if (low > high) return
  const firstBlock = cycle.blockAt(low)
  for (let block = firstBlock; ; block += 1) {
    const firstDay = cycle.firstDayOf(block)
    if (firstDay > high) return
    if (block - firstBlock >= MOST_BLOCKS)
      throw new RunawayRuleError('more blocks than the calendar has weeks')
    for (const offset of cycle.offsetsIn(block)) {
      const day = firstDay + offset
      if (day < low) continue
      if (day > high || !see(day)) return
    }
  }
  throw new RunawayRuleError('more blocks than the calendar has weeks')
}
