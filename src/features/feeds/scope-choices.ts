import { seesAll } from '../../domain/access.ts'
import type { Context } from '../../platform/context.ts'
import { allUnits, unitsNamed } from '../units/queries.ts'
import { dutiesOwnedBy } from './queries.ts'

type Named = { id: string; name: string; nameEn: string | null }

/** What the reader can make a feed of, besides the own rounds. */
export type ScopeChoices = { organisation: boolean; units: readonly Named[]; duties: readonly Named[] }

const mostDuties = 500

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
