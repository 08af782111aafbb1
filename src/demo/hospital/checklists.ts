import { careChecklists } from './checklists-care.ts'
import { equipmentChecklists } from './checklists-equipment.ts'
import { generalChecklists } from './checklists-general.ts'
import { infectionControlChecklists } from './checklists-infection-control.ts'
import { safetyChecklists } from './checklists-safety.ts'
import type { SeedChecklist } from './types.ts'

export const checklists: SeedChecklist[] = [
  ...generalChecklists,
  ...infectionControlChecklists,
  ...careChecklists,
  ...equipmentChecklists,
  ...safetyChecklists,
]
