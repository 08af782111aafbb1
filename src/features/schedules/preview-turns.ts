import { coversOf, daysToCount, demandingFrom, type Cover } from '../../domain/schedule/cover.ts'
import { LAST_DAY, sureDate } from '../../domain/schedule/checked.ts'
import { LONGEST_MOVE } from '../../domain/schedule/holidays.ts'
import { occurrencesOf, type Occurrence } from '../../domain/schedule/occurrences.ts'
import type { Plan } from '../../domain/schedule/plan.ts'
import { topicOf } from '../../domain/schedule/topics.ts'
import { takeTurns } from '../../domain/schedule/turns.ts'
import type { Day } from '../../domain/time/civil.ts'
import type { WorkingDays } from '../../domain/time/working-days.ts'

/** An occurrence and who its targets are; null where the plan names none. */
export type PreviewedOccurrence = { occurrence: Occurrence; targets: string[] | null; topic: string | null }

type Unsaved = Omit<Plan, 'id'>

/** A year of thirteen a day. */
const mostCounted = 5000
/** `ids`: the targets, in the organisation's order. */
type Targeted = { dutyId: string; ids: readonly string[]; workingDays: WorkingDays }
type Range = { from: Day; to: Day; limit: number }

/**
 * Up to one more than `limit`, each with those who would have it if the queue began anew with the first of them. Who will be drawn
 * is not said.
 */
export function previewedTurns(plan: Unsaved, targeted: Targeted, range: Range): PreviewedOccurrence[] {
  const occurrences = expand(plan, targeted, { ...range, limit: range.limit + 1 })
  if ('none' in plan.targets || plan.targets.coverage === 'draw') {
    return occurrences.map((occurrence) => ({
      occurrence,
      targets: [],
      topic: topicOf(plan, occurrence, targeted),
    }))
  }
  const { perOccurrence = 1 } = plan.targets
  const covers = coversFor(plan, targeted, occurrences)
  const turns = occurrences.map(({ key, date }) => ({
    date,
    kept: [],
    open: { candidates: targeted.ids, perOccurrence, cover: covers.get(key) ?? null, draw: null },
  }))
  const ranks = new Map(targeted.ids.map((id, rank) => [id, rank]))
  const taken = takeTurns(turns, (id) => ranks.get(id) ?? Infinity)
  return occurrences.map((occurrence, index) => ({
    occurrence,
    targets: taken[index] ?? [],
    topic: topicOf(plan, occurrence, targeted),
  }))
}

/** What the periods ask of these occurrences, by key. */
function coversFor(
  plan: Unsaved,
  targeted: Targeted,
  occurrences: readonly Occurrence[],
): Map<string, Cover> {
  const [first, last] = [occurrences[0], occurrences.at(-1)]
  const within = 'none' in plan.targets ? undefined : plan.targets.coverWithin
  if (within === undefined || first === undefined || last === undefined) return new Map()
  const datesIn = (days: { from: Day; until: Day }) => {
    const around = { from: days.from - LONGEST_MOVE, to: days.until + LONGEST_MOVE, limit: mostCounted }
    return expand(plan, targeted, around).map(({ date }) => date)
  }
  const from = demandingFrom({ firstTurn: first.date, from: sureDate(plan.from) }, within, datesIn)
  const validity = { from, until: plan.until === null ? LAST_DAY : sureDate(plan.until) }
  const counted = daysToCount({ from: first.date, until: last.date }, within, validity)
  const around = {
    from: counted.from - LONGEST_MOVE,
    to: counted.until + LONGEST_MOVE,
    limit: mostCounted,
  }
  const all = expand(plan, targeted, around)
    .filter(({ date }) => date >= counted.from && date <= counted.until)
    .toSorted((a, b) => a.date - b.date)
  const covers = coversOf(
    all.map(({ date }) => date),
    within,
    validity,
  )
  return new Map(covers.map((cover, index) => [all[index]?.key ?? '', cover]))
}

function expand(plan: Unsaved, { dutyId, workingDays }: Targeted, range: Range): Occurrence[] {
  return occurrencesOf(plan, { dutyId, targetId: null, workingDays }, range).occurrences
}
