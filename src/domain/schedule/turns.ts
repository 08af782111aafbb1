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

/** When each target last had its turn. */
type Visits = Map<Id, { date: Day; place: number }>

/**
 * Who has each of these turns, which come in order of date. Whoever has waited longest is next, whoever never had a turn before
 * all others, in the order of `rankOf`. So nobody waits while another has two turns, whoever comes, goes or is passed over.
 */
export function takeTurns(turns: readonly Turn[], rankOf: (id: Id) => number): Id[][] {
  const visits: Visits = new Map()
  let place = 0
  return turns.map(({ date, kept, open }) => {
    const all = [...kept, ...(open === null ? [] : filled(open, kept, visits))]
    // Those who have it together keep their order of waiting, so that it can be told again from stored rounds.
    for (const id of all.toSorted((a, b) => placeOf(visits, a) - placeOf(visits, b) || byRank(a, b))) {
      visits.set(id, { date, place })
      place += 1
    }
    return all
  })

  function byRank(a: Id, b: Id): number {
    return rankOf(a) - rankOf(b) || (a < b ? -1 : 1)
  }
}

/** In order of waiting; who never had a turn has waited longest. */
function placeOf(visits: Visits, id: Id): number {
  return visits.get(id)?.place ?? -1
}

function filled(open: OpenTurn, kept: readonly Id[], visits: Visits): Id[] {
  const { candidates, cover, draw } = open
  const hadOne = (id: Id) => cover !== null && (visits.get(id)?.date ?? -Infinity) >= cover.since
  const free = kept.length === 0 ? candidates : candidates.filter((id) => !kept.includes(id))
  const due = cover === null ? free : free.filter((id) => !hadOne(id))
  const wanted = missing(open, due.length, { all: kept.length, due: kept.filter((id) => !hadOne(id)).length })
  if (wanted <= 0) return []
  if (draw === null) return longestWaiting(free, wanted, visits)
  const drawn = drawSome(due.toSorted(), wanted, draw)
  const others = free.filter(hadOne).toSorted()
  return [...drawn, ...drawSome(others, wanted - drawn.length, draw)]
}

/** Of those who waited as long the first ones: they come in the organisation's order. */
function longestWaiting(free: readonly Id[], wanted: number, visits: Visits): Id[] {
  const waiting = free.map((id) => ({ id, place: placeOf(visits, id) }))
  if (wanted > 1) {
    const sorted = waiting.toSorted((a, b) => a.place - b.place)
    return sorted.slice(0, wanted).map(({ id }) => id)
  }
  let [first] = waiting
  for (const each of waiting) if (first !== undefined && each.place < first.place) first = each
  return first === undefined ? [] : [first.id]
}

/** How many are still to be found beside those who keep the turn; an occurrence is never nobody's. */
function missing(
  { perOccurrence, cover, candidates }: OpenTurn,
  due: number,
  kept: { all: number; due: number },
): number {
  if (perOccurrence !== 'auto') return perOccurrence - kept.all
  if (cover === null) return 1 - kept.all
  if (cover.pace !== null) return Math.ceil(candidates.length / cover.pace) - kept.all
  return Math.max(1 - kept.all, Math.ceil((due + kept.due) / cover.left) - kept.due)
}
