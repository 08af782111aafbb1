import { coversOf, daysToCount, demandingFrom, type Cover } from '../../domain/schedule/cover.ts'
import { drawsOf, type Draw } from '../../domain/schedule/draw.ts'
import { LONGEST_MOVE } from '../../domain/schedule/holidays.ts'
import { occurrencesOf, type Occurrence } from '../../domain/schedule/occurrences.ts'
import type { CoverWithin, Targets } from '../../domain/schedule/plan.ts'
import { takeTurns, type Turn } from '../../domain/schedule/turns.ts'
import type { Day } from '../../domain/time/civil.ts'
import { takesTurns } from '../../domain/schedule/awaited.ts'
import type { Days, ExpectedRound } from './expected-rounds.ts'
import { roundsOfAll } from './expected-of-each.ts'
import { daysBehind, firstDayStillDue } from './horizon.ts'
import { isTurnOf, keptTurns, turnsToCome, type Kept } from './kept-turns.ts'
import { belongsToOneOf, isInSuccession, winsOver } from './precedence.ts'
import { isReplaced, type Planning, type Run } from './runs.ts'
import { isSuspended } from './suspended.ts'

/** An occurrence of a run, with the targets that could have it. */
type Asked = { run: Run; occurrence: Occurrence; candidates: readonly string[] }

/** A turn and what it is a turn of; null: it is only remembered. */
type PlannedTurn = Turn & { key: string; asked: Asked | null }

/** The rounds of a run whose targets take turns or are drawn, planned on these days. */
export function roundsInTurn(planning: Planning, run: Run, { from, to }: Days): ExpectedRound[] {
  return turnsUpTo(planning, to).filter(
    (round) => round.run === run && round.occurrence.planned >= from && round.occurrence.planned <= to,
  )
}

// A step asks for several stretches of days and for each run: the queue is gone through once for all of them.
const known = new WeakMap<Planning, { to: Day; rounds: ExpectedRound[] }>()

function turnsUpTo(planning: Planning, to: Day): ExpectedRound[] {
  const before = known.get(planning)
  if (before !== undefined && before.to >= to) return before.rounds
  const rounds = roundsOfTurns(planning, turnsOf(planning, to))
  known.set(planning, { to, rounds })
  return rounds
}

function roundsOfTurns({ runs }: Planning, turns: readonly PlannedTurn[]): ExpectedRound[] {
  const ranks = new Map(runs.flatMap(({ targets }) => targets.map(({ id }, rank) => [id, rank] as const)))
  const taken = takeTurns(turns, (id) => ranks.get(id) ?? Infinity)
  const targetsOf = new Map(runs.map((run) => [run, new Map(run.targets.map((each) => [each.id, each]))]))
  return turns.flatMap(({ asked }, index) => {
    if (asked === null) return []
    const { run, occurrence } = asked
    return (taken[index] ?? []).flatMap((id) => {
      const target = targetsOf.get(run)?.get(id)
      return target === undefined ? [] : [{ run, occurrence, target }]
    })
  })
}

/**
 * What was and what comes, of all runs that take turns together, in order of date: a target that goes from one run to another
 * keeps its place in the queue, and what follows a plan goes on with it.
 */
