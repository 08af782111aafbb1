import { seesAll } from '../../domain/access.ts'
import type { Context } from '../../platform/context.ts'
import { unitsReadableBy } from '../units/queries.ts'
import { dutiesOwnedBy, type ScopeChoices } from './queries.ts'

const mostDuties = 500

/** Nothing but the own rounds for those who may make no other feed. */
export async function scopeChoices({ actor, store }: Context): Promise<ScopeChoices> {
  if (actor.role !== 'supervisor' && actor.role !== 'lead')
    return { organisation: false, units: [], duties: [] }
  const open = (await unitsReadableBy(store, actor)).filter((unit) => unit.closedOn === null)
  const duties = await dutiesOwnedBy(
    store,
    open.map(({ id }) => id),
    mostDuties,
  )
  return { organisation: seesAll(actor), units: open, duties }
}
