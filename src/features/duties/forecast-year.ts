import { occurrencesPerYear } from '../../domain/schedule/frequency.ts'
import { occurrencesOf } from '../../domain/schedule/occurrences.ts'
import { periodsOf } from '../../domain/schedule/period.ts'
import type { Plan, QuotaRhythm, SeasonRhythm } from '../../domain/schedule/plan.ts'
import { ownDays } from '../../domain/schedule/quota-occurrences.ts'
import { civilOf, dayOf, type Day } from '../../domain/time/civil.ts'
import { startOfDay, type Instant } from '../../domain/time/zone.ts'
import { placeOf, type Place } from '../../domain/year-plan/spans.ts'
import { takesTurns } from '../../domain/schedule/awaited.ts'
import type { Days } from './expected-rounds.ts'
import { daysOpeningSoon } from './horizon.ts'
import { belongsToOneOf } from './precedence.ts'
import type { Planning, Run, RunTarget } from './runs.ts'
import { isSuspended } from './suspended.ts'

/** Rounds to be expected of a plan that are not stored yet; of a quota's period all of it, whether stored or not. */
export type Forecast = Place & { planId: string; period: string | null; count: number }

/** A day on which a plan falls, or a period in which it does, with its last day for the planned one. */
type Occasion = {
  key: string
  planned: Day
  opensAt: Instant
  dueAt: Instant
  period: string | null
  count: number
  /** whose it may be */
  targets: readonly RunTarget[]
}

type Wanted = {
  year: number
  /** rounds planned up to this day are stored */
  storedUntil: Day
  /** whose rounds are counted */
  isWanted: (target: RunTarget) => boolean
}

/**
 * What is to come in the year beyond what is stored. Reckoned by plan and not by round: thirty wards that are checked daily
 * have eleven thousand rounds a year. What depends on what becomes of other rounds is not foretold.
 */
export function forecastYear(planning: Planning, wanted: Wanted): Forecast[] {
  const { year, storedUntil } = wanted
  const days = { from: Math.max(storedUntil + 1, dayOf(year, 1, 1)), to: dayOf(year, 12, 31) }
  if (days.from > days.to) return []
  return planning.runs.flatMap((run, index) => {
    const before = planning.runs.slice(0, index)
    return occasionsOf(planning, run, days, storedUntil).flatMap((occasion) => {
      const { period, planned } = occasion
      const count = occasion.count * roundsOn(run, before, occasion, wanted)
      const place = placeOf(run.plan.rhythm, { period, plannedIn: civilOf(planned) }, year)
      return count === 0 || place === null ? [] : [{ ...place, planId: run.plan.id, period, count }]
    })
  })
}

function occasionsOf(planning: Planning, run: Run, days: Days, storedUntil: Day): Occasion[] {
  const { rhythm } = run.plan
  switch (rhythm.kind) {
    case 'quota':
      return isShort(rhythm)
        ? weeksIn(planning, run, rhythm, days, storedUntil)
        : periodsIn(run, rhythm, days)
    case 'season':
      return periodsIn(run, rhythm, days)
    case 'interval':
    case 'follow':
      return []
    default:
      return datesIn(planning, run, allOf(run), days, storedUntil)
  }
}

function isShort(rhythm: QuotaRhythm | SeasonRhythm): boolean {
  return rhythm.kind === 'quota' && (rhythm.period === 'week' || rhythm.period === 'day')
}

/** Of a week that is stored in part, what falls on its other days: there each target has days of its own. */
function weeksIn(
  planning: Planning,
  run: Run,
  rhythm: QuotaRhythm,
  days: Days,
  storedUntil: Day,
): Occasion[] {
  const periods = periodsOf(rhythm)
  const { first, last } = periods.at(periods.indexOf(days.from))
  if (first > storedUntil) return periodsIn(run, rhythm, days)
  const rest = { from: days.from, to: Math.min(days.to, last) }
  return [
    ...sharersOf(run).flatMap((sharer) => datesIn(planning, run, sharer, rest, storedUntil)),
    ...periodsIn(run, rhythm, { from: last + 1, to: days.to }),
  ]
}

type Sharer = Pick<Run, 'workingDays' | 'targets'> & { targetId: string | null }

/** Where targets take turns they share their occurrences. */
function sharersOf(run: Run): Sharer[] {
  if (takesTurns(run.plan)) return [allOf(run)]
  return run.targets.map((target) => ({
    targetId: target.id,
    workingDays: target.workingDays,
    targets: [target],
  }))
}

function allOf({ workingDays, targets }: Run): Sharer {
  return { targetId: null, workingDays, targets }
}

/** Of periods in weeks the middle decides in which month they stand. */
function periodsIn(run: Run, rhythm: QuotaRhythm | SeasonRhythm, days: Days): Occasion[] {
  const periods = periodsOf(rhythm)
  const found: Occasion[] = []
  for (let index = periods.indexOf(days.from); periods.at(index).first <= days.to; index += 1) {
    const period = periods.at(index)
    const own = ownDays(period, rhythm, run)
    const [first, last] = [own?.[0], own?.at(-1)]
    if (first === undefined || last === undefined) continue
    found.push({
      key: `${period.id}/1`,
      opensAt: startOfDay(first, run.plan.timeZone),
      planned: isShort(rhythm) ? Math.floor((period.first + period.last) / 2) : last,
      dueAt: startOfDay(last + 1, run.plan.timeZone),
      period: isShort(rhythm) ? null : period.id,
      count: rhythm.min,
      targets: run.targets,
    })
  }
  return found
}

function datesIn(
  { duty, today, timeZone, lottery }: Planning,
  { plan }: Run,
  { targets, ...sharer }: Sharer,
  days: Days,
  storedUntil: Day,
): Occasion[] {
  const context = { dutyId: duty.id, lottery, ...sharer }
  const { occurrences } = occurrencesOf(plan, context, { ...days, limit: Infinity })
  // The planner stores what opens soon, however late it is planned.
  const opensSoon =
    storedUntil < today + daysOpeningSoon ? 0 : startOfDay(today + daysOpeningSoon + 1, timeZone)
  return occurrences
    .filter(({ opensAt }) => opensAt >= opensSoon)
    .map((occurrence) => ({ ...occurrence, period: null, count: 1, targets }))
}

/** How many wanted rounds an occasion makes. Whose turn it will be is unknown: only turns that nobody else can have count. */
function roundsOn(run: Run, before: readonly Run[], occasion: Occasion, { isWanted }: Wanted): number {
  const targets = occasion.targets.filter(
    (target) =>
      !isSuspended(occasion, target.suspended) && !belongsToOneOf(before, target.id, occasion.planned),
  )
  const own = targets.filter(isWanted).length
  if (!takesTurns(run.plan)) return own
  const turns = Math.min(targets.length, atOnce(run.plan, run.targets.length))
  return Math.max(0, turns - (targets.length - own))
}

const timesAYear = { week: 52, month: 12, quarter: 4, halfyear: 2, year: 1 } as const

/** How many targets have their turn at once. */
function atOnce({ targets, ...plan }: Plan, count: number): number {
  if ('none' in targets) return 1
  const { perOccurrence = 1, coverWithin } = targets
  if (perOccurrence !== 'auto') return perOccurrence
  return coverWithin === undefined
    ? 1
    : Math.ceil((count * timesAYear[coverWithin]) / occurrencesPerYear(plan))
}
