import { mayEditDuty } from '../../domain/access.ts'
import type { Named } from '../../domain/named.ts'
import type { PlanWarning } from '../../domain/schedule/plan-fault.ts'
import { stateOf } from '../../domain/round/state.ts'
import { StateBadge } from '../../ui/badge.tsx'
import { categoryName } from '../../ui/category-messages.ts'
import { formatDay } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import { Table } from '../../ui/table.tsx'
import { Deadline } from '../../ui/time.tsx'
import type { View } from '../../ui/view.ts'
import { targetOf, unitName } from '../rounds/parts.tsx'
import type { RoundSummary } from '../rounds/queries-lists.ts'
import type { Names } from '../rounds/queries-work.ts'
import { dutyMessages as words, kindMessages } from './messages.ts'
import { ResumeForm, SuspensionNotice } from './parts-suspension.tsx'
import { performerWords } from './parts-words.tsx'
import type { Duty, Reference, Suspension } from './queries.ts'

/** Everything that a duty's page says. */
export type DutyDetail = {
  duty: Duty
  names: Names
  checklist: Named | null
  suspension: Suspension | null
  /** the last ones that its reader may see */
  rounds: RoundSummary[]
  /** those of them that are open while their quota is behind */
  behind: ReadonlySet<string>
  /** the next ones that its reader may see, where a plan depends on rounds */
  coming: RoundSummary[]
  /** what whoever plans it should know, by plan */
  warnings: ReadonlyMap<string, readonly PlanWarning[]>
  /** the duties that its plans follow, as far as its reader may see them */
  followed: readonly Duty[]
}

type Props = { view: View; detail: DutyDetail }

export function DutyFacts({ view, detail }: Props) {
  const { duty, names, checklist } = detail
  const helpers = duty.withUnits.map((id) => unitName(view, names, id))
  const facts: [string, string | null][] = [
    [view.t(words.category), `${categoryName(view, duty.category)} · ${view.t(kindMessages[duty.kind])}`],
    [view.t(words.ownedBy), unitName(view, names, duty.ownedBy)],
    [view.t(words.performedBy), performerWords(view, names, duty)],
    [view.t(words.with), helpers.join(view.t(words.separator)) || null],
    [view.t(words.checklist), checklist && view.nameOf(checklist)],
    [view.t(words.makeUp), view.t(duty.makeUp === 'allowed' ? words.makeUpAllowed : words.makeUpForbidden)],
  ]
  return (
    <dl class="facts">
      {facts.map(
        ([label, value]) =>
          value !== null && (
            <>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </>
          ),
      )}
    </dl>
  )
}

/** What keeps it from making rounds at present, and how to go on. */
export function DutyNotices({ view, detail }: Props) {
  const { duty, suspension } = detail
  if (duty.closedOn !== null) {
    return (
      <Notice
        view={view}
        kind="info"
        title={view.t(words.closedSince, { day: formatDay(view, duty.closedOn) })}
      >
        <p>{view.t(words.closedHelp)}</p>
      </Notice>
    )
  }
  return suspension && <DutySuspension view={view} duty={duty} suspension={suspension} />
}

type DutySuspensionProps = { view: View; duty: Duty; suspension: Suspension }

function DutySuspension({ view, duty, suspension }: DutySuspensionProps) {
  return (
    <SuspensionNotice view={view} suspension={suspension}>
      {view.member !== null && mayEditDuty(view.member.actor, duty) && (
        <ResumeForm view={view} path={`/duties/${duty.id}`} suspension={suspension} />
      )}
    </SuspensionNotice>
  )
}

export function RecentRounds({ view, detail }: Props) {
  const { rounds, names, behind } = detail
  return (
    <section class="section" aria-labelledby="recent">
      <h2 id="recent">{view.t(words.recent)}</h2>
      {rounds.length === 0 ? (
        <p class="quiet">{view.t(words.noRounds)}</p>
      ) : (
        <Table<RoundSummary>
          caption={view.t(words.recent)}
          captionHidden
          rows={rounds}
          columns={[
            {
              label: view.t(words.due),
              header: true,
              cell: ({ round }) => (
                <a href={`/rounds/${round.id}`}>
                  <Deadline view={view} at={round.dueAt} />
                </a>
              ),
            },
            { label: view.t(words.target), cell: ({ round }) => placeOf(view, names, round) },
            {
              label: view.t(words.state),
              cell: ({ round, outcome }) => (
                <StateBadge
                  view={view}
                  state={behind.has(round.id) ? 'behind' : stateOf({ ...round, outcome }, view.now)}
                />
              ),
            },
          ]}
        />
      )}
    </section>
  )
}

function placeOf(view: View, names: Names, round: RoundSummary['round']): string {
  return targetOf(view, names, round) ?? unitName(view, names, round.performedBy)
}

export function References({ view, detail }: Props) {
  const { references } = detail.duty
  if (references.length === 0) return null
  return (
    <section class="section" aria-labelledby="references">
      <h2 id="references">{view.t(words.references)}</h2>
      <ul>
        {references.map((reference) => (
          <ReferenceItem view={view} reference={reference} />
        ))}
      </ul>
    </section>
  )
}

function ReferenceItem({
  view,
  reference: { standard, version, clause, text },
}: {
  view: View
  reference: Reference
}) {
  return (
    <li>
      {view.t(words.standard, { standard, version: version ?? '' }).trim()}{' '}
      <span class="quiet">{clause}</span>
      {text !== undefined && <p class="as-typed quiet">{text}</p>}
    </li>
  )
}
