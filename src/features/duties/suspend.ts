import { invalid, Refusal, type FieldFault } from '../../domain/errors.ts'
import { parseDate, type Day } from '../../domain/time/civil.ts'
import { dayAt } from '../../domain/time/zone.ts'
import { commit, type Context } from '../../platform/context.ts'
import { takesTurns } from '../../domain/schedule/awaited.ts'
import { spareRounds } from '../rounds/repository-suspending.ts'
import { withdrawals } from './planning-step.ts'
import { suspensionsOf, type Duty, type Suspension } from './queries.ts'
import { concernedRounds, overdueUntil } from './queries-suspending.ts'
import { insertSuspension, planTheirDutiesAnew, updateDuty } from './repository.ts'
import { wakeAllWaiting, wakeWaiting } from './repository-waits.ts'
import type { SuspendInput } from './schemas.ts'
import { concernOf, requireSuspendable, type Subject, type Suspendable } from './suspendable.ts'
import { isMissedIn, isSuspended, suspendedTime } from './suspended.ts'

/**
 * From `from` (today or later) to `until`, or until it is resumed: the rounds that fall into this time and that nobody has
 * touched are withdrawn, and none are planned. What is overdue already is still owed, but not missed meanwhile. Saying the
 * same again changes nothing.
 */
export async function suspend(
  context: Context,
  { kind, id, ...input }: SuspendInput & Subject,
): Promise<Suspension & { withdrawn: number }> {
  const subject = await requireSuspendable(context, { kind, id })
  const { store, now, org } = context
  const today = dayAt(now, org.timeZone)
  const { fromOn, untilOn } = requireDays(input, today)
  const suspension: Suspension = { subjectId: id, fromOn, untilOn, reason: input.reason }

  const standing = (await suspensionsOf(store, [id], today)).get(id) ?? []
  if (standing.some((each) => isSame(each, suspension))) return { ...suspension, withdrawn: 0 }
  if (standing.some((each) => overlaps(each, suspension))) throw new Refusal('already-suspended')

  const { withdrawn, spared } = await affectedRounds(context, subject, suspension)
  await commit(
    context,
    [
      insertSuspension({ ...suspension, memberId: context.actor.memberId, now }),
      ...withdrawals(withdrawn, 'suspended', now),
      ...(spared.length === 0 ? [] : [spareRounds({ ids: JSON.stringify(spared), now })]),
      // A step of planning that does not know of the suspension fails, and begins anew.
      ...(subject.duty
        ? [updateDuty(withTurnsAnew(subject.duty, today), now)]
        : planTheirDutiesAnew(subject.units, today)),
      ...(subject.duty ? wakeWaiting([id], ['planned', 'done'], today) : [wakeAllWaiting(today)]),
    ],
    [
      {
        action: `${kind}.suspended`,
        subjectId: id,
        unitId: subject.unitId,
        after: { ...suspension, withdrawn: withdrawn.length, spared: spared.length },
      },
    ],
  )
  return { ...suspension, withdrawn: withdrawn.length }
}

/** Whoever is passed over meanwhile comes first afterwards. */
function withTurnsAnew(duty: Duty, today: Day): Duty {
  return duty.plans.some(takesTurns) ? { ...duty, plannedUntilOn: null, planNextOn: today } : duty
}

/**
 * What nobody has touched is taken back. What somebody has in hand stays, as does what is overdue or will be by then, but is not
 * missed in that time: it waits until somebody decides.
 */
async function affectedRounds(
  { store, now, org }: Context,
  subject: Suspendable,
  suspension: Suspension,
): Promise<{ withdrawn: string[]; spared: string[] }> {
  const time = suspendedTime(suspension, org.timeZone)
  const concern = concernOf(subject)
  const ahead = await concernedRounds(store, concern, now)
  const falling = ahead.filter((round) => isSuspended(round, [time]))
  const untouched = new Set(falling.filter(({ isTouched }) => !isTouched))
  const inHand = falling.filter(({ isTouched }) => isTouched)
  const late = ahead.filter((round) => isMissedIn(round, [time]) && !untouched.has(round))
  const overdue = await overdueUntil(store, concern, { now, startsAt: time.startsAt, endsAt: time.endsAt })
  const spared = new Set([...[...inHand, ...late].map(({ id }) => id), ...overdue])
  return { withdrawn: [...untouched].map(({ id }) => id), spared: [...spared] }
}

function requireDays(input: SuspendInput, today: Day): { fromOn: Day; untilOn: Day | null } {
  const fromOn = parseDate(input.from)
  const untilOn = input.until === null ? null : parseDate(input.until)
  const faults: FieldFault[] = []
  if (fromOn === null) faults.push({ path: 'from', code: 'not-a-date' })
  if (fromOn !== null && fromOn < today) faults.push({ path: 'from', code: 'in-the-past' })
  if (input.until !== null && untilOn === null) faults.push({ path: 'until', code: 'not-a-date' })
  if (fromOn !== null && untilOn !== null && untilOn < fromOn) {
    faults.push({ path: 'until', code: 'end-before-start' })
  }
  if (fromOn === null || faults.length > 0) throw invalid(...faults)
  return { fromOn, untilOn }
}

function isSame(a: Suspension, b: Suspension): boolean {
  return a.fromOn === b.fromOn && a.untilOn === b.untilOn && a.reason === b.reason
}

function overlaps(a: Suspension, b: Suspension): boolean {
  return a.fromOn <= (b.untilOn ?? Infinity) && b.fromOn <= (a.untilOn ?? Infinity)
}
