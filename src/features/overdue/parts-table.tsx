import { mayGrantForRound, maySteerRound } from '../../domain/access.ts'
import { workingDaysLate } from '../../domain/round/lateness.ts'
import { stateOf } from '../../domain/round/state.ts'
import type { WorkingDays } from '../../domain/time/working-days.ts'
import { StateBadge } from '../../ui/badge.tsx'
import { ButtonLink, SubmitButton } from '../../ui/button.tsx'
import { formatDeadline, formatDue } from '../../ui/format.ts'
import { Table, type Column } from '../../ui/table.tsx'
import type { View } from '../../ui/view.ts'
import { suspendedDays } from '../duties/parts-suspension.tsx'
import { roundMessages } from '../rounds/messages.ts'
import { memberName, quotaWords, targetOf, titleOf, unitName, WorkBadge } from '../rounds/parts.tsx'
import type { WorkItem } from '../rounds/queries-quotas.ts'
import type { Names, Work } from '../rounds/queries-work.ts'
import { severalMessages } from '../rounds/several-messages.ts'
import { overdueMessages as words } from './messages.ts'
import type { Overdue, UnitGroup } from './read-overdue.ts'

type Props = { view: View; overdue: Overdue; isOneUnit: boolean; workingDays: WorkingDays }

/** What each unit owes, the longest overdue first; a table on desktops, cards on phones. Who steers may select several. */
export function OverdueTable(props: Props) {
  const { view } = props
  const role = view.member?.actor.role
  if (role !== 'lead' && role !== 'supervisor') return <Rounds {...props} maySelect={false} />
  return (
    <form action="/rounds/several" method="get">
      <Rounds {...props} maySelect />
      <div class="action-bar">
        <div class="actions">
          <SubmitButton kind="plain" name="step" value="hand-over">
            {view.t(severalMessages.handOverSelected)}
          </SubmitButton>
          <SubmitButton kind="plain" name="step" value="excuse">
            {view.t(severalMessages.excuseSelected)}
          </SubmitButton>
        </div>
      </div>
    </form>
  )
}

function Rounds({ view, overdue, isOneUnit, workingDays, maySelect }: Props & { maySelect: boolean }) {
  const columns = columnsFor(view, overdue, workingDays)
  return (
    <Table
      caption={view.t(words.caption)}
      captionHidden
      columns={maySelect ? [...columns, selectColumn(view, overdue.names)] : columns}
      groups={overdue.groups.map((group) => ({
        title: <GroupTitle view={view} overdue={overdue} group={group} isOneUnit={isOneUnit} />,
        rows: group.items,
      }))}
    />
  )
}

type GroupTitleProps = Omit<Props, 'workingDays'> & { group: UnitGroup }

function GroupTitle({ view, overdue, group, isOneUnit }: GroupTitleProps) {
  const { unit, items, total } = group
  const count = total ?? items.length
  const hasMore = total !== null && total > items.length
  return (
    <>
      {unitName(view, overdue.names, unit)} <span class="count">{view.t(words.subtotal, { count })}</span>
      {hasMore && !isOneUnit && (
        <>
          {' '}
          <a href={`/overdue?unit=${unit}`}>{view.t(words.showAll, { count })}</a>
        </>
      )}
      <SuspendedLine view={view} overdue={overdue} id={unit} />
    </>
  )
}

/** That nothing is planned or missed there for the time being. */
function SuspendedLine({ view, overdue, id }: { view: View; overdue: Overdue; id: string | null }) {
  const suspension = id === null ? undefined : overdue.suspended.get(id)
  if (suspension === undefined) return null
  const { reason } = suspension
  return <div class="quiet">{view.t(words.suspended, { reason, days: suspendedDays(view, suspension) })}</div>
}

function selectColumn(view: View, names: Names): Column<WorkItem> {
  return {
    label: view.t(severalMessages.select),
    cell: ({ work }) => (
      <label class="choice">
        <input type="checkbox" name="round" value={work.id} />
        <span class="visually-hidden">
          {view.t(severalMessages.selectOne, { title: titleOf(view, names, work) })}
        </span>
      </label>
    ),
  }
}

function columnsFor(view: View, overdue: Overdue, workingDays: WorkingDays): Column<WorkItem>[] {
  const { names } = overdue
  return [
    {
      label: view.t(words.round),
      header: true,
      cell: ({ work }) => (
        <>
          <a href={`/rounds/${work.id}`}>{titleOf(view, names, work)}</a>
          <SuspendedLine view={view} overdue={overdue} id={work.dutyId} />
        </>
      ),
    },
    { label: view.t(words.target), cell: ({ work }) => targetOf(view, names, work) ?? '' },
    {
      label: view.t(words.who),
      cell: ({ work }) =>
        work.assigneeId === null ? view.t(words.anyone) : memberName(view, names, work.assigneeId),
    },
    {
      label: view.t(words.since),
      cell: (item) => <Since view={view} item={item} workingDays={workingDays} />,
    },
    {
      label: view.t(words.actions),
      labelHidden: true,
      cell: ({ work }) => <NextSteps view={view} work={work} />,
    },
  ]
}

type SinceProps = { view: View; item: WorkItem; workingDays: WorkingDays }

/** How late in days and working days, and when it was due; of a quota that is behind, how it stands. */
function Since({ view, item: { work, quota, isBehind }, workingDays }: SinceProps) {
  if (isBehind) {
    return (
      <>
        <StateBadge view={view} state="behind" detail={formatDue(view, work.dueAt)} />
        {quota && <div class="quiet">{quotaWords(view, work, quota)}</div>}
      </>
    )
  }
  const due = view.t(roundMessages.wasDue, { when: formatDeadline(view, work.dueAt) })
  const count = workingDaysLate(work.dueAt, view.now, view.timeZone, workingDays)
  return (
    <>
      <WorkBadge view={view} work={work} state={stateOf(work, view.now)} />
      <div class="quiet">{count > 0 ? `${due} · ${view.t(words.workingDays, { count })}` : due}</div>
    </>
  )
}

/** The next thing to do is a button, not a menu. */
function NextSteps({ view, work }: { view: View; work: Work }) {
  const actor = view.member?.actor
  const path = `/rounds/${work.id}`
  return (
    <div class="actions">
      <ButtonLink href={path}>{view.t(words.open)}</ButtonLink>
      {actor && maySteerRound(actor, work) && (
        <ButtonLink href={`${path}?do=hand-over#hand-over`} kind="quiet">
          {view.t(words.handOver)}
        </ButtonLink>
      )}
      {actor && mayGrantForRound(actor, work) && stateOf(work, view.now) !== 'missed' && (
        <ButtonLink href={`${path}?do=excuse#excuse`} kind="quiet">
          {view.t(words.excuse)}
        </ButtonLink>
      )}
    </div>
  )
}
