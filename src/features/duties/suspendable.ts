import { mayReadUnit, requireAllowed, requireReadable, seesAll } from '../../domain/access.ts'
import { notFound } from '../../domain/errors.ts'
import type { Context } from '../../platform/context.ts'
import { findAsset } from '../assets/queries.ts'
import { branchBelow, findUnit } from '../units/queries.ts'
import type { Duty } from './queries.ts'
import type { Concern } from './queries-suspending.ts'
import { requireOpenDuty } from './read-duty.ts'

export type Subject = { kind: 'duty' | 'unit' | 'asset'; id: string }

/** What is suspended or resumed; `units`: whose work it concerns, of a unit the whole branch. */
export type Suspendable = Subject & { unitId: string; units: string[]; duty: Duty | null }

/**
 * A duty is suspended by those who may change it. A unit or an asset only by those who steer the whole organisation: it
 * takes away work that other units own, as an excuse does, and a unit does not excuse itself.
 */
export async function requireSuspendable(context: Context, { kind, id }: Subject): Promise<Suspendable> {
  const { store, actor } = context
  if (kind === 'duty') {
    const duty = await requireOpenDuty(context, id)
    return { kind, id, unitId: duty.ownedBy, units: [], duty }
  }
  const unitId = kind === 'unit' ? (await findUnit(store, id))?.id : (await findAsset(store, id))?.unitId
  if (unitId === undefined) throw notFound()
  requireReadable(mayReadUnit(actor, unitId))
  requireAllowed(seesAll(actor))
  const units = kind === 'unit' ? await branchBelow(store, id) : []
  return { kind, id, unitId, units, duty: null }
}

/** Whose rounds it takes back. */
export function concernOf({ kind, id, units }: Suspendable): Concern {
  return { dutyId: kind === 'duty' ? id : null, assetId: kind === 'asset' ? id : null, units }
}
