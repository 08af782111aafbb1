import type { Day } from '../time/civil.ts'
import { typicalSpacing } from './frequency.ts'
import type { Id, Plan } from './plan.ts'

/** A round of a duty, as far as it matters when work is done. `targetId`: null where it is about nothing in particular. */
export type DatedRound = { targetId: Id | null; planned: Day }

/** From the last round that was done or stays to the first new one nothing is left; `usual` and `days` are in days. */
export type Gap = { last: Day; next: Day; days: number; usual: number; targetIds: (Id | null)[] }

type Change = {
  /** rounds that were done or that stay */
  staying: readonly DatedRound[]
  leaving: readonly DatedRound[]
  coming: readonly DatedRound[]
  /** days between two rounds of what comes or, where that came more rarely, of what leaves; null: there is no usual distance */
  usual: number | null
}

const MOST_USUAL_INTERVALS = 2

/**
 * The gaps that a change opens: longer than twice the usual interval, with rounds taken away in them. Longest first;
 * targets with the same gap are named together.
 */
export function openedGaps({ staying, leaving, coming, usual }: Change): Gap[] {
  if (usual === null) return []
  const [stays, leaves] = [byTarget(staying), byTarget(leaving)]
  const gaps = new Map<string, Gap>()
  for (const [targetId, days] of byTarget(coming)) {
    const next = Math.min(...days)
    const last = Math.max(...(stays.get(targetId) ?? []).filter((day) => day < next))
    const isOpened = (leaves.get(targetId) ?? []).some((day) => day > last && day < next)
    if (!isOpened || last === -Infinity || next - last <= MOST_USUAL_INTERVALS * usual) continue
    const key = `${last} ${next}`
    const known = gaps.get(key) ?? { last, next, days: next - last, usual: Math.round(usual), targetIds: [] }
    gaps.set(key, { ...known, targetIds: [...known.targetIds, targetId] })
  }
  return [...gaps.values()].toSorted((a, b) => b.days - a.days || a.last - b.last)
}

/** Days between two rounds, of the plan that comes more rarely; null: each comes once, or nobody knows how often. */
export function usualInterval(plans: readonly Pick<Plan, 'rhythm' | 'timeZone'>[]): number | null {
  const intervals = plans.flatMap((plan) => typicalSpacing(plan) ?? [])
  return intervals.length === 0 ? null : Math.max(...intervals)
}

function byTarget(rounds: readonly DatedRound[]): Map<Id | null, Day[]> {
  const days = new Map<Id | null, Day[]>()
  for (const { targetId, planned } of rounds) {
    const known = days.get(targetId)
    if (known === undefined) days.set(targetId, [planned])
    else known.push(planned)
  }
  return days
}
