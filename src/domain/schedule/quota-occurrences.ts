import { addMonths, civilOf, type Day } from '../time/civil.ts'
import type { WorkingDays } from '../time/working-days.ts'
import { dayAt, type Instant, startOfDay } from '../time/zone.ts'
import { movedForHolidays } from './holidays.ts'
import type { DayRange, ExpandContext, Expander, Occurrence } from './occurrence.ts'
import { type Group, inPlannedOrder } from './planned-order.ts'
import { type CalendarPeriod, type Periods, periodsOf } from './period.ts'
import type { HolidayRule, QuotaRhythm, SeasonRhythm } from './plan.ts'
import { cutIntoParts, type Part, plannedDay, staggerHash, sureSpread } from './spread.ts'
import type { Terms } from './terms.ts'
import { earlier, later, missTime } from './window.ts'

type CountedRhythm = QuotaRhythm | SeasonRhythm

/** The rounds of one period, but for the days they are planned on. */
type PeriodRounds = {
  id: string
  opensAt: Instant
  dueAt: Instant
  missesAt: Instant | null
  firstDay: Day
  parts: Part[]
}

/** `min` rounds in each period of a quota or season. */
export function quotaExpander(rhythm: CountedRhythm, holidays: HolidayRule, terms: Terms): Expander {
  const periods = periodsOf(rhythm)
  const spread = sureSpread(rhythm.spread)
  const lastIndex = periods.indexOf(terms.until)
  const roundsOf = sharedByTargets((index, workingDays) =>
    periodRounds(periods.at(index), rhythm, terms, workingDays),
  )

  function* groups(context: ExpandContext, range: DayRange): Iterable<Group> {
    const hash = spread === 'stagger' ? staggerHash(context.dutyId, context.targetId) : 0
    for (let index = firstIndex(range.from, periods, terms); index <= lastIndex; index += 1) {
      const rounds = roundsOf(index, context.workingDays)
      if (rounds === null) continue
      if (rounds.firstDay > range.to) return
      const days = rounds.parts.map((_, index) => plannedDay(rounds.parts, index, spread, hash))
      yield {
        firstDay: rounds.firstDay,
        occurrences: days.flatMap((day, index) => {
          const planned = movedWithin(rounds.parts, day, holidays, context.workingDays)
          return planned === null ? [] : [occurrenceOf(rounds, index + 1, planned)]
        }),
      }
    }
  }
  return (context, range) => inPlannedOrder(groups(context, range))
}

function firstIndex(day: Day, periods: Periods, terms: Terms): number {
  return periods.indexOf(Math.max(terms.from, earliestEnd(day, terms)))
}

/** No period that ends before this day plans a round on `day` or later: rounds that open at the end lie after it. */
function earliestEnd(day: Day, { openBefore, dueAfter }: Terms): Day {
  if (openBefore === null || dueAfter === null) return day
  // Months differ by up to three days, and the end of a period is the next day's start.
  const slack = 4 + Math.ceil(dueAfter.milliseconds / 86_400_000)
  return addMonths(day, -dueAfter.months) - dueAfter.days - slack
}

/** null: too few of the period's days lie within the plan. */
function periodRounds(
  period: CalendarPeriod,
  rhythm: CountedRhythm,
  terms: Terms,
  workingDays: WorkingDays,
): PeriodRounds | null {
  const own = ownDays(period, rhythm, terms)
  if (own === null) return null
  const end = startOfDay(own.last + 1, terms.timeZone)
  const dueAt = later(end, terms.dueAfter, terms.timeZone)
  const opensAt =
    terms.openBefore === null
      ? startOfDay(own.first, terms.timeZone)
      : earlier(end, terms.openBefore, terms.timeZone)
  const opens = dayAt(opensAt, terms.timeZone)
  const days = daysToPlanOn(opens, own, dayAt(dueAt - 1, terms.timeZone), rhythm)
  return {
    id: period.id,
    opensAt,
    dueAt,
    missesAt: missTime(dueAt, dueAt, terms),
    firstDay: opens,
    parts: cutIntoParts(days, rhythm.min, workingDays),
  }
}

/** The days from the opening to the period's end or, of rounds that open no earlier than that, to the due time. */
function daysToPlanOn(opens: Day, own: { first: Day; last: Day }, due: Day, rhythm: CountedRhythm): Day[] {
  if (opens > own.last) return daysBetween(opens, due)
  return [...daysBetween(opens, own.first - 1), ...countingDays(Math.max(opens, own.first), own.last, rhythm)]
}

function daysBetween(first: Day, last: Day): Day[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}

/** The first and last day that count and lie within the plan; null where they are fewer than half of those that count. */
export function ownDays(
  period: CalendarPeriod,
  rhythm: CountedRhythm,
  validity: { from: Day; until: Day },
): { first: Day; last: Day } | null {
  const counting = countingDays(period.first, period.last, rhythm)
  const isWhole = period.first >= validity.from && period.last <= validity.until
  const own = isWhole ? counting : counting.filter((day) => day >= validity.from && day <= validity.until)
  const [first, last] = [own[0], own.at(-1)]
  if (first === undefined || last === undefined || own.length * 2 < counting.length) return null
  return { first, last }
}

function countingDays(first: Day, last: Day, rhythm: CountedRhythm): Day[] {
  const days: Day[] = []
  const months = rhythm.kind === 'quota' ? rhythm.months : undefined
  for (let day = first; day <= last; day += 1) {
    if (months === undefined || months.includes(civilOf(day).month)) days.push(day)
  }
  return days
}

/** Moves only among the period's own days: the due time of a quota stays the period's. null: dropped. */
function movedWithin(parts: readonly Part[], day: Day, holidays: HolidayRule, workingDays: WorkingDays) {
  if (holidays === 'keep' || workingDays.isWorking(day)) return day
  const isWorking = (candidate: Day) => parts.some((part) => part.working.includes(candidate))
  return movedForHolidays(day, holidays, { isWorking })
}

function occurrenceOf(rounds: PeriodRounds, number: number, planned: Day): Occurrence {
  const { id, opensAt, dueAt, missesAt } = rounds
  return { key: `${id}/${number}`, date: planned, planned, startsAt: null, opensAt, dueAt, missesAt }
}

/** Remembers what was worked out for each period, but for the choice of days, since targets of a plan share it. */
function sharedByTargets(
  workOut: (index: number, workingDays: WorkingDays) => PeriodRounds | null,
): typeof workOut {
  const known = new WeakMap<WorkingDays, Map<number, PeriodRounds | null>>()
  return (index, workingDays) => {
    const ofCalendar = known.get(workingDays) ?? new Map<number, PeriodRounds | null>()
    known.set(workingDays, ofCalendar)
    let rounds = ofCalendar.get(index)
    if (rounds === undefined) {
      rounds = workOut(index, workingDays)
      ofCalendar.set(index, rounds)
    }
    return rounds
  }
}
