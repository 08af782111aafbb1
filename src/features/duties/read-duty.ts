import { mayEditDuty, mayReadDuty, requireAllowed, requireReadable } from '../../domain/access.ts'
import { notFound, Refusal } from '../../domain/errors.ts'
import type { Context } from '../../platform/context.ts'
import { findDuty, type Duty } from './queries.ts'

/** The duty, if the actor may read it; what one may not read is not there. */
export async function readDuty({ store, actor }: Context, id: string): Promise<Duty> {
  const duty = await findDuty(store, id)
  if (!duty) throw notFound()
  requireReadable(mayReadDuty(actor, duty))
  return duty
}

/** The duty, if the actor may change it and it is not closed. */
export async function requireOpenDuty(context: Context, id: string): Promise<Duty> {
  const duty = await readDuty(context, id)
  requireAllowed(mayEditDuty(context.actor, duty))
  if (duty.closedOn !== null) throw new Refusal('duty-closed')
  return duty
}
