import { Hono } from 'hono'
import { mayMakeRounds, seesAll } from '../../domain/access.ts'
import { stateOf } from '../../domain/round/state.ts'
import { parseDate, printDate } from '../../domain/time/civil.ts'
import { dayAt } from '../../domain/time/zone.ts'
import { printCursor } from '../../platform/api.ts'
import { contextOf, type AppContext, type AppEnv } from '../../platform/http.ts'
import { StateBadge } from '../../ui/badge.tsx'
import { ButtonLink, SubmitButton } from '../../ui/button.tsx'
import { Select } from '../../ui/choices.tsx'
import { DateInput } from '../../ui/form.tsx'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Table, type Column } from '../../ui/table.tsx'
import { Day, Deadline } from '../../ui/time.tsx'
import { viewFor } from '../../ui/view-of-request.ts'
import type { View } from '../../ui/view.ts'
import { unitOptions } from '../units/parts.tsx'
import { unitsReadableBy, type Unit } from '../units/queries.ts'
import { listPlanned, type PlannedFilter, type PlannedPage } from './list-planned.ts'
import { targetOf, titleOf } from './parts.tsx'
import { plannedMessages as words } from './planned-messages.ts'
import { parseRoundCursor, type RoundSummary } from './queries-lists.ts'
import { severalMessages } from './several-messages.ts'

const daysShown = 30

export const plannedRoundsPages = new Hono<AppEnv>().get('/rounds', async (c) => {
  const { store, actor } = contextOf(c)
  const filter = filterOf(c)
  const [page, units] = await Promise.all([listPlanned(contextOf(c), filter), unitsReadableBy(store, actor)])
  const isAllSelected = c.req.query('select') === 'all'
  const props = { view: viewFor(c), filter, page, units, isAllSelected }
  return c.html(<PlannedRoundsPage {...props} maySelect={mayMakeRounds(actor)} />)
})

/** Where nothing is chosen, a unit of the reader's own and the days to come. */
function filterOf(c: AppContext): PlannedFilter {
  const { actor, now, org } = contextOf(c)
  const given = (name: string) => c.req.query(name) || null
  const dayOf = (name: string) => parseDate(given(name) ?? '')
  const duty = given('duty')
  const [own = null] = seesAll(actor) ? [] : actor.ownUnits
  const from = dayOf('from') ?? dayAt(now, org.timeZone)
  return {
    duty,
    unit: given('unit') ?? (duty === null ? own : null),
    from,
    to: Math.max(from, dayOf('to') ?? from + daysShown),
    period: duty === null ? null : given('period'),
    after: parseRoundCursor(c.req.query('cursor') ?? ''),
  }
}

type Props = {
  view: View
  filter: PlannedFilter
  page: PlannedPage
  units: readonly Unit[]
  isAllSelected: boolean
  maySelect: boolean
}

function PlannedRoundsPage(props: Props) {
  const { view, page, filter } = props
  const name = page.duty && view.nameOf({ name: page.duty.title, nameEn: page.duty.titleEn })
  const title = name === null ? view.t(words.title) : view.t(words.ofDuty, { name })
  return (
    <Layout view={view} title={title} current={filter.duty === null ? '/duties' : '/year-plan'}>
      <PageHeader title={title} lead={view.t(props.maySelect ? words.lead : words.leadReader)}>
        {page.duty && <ButtonLink href={`/duties/${page.duty.id}`}>{view.t(words.dutyPage)}</ButtonLink>}
      </PageHeader>
      <Filters {...props} />
      {page.rounds.length > 0 ? <Rounds {...props} /> : <Nothing {...props} />}
      <Pager view={view} next={page.next && printCursor(page.next)} />
    </Layout>
  )
}

function Filters({ view, filter, units }: Props) {
  const { duty, unit, from, to } = filter
  const values = { unit: unit ?? '', from: printDate(from), to: printDate(to) }
  const field = { view, state: { values, errors: {} }, required: true }
  return (
    <form class="filters" action="/rounds" method="get">
      {duty !== null && <input type="hidden" name="duty" value={duty} />}
      <Select
        {...field}
        name="unit"
        label={view.t(words.unit)}
        emptyLabel={view.t(duty === null ? words.chooseUnit : words.anyUnit)}
        options={unitOptions(view, units, unit === null ? [] : [unit])}
      />
      <DateInput {...field} name="from" label={view.t(words.from)} />
      <DateInput {...field} name="to" label={view.t(words.to)} />
      <SubmitButton kind="plain">{view.t(words.show)}</SubmitButton>
    </form>
  )
}

function Nothing({ view, filter }: Props) {
  const isChosen = filter.duty !== null || filter.unit !== null
  return (
    <EmptyState title={view.t(isChosen ? words.none : words.chooseFirst)} icon="calendar-days">
      {isChosen && <p>{view.t(words.noneHelp)}</p>}
    </EmptyState>
  )
}

function Rounds(props: Props) {
  const { view, page, isAllSelected } = props
  const table = (
    <Table caption={view.t(words.caption)} captionHidden columns={columnsFor(props)} rows={page.rounds} />
  )
  if (!props.maySelect) return table
  const steps = [
    ['move', severalMessages.moveSelected],
    ['hand-over', severalMessages.handOverSelected],
    ['excuse', severalMessages.excuseSelected],
  ] as const
  return (
    <form action="/rounds/several" method="get">
      <p>
        <a href={withSelection(view.path, !isAllSelected)}>
          {view.t(isAllSelected ? words.selectNone : words.selectAll)}
        </a>
      </p>
      {table}
      <div class="action-bar">
        <div class="actions">
          {steps.map(([step, label]) => (
            <SubmitButton kind="plain" name="step" value={step}>
              {view.t(label)}
            </SubmitButton>
          ))}
        </div>
      </div>
    </form>
  )
}

function withSelection(path: string, isAll: boolean): string {
  const query = new URLSearchParams(path.split('?')[1] ?? '')
  query.delete('select')
  if (isAll) query.set('select', 'all')
  return `/rounds?${query}`
}

function columnsFor({ view, page, isAllSelected, maySelect }: Props): Column<RoundSummary>[] {
  const { names } = page
  const columns: Column<RoundSummary>[] = [
    {
      label: view.t(words.round),
      header: true,
      cell: ({ round }) => <a href={`/rounds/${round.id}`}>{titleOf(view, names, round)}</a>,
    },
    { label: view.t(words.target), cell: ({ round }) => targetOf(view, names, round) ?? '' },
    { label: view.t(words.planned), cell: ({ round }) => <Day view={view} day={round.plannedOn} /> },
    { label: view.t(words.due), cell: ({ round }) => <Deadline view={view} at={round.dueAt} /> },
    {
      label: view.t(words.state),
      cell: ({ round, outcome }) => (
        <StateBadge view={view} state={stateOf({ ...round, outcome }, view.now)} />
      ),
    },
  ]
  return maySelect ? [...columns, selectColumn(view, page, isAllSelected)] : columns
}

/** What is done or withdrawn is not there to be steered. */
function selectColumn(view: View, { names }: PlannedPage, isAllSelected: boolean): Column<RoundSummary> {
  return {
    label: view.t(severalMessages.select),
    cell: ({ round, outcome }) =>
      outcome === null && (
        <label class="choice">
          <input type="checkbox" name="round" value={round.id} checked={isAllSelected} />
          <span class="visually-hidden">
            {view.t(severalMessages.selectOne, { title: titleOf(view, names, round) })}
          </span>
        </label>
      ),
  }
}
