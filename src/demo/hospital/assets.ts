import { departmentEquipment } from './assets-departments.ts'
import { infrastructure } from './assets-infrastructure.ts'
import { lifeSupport } from './assets-life-support.ts'
import { treatmentEquipment } from './assets-treatment.ts'
import type { SeedAsset } from './types.ts'

export const assets: SeedAsset[] = [
  ...lifeSupport,
  ...treatmentEquipment,
  ...departmentEquipment,
  ...infrastructure,
]
