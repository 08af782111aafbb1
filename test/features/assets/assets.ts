import type { World } from '../support/world.ts'

export type AssetBody = {
  id: string
  unitId: string
  type: string
  name: string
  tags: string[]
  validUntil: string | null
  closedOn: string | null
  version: number
}

/** A new asset of the first ward, made by the admin. */
export async function newAsset(world: World, asset: Partial<AssetBody> = {}): Promise<AssetBody> {
  const body = { unitId: world.unit.ward1, type: 'infusion-pump', name: '输注泵1号', ...asset }
  const made = await world.as('admin').post('/api/v1/assets', body)
  if (made.status !== 201) throw new Error(`asset refused: ${made.status} ${await made.text()}`)
  return made.json<AssetBody>()
}

/** Three in each ward, two types; names say where they are. */
export async function wardsWithAssets(world: World): Promise<void> {
  for (const place of ['ward1', 'ward2'] as const) {
    const unitId = world.unit[place]
    await newAsset(world, { unitId, name: `${place} pump A`, tags: ['life-support'] })
    await newAsset(world, { unitId, name: `${place} pump B` })
    await newAsset(world, { unitId, name: `${place} monitor`, type: 'patient-monitor', tags: ['metrology'] })
  }
}
