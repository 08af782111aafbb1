import { stateOf } from '../../domain/round/state.ts'
import { lastDayBefore, type Instant } from '../../domain/time/zone.ts'
import type { Message } from '../../platform/i18n.ts'
import { StateBadge } from '../../ui/badge.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { formatDay } from '../../ui/format.ts'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { Table, type Column } from '../../ui/table.tsx'
import type { View } from '../../ui/view.ts'
import { targetOf, unitName } from '../rounds/parts.tsx'
import type { RoundSummary } from '../rounds/queries-lists.ts'
import { ownedMessages as words } from './messages.ts'
import type { OwnedRounds } from './read-owned.ts'

type Props = { view: View; rounds: OwnedRounds }

/** One target, with its rounds of the two periods. */
type TargetRow = { first: RoundSummary; last: RoundSummary[]; current: RoundSummary[] }

/** Targets by periods: what was done where. */
export function OwnedRoundsPage({ view, rounds }: Props) {
  const { duty, names } = rounds
  const title = view.nameOf({ name: duty.title, nameEn: duty.titleEn })
  const rows = targetRows(rounds)
  return (
    <Layout view={view} title={title} current="/owned">
      <PageHeader
        title={title}
        lead={unitName(view, names, duty.ownedBy)}
        back={{ href: `/owned?unit=${duty.ownedBy}`, label: view.t(words.back) }}
      >
        <ButtonLink href={`/duties/${duty.id}`}>{view.t(words.toDuty)}</ButtonLink>
      </PageHeader>
      {rows.length === 0 ? (
        <EmptyState title={view.t(words.noRounds)} icon="list-checks" />
      ) : (
        <Table
          caption={view.t(words.roundsCaption)}
          captionHidden
          columns={columnsFor(view, rounds)}
          rows={rows}
        />
      )}
    </Layout>
  )
}

function targetRows({ last, current }: OwnedRounds): TargetRow[] {
  const byTarget = Map.groupBy([...current, ...last], ({ round }) => round.targetId ?? round.performedBy)
  return [...byTarget.values()].flatMap((ofTarget) => {
    const [first] = ofTarget
    return first
      ? [
          {
            first,
            last: ofTarget.filter((summary) => last.includes(summary)),
            current: ofTarget.filter((summary) => current.includes(summary)),
          },
        ]
      : []
  })
}

function columnsFor(view: View, { names, periods, behind }: OwnedRounds): Column<TargetRow>[] {
  return [
    {
      label: view.t(words.target),
      header: true,
      cell: ({ first }) => targetOf(view, names, first.round) ?? view.t(words.noTarget),
    },
    {
      label: view.t(words.performedBy),
      cell: ({ first }) => unitName(view, names, first.round.performedBy),
    },
    {
      label: periodLabel(view, words.lastPeriod, words.noLast, periods.lastDueAt),
      cell: ({ last }) => <States view={view} rounds={last} behind={behind} />,
    },
    {
      label: periodLabel(view, words.thisPeriod, words.noCurrent, periods.dueAt),
      cell: ({ current }) => <States view={view} rounds={current} behind={behind} />,
    },
  ]
}

function periodLabel(view: View, message: Message, none: Message, dueAt: Instant | null): string {
  if (dueAt === null) return view.t(none)
  return view.t(message, { day: formatDay(view, lastDayBefore(dueAt, view.timeZone)) })
}

/** A badge each, leading to its round. */
type StatesProps = { view: View; rounds: readonly RoundSummary[]; behind: ReadonlySet<string> }

function States({ view, rounds, behind }: StatesProps) {
  return (
    <>
      {rounds.map(({ round, outcome }) => (
        <a href={`/rounds/${round.id}`}>
          <StateBadge
            view={view}
            state={behind.has(round.id) ? 'behind' : stateOf({ ...round, outcome }, view.now)}
          />
        </a>
      ))}
    </>
  )
}
