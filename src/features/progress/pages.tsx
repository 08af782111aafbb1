import { Hono } from 'hono'
import { contextOf, type AppEnv } from '../../platform/http.ts'
import { StateBadge } from '../../ui/badge.tsx'
import { formatDay } from '../../ui/format.ts'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { Table, type Column } from '../../ui/table.tsx'
import { viewFor } from '../../ui/view-of-request.ts'
import type { View } from '../../ui/view.ts'
import { targetOf, unitName } from '../rounds/parts.tsx'
import type { Names } from '../rounds/queries-work.ts'
import { progressMessages as words } from './messages.ts'
import { readProgress, type DutyProgress, type PlanProgress, type TargetProgress } from './read-progress.ts'

export const progressPages = new Hono<AppEnv>().get('/duties/:id/progress', async (c) =>
  c.html(<ProgressPage view={viewFor(c)} progress={await readProgress(contextOf(c), c.req.param('id'))} />),
)

function ProgressPage({ view, progress }: { view: View; progress: DutyProgress }) {
  const { duty, names } = progress
  const name = view.nameOf({ name: duty.title, nameEn: duty.titleEn })
  const shown = progress.plans.filter(({ targets }) => targets.length > 0)
  return (
    <Layout view={view} title={view.t(words.title)} current="/duties">
      <PageHeader title={view.t(words.title)} back={{ href: `/duties/${duty.id}`, label: name }} />
      {shown.length === 0 && (
        <EmptyState title={view.t(words.none)} icon="list-checks">
          <p>{view.t(words.noneHint)}</p>
        </EmptyState>
      )}
      {shown.map((plan) => (
        <section class="section">
          <p>{summaryOf(view, plan)}</p>
          <Table
            caption={view.t(words.title)}
            captionHidden
            columns={columnsFor(view, names)}
            rows={plan.targets}
          />
        </section>
      ))}
    </Layout>
  )
}

function summaryOf(view: View, { period, targets }: PlanProgress): string {
  const unfinished = targets.filter(({ left }) => left > 0)
  return view.t(words.lead, {
    first: formatDay(view, period.first),
    last: formatDay(view, period.last),
    finished: targets.length - unfinished.length,
    unfinished: unfinished.length,
    behind: targets.filter(({ isBehind }) => isBehind).length,
  })
}

function columnsFor(view: View, names: Names): Column<TargetProgress>[] {
  return [
    {
      label: view.t(words.target),
      header: true,
      cell: ({ round }) => (
        <a href={`/rounds/${round.id}`}>
          {targetOf(view, names, round) ?? unitName(view, names, round.performedBy)}
        </a>
      ),
    },
    { label: view.t(words.progress), cell: ({ done, left }) => `${done}/${done + left}` },
    {
      label: view.t(words.left),
      cell: ({ left }) => (left === 0 ? '' : view.t(words.leftCount, { count: left })),
    },
    {
      label: view.t(words.state),
      cell: ({ isBehind, left }) => (
        <StateBadge view={view} state={isBehind ? 'behind' : left === 0 ? 'done' : 'open'} />
      ),
    },
  ]
}
