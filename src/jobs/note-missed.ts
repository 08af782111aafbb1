import { Refusal } from '../domain/errors.ts'
import type { Instant } from '../domain/time/zone.ts'
import { missedRounds, type MissedRound } from '../features/rounds/queries-jobs.ts'
import { noteMisses, noteRun } from '../features/rounds/repository-jobs.ts'
import type { AuditEntry } from '../platform/audit.ts'
import { commit, type JobContext } from '../platform/context.ts'

/** One step: notes up to `limit` rounds that were missed by `asOf`, each with its entry in the audit trail. */
export async function noteMissed(
  context: JobContext,
  asOf: Instant,
  limit: number,
): Promise<{ done: boolean; handled: number }> {
  const missed = await missedRounds(context.store, asOf, limit)
  if (missed.length === 0) {
    await context.store.batch([noteRun({ job: 'note-missed', now: context.now })])
    return { done: true, handled: 0 }
  }
  const rows = JSON.stringify(missed.map(({ id, version }) => ({ id, version })))
  const writes = [noteMisses({ rows, now: context.now }), noteRun({ job: 'note-missed', now: context.now })]
  try {
    await commit(context, writes, missed.map(entryOf))
  } catch (fault) {
    // One of them was ticked, or noted by another run, since it was read: the next step reads again.
    if (fault instanceof Refusal && fault.code === 'stale-version') return { done: false, handled: 0 }
    throw fault
  }
  return { done: missed.length < limit, handled: missed.length }
}

function entryOf({ id, performedBy, dueAt, missesAt }: MissedRound): AuditEntry {
  return { action: 'round.missed', subjectId: id, unitId: performedBy, after: { dueAt, missesAt } }
}
