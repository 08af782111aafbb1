import { mayAdminister, requireAllowed } from '../../domain/access.ts'
import { invalid, Refusal, requireFound } from '../../domain/errors.ts'
import { dayAt } from '../../domain/time/zone.ts'
import { commit, type Context } from '../../platform/context.ts'
import { endTabletsOf } from '../tablets/repository.ts'
import { branchAbove, findUnit, requireOpenUnits, useOfUnit, type Unit } from './queries.ts'
import { updateUnit } from './repository.ts'
import type { ChangeUnitInput } from './schemas.ts'

/** Changes what is named; `closed` closes or opens the unit from today. */
export async function changeUnit(
  context: Context,
  input: ChangeUnitInput & { id: string; version: number },
): Promise<Unit> {
  requireAllowed(mayAdminister(context.actor))
  const { store } = context
  const before = requireFound(await findUnit(store, input.id))

  const after = changed(before, input, dayAt(context.now, context.org.timeZone))
  if (after.parentId !== before.parentId) await requireSoundParent(context, after)
  if (after.closedOn !== null && before.closedOn === null) await requireUnused(context, after.id)

  const { now } = context
  await commit(
    context,
    [
      updateUnit({ ...after, tags: JSON.stringify(after.tags), version: input.version, now }),
      ...(after.closedOn === null ? [] : [endTabletsOf({ unitId: after.id, now })]),
    ],
    [{ action: 'unit.changed', subjectId: after.id, unitId: after.id, before, after }],
  )
  return { ...after, version: input.version + 1 }
}

function changed(unit: Unit, input: ChangeUnitInput, today: number): Unit {
  return {
    ...unit,
    name: input.name ?? unit.name,
    nameEn: input.nameEn === undefined ? unit.nameEn : input.nameEn,
    parentId: input.parentId === undefined ? unit.parentId : input.parentId,
    code: input.code === undefined ? unit.code : input.code,
    tags: input.tags ?? unit.tags,
    order: input.order ?? unit.order,
    closedOn: input.closed === undefined ? unit.closedOn : input.closed ? (unit.closedOn ?? today) : null,
  }
}

async function requireSoundParent({ store }: Context, unit: Unit): Promise<void> {
  if (unit.parentId === null) return
  await requireOpenUnits(store, [unit.parentId], 'parentId')
  const above = await branchAbove(store, unit.parentId)
  if (above.has(unit.id)) throw invalid({ path: 'parentId', code: 'own-ancestor' })
}

async function requireUnused({ store }: Context, unitId: string): Promise<void> {
  const use = await useOfUnit(store, unitId)
  if (Object.values(use).includes(true)) throw new Refusal('unit-in-use')
}
