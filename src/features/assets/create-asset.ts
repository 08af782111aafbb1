import { mayAdminister, requireAllowed } from '../../domain/access.ts'
import { parseDate } from '../../domain/time/civil.ts'
import { commit, type Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { requireOpenUnits } from '../units/queries.ts'
import type { Asset } from './queries.ts'
import { insertAsset } from './repository.ts'
import type { CreateAssetInput } from './schemas.ts'

export async function createAsset(context: Context, input: CreateAssetInput): Promise<Asset> {
  requireAllowed(mayAdminister(context.actor))
  const { store } = context
  await requireOpenUnits(store, [input.unitId], 'unitId')

  const asset: Asset = {
    id: newId('asset', store.orgId),
    unitId: input.unitId,
    type: input.type,
    name: input.name,
    nameEn: input.nameEn ?? null,
    code: input.code ?? null,
    tags: input.tags ?? [],
    validUntil: input.validUntil ? parseDate(input.validUntil) : null,
    closedOn: null,
    version: 1,
  }
  await commit(
    context,
    [insertAsset({ ...asset, tags: JSON.stringify(asset.tags), now: context.now })],
    [{ action: 'asset.created', subjectId: asset.id, unitId: asset.unitId, after: asset }],
  )
  return asset
}
