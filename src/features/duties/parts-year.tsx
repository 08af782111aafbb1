import type { Line } from '../../domain/year-plan/lines.ts'
import { added } from '../../domain/year-plan/lines.ts'
import { marks, progressOf } from '../../domain/year-plan/marks.ts'
import { civilOf, dayOf } from '../../domain/time/civil.ts'
import { categoryName } from '../../ui/category-messages.ts'
import { formatShortDay, monthNames } from '../../ui/format.ts'
import type { View } from '../../ui/view.ts'
import { unitName } from '../rounds/parts.tsx'
import { performerWords, sentenceOf, titleOfDuty } from './parts-words.tsx'
import { markWord, signs, suspendedSign, YearCell } from './parts-year-cells.tsx'
import type { YearPlan, YearPlanFilter, YearRow, YearSuspension } from './read-year-plan.ts'
import { yearMessages as words } from './year-messages.ts'

type Props = { view: View; plan: YearPlan; filter: YearPlanFilter }

/** Duties by months on one sheet, as hospitals hand it in. */
export function YearSheet({ view, plan, filter }: Props) {
  const groups = Map.groupBy(plan.rows, ({ duty }) =>
    filter.by === 'category' ? duty.category : duty.ownedBy,
  )
  const titleOf = (key: string) =>
    filter.by === 'category' ? categoryName(view, key) : unitName(view, plan.names, key)
  const numbers = new Map(plan.rows.map((row, index) => [row, plan.start + index + 1]))
  return (
    <div class="year-frame" role="region" aria-label={view.t(words.caption)} tabindex={0}>
      <table class="year-table">
        <caption class="visually-hidden">{view.t(words.caption)}</caption>
        <YearHead view={view} />
        {[...groups].map(([key, rows]) => (
          <tbody>
            <tr class="year-group">
              <th scope="rowgroup" colspan={16}>
                <span>{titleOf(key)}</span>
              </th>
            </tr>
            {rows.map((row) => (
              <DutyRows view={view} plan={plan} filter={filter} row={row} number={numbers.get(row) ?? 0} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

function YearHead({ view }: { view: View }) {
  return (
    <thead>
      <tr>
        <th scope="col" class="year-number">
          {view.t(words.number)}
        </th>
        <th scope="col" class="year-duty">
          {view.t(words.duty)}
        </th>
        <th scope="col" class="year-who">
          {view.t(words.who)}
        </th>
        {monthNames(view.locale).map((name) => (
          <th scope="col" class="year-month">
            {name}
          </th>
        ))}
        <th scope="col" class="year-sum">
          {view.t(words.sum)}
        </th>
      </tr>
    </thead>
  )
}

/** A line for each length of period, and the bar of standing work. */
function DutyRows({ view, plan, filter, row, number }: Props & { row: YearRow; number: number }) {
  const { duty, lines } = row
  const bars = duty.plans.length === 0 ? [null] : []
  const shown = [...bars, ...lines]
  const all: (Line | null)[] = shown.length === 0 ? [emptyLine] : shown
  return (
    <>
      {all.map((line, index) => (
        <tr>
          {index === 0 && (
            <>
              <td class="year-number" rowspan={all.length}>
                {number}
              </td>
              <th scope="row" class="year-duty" rowspan={all.length}>
                <DutyTitle view={view} plan={plan} filter={filter} row={row} />
              </th>
              <td class="year-who" rowspan={all.length}>
                <Units view={view} plan={plan} row={row} />
              </td>
            </>
          )}
          {line === null ? (
            <StandingBar view={view} row={row} year={filter.year} />
          ) : (
            <LineCells view={view} row={row} year={filter.year} line={line} />
          )}
        </tr>
      ))}
    </>
  )
}

const emptyLine: Line = {
  kind: 'month',
  cells: Array.from({ length: 12 }, (_, index) => ({
    span: { first: index + 1, last: index + 1 },
    counts: {},
    extra: {},
    period: null,
    round: null,
  })),
}

function LineCells({ view, row, year, line }: { view: View; row: YearRow; year: number; line: Line }) {
  const { done, total } = progressOf(line.cells.map(({ counts }) => counts).reduce(added, {}))
  return (
    <>
      {line.cells.map((cell) => (
        <YearCell view={view} year={year} row={row} cell={cell} />
      ))}
      <td class="year-sum">{total > 0 && `${done}/${total}`}</td>
    </>
  )
}

/** Over the whole year, or up to the month in which the duty is closed. */
function StandingBar({ view, row: { duty }, year }: { view: View; row: YearRow; year: number }) {
  const isClosed = duty.closedOn !== null && duty.closedOn < dayOf(year + 1, 1, 1)
  const last = isClosed && duty.closedOn !== null ? civilOf(duty.closedOn).month : 12
  return (
    <>
      <td class="year-bar" colspan={last}>
        <span>{view.t(words.standing)}</span>
      </td>
      {last < 12 && <td colspan={12 - last} />}
      <td class="year-sum" />
    </>
  )
}

function DutyTitle({ view, plan, filter, row }: Props & { row: YearRow }) {
  const { duty, suspensions } = row
  const how = sentenceOf(view, duty.plans, dayOf(filter.year, 1, 1))
  return (
    <>
      <a href={`/duties/${duty.id}`}>{titleOfDuty(view, duty)}</a>
      {how !== null && <span class="year-how">{how}</span>}
      {suspensions.map((suspension) => (
        <span class="year-suspended">{suspensionWords(view, plan, row, suspension)}</span>
      ))}
    </>
  )
}

/** 暂停 3月1日–3月15日：病区装修; of a unit or an asset with its name. */
function suspensionWords(view: View, { names }: YearPlan, { duty }: YearRow, suspension: YearSuspension) {
  const { subjectId, fromOn, untilOn, reason } = suspension
  const from = formatShortDay(view, fromOn)
  const when =
    untilOn === null
      ? view.t(words.since, { from })
      : view.t(words.between, { from, until: formatShortDay(view, untilOn) })
  if (subjectId === duty.id) return view.t(words.rowSuspended, { when, reason })
  const named = names.units.get(subjectId) ?? names.assets.get(subjectId)
  const name = named === undefined ? '' : view.nameOf(named)
  return view.t(words.subjectSuspended, { name, when, reason })
}

function Units({ view, plan: { names }, row }: { view: View; plan: YearPlan; row: YearRow }) {
  const { ownedBy, performedBy } = row.duty
  return (
    <>
      {unitName(view, names, ownedBy)}
      {performedBy !== ownedBy && (
        <span class="year-how">
          {view.t(words.performer, { name: performerWords(view, names, row.duty) })}
        </span>
      )}
    </>
  )
}

/** What the signs mean. */
export function YearLegend({ view }: { view: View }) {
  const entries = [
    ...marks
      .filter((mark) => mark !== 'forecast')
      .map((mark) => [signs[mark], markWord(view, mark)] as const),
    [signs.forecast, view.t(words.forecast)] as const,
    [suspendedSign, view.t(words.suspended)] as const,
    ['+1', view.t(words.extra)] as const,
    [view.t(words.legendSample), view.t(words.legendCount)] as const,
  ]
  return (
    <section class="year-legend" aria-label={view.t(words.legend)}>
      <dl>
        {entries.map(([sign, meaning]) => (
          <div>
            <dt>{sign}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Who drew it up, looked it over and approved it, to be signed on paper. */
export function YearSignatures({ view }: { view: View }) {
  const fields = [words.preparedBy, words.reviewedBy, words.approvedBy, words.date]
  return (
    <div class="year-signatures">
      {fields.map((field) => (
        <span class="year-signature">{view.t(field)}</span>
      ))}
      <span>{view.t(words.stamp)}</span>
    </div>
  )
}
