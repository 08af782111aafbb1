import { mayAdminister, requireAllowed } from '../../domain/access.ts'
import { commit, type Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { orderOfNext, requireOpenUnits, type Unit } from './queries.ts'
import { insertUnit } from './repository.ts'
import type { CreateUnitInput } from './schemas.ts'

/** Behind its neighbours where no order is named. */
export async function createUnit(context: Context, input: CreateUnitInput): Promise<Unit> {
  requireAllowed(mayAdminister(context.actor))
  const { store } = context
  const parentId = input.parentId ?? null
  if (parentId !== null) await requireOpenUnits(store, [parentId], 'parentId')

  const unit: Unit = {
    id: newId('unit', store.orgId),
    parentId,
    name: input.name,
    nameEn: input.nameEn ?? null,
    code: input.code ?? null,
    tags: input.tags ?? [],
    order: input.order ?? (await orderOfNext(store, parentId)),
    closedOn: null,
    version: 1,
  }
  await commit(
    context,
    [insertUnit({ ...unit, tags: JSON.stringify(unit.tags), now: context.now })],
    [{ action: 'unit.created', subjectId: unit.id, unitId: unit.id, after: unit }],
  )
  return unit
}
