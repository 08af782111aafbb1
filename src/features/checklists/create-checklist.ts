import { mayEditChecklists, requireAllowed } from '../../domain/access.ts'
import { commit, type Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { itemsToPublish } from './publish-items.ts'
import type { Checklist } from './queries.ts'
import { insertChecklist, publishVersion } from './repository.ts'
import type { CreateChecklistInput } from './schemas.ts'

export async function createChecklist(context: Context, input: CreateChecklistInput): Promise<Checklist> {
  requireAllowed(mayEditChecklists(context.actor))
  const { store, now } = context
  const checklist: Checklist = {
    id: newId('checklist', store.orgId),
    title: input.title,
    titleEn: input.titleEn ?? null,
    currentVersion: 1,
    publishedAt: now,
    items: itemsToPublish(input.items, []),
    version: 1,
  }
  const { id, items } = checklist
  await commit(
    context,
    [
      insertChecklist({ ...checklist, now }),
      publishVersion({ id, version: 1, items: JSON.stringify(items), now }),
    ],
    [{ action: 'checklist.created', subjectId: id, after: checklist }],
  )
  return checklist
}
