import { Hono } from 'hono'
import { parseCursor, printCursor } from '../../platform/api.ts'
import { contextOf, type AppEnv } from '../../platform/http.ts'
import { SubmitButton } from '../../ui/button.tsx'
import { Select } from '../../ui/choices.tsx'
import { formatDue } from '../../ui/format.ts'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Table, type Column } from '../../ui/table.tsx'
import { viewFor } from '../../ui/view-of-request.ts'
import type { View } from '../../ui/view.ts'
import { unitName } from '../rounds/parts.tsx'
import { ownedMessages as words } from './messages.ts'
import { OwnedRoundsPage } from './pages-rounds.tsx'
import { WaitingForAWord } from './pages-waiting.tsx'
import type { OwnedDuty } from './queries.ts'
import { readOwned, readOwnedRounds, type Owned } from './read-owned.ts'

export const ownedPages = new Hono<AppEnv>()
  .get('/owned', async (c) => {
    const [after] = parseCursor(c.req.query('cursor') ?? '') ?? []
    const owned = await readOwned(contextOf(c), {
      unit: c.req.query('unit') || null,
      after: String(after ?? ''),
    })
    return c.html(<OwnedPage view={viewFor(c)} owned={owned} />)
  })
  .get('/owned/:id', async (c) => {
    const rounds = await readOwnedRounds(contextOf(c), c.req.param('id'))
    return c.html(<OwnedRoundsPage view={viewFor(c)} rounds={rounds} />)
  })

type Props = { view: View; owned: Owned }

function OwnedPage({ view, owned }: Props) {
  return (
    <Layout view={view} title={view.t(words.title)}>
      <PageHeader title={view.t(words.title)} lead={view.t(words.lead)} />
      <WaitingForAWord view={view} owned={owned} />
      {owned.units.length > 1 && <UnitChoice view={view} owned={owned} />}
      {owned.duties.length === 0 ? (
        <EmptyState title={view.t(words.none)} icon="list-checks" />
      ) : (
        <Table caption={view.t(words.caption)} columns={columnsFor(view, owned)} rows={owned.duties} />
      )}
      <Pager view={view} next={owned.next === null ? null : printCursor([owned.next])} />
    </Layout>
  )
}

function UnitChoice({ view, owned }: Props) {
  const options = owned.units
    .map((id) => ({ value: id, label: unitName(view, owned.names, id) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, view.locale))
  return (
    <form class="filters" action="/owned" method="get">
      <Select
        view={view}
        state={{ values: { unit: owned.unit ?? '' }, errors: {} }}
        name="unit"
        label={view.t(words.unit)}
        required
        emptyLabel={null}
        options={options}
      />
      <SubmitButton kind="plain">{view.t(words.filter)}</SubmitButton>
    </form>
  )
}

function columnsFor(view: View, { names, progress }: Owned): Column<OwnedDuty>[] {
  return [
    {
      label: view.t(words.duty),
      header: true,
      cell: (duty) => <a href={`/owned/${duty.id}`}>{view.nameOf(duty)}</a>,
    },
    {
      label: view.t(words.performer),
      cell: ({ performedBy }) =>
        performedBy === 'target' ? view.t(words.everyTarget) : unitName(view, names, performedBy),
    },
    {
      label: view.t(words.progress),
      cell: ({ id }) => <CurrentPeriod view={view} progress={progress.get(id)} />,
    },
    { label: view.t(words.late), cell: ({ id }) => <LeftOver view={view} progress={progress.get(id)} /> },
    {
      label: view.t(words.due),
      cell: ({ id }) => {
        const dueAt = progress.get(id)?.dueAt ?? null
        return dueAt === null ? '' : formatDue(view, dueAt)
      },
    },
  ]
}

type ProgressProps = { view: View; progress: ReturnType<Owned['progress']['get']> }

/** 完成12/15 · 待做3: excused rounds are owed by nobody. */
function CurrentPeriod({ view, progress }: ProgressProps) {
  if (!progress || progress.dueAt === null) return <span class="quiet">{view.t(words.nothingPlanned)}</span>
  const { done, open, planned, excused } = progress
  const all = done + open + planned
  const counts = [
    view.t(words.doneOf, { done, all }),
    ...(open > 0 ? [view.t(words.open, { count: open })] : []),
    ...(planned > 0 ? [view.t(words.planned, { count: planned })] : []),
    ...(excused > 0 ? [view.t(words.excused, { count: excused })] : []),
  ]
  return (
    <>
      <progress class="progress" value={done} max={Math.max(1, all)} aria-label={counts[0] ?? ''} />
      <div>{counts.join(' · ')}</div>
    </>
  )
}

function LeftOver({ view, progress }: ProgressProps) {
  if (!progress) return <></>
  const { overdue, missed } = progress
  return (
    <>
      {overdue > 0 && <span class="badge badge-overdue">{view.t(words.overdue, { count: overdue })}</span>}{' '}
      {missed > 0 && <span class="badge badge-missed">{view.t(words.missed, { count: missed })}</span>}
    </>
  )
}
