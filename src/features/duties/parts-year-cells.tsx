import type { Cell, Counts, Mark } from '../../domain/year-plan/lines.ts'
import { gravestIn, marks, shownOf, totalOf, type Shown } from '../../domain/year-plan/marks.ts'
import { overlap, type Span } from '../../domain/year-plan/spans.ts'
import { civilOf, dayOf, printDate } from '../../domain/time/civil.ts'
import { monthNames } from '../../ui/format.ts'
import { stateMessages } from '../../ui/messages.ts'
import type { View } from '../../ui/view.ts'
import type { YearRow } from './read-year-plan.ts'
import { yearMessages as words } from './year-messages.ts'

/** Each says what it is without colour: what was overdue or missed before it was done shows both. */
export const signs: Record<Mark, string> = {
  done: '✓',
  late: '!✓',
  'made-up': '×✓',
  excused: '–',
  missed: '×',
  overdue: '!',
  open: '●',
  planned: '○',
  forecast: '(○)',
}
export const suspendedSign = '‖'
/** Between signs, so that one of two characters is not taken for two; a line may break there. */
const thinSpace = '\u2009'

type Props = { view: View; year: number; row: YearRow; cell: Cell }

/** What stands in a month or over several; it leads to the rounds. A sheet has thousands: two elements each, no more. */
export function YearCell({ view, year, row, cell }: Props) {
  const { span, counts, extra } = cell
  const shown = shownOf(counts, row)
  if (shown.kind === 'empty' && totalOf(extra) === 0) {
    return isSuspendedIn(span, year, row) ? (
      <SuspendedCell view={view} span={span} />
    ) : (
      <td class="year-cell" />
    )
  }
  const text = signsOf(shown, counts) + (totalOf(extra) > 0 ? `+${totalOf(extra)}` : '')
  const isStored = totalOf(counts) > (counts.forecast ?? 0) || totalOf(extra) > 0
  // Who speaks to the page says what they see.
  const heard = `${text.replace('\n', ' ')} ${cellWords(view, cell)}`
  return (
    <td class={`year-cell year-${gravestIn(counts)}`} colspan={span.last - span.first + 1}>
      {isStored ? (
        <a href={roundsOf(year, row, cell)} aria-label={heard}>
          {text}
        </a>
      ) : (
        <span role="img" aria-label={heard}>
          {text}
        </span>
      )}
    </td>
  )
}

/** In two lines where it is a count; the style sheet keeps the break. */
function signsOf(shown: Shown, counts: Counts): string {
  if (shown.kind === 'empty') return ''
  if (shown.kind === 'signs') return shown.marks.map((mark) => signs[mark]).join(thinSpace)
  return counts.forecast === shown.total
    ? `(${shown.total})`
    : `${signs[shown.mark]}\n${shown.done}/${shown.total}`
}

function isSuspendedIn(span: Span, year: number, { suspensions }: YearRow): boolean {
  return suspensions.some(
    ({ isWhole, fromOn, untilOn }) => isWhole && overlap(span, monthsIn(year, fromOn, untilOn)),
  )
}

function SuspendedCell({ view, span }: { view: View; span: Span }) {
  return (
    <td class="year-cell year-excused">
      <span role="img" aria-label={view.t(words.suspendedOf, { months: spanWords(view, span) })}>
        {suspendedSign}
      </span>
    </td>
  )
}

/** The months of the year that these days touch. */
function monthsIn(year: number, from: number, until: number | null): Span {
  const first = civilOf(from)
  const last = until === null ? { year: year + 1, month: 12 } : civilOf(until)
  return {
    first: first.year < year ? 1 : first.year > year ? 13 : first.month,
    last: last.year > year ? 12 : last.year < year ? 0 : last.month,
  }
}

/** 3月：已完成2次，逾期1次 */
function cellWords(view: View, { span, counts, extra }: Cell): string {
  const stated = marks
    .filter((mark) => (counts[mark] ?? 0) > 0)
    .map((mark) => view.t(words.countOf, { state: markWord(view, mark), count: counts[mark] ?? 0 }))
  const added = totalOf(extra) > 0 ? [view.t(words.extraOf, { count: totalOf(extra) })] : []
  return view.t(words.cell, {
    months: spanWords(view, span),
    counts: [...stated, ...added].join(view.t(words.countSeparator)),
  })
}

export function markWord(view: View, mark: Mark): string {
  return view.t(mark === 'forecast' ? words.forecastOf : stateMessages[mark])
}

function spanWords(view: View, { first, last }: Span): string {
  const names = monthNames(view.locale)
  const [from = '', to = ''] = [names[first - 1], names[last - 1]]
  return first === last ? from : view.t(words.spanOf, { first: from, last: to })
}

/** One round is opened at once, several are listed. */
function roundsOf(year: number, { duty }: YearRow, { span, period, round }: Cell): string {
  if (round !== null) return `/rounds/${round}`
  const query = new URLSearchParams({
    duty: duty.id,
    from: printDate(dayOf(year, span.first, 1)),
    to: printDate(dayOf(year, span.last + 1, 0)),
    ...(period !== null && { period }),
  })
  return `/rounds?${query}`
}
