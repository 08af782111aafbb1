/** One field that a change touched; `undefined`: it was not there. */
export type ChangedField = { field: string; before: unknown; after: unknown }

/** What is different between two states of a thing, by the fields' own order. A whole value that is no object is one field. */
export function changedFields(before: unknown, after: unknown): ChangedField[] {
  const [earlier, later] = [fieldsOf(before), fieldsOf(after)]
  const names = new Set([...Object.keys(earlier), ...Object.keys(later)])
  return [...names]
    .map((field) => ({ field, before: earlier[field], after: later[field] }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after))
}

function fieldsOf(state: unknown): Record<string, unknown> {
  if (state === undefined || state === null) return {}
  if (typeof state !== 'object' || Array.isArray(state)) return { value: state }
  return state as Record<string, unknown>
}
