import { doesRounds, type Role } from '../access.ts'
import { invalid, Refusal, type FieldFault } from '../errors.ts'
import { addMonths, type Day } from '../time/civil.ts'
import { dayAt, startOfDay, type Instant } from '../time/zone.ts'

/** A stretch of time, `untilAt` the first instant after it. */
export type Span = { fromAt: Instant; untilAt: Instant }

/** What the decision about a deputy depends on. Leaves that are over or were ended count for nothing. */
export type LeaveAsked = {
  absent: { id: string; role: Role }
  deputy: { id: string; role: Role }
  /** first and last day of the leave */
  fromOn: Day
  untilOn: Day
  /** of the absent member */
  leaves: readonly Span[]
  /** of the deputy */
  leavesOfDeputy: readonly Span[]
  /** for which the deputy stands in already */
  standingIn: readonly Span[]
}

/** So many leaves at one time are what one person can look after. */
export const mostStoodInFor = 10
const longestMonths = 12
const aheadMonths = 12

/** From the first moment of its first day to the last of its last day, as the organisation's clock has them. */
export function spanOf({ fromOn, untilOn }: Pick<LeaveAsked, 'fromOn' | 'untilOn'>, timeZone: string): Span {
  return { fromAt: startOfDay(fromOn, timeZone), untilAt: startOfDay(untilOn + 1, timeZone) }
}

/** Whether somebody may stand in for a member during a leave: the span of it, or a refusal that says what is wrong. */
export function decideDeputy(asked: LeaveAsked, now: Instant, timeZone: string): Span {
  requireWork(asked.absent.role)
  const faults = [...faultsOfDays(asked, dayAt(now, timeZone)), ...faultsOfDeputy(asked)]
  if (faults.length > 0) throw invalid(...faults)

  const span = spanOf(asked, timeZone)
  if (asked.leaves.some((leave) => overlap(leave, span))) {
    throw invalid({ path: 'from', code: 'leave-overlaps' })
  }
  if (isAbsentThroughout(asked.leavesOfDeputy, span)) {
    throw invalid({ path: 'deputyId', code: 'deputy-away' })
  }
  if (asked.standingIn.filter((leave) => overlap(leave, span)).length >= mostStoodInFor) {
    throw invalid({ path: 'deputyId', code: 'deputy-busy', params: { most: mostStoodInFor } })
  }
  return span
}

/** Administrators administer, viewers read: there is nothing that somebody else could do for them. */
function requireWork(role: Role): void {
  if (role === 'admin') throw new Refusal('admin-has-no-deputy')
  if (!doesRounds(role)) throw new Refusal('nothing-to-stand-in-for')
}

function faultsOfDays({ fromOn, untilOn }: LeaveAsked, today: Day): FieldFault[] {
  if (fromOn < today) return [{ path: 'from', code: 'in-the-past' }]
  if (fromOn > addMonths(today, aheadMonths)) return [{ path: 'from', code: 'too-far-ahead' }]
  if (untilOn < fromOn) return [{ path: 'until', code: 'end-before-start' }]
  const isTooLong = untilOn >= addMonths(fromOn, longestMonths)
  return isTooLong ? [{ path: 'until', code: 'range-too-long', params: { years: longestMonths / 12 } }] : []
}

function faultsOfDeputy({ absent, deputy }: LeaveAsked): FieldFault[] {
  if (deputy.id === absent.id) return [{ path: 'deputyId', code: 'own-deputy' }]
  return doesRounds(deputy.role) ? [] : [{ path: 'deputyId', code: 'not-a-performer' }]
}

export function overlap(one: Span, other: Span): boolean {
  return one.fromAt < other.untilAt && other.fromAt < one.untilAt
}

/** Whether these leaves together leave no moment of the span. */
export function isAbsentThroughout(leaves: readonly Span[], span: Span): boolean {
  let reached = span.fromAt
  for (const { fromAt, untilAt } of leaves.toSorted((a, b) => a.fromAt - b.fromAt)) {
    if (fromAt <= reached) reached = Math.max(reached, untilAt)
  }
  return reached >= span.untilAt
}

/** The next moment at which one of these leaves begins or ends; null where none does. */
export function nextChange(leaves: readonly Span[], now: Instant): Instant | null {
  const moments = leaves.flatMap(({ fromAt, untilAt }) => [fromAt, untilAt]).filter((at) => at > now)
  return moments.length === 0 ? null : Math.min(...moments)
}
