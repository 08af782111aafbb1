import { dutiesByTurns } from './duties-by-turns.ts'
import { equipmentDuties } from './duties-equipment.ts'
import { infectionDisinfectionDuties } from './duties-infection-disinfection.ts'
import { infectionFeedbackDuties } from './duties-infection-feedback.ts'
import { infectionMonitoringDuties } from './duties-infection-monitoring.ts'
import { infectionSupervisionDuties } from './duties-infection-supervision.ts'
import { infectionSurveillanceDuties } from './duties-infection-surveillance.ts'
import { infectionTrainingDuties } from './duties-infection-training.ts'
import { logisticsDuties } from './duties-logistics.ts'
import { medicalQualityDuties } from './duties-medical-quality.ts'
import { nursingDuties } from './duties-nursing.ts'
import { nursingTrainingDuties } from './duties-nursing-training.ts'
import { pestControlDuties } from './duties-pest-control.ts'
import { pharmacyTechnologyDuties } from './duties-pharmacy-technology.ts'
import { plantDuties } from './duties-plant.ts'
import { safetyDuties } from './duties-safety.ts'
import { standingDuties } from './duties-standing.ts'
import { suppliesDuties } from './duties-supplies.ts'
import { trainingDuties } from './duties-training.ts'
import { wardDuties } from './duties-ward.ts'
import type { SeedDuty } from './types.ts'

export const duties: SeedDuty[] = [
  ...infectionMonitoringDuties,
  ...infectionDisinfectionDuties,
  ...infectionSurveillanceDuties,
  ...infectionSupervisionDuties,
  ...infectionFeedbackDuties,
  ...infectionTrainingDuties,
  ...nursingDuties,
  ...nursingTrainingDuties,
  ...wardDuties,
  ...medicalQualityDuties,
  ...trainingDuties,
  ...pharmacyTechnologyDuties,
  ...equipmentDuties,
  ...logisticsDuties,
  ...plantDuties,
  ...suppliesDuties,
  ...pestControlDuties,
  ...safetyDuties,
  ...standingDuties,
  ...dutiesByTurns,
]
