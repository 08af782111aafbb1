import type { SeedTargets } from './types.ts'

/** What the duties of this hospital are done on, where it is more than one duty's choice. */

export const nothingInParticular: SeedTargets = { none: true }
export const everyWard: SeedTargets = { units: { tags: ['ward'] }, coverage: 'each' }
export const everyOrdinaryWard: SeedTargets = {
  units: { tags: ['ward'], exceptTags: ['high-risk'] },
  coverage: 'each',
}
export const everySurgicalWard: SeedTargets = { units: { tags: ['surgical'] }, coverage: 'each' }
export const everyClinicalUnit: SeedTargets = { units: { tags: ['clinical'] }, coverage: 'each' }
export const everyHighRiskUnit: SeedTargets = { units: { tags: ['high-risk'] }, coverage: 'each' }
export const everyMedicalTechnologyUnit: SeedTargets = {
  units: { tags: ['medical-technology'] },
  coverage: 'each',
}
export const everyLogisticsUnit: SeedTargets = { units: { tags: ['logistics'] }, coverage: 'each' }
export const everyCampus: SeedTargets = { units: { tags: ['campus'] }, coverage: 'each' }
