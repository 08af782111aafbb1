import type { Refusal } from '../../domain/errors.ts'
import { faultSentence } from '../../platform/problem.ts'
import { refusalMessages } from '../../platform/refusal-messages.ts'
import type { Typed } from '../../platform/validation.ts'
import { formatDeadline, formatDue } from '../../ui/format.ts'
import type { View } from '../../ui/view.ts'
import { roundMessages } from './messages.ts'
import { targetOf, titleOf, unitName } from './parts.tsx'
import type { SubjectRound } from './queries-several.ts'
import type { Names } from './queries-work.ts'

export type Refused = { typed: Typed; refusal: Refusal }

type LinesProps = {
  view: View
  names: Names
  rounds: readonly SubjectRound[]
  /** a line more about each */
  about?: (round: SubjectRound) => string
}

/** Rounds, a line each. */
export function RoundLines({ view, names, rounds, about }: LinesProps) {
  return (
    <ul class="list-plain">
      {rounds.map((round) => (
        <li>
          <a href={`/rounds/${round.id}`}>{titleOf(view, names, round)}</a>{' '}
          <span class="quiet">{whichOf(view, names, round)}</span>
          {about && <div>{about(round)}</div>}
        </li>
      ))}
    </ul>
  )
}

/** On what, by whom, until when: several of one duty differ in nothing else. */
function whichOf(view: View, names: Names, round: SubjectRound): string {
  const due =
    round.dueAt > view.now
      ? formatDue(view, round.dueAt)
      : view.t(roundMessages.wasDue, { when: formatDeadline(view, round.dueAt) })
  const target = round.targetId === round.performedBy ? null : targetOf(view, names, round)
  return [target, unitName(view, names, round.performedBy), due].filter((part) => part !== null).join(' · ')
}

/** Why each of them was refused. */
export function refusalWords(
  view: View,
  refused: readonly { round: SubjectRound; refusal: Refusal }[],
): (round: SubjectRound) => string {
  const refusals = new Map(refused.map(({ round, refusal }) => [round.id, refusal]))
  return ({ id }) => {
    const refusal = refusals.get(id)
    const [fault] = refusal?.faults ?? []
    return fault === undefined
      ? view.t(refusalMessages[refusal?.code ?? 'fault'].title)
      : faultSentence(fault, view.locale)
  }
}
