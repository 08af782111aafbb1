import { mayAdminister, requireAllowed } from '../../domain/access.ts'
import { requireFound } from '../../domain/errors.ts'
import { parseDate, type Day } from '../../domain/time/civil.ts'
import { dayAt } from '../../domain/time/zone.ts'
import { commit, type Context } from '../../platform/context.ts'
import { requireOpenUnits } from '../units/queries.ts'
import { findAsset, type Asset } from './queries.ts'
import { updateAsset } from './repository.ts'
import type { ChangeAssetInput } from './schemas.ts'

/** Changes what is named; `closed` takes the asset out of use or back into it from today. */
export async function changeAsset(
  context: Context,
  input: ChangeAssetInput & { id: string; version: number },
): Promise<Asset> {
  requireAllowed(mayAdminister(context.actor))
  const { store } = context
  const before = requireFound(await findAsset(store, input.id))

  const after = changed(before, input, dayAt(context.now, context.org.timeZone))
  const comesIntoUse = before.closedOn !== null && after.closedOn === null
  if (after.unitId !== before.unitId || comesIntoUse) {
    await requireOpenUnits(store, [after.unitId], 'unitId')
  }

  await commit(
    context,
    [updateAsset({ ...after, tags: JSON.stringify(after.tags), version: input.version, now: context.now })],
    [{ action: 'asset.changed', subjectId: after.id, unitId: after.unitId, before, after }],
  )
  return { ...after, version: input.version + 1 }
}

function changed(asset: Asset, input: ChangeAssetInput, today: Day): Asset {
  return {
    ...asset,
    unitId: input.unitId ?? asset.unitId,
    type: input.type ?? asset.type,
    name: input.name ?? asset.name,
    nameEn: input.nameEn === undefined ? asset.nameEn : input.nameEn,
    code: input.code === undefined ? asset.code : input.code,
    tags: input.tags ?? asset.tags,
    validUntil: changedDay(asset.validUntil, input.validUntil),
    closedOn: input.closed === undefined ? asset.closedOn : input.closed ? (asset.closedOn ?? today) : null,
  }
}

function changedDay(before: Day | null, input: string | null | undefined): Day | null {
  if (input === undefined) return before
  return input === null ? null : parseDate(input)
}
