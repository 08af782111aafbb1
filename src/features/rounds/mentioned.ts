import { invalid } from '../../domain/errors.ts'
import { dayAt } from '../../domain/time/zone.ts'
import type { Context } from '../../platform/context.ts'
import { mentionedBy, type Mentioned } from './queries-mentioned.ts'

/** By the field that names it; a field that names nothing is null or left out. */
type Named<Field extends string> = Readonly<Partial<Record<Field, string | null | undefined>>>

/**
 * What the fields of a request name, one look-up for all. What does not exist or is closed is a fault of its field.
 */
export async function requireMentioned<Field extends string>(
  context: Context,
  fields: Named<Field>,
): Promise<Partial<Record<Field, Mentioned>>> {
  const named = Object.entries<string | null | undefined>(fields).flatMap(([field, id]) =>
    id === null || id === undefined ? [] : [{ field: field as Field, id }],
  )
  const found = await mentionedBy(
    context.store,
    named.map(({ id }) => id),
  )
  const today = dayAt(context.now, context.org.timeZone)
  const mentioned: Partial<Record<Field, Mentioned>> = {}
  for (const { field, id } of named) {
    const thing = found.get(id)
    if (!thing || (thing.closedOn !== null && thing.closedOn <= today)) {
      throw invalid({ path: field, code: `unknown-${kindOf(id)}` })
    }
    mentioned[field] = thing
  }
  return mentioned
}

function kindOf(id: string): 'asset' | 'member' | 'unit' {
  const kind = id.split('_')[0]
  return kind === 'asset' || kind === 'member' ? kind : 'unit'
}
