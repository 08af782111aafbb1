import { invalid, Refusal, type FieldFault } from '../../domain/errors.ts'
import { parseDate, type Day } from '../../domain/time/civil.ts'
import { dayAt } from '../../domain/time/zone.ts'
import { commit, type Context } from '../../platform/context.ts'
import { takesTurns } from '../../domain/schedule/awaited.ts'
import { withdrawals } from './planning-step.ts'
import { suspensionsOf, type Duty, type Suspension } from './queries.ts'
import { insertSuspension, replanTurns, updateDuty } from './repository.ts'
import { wakeAllWaiting, wakeWaiting } from './repository-waits.ts'
import type { SuspendInput } from './schemas.ts'
import { requireSuspendable, untouchedRounds, type Subject } from './suspendable.ts'
import { isSuspended, suspendedTime } from './suspended.ts'

/**
 * From `from` (today or later) to `until`, or until it is resumed: the rounds that fall into this time and that nobody has
 * touched are withdrawn, and none are planned. What is overdue already is still owed. Saying the same again changes nothing.
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

  const time = suspendedTime(suspension, org.timeZone)
  const rounds = (await untouchedRounds(context, subject)).filter((round) => isSuspended(round, [time]))
  const ids = rounds.map((round) => round.id)
  await commit(
    context,
    [
      insertSuspension({ ...suspension, memberId: context.actor.memberId, now }),
      // Its version stops a step of planning that does not know of the suspension.
      ...(subject.duty ? [updateDuty(withTurnsAnew(subject.duty, today), now)] : [replanTurns({ today })]),
      ...withdrawals(ids, 'suspended', now),
      ...(subject.duty ? wakeWaiting([id], ['planned', 'done'], today) : [wakeAllWaiting(today)]),
    ],
    [
      {
        action: `${kind}.suspended`,
        subjectId: id,
        unitId: subject.unitId,
        after: { ...suspension, withdrawn: ids.length },
      },
    ],
  )
  return { ...suspension, withdrawn: ids.length }
}

/** Whoever is passed over meanwhile comes first afterwards. */
function withTurnsAnew(duty: Duty, today: Day): Duty {
  return duty.plans.some(takesTurns) ? { ...duty, plannedUntilOn: null, planNextOn: today } : duty
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
