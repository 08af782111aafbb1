import { Hono } from 'hono'
import type { WorkingDays } from '../../domain/time/working-days.ts'
import { printCursor } from '../../platform/api.ts'
import { contextOf, type AppContext, type AppEnv } from '../../platform/http.ts'
import { ButtonLink, SubmitButton } from '../../ui/button.tsx'
import { categoryName, knownCategories } from '../../ui/category-messages.ts'
import { Select } from '../../ui/choices.tsx'
import { formatTime } from '../../ui/format.ts'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { Pager } from '../../ui/pager.tsx'
import { viewFor } from '../../ui/view-of-request.ts'
import type { View } from '../../ui/view.ts'
import { unitName } from '../rounds/parts.tsx'
import { parseRoundCursor } from '../rounds/queries-lists.ts'
import { readDays } from '../working-days/queries.ts'
import { overdueMessages as words } from './messages.ts'
import { OverdueTable } from './parts-table.tsx'
import { readOverdue, type Overdue, type OverdueFilter } from './read-overdue.ts'

export const overduePages = new Hono<AppEnv>().get('/overdue', async (c) => {
  const filter = filterOf(c)
  const overdue = await readOverdue(contextOf(c), filter)
  const { calendar } = await readDays(contextOf(c))
  const props = { view: viewFor(c), overdue, filter, workingDays: calendar }
  return c.html(<OverduePage {...props} />)
})

function filterOf(c: AppContext): OverdueFilter {
  const state = (['overdue', 'missed', 'behind'] as const).find((one) => one === c.req.query('state')) ?? ''
  return {
    unit: c.req.query('unit') || null,
    category: c.req.query('category') ?? '',
    state,
    after: parseRoundCursor(c.req.query('cursor') ?? ''),
  }
}

type Props = { view: View; overdue: Overdue; filter: OverdueFilter }

function OverduePage({ view, overdue, filter, workingDays }: Props & { workingDays: WorkingDays }) {
  const lead = filter.state === 'behind' ? words.leadBehind : words.lead
  return (
    <Layout view={view} title={view.t(words.title)}>
      <PageHeader
        title={view.t(words.title)}
        lead={view.t(lead, { time: formatTime(view, view.now), count: overdue.total })}
      >
        {filter.state !== 'behind' && (
          <ButtonLink href="/overdue?state=behind">{view.t(words.toBehind)}</ButtonLink>
        )}
      </PageHeader>
      <Filters view={view} overdue={overdue} filter={filter} />
      {overdue.groups.length === 0 ? (
        <Nothing view={view} filter={filter} />
      ) : (
        <OverdueTable
          view={view}
          overdue={overdue}
          isOneUnit={filter.unit !== null}
          workingDays={workingDays}
        />
      )}
      <Pager view={view} next={overdue.next && printCursor(overdue.next)} />
    </Layout>
  )
}

function Filters({ view, overdue, filter }: Props) {
  const { unit, category, state } = filter
  const form = { values: { unit: unit ?? '', category, state }, errors: {} }
  const units = overdue.units
    .map((id) => ({ value: id, label: unitName(view, overdue.names, id) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, view.locale))
  const categories = [
    ...knownCategories,
    ...(category === '' || knownCategories.includes(category) ? [] : [category]),
  ]
  const states = (['overdue', 'missed', 'behind'] as const).map((value) => ({
    value,
    label: view.t(words[value]),
  }))
  const field = { view, state: form, required: true }
  return (
    <form class="filters" action="/overdue" method="get">
      <Select
        {...field}
        name="unit"
        label={view.t(words.unit)}
        emptyLabel={view.t(words.allUnits)}
        options={units}
      />
      <Select
        {...field}
        name="category"
        label={view.t(words.category)}
        emptyLabel={view.t(words.allCategories)}
        options={categories.map((value) => ({ value, label: categoryName(view, value) }))}
      />
      <Select
        {...field}
        name="state"
        label={view.t(words.state)}
        emptyLabel={view.t(words.anyState)}
        options={states}
      />
      <SubmitButton kind="plain">{view.t(words.filter)}</SubmitButton>
    </form>
  )
}

function Nothing({ view, filter }: { view: View; filter: OverdueFilter }) {
  const isFiltered = filter.unit !== null || filter.category !== '' || filter.state !== ''
  return (
    <EmptyState title={view.t(isFiltered ? words.noneHere : words.none)}>
      {isFiltered && (
        <p>
          <a href="/overdue">{view.t(words.clear)}</a>
        </p>
      )}
    </EmptyState>
  )
}
