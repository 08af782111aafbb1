import type { Right, Role } from '../../domain/access.ts'
import type { ExcuseCode } from '../../domain/round/excuse.ts'
import type { HolidayRule, Rhythm, Targets, Topics, Window } from '../../domain/schedule/plan.ts'

/** The content of the demo hospital: everything refers to everything else by slug; the filler makes ids of slugs. */

export type Bilingual = { 'zh-CN': string; en: string }

/** `group` units only hold others; `high-risk` are the key departments of infection control (重点部门). */
export type UnitTag =
  | 'group'
  | 'campus'
  | 'clinical'
  | 'ward'
  | 'surgical'
  | 'high-risk'
  | 'medical-technology'
  | 'outpatient'
  | 'office'
  | 'logistics'

export type SeedUnit = {
  slug: string
  /** null for the hospital itself */
  parent: string | null
  name: Bilingual
  /** as staff write it on forms */
  code: string
  tags: UnitTag[]
  /** among the units of the same parent */
  order: number
}

export type Persona = 'supervisor' | 'planner' | 'inspector' | 'lead' | 'auditor' | 'admin'

export type SeedMember = {
  slug: string
  name: Bilingual
  units: string[]
  role: Role
  rights: Right[]
  persona?: Persona
}

export type AssetTag =
  | 'life-support'
  | 'emergency-care'
  | 'metrology'
  | 'special-equipment'
  | 'pre-vacuum'
  | 'medicine-storage'

export type SeedAsset = {
  slug: string
  unit: string
  /** stable, kebab-case */
  type: string
  name: Bilingual
  /** the asset number on its label */
  code: string
  tags: AssetTag[]
  /** the end of its certificate, `YYYY-MM-DD` */
  validUntil?: string
}

export type SeedChecklistItem = { slug: string; text: Bilingual; help?: Bilingual }

/** Every item is answered yes, no or not applicable, with a note. */
export type SeedChecklist = { slug: string; title: Bilingual; items: SeedChecklistItem[] }

export type CategorySlug =
  | 'infection-control'
  | 'nursing'
  | 'medical-quality'
  | 'training'
  | 'pharmacy'
  | 'blood'
  | 'radiology'
  | 'equipment'
  | 'logistics'
  | 'fire-safety'
  | 'public-health'
  | 'it'
  | 'administration'

export type SeedCategory = { slug: CategorySlug; name: Bilingual }

export type DutyKind = 'check' | 'monitoring' | 'meeting' | 'training' | 'exam' | 'report' | 'drill' | 'other'

/** A plan without what the filler adds: id, validity, zone. A duty that another one follows stands before it. */
export type SeedPlan = {
  rhythm: Rhythm
  window: Window
  /** `keep` where nothing is said */
  holidays?: HolidayRule
  targets: Targets
  topics?: Topics
}

export type SeedDuty = {
  slug: string
  title: Bilingual
  category: CategorySlug
  kind: DutyKind
  ownedBy: string
  /** `target`: every inspected unit, or the unit the inspected asset lives in, does it itself (科室自查) */
  performedBy: string
  with?: string[]
  checklist?: string
  makeUp: 'allowed' | 'forbidden'
  /** ids of the annotated plan text it was drawn from, separated by a space; absent where it is house custom */
  source?: string
  /** the kind of plan and the part it came from */
  reference: Bilingual
  /** empty: standing work (常态工作) */
  plans: SeedPlan[]
}

export type ExcuseReason = { code: ExcuseCode; text: Bilingual }
