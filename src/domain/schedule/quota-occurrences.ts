import { addMonths, civilOf, type Day } from '../time/civil.ts'
import type { WorkingDays } from '../time/working-days.ts'
import { dayAt, lastDayBefore, type Instant, startOfDay } from '../time/zone.ts'
import { type Draw, drawsOf } from './draw.ts'
import { movedForHolidays } from './holidays.ts'
import type { DayRange, ExpandContext, Expander, Occurrence } from './occurrence.ts'
import { type Group, inPlannedOrder } from './planned-order.ts'
import { type CalendarPeriod, type Periods, periodsOf } from './period.ts'
import type { HolidayRule, QuotaRhythm, SeasonRhythm, Spread } from './plan.ts'
import { cutIntoParts, lastOfAll, type Part, plannedDay, staggerHash } from './spread.ts'
import type { Terms } from './terms.ts'
import { earlier, later, missTime } from './window.ts'

type CountedRhythm = QuotaRhythm | SeasonRhythm

/** The rounds of one period, but for the days they are planned on. */
type PeriodRounds = {
  id: string
  opensAt: Instant
  dueAt: Instant
  missesAt: Instant | null
  /** none of them is planned before */
  firstDay: Day
  parts: readonly Part[]
}

/** `min` rounds in each period of a quota or season. */
export function quotaExpander(rhythm: CountedRhythm, holidays: HolidayRule, terms: Terms): Expander {
  const periods = periodsOf(rhythm)
  const { spread = 'stagger' } = rhythm
  const lastIndex = periods.indexOf(terms.until)
  const roundsOf = sharedByTargets((index, workingDays) =>
    periodRounds(periods.at(index), rhythm, terms, workingDays),
  )

  function* groups(context: ExpandContext, range: DayRange): Iterable<Group> {
    const chooserOf = choosers(spread, context)
    for (let index = firstIndex(range.from, periods, terms); index <= lastIndex; index += 1) {
      const rounds = roundsOf(index, context.workingDays)
      if (rounds === null) continue
      if (rounds.firstDay > range.to) return
      const choice = { spread, chooserOf, holidays, workingDays: context.workingDays }
      yield { firstDay: rounds.firstDay, occurrences: occurrencesOfPeriod(rounds, choice) }
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
  const [first, last] = [own?.[0], own?.at(-1)]
  if (own === null || first === undefined || last === undefined) return null
  const end = startOfDay(last + 1, terms.timeZone)
  const dueAt = later(end, terms.dueAfter, terms.timeZone)
  const opensAt =
    terms.openBefore === null
      ? startOfDay(first, terms.timeZone)
      : earlier(end, terms.openBefore, terms.timeZone)
  const opens = dayAt(opensAt, terms.timeZone)
  // Of rounds that open when the period has ended, the days to the due time.
  const days = opens > last ? daysBetween(opens, lastDayBefore(dueAt, terms.timeZone)) : daysFrom(opens, own)
  return {
    id: period.id,
    opensAt,
    dueAt,
    missesAt: missTime(dueAt, dueAt, terms),
    firstDay: opens,
    parts: cutIntoParts(days, rhythm.min, workingDays),
  }
}

/** The days that count and lie within the plan; null where they are fewer than half of those that count. */
export function ownDays(
  period: CalendarPeriod,
  rhythm: CountedRhythm,
  validity: { from: Day; until: Day },
): Day[] | null {
  const counting = countingDays(period, rhythm)
  const isWhole = period.first >= validity.from && period.last <= validity.until
  const own = isWhole ? counting : counting.filter((day) => day >= validity.from && day <= validity.until)
  return own.length === 0 || own.length * 2 < counting.length ? null : own
}

function countingDays({ first, last }: CalendarPeriod, rhythm: CountedRhythm): Day[] {
  const days = daysBetween(first, last)
  if (rhythm.kind === 'season' || rhythm.months === undefined) return days
  const { months } = rhythm
  return days.filter((day) => months.includes(civilOf(day).month))
}

/** The period's days from the opening on; where it opens before them, the days between as well. */
function daysFrom(opens: Day, own: readonly Day[]): readonly Day[] {
  const first = own[0] ?? opens
  if (opens === first) return own
  return opens < first ? [...daysBetween(opens, first - 1), ...own] : own.filter((day) => day >= opens)
}

function daysBetween(first: Day, last: Day): Day[] {
  const days: Day[] = []
  for (let day = first; day <= last; day += 1) days.push(day)
  return days
}

/** Chooses among the days of the round with that key; null: the day is secret. */
type ChooserOf = (key: string) => Draw | null

function choosers(spread: Spread, { dutyId, targetId, lottery }: ExpandContext): ChooserOf {
  if (spread === 'draw') {
    return (key) => (lottery ? drawsOf(lottery, dutyId, `${key}@${targetId ?? ''}`) : null)
  }
  const hash = spread === 'stagger' ? staggerHash(dutyId, targetId) : 0
  return () => (count) => hash % count
}

/** What differs between targets, calendars and rules for holidays. */
type Choice = { spread: Spread; chooserOf: ChooserOf; holidays: HolidayRule; workingDays: WorkingDays }

function occurrencesOfPeriod(rounds: PeriodRounds, choice: Choice): Occurrence[] {
  const { id, parts, opensAt, dueAt, missesAt } = rounds
  const occurrences: Occurrence[] = []
  for (let index = 0; index < parts.length; index += 1) {
    const key = `${id}/${index + 1}`
    const choose = choice.chooserOf(key)
    const planned =
      choose === null
        ? lastOfAll(parts)
        : movedWithin(parts, plannedDay(parts, index, choice.spread, choose), choice)
    if (planned === null) continue
    occurrences.push({ key, date: planned, planned, startsAt: null, opensAt, dueAt, missesAt })
  }
  return occurrences
}

/** Moves only among the period's own days, for the due time of a quota stays the period's. null: dropped. */
function movedWithin(parts: readonly Part[], day: Day, { holidays, workingDays }: Choice): Day | null {
  if (holidays === 'keep' || workingDays.isWorking(day)) return day
  const isWorking = (candidate: Day) => parts.some((part) => part.working.includes(candidate))
  return movedForHolidays(day, holidays, { isWorking })
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
