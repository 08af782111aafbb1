import { changedFields, type ChangedField } from '../audit/changed-fields.ts'
import type { FieldFault } from '../errors.ts'

/** What a list is about: a unit, a member or an asset, as far as a list can say it. */
export type Thing = {
  id: string
  code: string | null
  name: string
  closedOn: number | null
  version: number
}

/** One line of a list beside what is there. A line with faults changes nothing. */
export type Line<T extends Thing> = {
  line: number
  /** null: nothing like it is there yet */
  before: T | null
  after: T
  faults: FieldFault[]
}

export type Outcome = 'new' | 'changed' | 'unchanged' | 'faulty'
export const outcomes: readonly Outcome[] = ['faulty', 'new', 'changed', 'unchanged']

export function outcomeOf({ before, after, faults }: Line<Thing>): Outcome {
  if (faults.length > 0) return 'faulty'
  if (before === null) return 'new'
  return changedFields(before, after).length > 0 ? 'changed' : 'unchanged'
}

/** The fields that a line changes; those of something new are all of it. */
export function changesOf({ before, after }: Line<Thing>): ChangedField[] {
  const { id: _, version: __, ...later } = after
  if (before === null) return changedFields(null, later).filter(({ after: value }) => !isNothing(value))
  return changedFields(before, after)
}

function isNothing(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

/** Something that a file makes has no id yet; its line stands for it. */
export function draftId(line: number): string {
  return `line:${line}`
}

export function lineOfDraft(id: string): number | null {
  return id.startsWith('line:') ? Number(id.slice('line:'.length)) : null
}
