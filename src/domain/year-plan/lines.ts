import type { RoundState } from '../round/state.ts'
import { lineKinds, monthSpan, overlap, type LineKind, type Place, type Span } from './spans.ts'

/** What is counted in a cell; `forecast`: not stored yet, but to be expected. */
export type Mark = Exclude<RoundState, 'withdrawn'> | 'forecast'

export type Counts = Partial<Record<Mark, number>>

/** Rounds that belong to the same place. */
export type Tally = Place & {
  /** as in `Placed` */
  period: string | null
  counts: Counts
  /** made by hand, beyond what the plans ask for */
  isExtra: boolean
  /** where it is only one that is stored */
  round: string | null
}

export type Cell = {
  span: Span
  counts: Counts
  extra: Counts
  /** the one period that all its rounds belong to; null: none or several */
  period: string | null
  /** the one round in it, where there is no other */
  round: string | null
}

/** The twelve months, from left to right without gaps: cells, and spans of one month in which nothing stands. */
export type Line = { kind: LineKind; cells: Cell[] }

/**
 * What a duty has in a year: a line for each length of period, so that high-risk units monthly and the others quarterly
 * stand above each other. What was made by hand stands in the cell of its month, wherever the duty has one.
 */
export function linesOf(tallies: readonly Tally[]): Line[] {
  const planned = tallies.filter(({ isExtra }) => !isExtra)
  const lines = lineKinds.flatMap((kind) => {
    const own = planned.filter((tally) => tally.kind === kind)
    return own.length === 0 ? [] : [{ kind, cells: cellsOf(own) }]
  })
  return tallies
    .filter(({ isExtra }) => isExtra)
    .reduce(withExtra, lines)
    .map(filled)
}

/** Those that overlap, as after a change of plans, become one. */
function cellsOf(tallies: readonly Tally[]): Cell[] {
  const cells: Cell[] = []
  for (const tally of tallies.toSorted((a, b) => a.span.first - b.span.first || a.span.last - b.span.last)) {
    const last = cells.at(-1)
    if (last !== undefined && overlap(last.span, tally.span)) cells[cells.length - 1] = joined(last, tally)
    else cells.push(cellOf(tally))
  }
  return cells
}

function cellOf({ span, counts, period, round }: Tally): Cell {
  return { span, counts, extra: {}, period, round }
}

function joined(cell: Cell, { span, counts, period }: Tally): Cell {
  return {
    span: { first: Math.min(cell.span.first, span.first), last: Math.max(cell.span.last, span.last) },
    counts: added(cell.counts, counts),
    extra: cell.extra,
    period: cell.period === period ? period : null,
    round: null,
  }
}

function withExtra(lines: Line[], tally: Tally): Line[] {
  const at = lines.findIndex(({ cells }) => cells.some(({ span }) => overlap(span, tally.span)))
  if (at === -1) {
    const cell: Cell = { ...cellOf(tally), counts: {}, extra: tally.counts }
    const [first, ...others] = lines
    if (first === undefined) return [{ kind: 'month', cells: [cell] }]
    return [
      { ...first, cells: [...first.cells, cell].toSorted((a, b) => a.span.first - b.span.first) },
      ...others,
    ]
  }
  return lines.map((line, index) => (index === at ? { ...line, cells: line.cells.map(addTo(tally)) } : line))
}

function addTo(tally: Tally) {
  return (cell: Cell): Cell =>
    overlap(cell.span, tally.span)
      ? { ...cell, extra: added(cell.extra, tally.counts), period: null, round: null }
      : cell
}

function filled({ kind, cells }: Line): Line {
  const all: Cell[] = []
  for (let month = 1; month <= 12; month += 1) {
    const cell = cells.find(({ span }) => month >= span.first && month <= span.last)
    if (cell === undefined)
      all.push({ span: monthSpan(month), counts: {}, extra: {}, period: null, round: null })
    else if (cell.span.first === month) all.push(cell)
  }
  return { kind, cells: all }
}

export function added(a: Counts, b: Counts): Counts {
  const sum: Counts = { ...a }
  for (const [mark, count] of Object.entries(b) as [Mark, number][]) sum[mark] = (sum[mark] ?? 0) + count
  return sum
}
