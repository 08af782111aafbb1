import { isExcusePending } from '../../domain/round/excuse.ts'
import { countedAt, stateOf, type RoundState } from '../../domain/round/state.ts'
import { lastDayBefore } from '../../domain/time/zone.ts'
import { StateBadge } from '../../ui/badge.tsx'
import {
  formatDay,
  formatDoneLate,
  formatDue,
  formatInstant,
  formatLate,
  formatOpens,
} from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import { Day, Window } from '../../ui/time.tsx'
import type { View } from '../../ui/view.ts'
import { roundMessages } from './messages.ts'
import { pageMessages as words } from './page-messages.ts'
import { excuseWord, isGrave, memberName, targetOf, unitName } from './parts.tsx'
import type { RoundPageData } from './read-round.ts'

export type RoundProps = { view: View; data: RoundPageData }

function stateOfPage({ view, data: { detail } }: RoundProps): RoundState {
  return stateOf({ ...detail.round, outcome: detail.outcome }, view.now)
}

/** State, target, window and people. */
export function RoundFacts({ view, data }: RoundProps) {
  const { names } = data
  const { round, duty } = data.detail
  const withUnits = (duty?.withUnits ?? []).map((unit) => unitName(view, names, unit))
  const target = targetOf(view, names, round)
  return (
    <dl class="facts">
      <dt>{view.t(words.state)}</dt>
      <dd>
        <PageBadge view={view} data={data} />
      </dd>
      {target !== null && (
        <>
          <dt>{view.t(words.target)}</dt>
          <dd>{targetWords(view, data, target)}</dd>
        </>
      )}
      <dt>{view.t(words.window)}</dt>
      <dd>
        <Window view={view} from={round.opensAt} until={round.dueAt} />
      </dd>
      <dt>{view.t(words.planned)}</dt>
      <dd>
        <Day view={view} day={round.plannedOn} />
      </dd>
      <dt>{view.t(words.performedBy)}</dt>
      <dd>{unitName(view, names, round.performedBy)}</dd>
      {withUnits.length > 0 && (
        <>
          <dt>{view.t(words.withUnits)}</dt>
          <dd>{withUnits.join(view.t(words.separator))}</dd>
        </>
      )}
      <dt>{view.t(words.assignee)}</dt>
      <dd>{assigneeWords(view, data)}</dd>
      <dt>{view.t(words.ownedBy)}</dt>
      <dd>{unitName(view, names, round.ownedBy)}</dd>
    </dl>
  )
}

function assigneeWords(view: View, { names, detail: { round } }: RoundPageData): string {
  if (round.assigneeId === null) return view.t(words.anyone)
  const name = memberName(view, names, round.assigneeId)
  const standsIn = view.member?.actor.standsInFor.has(round.assigneeId) === true
  return standsIn ? view.t(words.youStandIn, { name }) : name
}

function targetWords(view: View, { names, detail: { round } }: RoundPageData, target: string): string {
  const isElsewhere = round.targetKind !== 'unit' && round.targetUnitId !== null
  return isElsewhere ? `${target} · ${unitName(view, names, round.targetUnitId ?? '')}` : target
}

function PageBadge(props: RoundProps) {
  const { view, data } = props
  const { round, outcome } = data.detail
  const state = stateOfPage(props)
  switch (state) {
    case 'overdue':
      return (
        <StateBadge
          view={view}
          state={state}
          detail={formatLate(view, round.dueAt)}
          grave={isGrave(round.dueAt, view.now)}
        />
      )
    case 'open':
      return <StateBadge view={view} state={state} detail={formatDue(view, round.dueAt)} />
    case 'planned':
      return <StateBadge view={view} state={state} detail={formatOpens(view, round.opensAt)} />
    case 'late':
      return (
        <StateBadge
          view={view}
          state={state}
          detail={formatDoneLate(view, round.dueAt, outcome ? countedAt(outcome) : view.now)}
        />
      )
    case 'missed':
      return round.missReason === null ? (
        <StateBadge view={view} state={state} detail={view.t(roundMessages.reasonWanted)} />
      ) : (
        <StateBadge view={view} state={state} />
      )
    case 'made-up':
      return (
        <StateBadge
          view={view}
          state={state}
          detail={view.t(words.madeUpFor, {
            day: formatDay(view, lastDayBefore(round.dueAt, view.timeZone)),
          })}
        />
      )
    default:
      return <StateBadge view={view} state={state} />
  }
}

