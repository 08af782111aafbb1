import { mayEditDuty, requireAllowed } from '../../domain/access.ts'
import { dayAt } from '../../domain/time/zone.ts'
import { commit, type Context } from '../../platform/context.ts'
import { withdrawals } from './planning-step.ts'
import type { Duty } from './queries.ts'
import { roundsAhead } from './queries-planned.ts'
import { updateDuty } from './repository.ts'
import { wakeWaiting } from './repository-waits.ts'

/**
 * Closes a duty from today, with whatever else was changed: rounds that are not due yet and that nobody has touched are
 * withdrawn. What is overdue is still owed, and rounds made by hand stay.
 */
export async function closeDuty(context: Context, before: Duty, changed: Duty): Promise<Duty> {
  requireAllowed(mayEditDuty(context.actor, before))
  const { store, now, org } = context
  const after: Duty = { ...changed, closedOn: dayAt(now, org.timeZone), planNextOn: null }
  const ahead = await roundsAhead(store, { dutyId: after.id, now, fromOn: 0 })
  const untouched = ahead.filter(({ isFixed }) => !isFixed).map(({ id }) => id)
  await commit(
    context,
    [
      updateDuty(after, now),
      ...withdrawals(untouched, 'closed', now),
      ...wakeWaiting([after.id], ['planned'], dayAt(now, org.timeZone)),
    ],
    [
      {
        action: 'duty.closed',
        subjectId: after.id,
        unitId: after.ownedBy,
        before,
        after: { ...after, withdrawn: untouched.length },
      },
    ],
  )
  return { ...after, version: after.version + 1 }
}
