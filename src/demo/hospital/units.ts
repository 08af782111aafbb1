import type { SeedUnit } from './types.ts'
import { clinicalUnits } from './units-clinical.ts'
import { offices } from './units-offices.ts'
import { serviceUnits } from './units-services.ts'

/** Every unit of the hospital, parents before children. */
export const units: SeedUnit[] = [...offices, ...clinicalUnits, ...serviceUnits]
