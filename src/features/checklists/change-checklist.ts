import { mayEditChecklists, requireAllowed } from '../../domain/access.ts'
import { requireFound } from '../../domain/errors.ts'
import { commit, type Context } from '../../platform/context.ts'
import type { BoundWrite } from '../../platform/sql.ts'
import { itemsToPublish } from './publish-items.ts'
import { findChecklist, type Checklist } from './queries.ts'
import { publishVersion, updateChecklist } from './repository.ts'
import type { ChangeChecklistInput } from './schemas.ts'

/** Changes what is named. Other items make a new version; rounds that were started keep theirs. */
export async function changeChecklist(
  context: Context,
  input: ChangeChecklistInput & { id: string; version: number },
): Promise<Checklist> {
  requireAllowed(mayEditChecklists(context.actor))
  const before = requireFound(await findChecklist(context.store, input.id))

  const after = changed(before, input, context.now)
  const writes: BoundWrite[] = [updateChecklist({ ...after, version: input.version, now: context.now })]
  if (after.currentVersion !== before.currentVersion) {
    const { id, currentVersion, items } = after
    writes.push(
      publishVersion({ id, version: currentVersion, items: JSON.stringify(items), now: context.now }),
    )
  }
  await commit(context, writes, [{ action: 'checklist.changed', subjectId: after.id, before, after }])
  return { ...after, version: input.version + 1 }
}

function changed(checklist: Checklist, input: ChangeChecklistInput, now: number): Checklist {
  const titled = {
    ...checklist,
    title: input.title ?? checklist.title,
    titleEn: input.titleEn === undefined ? checklist.titleEn : input.titleEn,
  }
  if (input.items === undefined) return titled
  const items = itemsToPublish(input.items, checklist.items)
  if (JSON.stringify(items.map(inOrder)) === JSON.stringify(checklist.items.map(inOrder))) return titled
  return { ...titled, items, currentVersion: checklist.currentVersion + 1, publishedAt: now }
}

/** An item as a list of its values: two are the same where these are. */
function inOrder({ id, text, textEn, help, helpEn }: Checklist['items'][number]): (string | null)[] {
  return [id, text, textEn, help, helpEn]
}
