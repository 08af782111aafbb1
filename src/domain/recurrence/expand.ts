import type { Day } from '../time/civil.ts'
import { type Cycle, cycleOf } from './cycle.ts'
import type { Rule } from './rule.ts'

/** The Gregorian calendar repeats after 400 years; no series is followed further than that from its start. */
export const CALENDAR_CYCLE = 146_097

// The weeks of those years are 20,871; no rule has more blocks.
const MOST_BLOCKS = 25_000

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
  const low = Math.max(from, rule.start)
  const high = Math.min(to, last)
  const days: Day[] = []
  if (limit < 1) return days
  visitBlocks(cycle, low, high, (firstDay, offsets) => {
    for (const offset of offsets) {
      const day = firstDay + offset
      if (day < low) continue
      if (day > high) return false
      if (days.push(day) >= limit) return false
    }
    return true
  })
  return days
}

/** The rule's first day after `day`; null if there is none. */
export function nextAfter(rule: Rule, day: Day): Day | null {
  return expandRule(rule, day + 1, Infinity, 1)[0] ?? null
}

function seriesOf(rule: Rule): Series {
  let series = seriesOfRules.get(rule)
  if (series === undefined) {
    const cycle = cycleOf(rule)
    series = { cycle, last: Math.min(rule.until?.day ?? Infinity, lastCounted(rule, cycle)) }
    seriesOfRules.set(rule, series)
  }
  return series
}

/** The day on which COUNT is reached. Counts by blocks, not days: a count from 1900 costs what its months do. */
function lastCounted({ count, start }: Rule, cycle: Cycle): Day {
  const end = start + CALENDAR_CYCLE
  if (count === null) return end
  let last = end
  let left = count
  visitBlocks(cycle, start, end, (firstDay, offsets) => {
    const early = firstDay < start ? offsets.filter((offset) => firstDay + offset < start).length : 0
    const offsetOfLast = offsets[early + left - 1]
    if (offsetOfLast !== undefined) last = firstDay + offsetOfLast
    left -= offsets.length - early
    return left > 0
  })
  return last
}

/** Calls `see` for each block that may hold days of low…high, until it answers false. */
function visitBlocks(
  cycle: Cycle,
  low: Day,
  high: Day,
  see: (firstDay: Day, offsets: readonly number[]) => boolean,
): void {
  if (low > high) return
  const first = cycle.blockAt(low)
  const last = cycle.blockAt(high)
  if (!(last - first < MOST_BLOCKS)) throw new RunawayRuleError('more blocks than the calendar has weeks')
  for (let block = first; block <= last; block += 1) {
    const offsets = cycle.offsetsIn(block)
    if (offsets.length > 0 && !see(cycle.firstDayOf(block), offsets)) return
  }
}