/** What became of the round, and what others have said about it: a line each. */
export function Happenings({ view, data }: RoundProps) {
  const lines = [...outcomeLines(view, data), ...excuseLines(view, data), ...otherLines(view, data)]
  if (lines.length === 0) return null
  return (
    <ul class="list-plain">
      {lines.map((line) => (
        <li class="as-typed">{line}</li>
      ))}
    </ul>
  )
}

function outcomeLines(view: View, { detail: { outcome }, names }: RoundPageData): string[] {
  if (outcome?.kind !== 'done') return []
  const who = memberName(view, names, outcome.memberId)
  const done = view.t(words.doneBy, { who, when: formatInstant(view, outcome.performedAt) })
  const entered = view.t(words.enteredAt, { when: formatInstant(view, outcome.enteredAt) })
  const confirmed =
    outcome.confirmedBy === null
      ? view.t(words.unconfirmed)
      : view.t(words.confirmedBy, { who: memberName(view, names, outcome.confirmedBy) })
  return [
    done,
    ...(outcome.lateEntry ? [entered, confirmed] : []),
    ...(outcome.note === null ? [] : [`${view.t(words.remark)}: ${outcome.note}`]),
  ]
}

function excuseLines(view: View, { detail, names }: RoundPageData): string[] {
  const { excuse, outcome } = detail
  if (outcome?.kind === 'excused') {
    const who = memberName(view, names, outcome.memberId)
    const code = excuseWord(view, outcome.code ?? '')
    return [view.t(words.excusedBy, { who, code, reason: outcome.reason ?? '' })]
  }
  if (excuse === null) return []
  const asked = view.t(words.excuseAsked, {
    who: memberName(view, names, excuse.memberId),
    when: formatInstant(view, excuse.askedAt),
    code: excuseWord(view, excuse.code),
    reason: excuse.reason,
  })
  if (isExcusePending(detail)) return [asked, view.t(words.excuseWaits)]
  if (excuse.granted !== false || excuse.decidedBy === null || excuse.decisionReason === null) return []
  const who = memberName(view, names, excuse.decidedBy)
  return [asked, view.t(words.excuseDeclined, { who, reason: excuse.decisionReason })]
}

function otherLines(view: View, { detail: { round, outcome }, names }: RoundPageData): string[] {
  const lines: string[] = []
  if (round.extra) lines.push(view.t(words.extra))
  if (round.firstDueAt !== null) {
    const day = formatDay(view, lastDayBefore(round.firstDueAt, view.timeZone))
    lines.push(view.t(words.firstDue, { day, reason: round.postponeReason ?? '' }))
  }
  if (round.withdrawnAt !== null) {
    const when = formatInstant(view, round.withdrawnAt)
    lines.push(view.t(words.withdrawnBecause, { when, reason: withdrawalWords(view, round.withdrawnReason) }))
  }
  if (outcome === null && round.startedAt !== null && round.startedBy !== null) {
    const who = memberName(view, names, round.startedBy)
    lines.push(view.t(words.startedBy, { who, when: formatInstant(view, round.startedAt) }))
  }
  if (round.missReason !== null && round.missReasonBy !== null) {
    const who = memberName(view, names, round.missReasonBy)
    lines.push(view.t(words.explainedBy, { who, reason: round.missReason }))
  }
  if (round.missAcknowledgedBy !== null) {
    lines.push(view.t(words.acknowledgedBy, { who: memberName(view, names, round.missAcknowledgedBy) }))
  }
  return lines
}

function withdrawalWords(view: View, reason: string | null): string {
  const known = (['replanned', 'revised', 'suspended', 'closed'] as const).find((one) => one === reason)
  return known ? view.t(words[known]) : (reason ?? '')
}

/** Why a round that is not finished cannot be done now. */
export function WhyNot(props: RoundProps) {
  const { view, data } = props
  const { round } = data.detail
  const state = stateOfPage(props)
  if (state === 'planned') {
    return (
      <Notice view={view} kind="info">
        <p>{view.t(words.opensLater, { when: formatInstant(view, round.opensAt) })}</p>
      </Notice>
    )
  }
  if (state === 'missed' && round.makeUp === 'forbidden' && data.allowed.explainMiss) {
    return (
      <Notice view={view} kind="warning">
        <p>{view.t(words.cannotMakeUp)}</p>
      </Notice>
    )
  }
  return null
}
