import type { Day } from '../time/civil.ts'
import type { WorkingDays } from '../time/working-days.ts'
import type { Instant } from '../time/zone.ts'
import type { Lottery } from './draw.ts'
import type { LeadingRound } from './following.ts'

/** One date or period that a rhythm yields. */
export type Occurrence = Readonly<{
  key: string
  /** the rule's own date, before a move for a holiday; of quotas and seasons the planned date */
  date: Day
  planned: Day
  /** of timed rounds only */
  startsAt: Instant | null
  opensAt: Instant
  /** exclusive */
  dueAt: Instant
  /** null: never */
  missesAt: Instant | null
}>

export type ExpandContext = {
  dutyId: string
  targetId: string | null
  workingDays: WorkingDays
  /** draws the days that are to be drawn; without it they stay secret and the last day of the period stands for them */
  lottery?: Lottery | null
  /** when the target's certificate ends, of an asset that has one */
  validUntil?: Day | null
  /** the rounds of the duty that is followed */
  leading?: readonly LeadingRound[]
}

/** Civil days, both included. */
export type DayRange = { from: Day; to: Day }

/**
 * The occurrences of one plan, in order of planned date, then key: at least those planned within the range, perhaps
 * some planned before it. Lazy: what is not taken is not built.
 */
export type Expander = (context: ExpandContext, range: DayRange) => Iterable<Occurrence>
