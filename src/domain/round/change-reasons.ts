import { invalid, type FieldFault } from '../errors.ts'
import { isBuiltIn, mostOwnReasons, usedReasons, type ExcuseReason } from './excuse-reasons.ts'

/**
 * The reasons after a change: those it names are as it says or new, the others stay. None is ever taken away, since what was
 * excused with it keeps its words. Paths of faults are those of `changes`.
 */
export function changedReasons(
  reasons: readonly ExcuseReason[],
  changes: readonly ExcuseReason[],
): ExcuseReason[] {
  const faults = changes.flatMap((change, index) => faultsOf(change, index, changes))
  if (faults.length > 0) throw invalid(...faults)

  const known = new Set(reasons.map(({ code }) => code))
  const after = [
    ...reasons.map((reason) => changes.find(({ code }) => code === reason.code) ?? reason),
    ...changes.filter(({ code }) => !known.has(code)),
  ]
  if (usedReasons(after).length === 0) throw invalid({ path: 'excuses', code: 'no-excuse-left' })
  if (after.filter(({ code }) => !isBuiltIn(code)).length > mostOwnReasons) {
    throw invalid({ path: 'excuses', code: 'too-many', params: { maximum: mostOwnReasons } })
  }
  return after
}

function faultsOf(
  { code, name, nameEn }: ExcuseReason,
  index: number,
  changes: readonly ExcuseReason[],
): FieldFault[] {
  const path = `excuses.${index}`
  const faults: FieldFault[] = []
  if (changes.findIndex((other) => other.code === code) < index) {
    faults.push({ path: `${path}.code`, code: 'duplicate' })
  }
  if (name === null && !isBuiltIn(code)) faults.push({ path: `${path}.name`, code: 'required' })
  if (isNameTaken(name, 'name', index, changes)) faults.push({ path: `${path}.name`, code: 'duplicate' })
  if (isNameTaken(nameEn, 'nameEn', index, changes)) {
    faults.push({ path: `${path}.nameEn`, code: 'duplicate' })
  }
  return faults
}

/** Two of the same words could not be told apart in a list. */
function isNameTaken(
  text: string | null,
  field: 'name' | 'nameEn',
  index: number,
  changes: readonly ExcuseReason[],
): boolean {
  return text !== null && changes.findIndex((other) => other[field] === text) < index
}
