import { mayAdminister, requireAllowed } from '../../domain/access.ts'
import { rowsOf } from '../../domain/imports/rows.ts'
import type { ImportKind } from '../../domain/imports/words.ts'
import { readSheet } from '../../domain/sheets/read-sheet.ts'
import { commit, type Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { deleteExpired, insertImport } from './repository.ts'

/** Long enough to go and ask somebody about a line. */
const previewLasts = 24 * 3_600_000
const longestFileName = 120

/** Reads a file and keeps what it says until its sender has looked at it; nothing else changes. Answers the preview's id. */
export async function startImport(
  context: Context,
  input: { kind: ImportKind; file: Uint8Array; fileName: string },
): Promise<string> {
  requireAllowed(mayAdminister(context.actor))
  const list = rowsOf(input.kind, readSheet(input.file))
  const id = newId('import', context.store.orgId)
  const preview = {
    id,
    memberId: context.actor.memberId,
    kind: input.kind,
    fileName: input.fileName.slice(-longestFileName),
    content: JSON.stringify(list),
    expiresAt: context.now + previewLasts,
  }
  await commit(context, [deleteExpired({ now: context.now }), insertImport(preview)], [])
  return id
}
