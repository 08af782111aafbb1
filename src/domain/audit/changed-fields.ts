/** One field that a change touched; `undefined`: it was not there. */
export type ChangedField = { field: string; before: unknown; after: unknown }

/**
 * What is different between two states of a thing, by the fields' own order. A thing within it shows its own fields
 * (`outcome.performedAt`); a whole value that is no object is one field; null is as good as not there.
 */
export function changedFields(before: unknown, after: unknown): ChangedField[] {
  const [earlier, later] = [fieldsOf(before), fieldsOf(after)]
  const names = new Set([...Object.keys(earlier), ...Object.keys(later)])
  return [...names]
    .map((field) => ({ field, before: earlier[field], after: later[field] }))
    .filter((change) => JSON.stringify(change.before ?? null) !== JSON.stringify(change.after ?? null))
}

function fieldsOf(state: unknown): Record<string, unknown> {
  if (state === undefined || state === null) return {}
  if (!isThing(state)) return { value: state }
  const fields = Object.entries(state).flatMap(([field, value]) =>
    isThing(value)
      ? Object.entries(value).map(([inner, one]) => [`${field}.${inner}`, one] as const)
      : [[field, value] as const],
  )
  return Object.fromEntries(fields)
}

function isThing(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
