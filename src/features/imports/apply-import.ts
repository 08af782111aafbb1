import { Refusal } from '../../domain/errors.ts'
import { commit, type Context } from '../../platform/context.ts'
import type { BoundWrite } from '../../platform/sql.ts'
import { ConstraintFailed } from '../../platform/store.ts'
import type { PlannedLines } from './plan-import.ts'
import { readImport } from './read-import.ts'
import { markApplied } from './repository.ts'
import { writesOfLines } from './write-lines.ts'

/**
 * Does what a preview has shown, all of it in one transaction. `digest` says what was shown: where the list would do
 * something else by now, it is refused as stale. Saying yes twice does it once.
 */
export async function applyImport(
  context: Context,
  { id, digest }: { id: string; digest: string },
): Promise<void> {
  const { plan } = await readImport(context, id)
  if (plan === null) return
  if (plan.digest !== digest) throw new Refusal('stale-version')
  try {
    await commitLines(context, plan, [markApplied({ id, content: JSON.stringify(plan.counts) })])
  } catch (fault) {
    if (fault instanceof ConstraintFailed && fault.column === 'imports.applied') return
    throw fault
  }
}

/** All lines that change something, or none of them. */
export async function commitLines(
  context: Context,
  planned: PlannedLines,
  others: readonly BoundWrite[] = [],
): Promise<void> {
  const { writes, entries } = writesOfLines(context, planned)
  try {
    await commit(context, [...writes, ...others], entries)
  } catch (fault) {
    if (!(fault instanceof ConstraintFailed)) throw fault
    if (fault.column === 'members.role') throw new Refusal('last-admin')
    if (fault.column === 'members.code') throw new Refusal('stale-version')
    throw fault
  }
}
