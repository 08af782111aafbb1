import { sureDuration } from '../../domain/schedule/checked.ts'
import { occurrencesPerYear, openBeforeOf, planningHorizonDays } from '../../domain/schedule/frequency.ts'
import { LONGEST_MOVE } from '../../domain/schedule/holidays.ts'
import { occurrencesOf } from '../../domain/schedule/occurrences.ts'
import type { Period, Plan } from '../../domain/schedule/plan.ts'
import type { Day } from '../../domain/time/civil.ts'
import { isSuccession, takesTurns } from '../../domain/schedule/awaited.ts'
import type { Planning, Run } from './runs.ts'
import { successionRounds } from './succession.ts'

const century = 36_600
/** What opens within so many days is stored, however late in its window it is planned. */
export const daysOpeningSoon = 60

/** In days. */
export const longestPeriod: Readonly<Record<Period, number>> = {
  day: 1,
  week: 7,
  month: 31,
  bimonth: 62,
  quarter: 92,
  halfyear: 184,
  year: 366,
}

/** No round planned before this day is still due. */
export function firstDayStillDue(plans: readonly Plan[], today: Day): Day {
  return today - Math.max(0, ...plans.map(daysBehind))
}

/** A round planned so many days ago may still be due, and one of its period may be planned so far away. */
export function daysBehind(plan: Plan): number {
  return longestWindow(plan) + daysOf(openBeforeOf(plan)) + daysOf(plan.window.dueAfter)
}

/** No change of working days or of the plan's end moves a round farther. */
export function farthestMove(plans: readonly Plan[]): number {
  return LONGEST_MOVE + Math.max(0, ...plans.map(daysBehind))
}

/** A round planned so many days ahead may already be open. */
export function daysOpenBefore(plan: Plan): number {
  return longestWindow(plan) + daysOf(openBeforeOf(plan))
}

/** Up to which day the rounds of a duty are stored: always far enough to hold its next one. */
export function planningEnd(planning: Planning): Day {
  const end = planning.today + horizonDays(planning)
  return Math.max(end, firstPlannedDay(planning, planning.today) ?? end)
}

/** When to look again at a duty whose rounds are stored up to `end`; null: it has no future. */
export function nextLook(planning: Planning, end: Day): Day | null {
  const tomorrow = planning.today + 1
  // What others bring about is looked at each day, should it ever be told of and not heard.
  if (planning.runs.some(({ plan }) => isSuccession(plan))) return tomorrow
  const beyond = firstPlannedDay(planning, end + 1)
  if (beyond === null) return null
  const horizon = horizonDays(planning)
  // Any day may be the one on which such a long window comes near its opening.
  if (planning.runs.some(({ plan }) => daysOpenBefore(plan) > horizon - daysOpeningSoon)) return tomorrow
  const next = firstPlannedDay(planning, planning.today) ?? planning.today
  return Math.max(tomorrow, Math.min(beyond - horizon, next + 1))
}

/** Up to which day the runs make about so many rounds. */
export function lastDayOfSome(planning: Planning, from: Day, rounds: number): Day {
  const known = planning.runs.filter(({ plan }) => isSuccession(plan))
  const steady = planning.runs.filter(({ plan }) => !isSuccession(plan))
  const days = known.flatMap((run) => daysInSuccession(planning, run)).filter((day) => day >= from)
  const perDay = steady.reduce((sum, run) => sum + roundsPerDay(run), 0)
  const lastKnown = days.toSorted((a, b) => a - b)[rounds - 1] ?? Infinity
  return Math.min(lastKnown, from + Math.max(1, Math.floor(rounds / perDay)))
}

function roundsPerDay(run: Run): number {
  return (occurrencesPerYear(run.plan) * roundsAtOnce(run)) / 365
}

function roundsAtOnce({ plan, targets }: Run): number {
  if ('none' in plan.targets || !takesTurns(plan)) return targets.length
  const { perOccurrence = 1 } = plan.targets
  return perOccurrence === 'auto' ? targets.length : perOccurrence
}

/** The horizon of the plan that comes most often. */
function horizonDays({ runs, today }: Planning): number {
  const ahead = runs.filter(({ until }) => until >= today).map(({ plan }) => planningHorizonDays(plan))
  return Math.min(400, ...ahead)
}

function firstPlannedDay(planning: Planning, from: Day): Day | null {
  const { duty, runs, lottery } = planning
  const days = runs.flatMap((run) => {
    if (isSuccession(run.plan)) return daysInSuccession(planning, run).filter((day) => day >= from)
    const range = { from, to: Math.max(from, run.from) + century, limit: 1 }
    return contextsOf(run).flatMap((context) => {
      const { occurrences } = occurrencesOf(run.plan, { dutyId: duty.id, lottery, ...context }, range)
      return occurrences.map(({ planned }) => planned)
    })
  })
  return days.length === 0 ? null : Math.min(...days)
}

function daysInSuccession(planning: Planning, run: Run): Day[] {
  return successionRounds(planning, run).map(({ occurrence }) => occurrence.planned)
}

/** Where targets take turns they share their occurrences. */
function contextsOf(run: Run): { targetId: string | null; workingDays: Run['workingDays'] }[] {
  if (!takesTurns(run.plan)) {
    return run.targets.map(({ id, workingDays }) => ({ targetId: id, workingDays }))
  }
  return run.targets.length === 0 ? [] : [{ targetId: null, workingDays: run.workingDays }]
}

function longestWindow({ rhythm, holidays }: Plan): number {
  const moved = holidays === 'keep' ? 1 : LONGEST_MOVE
  if (rhythm.kind === 'quota') return longestPeriod[rhythm.period]
  return rhythm.kind === 'season' ? 366 : moved
}

function daysOf(duration: string | null | undefined): number {
  if (duration === null || duration === undefined) return 0
  const { months, days, milliseconds } = sureDuration(duration)
  return months * 31 + days + Math.ceil(milliseconds / 86_400_000)
}
