import { sealOf, type ChainHead } from '../domain/audit/seal.ts'
import { entriesToSeal, sealHead } from '../features/audit/queries.ts'
import { insertSeals, noteSealRun } from '../features/audit/repository.ts'
import type { JobContext } from '../platform/context.ts'

/** One step: seals up to `limit` entries in their order. No change of anything, so it writes no entry itself. */
export async function sealAudit(
  { store, now }: JobContext,
  limit: number,
): Promise<{ done: boolean; handled: number }> {
  const head = await sealHead(store)
  const entries = await entriesToSeal(store, head.seq, limit)
  const seals: ChainHead[] = []
  let { seal } = head
  for (const entry of entries) {
    seal = sealOf(seal, entry)
    seals.push({ seq: entry.seq, seal })
  }
  const rows = JSON.stringify(seals)
  await store.batch([...(seals.length > 0 ? [insertSeals({ rows, now })] : []), noteSealRun({ now })])
  return { done: entries.length < limit, handled: entries.length }
}