function turnsOf(planning: Planning, to: Day): PlannedTurn[] {
  const runs = planning.runs.filter(({ plan }) => takesTurns(plan))
  const since = firstDayStillDue(
    runs.map(({ plan }) => plan),
    planning.today,
  )
  const kept = keptTurns(planning)
  // How many turns lie before one that is kept has to be the same however far a step plans.
  const last = Math.max(to, ...kept.map(({ occursOn }) => occursOn))
  // A day off moves the planned day away from the date that gives the order.
  const days = { from: since - LONGEST_MOVE, to: last + LONGEST_MOVE }
  const began = Math.min(...kept.map(({ occursOn }) => occursOn))
  const standing = Map.groupBy(kept, ({ key }) => key)
  const toCome = Map.groupBy(turnsToCome(planning, kept), ({ key }) => key)
  const placed = new Set<Kept>()
  const turns = runs.flatMap((run) => {
    const own = openTurns(planning, run, days, began).map((turn) => {
      const isOver = turn.asked.occurrence.dueAt <= planning.now
      const stored = [standing, ...(isOver ? [toCome] : [])].flatMap((each) => each.get(turn.key) ?? [])
      const its = stored.filter((each) => !placed.has(each) && isTurnOf(each, run, runs))
      for (const each of its) placed.add(each)
      return { ...turn, kept: its.map(({ targetId }) => targetId) }
    })
    return besideKept(own)
  })
  const others = kept.filter((each) => !placed.has(each))
  return [...turns, ...remembered([...others, ...comingNow(planning, kept, days.to)])].toSorted(byDateThenKey)
}

/** What is to be covered in a period is left to those of its occurrences that nobody keeps. */
function besideKept(turns: readonly PlannedTurn[]): PlannedTurn[] {
  const kept = new Map<Day, number>()
  const backwards = turns.toSorted(byDateThenKey).toReversed()
  return backwards.map((turn) => {
    const { open } = turn
    if (open === null || open.cover === null) return turn
    const { cover } = open
    const count = (kept.get(cover.since) ?? 0) + (turn.kept.length > 0 ? 1 : 0)
    kept.set(cover.since, count)
    return { ...turn, open: { ...open, cover: { ...cover, left: cover.left - count } } }
  })
}

/** Of the plans that every target has rounds of: what is not stored yet, and will stand once it is. */
function comingNow(planning: Planning, kept: readonly Kept[], to: Day): Remembered[] {
  const { duty, runs, now, today } = planning
  const stored = new Set(kept.map(({ key, targetId }) => `${key} ${targetId}`))
  const from = firstDayStillDue(duty.plans, today)
  return runs
    .filter(({ plan }) => !takesTurns(plan))
    .flatMap((run) => {
      const last = isReplaced(run.plan, duty) ? Math.min(run.until, to) : today
      return roundsOfAll(planning, run, { from, to: last })
    })
    .flatMap(({ run, target: { id, suspended }, occurrence }) => {
      const { key, date, dueAt } = occurrence
      if (id === null || stored.has(`${key} ${id}`)) return []
      if (dueAt <= now || isSuspended(occurrence, suspended)) return []
      return [{ occursOn: date, key, planId: run.plan.id, targetId: id }]
    })
}

type Remembered = Pick<Kept, 'occursOn' | 'key' | 'planId' | 'targetId'>

function remembered(rounds: readonly Remembered[]): PlannedTurn[] {
  const together = Map.groupBy(rounds, ({ occursOn, key, planId }) => `${occursOn} ${key} ${planId}`)
  return [...together.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return []
    const ids = [first, ...others].map(({ targetId }) => targetId)
    return [{ date: first.occursOn, key: first.key, kept: ids, open: null, asked: null }]
  })
}

function byDateThenKey(a: PlannedTurn, b: PlannedTurn): number {
  return a.date - b.date || (a.key < b.key ? -1 : Number(a.key > b.key))
}

/** `began`: when the duty's first turn was; a period that it came too late for demands nothing. */
function openTurns(planning: Planning, run: Run, days: Days, began: Day): (PlannedTurn & { asked: Asked })[] {
  const { coverWithin, perOccurrence = 1 } = coverageOf(run)
  const own = askedOf(planning, run, days)
  const first = own.find(({ occurrence }) => occurrence.dueAt > planning.now)?.occurrence.date ?? Infinity
  const covers =
    coverWithin === undefined
      ? null
      : coversIn(planning, run, coverWithin, { firstTurn: Math.min(began, first), days })
  return own.map((asked) => {
    const { occurrence, candidates } = asked
    const { key, date } = occurrence
    const draw = drawFor(planning, run, key)
    // What is due already has gone by, and what is drawn without the secret stays one.
    const isOpen = occurrence.dueAt > planning.now && draw !== undefined
    const open = isOpen ? { candidates, perOccurrence, cover: covers?.get(key) ?? null, draw } : null
    return { key, date, kept: [], open, asked }
  })
}

