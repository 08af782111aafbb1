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
      const count = occasion.count * targetsOn(run, before, occasion, wanted)
      const place = placeOf(run.plan.rhythm, { period, plannedIn: civilOf(planned) }, year)
      return count === 0 || place === null ? [] : [{ ...place, planId: run.plan.id, period, count }]
    })
  })
}

function occasionsOf(planning: Planning, run: Run, days: Days, storedUntil: Day): Occasion[] {
  const { rhythm } = run.plan
  switch (rhythm.kind) {
    case 'quota':
    case 'season':
      return periodsIn(run, rhythm, days)
    case 'interval':
    case 'follow':
      return []
    default:
      return datesIn(planning, run, days, storedUntil)
  }
}

/** Of periods in weeks the middle decides in which month they stand. */
function periodsIn(run: Run, rhythm: QuotaRhythm | SeasonRhythm, days: Days): Occasion[] {
  const periods = periodsOf(rhythm)
  const isShort = rhythm.kind === 'quota' && (rhythm.period === 'week' || rhythm.period === 'day')
  const found: Occasion[] = []
  for (let index = periods.indexOf(days.from); periods.at(index).first <= days.to; index += 1) {
    const period = periods.at(index)
    const own = ownDays(period, rhythm, run)
    const [first, last] = [own?.[0], own?.at(-1)]
    if (first === undefined || last === undefined) continue
    found.push({
      key: `${period.id}/1`,
      opensAt: startOfDay(first, run.plan.timeZone),
      planned: isShort ? Math.floor((period.first + period.last) / 2) : last,
      dueAt: startOfDay(last + 1, run.plan.timeZone),
      period: isShort ? null : period.id,
      count: rhythm.min,
    })
  }
  return found
}

function datesIn({ duty, today, timeZone }: Planning, run: Run, days: Days, storedUntil: Day): Occasion[] {
  const context = { dutyId: duty.id, targetId: null, workingDays: run.workingDays }
  const { occurrences } = occurrencesOf(run.plan, context, { ...days, limit: Infinity })
  // The planner stores what opens soon, however late it is planned.
  const opensSoon =
    storedUntil < today + daysOpeningSoon ? 0 : startOfDay(today + daysOpeningSoon + 1, timeZone)
  return occurrences
    .filter(({ opensAt }) => opensAt >= opensSoon)
    .map((occurrence) => ({ ...occurrence, period: null, count: 1 }))
}

/** How many rounds an occasion makes. */
function targetsOn(run: Run, before: readonly Run[], occasion: Occasion, { isWanted }: Wanted): number {
  const targets = run.targets.filter(
    (target) =>
      isWanted(target) &&
      !isSuspended(occasion, target.suspended) &&
      !belongsToOneOf(before, target.id, occasion.planned),
  )
  return takesTurns(run.plan)
    ? Math.min(targets.length, atOnce(run.plan, run.targets.length))
    : targets.length
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
