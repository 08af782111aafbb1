import { lastDayBefore } from '../../domain/time/zone.ts'
import type { Message } from '../../platform/i18n.ts'
import { formatShortDay } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import type { View } from '../../ui/view.ts'
import { leavingMessages as words } from './leaving-messages.ts'
import type { OwedRounds } from './queries-leaving.ts'
import { mostCounted } from './queries-leaving.ts'
import type { Leaving } from './read-leaving.ts'

type Props = { view: View; leaving: Leaving }

/** What somebody has to see to before. */
export function LeavingWarnings({ view, leaving }: Props) {
  const { sole, standsIn, isLastAdmin, member } = leaving
  return (
    <>
      {isLastAdmin && (
        <Notice view={view} kind="error" title={view.t(words.isLastAdmin)}>
          <p>{view.t(words.isLastAdminHelp)}</p>
        </Notice>
      )}
      {member.id === view.member?.actor.memberId && (
        <Notice view={view} kind="warning" title={view.t(words.isSelf)} />
      )}
      <UnitsWarning
        view={view}
        leaving={leaving}
        ids={sole.lead}
        title={words.onlyLead}
        help={words.onlyLeadHelp}
      />
      <UnitsWarning
        view={view}
        leaving={leaving}
        ids={sole.performer}
        title={words.onlyPerformer}
        help={words.onlyPerformerHelp}
      />
      {standsIn.length > 0 && (
        <Notice
          view={view}
          kind="warning"
          title={view.t(words.standsIn, {
            names: listed(
              view,
              standsIn.map((leave) => view.nameOf(leave.member)),
            ),
          })}
        >
          <p>{view.t(words.standsInHelp)}</p>
        </Notice>
      )}
    </>
  )
}

type UnitsWarningProps = Props & { ids: readonly string[]; title: Message; help: Message }

function UnitsWarning({ view, leaving, ids, title, help }: UnitsWarningProps) {
  if (ids.length === 0) return null
  const units = leaving.units.filter(({ id }) => ids.includes(id)).map((unit) => view.nameOf(unit))
  return (
    <Notice view={view} kind="warning" title={view.t(title, { units: listed(view, units) })}>
      <p>{view.t(help)}</p>
    </Notice>
  )
}

function listed(view: View, names: readonly string[]): string {
  return [...new Set(names)].join(view.t(words.comma))
}

/** By duty, what is due first above. */
export function OwedRoundsList({ view, leaving: { rounds } }: Props) {
  const { count, isMore, groups } = rounds
  return (
    <section class="section" aria-labelledby="rounds-title">
      <h2 id="rounds-title">
        {view.t(words.rounds)}{' '}
        {count > 0 && (
          <span class="count">{view.t(isMore ? words.roundMore : words.roundCount, { count })}</span>
        )}
      </h2>
      {count === 0 && <p>{view.t(words.noRounds)}</p>}
      <ul>
        {groups.map((group) => (
          <li>
            <OwedTitle view={view} group={group} /> <span class="quiet">{firstDueWords(view, group)}</span>
          </li>
        ))}
      </ul>
      {isMore && <p class="quiet">{view.t(words.firstOnly, { count: mostCounted })}</p>}
    </section>
  )
}

function OwedTitle({ view, group }: { view: View; group: OwedRounds }) {
  const title = view.nameOf({ name: group.title, nameEn: group.titleEn })
  return group.dutyId === null ? <>{title}</> : <a href={`/duties/${group.dutyId}`}>{title}</a>
}

function firstDueWords(view: View, { rounds, firstDueAt }: OwedRounds): string {
  const count = view.locale === 'en' ? view.t(words.roundCount, { count: rounds }) : rounds
  return view.t(words.firstDue, {
    count,
    day: formatShortDay(view, lastDayBefore(firstDueAt, view.timeZone)),
  })
}

export function WaitingList({ view, leaving: { waiting } }: Props) {
  const lines = linesOf(view, [
    [words.excuses, waiting.excuses],
    [words.lateEntries, waiting.lateEntries],
    [words.missReasons, waiting.missReasons],
  ])
  if (lines.length === 0) return null
  return (
    <section class="section" aria-labelledby="waiting-title">
      <h2 id="waiting-title">{view.t(words.waiting)}</h2>
      <Lines lines={lines} />
    </section>
  )
}

/** Whatever lets in as the member, or acts in their name. */
export function EndsList({ view, leaving: { secrets, feeds, leaves } }: Props) {
  const lines = [
    ...linesOf(view, [
      [words.sessions, secrets.sessions],
      [words.signInLink, secrets.signInLink],
      [words.passkeys, secrets.passkeys],
      [words.pins, secrets.pins],
      [words.tokens, secrets.tokens],
    ]),
    ...feeds.map(({ name }) => view.t(words.feed, { name })),
    ...leaves.map(({ deputy }) => view.t(words.leave, { deputy: view.nameOf(deputy) })),
  ]
  return (
    <section class="section" aria-labelledby="ends-title">
      <h2 id="ends-title">{view.t(words.ends)}</h2>
      {lines.length === 0 ? <p>{view.t(words.nothingEnds)}</p> : <Lines lines={lines} />}
      <p class="quiet">{view.t(words.kept)}</p>
    </section>
  )
}

function linesOf(view: View, counted: readonly (readonly [Message, number])[]): string[] {
  return counted.filter(([, count]) => count > 0).map(([message, count]) => view.t(message, { count }))
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )
}
