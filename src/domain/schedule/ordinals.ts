import { expandSeries } from '../recurrence/series.ts'
import type { Day } from '../time/civil.ts'
import type { WorkingDays } from '../time/working-days.ts'
import { calendarExpander } from './calendar-occurrences.ts'
import { LAST_DAY, refuseUnchecked, sureDate } from './checked.ts'
import { keyOfDate } from './dated-occurrences.ts'
import type { Occurrence } from './occurrence.ts'
import { type CalendarPeriod, type Periods, periodsOf } from './period.ts'
import type { Plan, QuotaRhythm, SeasonRhythm } from './plan.ts'
import { ownDays } from './quota-occurrences.ts'
import { datesOf, readSeries } from './rule-series.ts'
import { readTerms } from './terms.ts'

type Ordinal = Omit<Plan, 'id'>
type Keyed = Pick<Occurrence, 'key' | 'date'>

/** Dates are counted a year at a time. */
const STRETCH = 366
/** A round may be planned so many periods away from its own. */
const FARTHEST = 800

/**
 * How many occurrences of the plan come before this one. Dates count before they are moved or dropped for days off, periods
 * only where they yield something: so neither holidays nor the steps of planning change it.
 */
export function ordinalOf(plan: Ordinal, occurrence: Keyed, workingDays: WorkingDays): number {
  const { rhythm } = plan
  if (rhythm.kind === 'quota' || rhythm.kind === 'season') return ordinalInPeriods(plan, rhythm, occurrence)
  return countOf(plan, workingDays)(occurrence)
}

// Looked for once for all rounds; plans are values and never change.
const firstDays = new WeakMap<Ordinal, Day>()

/** The day, or the period's first one, of the first occurrence; the plan's own where that does not tell. */
export function firstDayOf(plan: Ordinal): Day {
  const known = firstDays.get(plan) ?? foundFirstDay(plan)
  firstDays.set(plan, known)
  return known
}

function foundFirstDay(plan: Ordinal): Day {
  const { rhythm, timeZone } = plan
  const validity = validityOf(plan)
  if (rhythm.kind === 'rule') {
    const [first] = expandSeries(readSeries(rhythm, timeZone), validity.from, validity.until, 1)
    return first?.day ?? validity.from
  }
  if (rhythm.kind !== 'quota' && rhythm.kind !== 'season') return validity.from
  const periods = periodsOf(rhythm)
  const last = periods.indexOf(validity.until)
  for (let index = periods.indexOf(validity.from); index <= last; index += 1) {
    const [first] = ownDays(periods.at(index), rhythm, validity) ?? []
    if (first !== undefined) return first
  }
  return validity.from
}

function validityOf({ from, until }: Ordinal): { from: Day; until: Day } {
  return { from: sureDate(from), until: until === null ? LAST_DAY : sureDate(until) }
}

/** The period of a quota's or season's round; null: it has none. */
export function periodOf({ rhythm }: Ordinal, occurrence: Keyed): CalendarPeriod | null {
  if (rhythm.kind !== 'quota' && rhythm.kind !== 'season') return null
  const periods = periodsOf(rhythm)
  return periods.at(indexOfPeriod(periods, occurrence))
}

function ordinalInPeriods(plan: Ordinal, rhythm: QuotaRhythm | SeasonRhythm, occurrence: Keyed): number {
  const periods = periodsOf(rhythm)
  const validity = validityOf(plan)
  const yields = (index: number) => ownDays(periods.at(index), rhythm, validity) !== null
  const last = indexOfPeriod(periods, occurrence)
  const first = periods.indexOf(validity.from)
  const isWhole = rhythm.kind === 'season' || rhythm.months === undefined
  // Of whole periods only the first one can be too short.
  const before = isWhole
    ? last - first - (last > first && !yields(first) ? 1 : 0)
    : countWhere(first, last, yields)
  return before * rhythm.min + Number(occurrence.key.slice(occurrence.key.lastIndexOf('/') + 1)) - 1
}

function countWhere(first: number, last: number, isCounted: (index: number) => boolean): number {
  let count = 0
  for (let index = first; index < last; index += 1) if (isCounted(index)) count += 1
  return count
}

function indexOfPeriod(periods: Periods, { key, date }: Keyed): number {
  const id = key.slice(0, key.lastIndexOf('/'))
  const near = periods.indexOf(date)
  for (let distance = 0; distance <= FARTHEST; distance += 1) {
    if (periods.at(near - distance).id === id) return near - distance
    if (periods.at(near + distance).id === id) return near + distance
  }
  return refuseUnchecked(key)
}

// Counted once for all rounds; plans are values and never change.
const counts = new WeakMap<Ordinal, WeakMap<WorkingDays, (occurrence: Keyed) => number>>()

function countOf(plan: Ordinal, workingDays: WorkingDays): (occurrence: Keyed) => number {
  const known = counts.get(plan) ?? new WeakMap<WorkingDays, (occurrence: Keyed) => number>()
  counts.set(plan, known)
  const count = known.get(workingDays) ?? dateCount(plan, workingDays)
  known.set(workingDays, count)
  return count
}

function dateCount(plan: Ordinal, workingDays: WorkingDays): (occurrence: Keyed) => number {
  const keysIn = dateKeys(plan, workingDays)
  const ordinals = new Map<string, number>()
  let next = sureDate(plan.from)
  return ({ key, date }) => {
    for (; next <= date; next += STRETCH) {
      for (const each of keysIn(next, next + STRETCH - 1)) ordinals.set(each, ordinals.size)
    }
    return ordinals.get(key) ?? 0
  }
}

function dateKeys(plan: Ordinal, workingDays: WorkingDays): (from: Day, to: Day) => string[] {
  const { rhythm } = plan
  if (rhythm.kind === 'rule') {
    const series = readSeries(rhythm, plan.timeZone)
    return (from, to) => [...datesOf(series, from, to, STRETCH)].map(keyOfDate)
  }
  if (rhythm.kind !== 'calendar') return refuseUnchecked(rhythm.kind)
  const expander = calendarExpander(rhythm, 'keep', readTerms(plan))
  const context = { dutyId: '', targetId: null, workingDays }
  return (from, to) => [...expander(context, { from, to })].map(({ key }) => key)
}
