import { isJointFor, mayDoRound } from '../../domain/access.ts'
import { excuseCodes } from '../../domain/round/excuse.ts'
import { usedReasons } from '../../domain/round/excuse-reasons.ts'
import { periodKindOf, type QuotaProgress } from '../../domain/round/quota-progress.ts'
import type { RoundState } from '../../domain/round/state.ts'
import { dayAt, lastDayBefore, type Instant } from '../../domain/time/zone.ts'
import { printShownName } from '../../platform/role-messages.ts'
import { StateBadge } from '../../ui/badge.tsx'
import type { Option } from '../../ui/choices.tsx'
import { formatDay, formatDue, formatLate, formatOpens, formatTime } from '../../ui/format.ts'
import type { View } from '../../ui/view.ts'
import { excuseMessages as excuseWords, quotaMessages, roundMessages as words } from './messages.ts'
import type { Names, Work } from './queries-work.ts'

/** What is to be done: the duty's title or the round's own, with the topic of this time. */
export function titleOf(view: View, names: Names, round: Pick<Work, 'dutyId' | 'title' | 'topic'>): string {
  const duty = round.dutyId === null ? undefined : names.duties.get(round.dutyId)
  const title = duty ? view.nameOf(duty) : (round.title ?? view.t(words.unknown))
  return round.topic === null ? title : view.t(words.withTopic, { title, topic: round.topic })
}

/** What it is done on; null for a meeting, a report, an exam. */
export function targetOf(
  view: View,
  names: Names,
  { targetKind, targetId }: Pick<Work, 'targetKind' | 'targetId'>,
): string | null {
  if (targetKind === null || targetId === null) return null
  if (targetKind === 'member') return memberName(view, names, targetId)
  const named = { unit: names.units, asset: names.assets }[targetKind].get(targetId)
  return named ? view.nameOf(named) : view.t(words.unknown)
}

export function unitName(view: View, names: Names, unitId: string): string {
  const unit = names.units.get(unitId)
  return unit ? view.nameOf(unit) : view.t(words.unknown)
}

export function memberName(view: View, names: Names, memberId: string): string {
  const member = names.members.get(memberId)
  return member ? printShownName(view.locale, member) : view.t(words.unknown)
}

/** Where it is done, and by whom where that is somebody in particular: the quiet line below a title. */
export function whereOf(view: View, names: Names, work: Work): string {
  const target = targetOf(view, names, work)
  const places = [
    target,
    work.targetKind !== 'unit' && work.targetUnitId !== null
      ? unitName(view, names, work.targetUnitId)
      : null,
  ]
  return [...places, jointWords(view, names, work), assigneeWords(view, names, work)]
    .filter((part) => part !== null)
    .join(' · ')
}

function jointWords(view: View, names: Names, work: Work): string | null {
  const actor = view.member?.actor
  if (actor === undefined || !isJointFor(actor, work)) return null
  return view.t(words.joint, { unit: unitName(view, names, work.performedBy) })
}

function assigneeWords(view: View, names: Names, { assigneeId }: Work): string | null {
  if (assigneeId === null) return null
  const actor = view.member?.actor
  if (assigneeId === actor?.memberId) return view.t(words.assignedToMe)
  const name = memberName(view, names, assigneeId)
  return view.t(actor?.standsInFor.has(assigneeId) === true ? words.standsInFor : words.assignedTo, { name })
}

type WorkBadgeProps = { view: View; work: Work; state: RoundState }

/** The state in words that help: by when, from when, how late. */
export function WorkBadge({ view, work, state }: WorkBadgeProps) {
  switch (state) {
    case 'overdue':
      return (
        <StateBadge
          view={view}
          state="overdue"
          detail={formatLate(view, work.dueAt)}
          grave={isGrave(work.dueAt, view.now)}
        />
      )
    case 'missed':
      return (
        <StateBadge
          view={view}
          state="missed"
          detail={
            work.missReason === null
              ? view.t(words.reasonWanted)
              : view.t(words.reasonGiven, { reason: work.missReason })
          }
        />
      )
    case 'planned':
      return <StateBadge view={view} state="planned" detail={startWords(view, work)} />
    case 'open':
      return <StateBadge view={view} state="open" detail={formatDue(view, work.dueAt)} />
    default:
      return <StateBadge view={view} state={state} />
  }
}

/** Overdue for more than 7 days. */
export function isGrave(dueAt: Instant, now: Instant): boolean {
  return now - dueAt > 7 * 86_400_000
}

function startWords(view: View, { startsAt, opensAt, plannedOn }: Work): string {
  if (startsAt === null) return formatOpens(view, opensAt)
  const time = view.t(words.startsAt, { time: formatTime(view, startsAt) })
  return plannedOn === dayAt(view.now, view.timeZone) ? time : `${formatDay(view, plannedOn)} ${time}`
}

/** 本月已做1次，还差1次，剩9天 */
export function quotaWords(view: View, work: Work, quota: QuotaProgress & { period: string }): string {
  const lastDay = lastDayBefore(work.dueAt, view.timeZone)
  const days = lastDay - dayAt(view.now, view.timeZone)
  const isOver = view.now >= work.dueAt
  const rest = isOver
    ? view.t(quotaMessages.periodOver)
    : days > 0
      ? view.t(quotaMessages.daysLeft, { days })
      : view.t(quotaMessages.lastDay)
  const period = view.t(quotaMessages[isOver ? 'thatPeriod' : periodKindOf(quota.period)])
  return view.t(quotaMessages.progress, { period, done: quota.done, left: quota.left, rest })
}

/** The one thing to do about a round from a list; a viewer may only look. */
export function nextStep(
  view: View,
  work: Work,
  state: RoundState,
): 'tick' | 'goOn' | 'makeUp' | 'giveReason' | 'open' {
  const actor = view.member?.actor
  if (!actor || !mayDoRound(actor, work) || state === 'planned') return 'open'
  if (state === 'missed') return work.makeUp === 'allowed' ? 'makeUp' : 'giveReason'
  return work.startedAt === null ? 'tick' : 'goOn'
}

/** Why a round need not be done, in the organisation's own words where it has any. */
export function excuseWord({ locale, settings }: View, code: string): string {
  const own = settings.excuses.find((reason) => reason.code === code)
  const builtIn = excuseCodes.find((one) => one === code)
  const words = builtIn === undefined ? null : excuseWords[builtIn]
  const nameEn = own?.nameEn ?? words?.en ?? own?.name
  return (locale === 'en' ? nameEn : (own?.name ?? words?.['zh-CN'])) ?? code
}

/** The reasons that the organisation uses, to choose among. */
export function excuseOptions(view: View): Option[] {
  return usedReasons(view.settings.excuses).map(({ code }) => ({
    value: code,
    label: excuseWord(view, code),
  }))
}