/** Undefined: a draw, but no secret to draw by. */
function drawFor({ duty, lottery }: Planning, run: Run, key: string): Draw | null | undefined {
  if (coverageOf(run).coverage !== 'draw') return null
  return lottery === null ? undefined : drawsOf(lottery, duty.id, key)
}

/** What the periods demand of the run's occurrences on these days, by key; one that nobody can have counts for nothing. */
function coversIn(
  planning: Planning,
  run: Run,
  within: CoverWithin,
  { firstTurn, days }: { firstTurn: Day; days: Days },
): Map<string, Cover> {
  const datesIn = ({ from, until }: { from: Day; until: Day }) => {
    const around = { from: from - LONGEST_MOVE, to: until + LONGEST_MOVE }
    return occurrencesIn(planning, run, around).map(({ date }) => date)
  }
  const validity = {
    from: demandingFrom({ firstTurn, from: run.from }, within, datesIn),
    until: run.until,
  }
  const counted = daysToCount({ from: days.from, until: days.to }, within, validity)
  const around = { from: counted.from - LONGEST_MOVE, to: counted.until + LONGEST_MOVE }
  const occurrences = askedOf(planning, run, around)
    .filter(({ candidates }) => candidates.length > 0)
    .map(({ occurrence }) => occurrence)
    .filter(({ date }) => date >= counted.from && date <= counted.until)
    .toSorted((a, b) => a.date - b.date || (a.key < b.key ? -1 : 1))
  const dates = occurrences.map(({ date }) => date)
  const covers = coversOf(dates, within, validity)
  return new Map(covers.map((cover, index) => [occurrences[index]?.key ?? '', cover]))
}

/** A plan that follows another takes its occurrence of the same key as a whole. */
function askedOf(planning: Planning, run: Run, { from, to }: Days): Asked[] {
  const { runs } = planning
  const candidatesOn = candidatesOf(run, runs.slice(0, runs.indexOf(run)))
  const heirs = runs.filter(
    (other) => takesTurns(other.plan) && isInSuccession(other, run) && winsOver(other, run, runs),
  )
  const reach = Math.max(0, ...[run, ...heirs].map(({ plan }) => daysBehind(plan)))
  const around = { from: from - reach, to: to + reach }
  const taken = new Set(heirs.flatMap((heir) => occurrencesIn(planning, heir, around).map(({ key }) => key)))
  return occurrencesIn(planning, run, { from, to })
    .filter(({ key }) => !taken.has(key))
    .map((occurrence) => ({ run, occurrence, candidates: candidatesOn(occurrence) }))
}

/** Those who could have an occurrence; most often all can have each. */
function candidatesOf(run: Run, before: readonly Run[]): (occurrence: Occurrence) => readonly string[] {
  const targets = run.targets.flatMap(({ id, suspended }) => (id === null ? [] : [{ id, suspended }]))
  const all = targets.map(({ id }) => id)
  if (before.length === 0 && targets.every(({ suspended }) => suspended.length === 0)) return () => all
  return (occurrence) =>
    targets
      .filter(({ id, suspended }) => {
        if (suspended.length > 0 && isSuspended(occurrence, suspended)) return false
        return !belongsToOneOf(before, id, occurrence.planned)
      })
      .map(({ id }) => id)
}

function occurrencesIn({ duty, lottery }: Planning, run: Run, { from, to }: Days): Occurrence[] {
  const context = { dutyId: duty.id, targetId: null, workingDays: run.workingDays, lottery }
  return occurrencesOf(run.plan, context, { from, to, limit: Infinity }).occurrences
}

function coverageOf({ plan: { targets } }: Run): Partial<Exclude<Targets, { none: true }>> {
  return 'none' in targets ? {} : targets
}
