import type { DatedRound, Gap } from '../../domain/schedule/gaps.ts'
import { planWarningSentence } from '../../domain/schedule/fault-messages.ts'
import { warning } from '../../domain/schedule/plan-fault.ts'
import type { Message } from '../../platform/i18n.ts'
import { formatDay, formatShortDay } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import type { View } from '../../ui/view.ts'
import type { Names } from '../rounds/queries-work.ts'
import { nameOfTarget } from './parts-words.tsx'
import { effectMessages as words } from './preview-messages.ts'
import type { Effect } from './revision-effect.ts'

type Props = { view: View; names: Names; effect: Effect }

/** What saving would do to rounds, with the first few dates of each, and the gaps that it opens. */
export function EffectNotice({ view, names, effect }: Props) {
  const { withdrawn, added, kept, gaps, tellsDays } = effect
  return (
    <>
      <Notice view={view} kind="info" title={view.t(words.title)}>
        {withdrawn.length + added.length === 0 && <p>{view.t(words.nothing)}</p>}
        <ul>
          <Rounds view={view} label={words.withdrawn} rounds={withdrawn} tellsDays={tellsDays} />
          <Rounds view={view} label={words.added} rounds={added} tellsDays={tellsDays} />
          <Rounds view={view} label={words.kept} rounds={kept} tellsDays={tellsDays} />
        </ul>
        <p>{view.t(words.help)}</p>
      </Notice>
      {gaps.length > 0 && (
        <Notice view={view} kind="warning" title={view.t(words.gapTitle)}>
          <ul>
            {gaps.slice(0, gapsShown).map((gap) => (
              <li>{gapOfTargets(view, names, gap)}</li>
            ))}
          </ul>
          <p>{view.t(words.gapHelp)}</p>
        </Notice>
      )}
    </>
  )
}

/** The targets that the notice names: ids of units, assets or people. */
export function targetsNamed({ gaps }: Effect): string[] {
  return gaps
    .slice(0, gapsShown)
    .flatMap(({ targetIds }) => targetIds.slice(0, targetsShown))
    .filter((id) => id !== null)
}

const gapsShown = 3
const targetsShown = 5
const daysShown = 5

type RoundsProps = { view: View; label: Message; rounds: readonly DatedRound[]; tellsDays: boolean }

function Rounds({ view, label, rounds, tellsDays }: RoundsProps) {
  if (rounds.length === 0) return null
  const days = tellsDays ? [...Map.groupBy(rounds, ({ planned }) => planned)] : []
  const shown = days.slice(0, daysShown).map(([day, ofDay]) => {
    const date = formatShortDay(view, day)
    return ofDay.length === 1 ? date : view.t(words.onTargets, { day: date, count: ofDay.length })
  })
  const more = days.length > shown.length ? view.t(words.more) : ''
  return (
    <li>
      {view.t(label, { count: rounds.length })}{' '}
      {shown.length > 0 && (
        <span class="quiet">
          {shown.join(view.t(words.separator))}
          {more}
        </span>
      )}
    </li>
  )
}

function gapOfTargets(view: View, names: Names, { last, next, days, usual, targetIds }: Gap): string {
  const dates = { last: formatDay(view, last), next: formatDay(view, next) }
  const sentence = planWarningSentence(warning('opens-gap', { ...dates, days, usual }), view.locale)
  const named = targetIds.flatMap((id) => (id === null ? [] : [nameOfTarget(view, names, id)]))
  if (named.length === 0) return sentence
  const first = named.slice(0, targetsShown).join(view.t(words.separator))
  const all =
    named.length > targetsShown ? view.t(words.andOthers, { names: first, count: named.length }) : first
  return view.t(words.gapOf, { names: all, sentence })
}
