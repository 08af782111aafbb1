import { lastDayBefore } from '../../domain/time/zone.ts'
import { formatDay, formatInstant } from '../../ui/format.ts'
import { Instant } from '../../ui/time.tsx'
import { changeMessages, pageMessages as words } from './page-messages.ts'
import { memberName } from './parts.tsx'
import type { RoundProps } from './parts-facts.tsx'

/** Who did it last time, and what was found. */
export function LastTime({ view, data: { last, names } }: RoundProps) {
  if (last === null) return null
  const { round, outcome, findings } = last
  const sentence =
    outcome?.kind === 'done'
      ? view.t(words.lastDone, {
          who: memberName(view, names, outcome.memberId),
          when: formatInstant(view, outcome.performedAt),
        })
      : view.t(outcome?.kind === 'excused' ? words.lastExcused : words.lastMissed)
  return (
    <section class="section">
      <h2>{view.t(words.lastTime)}</h2>
      <p>
        <a href={`/rounds/${round.id}`}>{sentence}</a>{' '}
        <span class="quiet">
          {view.t(words.lastDue, { day: formatDay(view, lastDayBefore(round.dueAt, view.timeZone)) })}
        </span>
      </p>
      {outcome?.kind === 'done' && round.checklistId !== null && (
        <>
          <p>
            {findings.length === 0
              ? view.t(words.noFindings)
              : view.t(words.lastFindings, { count: findings.length })}
          </p>
          <ul>
            {findings.map(({ note }) => (
              <li class="as-typed">{note}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** The last changes, newest first, from the audit trail. */
export function History({ view, data: { changes, names } }: RoundProps) {
  if (changes.length === 0) return null
  return (
    <details class="fold">
      <summary>{view.t(words.history)}</summary>
      <ul class="list-plain">
        {changes.map(({ at, memberId, action, reason, onBehalfOf }) => (
          <li>
            <span class="quiet">
              <Instant view={view} at={at} />
            </span>{' '}
            {memberId === null ? view.t(words.service) : memberName(view, names, memberId)}{' '}
            {onBehalfOf !== null &&
              `${view.t(words.onBehalfOf, { who: memberName(view, names, onBehalfOf) })} `}
            {view.t(actionWord(action))}
            {reason !== null && <span class="as-typed"> · {view.t(words.because, { reason })}</span>}
          </li>
        ))}
      </ul>
    </details>
  )
}

function actionWord(action: string) {
  return isKnown(action) ? changeMessages[action] : changeMessages.other
}

function isKnown(action: string): action is keyof typeof changeMessages {
  return Object.hasOwn(changeMessages, action)
}
