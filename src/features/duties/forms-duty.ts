import type { FieldFault } from '../../domain/errors.ts'
import { typedMany, typedOne, type Typed } from '../../platform/validation.ts'
import { fieldOf } from './forms-faults.ts'
import type { ScheduleForm } from './forms.ts'
import { createDutySchema, type ChangeDutyInput, type CreateDutyInput } from './schemas.ts'

export const dutyKinds = createDutySchema.shape.kind.options
/** Who does it: the owner, every inspected unit itself, or a unit that is named. */
export const performers = ['owner', 'target', 'other'] as const
/** A category of one's own, typed. */
export const OTHER_CATEGORY = 'other'
const MOST_REFERENCES = 20

const referenceFields = ['standard', 'version', 'clause', 'text'] as const
export type ReferenceField = (typeof referenceFields)[number]

type DutyValues = Omit<CreateDutyInput, 'plans'>

/** A duty without its plans, as the fields of its form hold it: every value a text. */
export type DutyForm = Record<string, string | string[]>

export function blankDuty(ownedBy: string): DutyForm {
  return { kind: 'check', ownedBy, performer: 'owner', makeUp: 'allowed' }
}

export function formOfDuty(duty: DutyValues, knownCategories: readonly string[]): DutyForm {
  const isKnown = knownCategories.includes(duty.category)
  return {
    title: duty.title,
    titleEn: duty.titleEn ?? '',
    kind: duty.kind,
    category: isKnown ? duty.category : OTHER_CATEGORY,
    categoryOther: isKnown ? '' : duty.category,
    ownedBy: duty.ownedBy,
    ...formOfPerformer(duty),
    with: duty.with,
    makeUp: duty.makeUp,
    checklistId: duty.checklistId ?? '',
    ...formOfReferences(duty.references),
  }
}

function formOfPerformer({ performedBy, ownedBy }: DutyValues): DutyForm {
  if (performedBy === 'target') return { performer: 'target' }
  return performedBy === ownedBy ? { performer: 'owner' } : { performer: 'other', performerUnit: performedBy }
}

function formOfReferences(references: DutyValues['references']): DutyForm {
  return Object.fromEntries(
    references.flatMap((reference, index) =>
      referenceFields.map((field) => [referenceName(index, field), reference[field] ?? '']),
    ),
  )
}

/** What the form says of a duty, to be checked by its schema: what is empty is not there. */
export function dutyInputOf(typed: Typed): Partial<Record<keyof ChangeDutyInput, unknown>> {
  const one = (name: string) => typedOne(typed, name)
  const category = one('category')
  return {
    title: one('title'),
    titleEn: one('titleEn').trim() || null,
    kind: one('kind') || undefined,
    category: category === OTHER_CATEGORY ? one('categoryOther') : category,
    ownedBy: one('ownedBy') || undefined,
    performedBy: performerOf(typed),
    with: typedMany(typed, 'with').filter((id) => id !== ''),
    makeUp: one('makeUp') || undefined,
    checklistId: one('checklistId') || null,
    references: filledReferences(typed).map((index) => referenceOf(typed, index)),
  }
}

function performerOf(typed: Typed): string | undefined {
  const performer = typedOne(typed, 'performer')
  if (performer === 'target') return 'target'
  return typedOne(typed, performer === 'other' ? 'performerUnit' : 'ownedBy') || undefined
}

function referenceOf(typed: Typed, index: number): Record<ReferenceField, string | undefined> {
  const of = (field: ReferenceField) => typedOne(typed, referenceName(index, field))
  return {
    standard: of('standard'),
    version: of('version').trim() || undefined,
    clause: of('clause'),
    text: of('text').trim() || undefined,
  }
}

/** The places of the references in which anything stands. */
export function filledReferences(typed: Typed): number[] {
  const places = Array.from({ length: MOST_REFERENCES }, (_, index) => index)
  return places.filter((index) =>
    referenceFields.some((field) => typedOne(typed, referenceName(index, field)).trim() !== ''),
  )
}

export function referenceName(index: number, field: ReferenceField): string {
  return `reference-${index}-${field}`
}

/** The same faults at the fields of the page: those of the duty, and those of its plan at the schedule's. */
export function atFields(faults: readonly FieldFault[], typed: Typed, form: ScheduleForm): FieldFault[] {
  return faults.map((fault) => ({ ...fault, path: fieldOfDuty(fault, typed, form) }))
}

function fieldOfDuty(fault: FieldFault, typed: Typed, form: ScheduleForm): string {
  const [, inPlan] = /^(?:plans\.0|plan)\.(.+)$/.exec(fault.path) ?? []
  if (inPlan !== undefined) return fieldOf(form, { ...fault, path: inPlan })
  const [name = '', place, field] = fault.path.split('.')
  const isOther = (choice: string) => typedOne(typed, choice) === 'other'
  if (name === 'performedBy') return isOther('performer') ? 'performerUnit' : 'performer'
  if (name === 'category') return isOther('category') ? 'categoryOther' : 'category'
  if (name !== 'references') return name
  const index = filledReferences(typed)[Number(place)] ?? 0
  return referenceName(index, referenceFields.find((each) => each === field) ?? 'standard')
}
