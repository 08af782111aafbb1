import { takesTurns } from '../../domain/schedule/awaited.ts'
import { isInSuccession } from './precedence.ts'
import type { PastRound } from './queries-past.ts'
import { isReplaced, type Planning, type Run } from './runs.ts'
import { isSuspended } from './suspended.ts'

/** A stored round that has its target whatever the queue says now. */
export type Kept = PastRound & { planId: string; targetId: string }

/**
 * The turns that stand: of rounds that somebody touched or that are over, that are planned today or before, that were drawn and
 * have opened, and what a plan that was replaced had planned. Rounds by hand are nobody's turn.
 */
export function keptTurns(planning: Planning): Kept[] {
  const runOf = new Map(planning.runs.map((run) => [run.plan.id, run]))
  return storedTurns(planning).filter((round) => {
    if (round.isFixed) return true
    const run = runOf.get(round.planId)
    return run === undefined ? round.plannedOn <= planning.today : stands(round, run, planning)
  })
}

/** The turns that stand only where other working days would have moved their occurrence into the past. */
export function turnsToCome(planning: Planning, kept: readonly Kept[]): Kept[] {
  const standing = new Set(kept.map(({ id }) => id))
  return storedTurns(planning).filter(({ id, dueAt }) => dueAt > planning.now && !standing.has(id))
}

function storedTurns({ duty, past }: Planning): Kept[] {
  return (past.get(duty.id) ?? []).filter(
    (round): round is Kept => round.planId !== null && round.targetId !== null,
  )
}

function stands(round: PastRound, run: Run, { duty, today, now }: Planning): boolean {
  const target = run.targets.find(({ id }) => id === round.targetId)
  if (target === undefined) return false
  if (isSuspended({ ...round, planned: round.plannedOn }, target.suspended)) return false
  if (isReplaced(run.plan, duty)) return round.plannedOn <= run.until
  // Who was told that they were drawn stays drawn.
  return round.plannedOn <= today || (isByLot(run) && round.opensAt <= now)
}

function isByLot({ plan }: Run): boolean {
  return takesTurns(plan) && 'coverage' in plan.targets && plan.targets.coverage === 'draw'
}

/** Whether the round of that key is this run's: of its own plan or of one before or after it. */
export function isTurnOf(kept: Kept, run: Run, runs: readonly Run[]): boolean {
  if (kept.planId === run.plan.id) return true
  const own = runs.find(({ plan }) => plan.id === kept.planId)
  return own === undefined || isInSuccession(own, run)
}
