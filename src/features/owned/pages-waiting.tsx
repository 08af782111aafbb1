import type { Message } from '../../platform/i18n.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { formatDeadline } from '../../ui/format.ts'
import type { View } from '../../ui/view.ts'
import { roundMessages } from '../rounds/messages.ts'
import { excuseWord, memberName, titleOf, unitName } from '../rounds/parts.tsx'
import type { Work } from '../rounds/queries-work.ts'
import { ownedMessages as words } from './messages.ts'
import type { Owned } from './read-owned.ts'

type Props = { view: View; owned: Owned }

/** Requests to be excused, late entries and reasons of misses: each with what was said, and a button to its round. */
export function WaitingForAWord({ view, owned: { waiting, names } }: Props) {
  const { excuses, lateEntries, reasons } = waiting
  const asked = excuses.map(({ work, askedBy, code, reason }) => ({
    work,
    said: view.t(words.asked, {
      who: memberName(view, names, askedBy),
      code: excuseWord(view, code),
      reason,
    }),
  }))
  const entered = lateEntries.map(({ work, doneBy }) => ({
    work,
    said: view.t(words.entered, { who: memberName(view, names, doneBy) }),
  }))
  const missed = reasons.map((work) => ({
    work,
    said: view.t(roundMessages.reasonGiven, { reason: work.missReason ?? '' }),
  }))
  const list = { view, names }
  return (
    <>
      <WaitingList {...list} id="excuses" title={words.excuses} items={asked} step={words.decide} />
      <WaitingList
        {...list}
        id="late-entries"
        title={words.lateEntries}
        items={entered}
        step={words.confirm}
      />
      <WaitingList {...list} id="reasons" title={words.reasons} items={missed} step={words.confirm} />
    </>
  )
}

type ListProps = {
  view: View
  names: Owned['names']
  id: string
  title: Message
  items: readonly { work: Work; said: string }[]
  step: Message
}

function WaitingList({ view, names, id, title, items, step }: ListProps) {
  if (items.length === 0) return null
  return (
    <details class="fold section" id={id} open={items.length <= shownAtOnce}>
      <summary>
        {view.t(title)} <span class="count">{items.length}</span>
      </summary>
      <ul class="work-list">
        {items.map(({ work, said }) => (
          <li class="work">
            <div class="work-what">
              <a class="work-title" href={`/rounds/${work.id}`}>
                {titleOf(view, names, work)}
              </a>
              <div class="work-where">
                {unitName(view, names, work.performedBy)} ·{' '}
                {view.t(roundMessages.wasDue, { when: formatDeadline(view, work.dueAt) })}
              </div>
              <div class="work-where as-typed">{said}</div>
            </div>
            <div class="work-action">
              <ButtonLink href={`/rounds/${work.id}`}>{view.t(step)}</ButtonLink>
            </div>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** A longer list waits folded: it must not push the duties off the page. */
const shownAtOnce = 5
