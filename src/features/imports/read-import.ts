import { mayAdminister, requireAllowed } from '../../domain/access.ts'
import { requireFound } from '../../domain/errors.ts'
import type { Context } from '../../platform/context.ts'
import { planImport, type ImportPlan } from './plan-import.ts'
import { findImport, type StoredImport } from './queries.ts'

export type Preview = { stored: StoredImport; plan: ImportPlan | null }

/** A preview of one's own, as things stand now; without a plan where it has been applied. */
export async function readImport(context: Context, id: string): Promise<Preview> {
  const { store, actor, now } = context
  const stored = requireFound(await findImport(store, { id, memberId: actor.memberId, now }))
  requireAllowed(mayAdminister(actor))
  return { stored, plan: stored.applied ? null : await planImport(context, stored.kind, stored.list) }
}
