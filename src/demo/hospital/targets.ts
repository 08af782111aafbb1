import type { Targets } from '../../domain/schedule/plan.ts'

/** What the duties of this hospital are done on, where it is more than one duty's choice. */

export const nothingInParticular: Targets = { none: true }
export const everyWard: Targets = { units: { tags: ['ward'] }, coverage: 'each' }
export const everyOrdinaryWard: Targets = {
  units: { tags: ['ward'], exceptTags: ['high-risk'] },
  coverage: 'each',
}
export const everySurgicalWard: Targets = { units: { tags: ['surgical'] }, coverage: 'each' }
export const everyClinicalUnit: Targets = { units: { tags: ['clinical'] }, coverage: 'each' }
export const everyHighRiskUnit: Targets = { units: { tags: ['high-risk'] }, coverage: 'each' }
export const everyMedicalTechnologyUnit: Targets = {
  units: { tags: ['medical-technology'] },
  coverage: 'each',
}
export const everyLogisticsUnit: Targets = { units: { tags: ['logistics'] }, coverage: 'each' }
export const everyCampus: Targets = { units: { tags: ['campus'] }, coverage: 'each' }
