import type { PublishedPack } from '../../domain/library/pack.ts'
import { unitPicksOf } from '../../domain/library/pick-key.ts'
import type { FieldFault } from '../../domain/errors.ts'
import { typedMany, typedOne, type Typed } from '../../platform/validation.ts'

/** The fields of a pack's form; those with the units that are named stand under `unitsField`. */
export const fields = { entries: 'entries', ownedBy: 'ownedBy', performedBy: 'performedBy', from: 'from' }

/** The field for the units that are named in place of a pick. */
export function unitsField(key: string): string {
  return `units-${key}`
}

/** What the form says, to be checked by `takeSchema`. */
export function takingOf(typed: Typed, pack: PublishedPack): unknown {
  const named = [...unitPicksOf(pack.duties).keys()].map(
    (key) => [key, typedMany(typed, unitsField(key))] as const,
  )
  return {
    entries: typedMany(typed, fields.entries),
    ownedBy: typedOne(typed, fields.ownedBy) || undefined,
    performedBy: typedOne(typed, fields.performedBy) || null,
    from: typedOne(typed, fields.from) || undefined,
    units: Object.fromEntries(named.filter(([, ids]) => ids.length > 0)),
  }
}

/** The same faults at the fields of the page. */
export function atFields(faults: readonly FieldFault[]): FieldFault[] {
  return faults.map((fault) => {
    const [name, key] = fault.path.split('.')
    return name === 'units' && key !== undefined ? { ...fault, path: unitsField(key) } : fault
  })
}
