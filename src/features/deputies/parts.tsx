import { overlap } from '../../domain/leave/leave.ts'
import { dayAt, lastDayBefore } from '../../domain/time/zone.ts'
import { SubmitButton } from '../../ui/button.tsx'
import { Select } from '../../ui/choices.tsx'
import { byName } from '../../ui/collate.ts'
import { DateInput, Form, labelsIn, type FormState } from '../../ui/form.tsx'
import { formatShortDay, formatWindow } from '../../ui/format.ts'
import { roleMessages } from '../../platform/role-messages.ts'
import { Notice } from '../../ui/notice.tsx'
import type { View } from '../../ui/view.ts'
import { deputyMessages as words } from './messages.ts'
import type { Candidate, Leave } from './queries.ts'
import type { Deputies } from './read-deputies.ts'

type LeavesProps = { view: View; deputies: Deputies; leavesOfDeputies: readonly Leave[] }

/** A member's leaves now and to come, each to be ended. */
export function LeaveList({ view, deputies: { leaves }, leavesOfDeputies }: LeavesProps) {
  return (
    <section class="section" aria-labelledby="leaves-title">
      <h2 id="leaves-title">{view.t(words.leaves)}</h2>
      {leaves.length === 0 ? (
        <p>{view.t(words.noLeaves)}</p>
      ) : (
        <ul class="work-list">
          {leaves.map((leave) => (
            <LeaveItem view={view} leave={leave} leavesOfDeputies={leavesOfDeputies} />
          ))}
        </ul>
      )}
    </section>
  )
}

type LeaveItemProps = { view: View; leave: Leave; leavesOfDeputies: readonly Leave[] }

function LeaveItem({ view, leave, leavesOfDeputies }: LeaveItemProps) {
  const lasts = leave.fromAt <= view.now
  const deputy = view.nameOf(leave.deputy)
  const away = leavesOfDeputies.filter((other) => other.memberId === leave.deputyId && overlap(other, leave))
  return (
    <li class="work">
      <div class="work-what">
        <span class="work-title">{view.t(words.leave, { days: daysOf(view, leave), deputy })}</span>
        {lasts && <div class="work-where">{view.t(words.lastsNow)}</div>}
        {away.map((other) => (
          <Notice view={view} kind="warning">
            <p>{view.t(words.deputyAway, { deputy, days: daysOf(view, other) })}</p>
          </Notice>
        ))}
      </div>
      <form class="work-action" method="post" action={`/members/${leave.memberId}/leave/${leave.id}/ending`}>
        <SubmitButton kind="plain">{view.t(lasts ? words.endNow : words.cancel)}</SubmitButton>
      </form>
    </li>
  )
}

/** For whom a member stands in, now and to come. */
export function StandsInList({ view, deputies: { standsIn } }: Pick<LeavesProps, 'view' | 'deputies'>) {
  if (standsIn.length === 0) return null
  return (
    <section class="section" aria-labelledby="stands-in-title">
      <h2 id="stands-in-title">{view.t(words.standsIn)}</h2>
      <ul>
        {standsIn.map((leave) => (
          <li>{view.t(words.standsInFor, { name: view.nameOf(leave.member), days: daysOf(view, leave) })}</li>
        ))}
      </ul>
    </section>
  )
}

export function leaveLabels(view: View): Record<string, string> {
  const { deputy, from, until } = words
  return labelsIn(view, { deputyId: deputy, from, until })
}

type LeaveFormProps = {
  view: View
  state: FormState
  member: { id: string; role: keyof typeof roleMessages }
  candidates: readonly Candidate[]
}

export function LeaveForm({ view, state, member, candidates }: LeaveFormProps) {
  const field = { view, state }
  const hasRank = member.role === 'lead' || member.role === 'supervisor'
  const hint = hasRank
    ? view.t(words.deputyHintOfRank, { role: view.t(roleMessages[member.role]) })
    : view.t(words.deputyHint)
  const options = candidates.toSorted(byName(view)).map((candidate) => ({
    value: candidate.id,
    label: `${view.nameOf(candidate)} · ${view.t(roleMessages[candidate.role])}`,
  }))
  return (
    <section class="section" aria-labelledby="enter-title">
      <h2 id="enter-title">{view.t(words.enter)}</h2>
      {options.length === 0 ? (
        <Notice view={view} kind="info">
          <p>{view.t(words.nobody)}</p>
        </Notice>
      ) : (
        <Form action={`/members/${member.id}/leave`}>
          <Select
            {...field}
            name="deputyId"
            label={view.t(words.deputy)}
            hint={hint}
            required
            options={options}
          />
          <DateInput {...field} name="from" label={view.t(words.from)} required />
          <DateInput {...field} name="until" label={view.t(words.until)} required />
          <div class="actions">
            <SubmitButton>{view.t(words.save)}</SubmitButton>
          </div>
        </Form>
      )}
    </section>
  )
}

/** 休假至3月10日，由李娜代 */
export function leaveWords(view: View, leave: Leave): string {
  const deputy = view.nameOf(leave.deputy)
  if (leave.fromAt > view.now) {
    return view.t(words.awayFrom, { day: formatShortDay(view, dayAt(leave.fromAt, view.timeZone)), deputy })
  }
  return view.t(words.awayUntil, {
    day: formatShortDay(view, lastDayBefore(leave.untilAt, view.timeZone)),
    deputy,
  })
}

function daysOf(view: View, { fromAt, untilAt }: Leave): string {
  return formatWindow(view, fromAt, untilAt)
}
