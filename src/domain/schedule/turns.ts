import type { Day } from '../time/civil.ts'
import type { Cover } from './cover.ts'
import { drawSome, type Draw } from './draw.ts'
import type { Id } from './plan.ts'

/** An occurrence whose targets take turns, or one that is only remembered. */
export type Turn = {
  date: Day
  /** who has it whatever the queue says: the round is done, touched, begun or past */
  kept: readonly Id[]
  /** how it is filled up; null: it stays as it is */
  open: OpenTurn | null
}

export type OpenTurn = {
  /** who could have it, in the organisation's order */
  candidates: readonly Id[]
  perOccurrence: number | 'auto'
  /** null: nothing is to be covered within a period */
  cover: Cover | null
  /** null: those that waited longest take it */
  draw: Draw | null
}

/** When each target last had its turn, and which it keeps. */
type Visits = {
  last: Map<Id, { date: Day; place: number }>
  /** the turns, by their index, that stand whatever happens before them */
  kept: ReadonlyMap<Id, readonly { index: number; date: Day }[]>
}

/**
 * Who has each of these turns, which come in order of date. Whoever has waited longest is next, whoever never had a turn before
 * all others, in the order of `rankOf`; who keeps a turn that comes soon waits for that one. So nobody waits while another has
 * two turns, whoever comes, goes or is passed over.
 */
export function takeTurns(turns: readonly Turn[], rankOf: (id: Id) => number): Id[][] {
  const visits: Visits = { last: new Map(), kept: keptIn(turns) }
  let place = 0
  return turns.map(({ date, kept, open }, index) => {
    const all = [...kept, ...(open === null ? [] : filled(open, kept, index, visits))]
    // Those who have it together keep their order of waiting, so that it can be told again from stored rounds.
    for (const id of all.toSorted((a, b) => placeOf(visits, a) - placeOf(visits, b) || byRank(a, b))) {
      visits.last.set(id, { date, place })
      place += 1
    }
    return all
  })

  function byRank(a: Id, b: Id): number {
    return rankOf(a) - rankOf(b) || (a < b ? -1 : 1)
  }
}

function keptIn(turns: readonly Turn[]): Visits['kept'] {
  const all = turns.flatMap(({ date, kept }, index) => kept.map((id) => ({ id, index, date })))
  return Map.groupBy(all, ({ id }) => id)
}

/** In order of waiting; who never had a turn has waited longest. */
function placeOf({ last }: Visits, id: Id): number {
  return last.get(id)?.place ?? -1
}

/** A candidate and its place in the queue: the lower, the longer it has waited. */
type Waiting = { id: Id; place: number }

function filled(open: OpenTurn, kept: readonly Id[], index: number, visits: Visits): Id[] {
  const { candidates, cover, draw } = open
  const due: Waiting[] = []
  const others: Waiting[] = []
  for (const id of candidates) {
    if (kept.length > 0 && kept.includes(id)) continue
    const waiting = { id, place: placeOf(visits, id) }
    if (cover !== null && isCovered(id, cover, index, visits)) others.push(waiting)
    else due.push(waiting)
  }
  const wanted = missing(open, due.length, kept.length)
  if (wanted <= 0) return []
  const choose = (from: readonly Waiting[], count: number) =>
    draw === null
      ? longestWaiting(from, count, index, visits)
      : drawSome(from.map(({ id }) => id).toSorted(), count, draw)
  const chosen = choose(due, wanted)
  return chosen.length === wanted ? chosen : [...chosen, ...choose(others, wanted - chosen.length)]
}

/** Whether the target had a turn in the period, or keeps one that comes in it. */
function isCovered(id: Id, { since, until }: Cover, index: number, { last, kept }: Visits): boolean {
  if ((last.get(id)?.date ?? -Infinity) >= since) return true
  return kept.size > 0 && kept.get(id)?.some((turn) => turn.index > index && turn.date <= until) === true
}

/** Of those who waited as long the first ones: they come in the organisation's order. */
function longestWaiting(from: readonly Waiting[], count: number, index: number, visits: Visits): Id[] {
  const waiting = withTurnsAhead(from, count, index, visits)
  if (count > 1) {
    const sorted = waiting.toSorted((a, b) => (a.place === b.place ? 0 : a.place - b.place))
    return sorted.slice(0, count).map(({ id }) => id)
  }
  let [first] = waiting
  for (const each of waiting) if (first !== undefined && each.place < first.place) first = each
  return first === undefined ? [] : [first.id]
}

/** Last in the queue is who keeps a turn that comes before anybody else would have two. */
function withTurnsAhead(
  from: readonly Waiting[],
  count: number,
  index: number,
  { kept }: Visits,
): readonly Waiting[] {
  if (kept.size === 0) return from
  const soon = index + Math.floor((from.length - 1) / count)
  return from.map(({ id, place }) => {
    const comesSoon = kept.get(id)?.some((turn) => turn.index > index && turn.index <= soon) === true
    return { id, place: comesSoon ? Infinity : place }
  })
}

/** How many are still to be found beside those who keep the turn; an occurrence is never nobody's. */
function missing({ perOccurrence, cover, candidates }: OpenTurn, due: number, kept: number): number {
  if (perOccurrence !== 'auto') return perOccurrence - kept
  if (cover === null) return 1 - kept
  if (cover.pace !== null) return Math.ceil(candidates.length / cover.pace) - kept
  // Where somebody keeps it, the others of the period take what is due, if there are any.
  if (kept > 0) return cover.left > 0 ? 0 : due
  return Math.max(1, Math.ceil(due / cover.left))
}
