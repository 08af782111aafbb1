import type { Day } from '../time/civil.ts'
import { type Cycle, cycleOf } from './cycle.ts'
import type { Rule } from './rule.ts'

/** The Gregorian calendar repeats after 400 years; no series is followed further than that from its start. */
const CALENDAR_CYCLE = 146_097

// The weeks of those years are 20,871; no rule has more blocks.
const MOST_BLOCKS = 25_000

/** A rule that was not made by `parseRule` would go on for ever. */
export class RunawayRuleError extends Error {
  override readonly name = 'RunawayRuleError'
}

const cycles = new WeakMap<Rule, Cycle>()

/**
 * The days of the rule in from…to (inclusive), ascending, at most `limit`. COUNT counts from the start.
 * Supports every part of RFC 5545 (3.3.10) that picks dates: FREQ from DAILY to YEARLY, INTERVAL, BYMONTH, BYWEEKNO,
 * BYYEARDAY, BYMONTHDAY, BYDAY, BYSETPOS, WKST, COUNT, UNTIL. Costs what the window holds, however
 * old the start; with COUNT (at most 9,999), what lies between the start and the window's end.
 */
export function expandRule(rule: Rule, from: Day, to: Day, limit: number): Day[] {
  const low = Math.max(from, rule.start)
  const high = Math.min(to, rule.until?.day ?? Infinity, rule.start + CALENDAR_CYCLE)
  const days: Day[] = []
  let left = rule.count ?? Infinity
  if (limit < 1 || low > high) return days
  visitBlocks(cycleFor(rule), rule.count === null ? low : rule.start, high, (firstDay, offsets) => {
    for (const offset of offsets) {
      const day = firstDay + offset
      if (day < rule.start) continue
      if (day > high || left === 0) return false
      left -= 1
      if (day >= low && days.push(day) >= limit) return false
    }
    return true
  })
  return days
}

/** The rule's first day after `day`; null if there is none. */
export function nextAfter(rule: Rule, day: Day): Day | null {
  return expandRule(rule, day + 1, Infinity, 1)[0] ?? null
}

/** What has not occurred within the 400 years after which the calendar repeats never does. */
export function yieldsNothing(rule: Rule): boolean {
  return !cycleFor(rule).canHaveDays() || nextAfter(rule, rule.start - 1) === null
}

function cycleFor(rule: Rule): Cycle {
  let cycle = cycles.get(rule)
  if (cycle === undefined) {
    cycle = cycleOf(rule)
    cycles.set(rule, cycle)
  }
  return cycle
}

/** Calls `see` for each block that may hold days of low…high, until it answers false. */
function visitBlocks(
  cycle: Cycle,
  low: Day,
  high: Day,
  see: (firstDay: Day, offsets: readonly number[]) => boolean,
): void {
  const first = cycle.blockAt(low)
  const last = cycle.blockAt(high)
  if (!(last - first < MOST_BLOCKS)) throw new RunawayRuleError('more blocks than the calendar has weeks')
  for (let block = first; block <= last; block += 1) {
    const offsets = cycle.offsetsIn(block)
    if (offsets.length > 0 && !see(cycle.firstDayOf(block), offsets)) return
  }
}
