import type { Child } from 'hono/jsx'
import type { Named } from '../../domain/named.ts'
import { printDate } from '../../domain/time/civil.ts'
import type { Stretch } from '../../domain/time/working-days.ts'
import type { Message } from '../../platform/i18n.ts'
import { SubmitButton } from '../../ui/button.tsx'
import { formatDay } from '../../ui/format.ts'
import { Table, type Column } from '../../ui/table.tsx'
import type { View } from '../../ui/view.ts'
import { workingDaysMessages as words } from './messages.ts'
import type { OrganisationDays, StoredClosure, StoredCorrection, StoredNamedDays } from './queries.ts'

type KeptProps = {
  view: View
  days: OrganisationDays
  units: ReadonlyMap<string, Named>
  /** whether they may be taken back here */
  mayKeep: boolean
}

/** What the organisation says itself, over the holidays of its country. */
export function KeptDays({ view, days, units, mayKeep }: KeptProps) {
  const byHand = days.corrections.filter(({ source }) => source === null)
  const sources = Map.groupBy(
    days.corrections.filter(({ source }) => source !== null),
    ({ source }) => source ?? '',
  )
  const removal = <Row,>(path: string, fields: (row: Row) => Record<string, string>): Column<Row>[] =>
    mayKeep ? [removeColumn(view, path, fields)] : []
  return (
    <>
      <Kept<StoredCorrection> view={view} title={words.corrections} rows={byHand}>
        {[
          { label: view.t(words.day), header: true, cell: ({ day }) => formatDay(view, day) },
          {
            label: view.t(words.is),
            cell: ({ isWorking }) => view.t(isWorking ? words.working : words.resting),
          },
          { label: view.t(words.name), cell: ({ name }) => name ?? '' },
          ...removal<StoredCorrection>('days/removal', ({ day }) => ({ day: printDate(day) })),
        ]}
      </Kept>
      <Kept<[string, StoredCorrection[]]> view={view} title={words.imports} rows={[...sources]}>
        {[
          {
            label: view.t(words.name),
            header: true,
            cell: ([source, own]) => view.t(words.importOf, { source, count: own.length }),
          },
          ...removal<[string, StoredCorrection[]]>('imports/removal', ([source]) => ({ source })),
        ]}
      </Kept>
      <Kept<StoredClosure> view={view} title={words.closures} rows={days.closures}>
        {[
          {
            label: view.t(words.unit),
            header: true,
            cell: ({ unitId }) => nameOf(view, units.get(unitId), unitId),
          },
          { label: view.t(words.days), cell: (closure) => fromTo(view, closure) },
          { label: view.t(words.name), cell: ({ name }) => name },
          ...removal<StoredClosure>('stretches/removal', ({ id }) => ({ id })),
        ]}
      </Kept>
      <Kept<StoredNamedDays> view={view} title={words.named} rows={days.named}>
        {[
          { label: view.t(words.name), header: true, cell: ({ name }) => name },
          { label: view.t(words.days), cell: (named) => fromTo(view, named) },
          ...removal<StoredNamedDays>('stretches/removal', ({ id }) => ({ id })),
        ]}
      </Kept>
    </>
  )
}

type SectionProps<Row> = {
  view: View
  title: Message
  rows: readonly Row[]
  children: readonly Column<Row>[]
}

/** Nothing where there are none: what can be added stands above. */
function Kept<Row>({ view, title, rows, children }: SectionProps<Row>) {
  if (rows.length === 0) return null
  return (
    <section class="section">
      <h2>{view.t(title)}</h2>
      <Table caption={view.t(title)} captionHidden rows={rows} columns={children} />
    </section>
  )
}

function removeColumn<Row>(
  view: View,
  path: string,
  fields: (row: Row) => Record<string, string>,
): Column<Row> {
  return {
    label: view.t(words.remove),
    labelHidden: true,
    cell: (row): Child => (
      <form action={`/settings/working-days/${path}`} method="post">
        {Object.entries(fields(row)).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <SubmitButton kind="danger">
          {view.t(words.remove)}
          <span class="visually-hidden">{Object.values(fields(row)).join(' ')}</span>
        </SubmitButton>
      </form>
    ),
  }
}

function nameOf(view: View, unit: Named | undefined, id: string): string {
  return unit === undefined ? id : view.nameOf(unit)
}

export function fromTo(view: View, { from, until }: Stretch): string {
  if (from === until) return formatDay(view, from)
  return view.t(words.fromTo, { from: formatDay(view, from), until: formatDay(view, until) })
}
