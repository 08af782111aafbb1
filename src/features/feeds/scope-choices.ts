import { seesAll } from '../../domain/access.ts'
import type { Context } from '../../platform/context.ts'
import { allUnits, unitsNamed } from '../units/queries.ts'
import { dutiesOwnedBy, type ScopeChoices } from './queries.ts'

const mostDuties = 500

/** Nothing but the own rounds for those who may make no other feed. */
export async function scopeChoices({ actor, store }: Context): Promise<ScopeChoices> {
  if (actor.role !== 'supervisor' && actor.role !== 'lead')
    return { organisation: false, units: [], duties: [] }
  const all = seesAll(actor)
  const units = all ? await allUnits(store) : [...(await unitsNamed(store, actor.ownUnits)).values()]
  const open = units.filter((unit) => unit.closedOn === null)
  const duties = await dutiesOwnedBy(
    store,
    open.map(({ id }) => id),
    mostDuties,
  )
  return { organisation: all, units: open, duties }
}
