import { nameOfRef, type Schema } from '../../platform/openapi/document.ts'

/** A part of a type's name: words, or the name of a schema to be linked. */
export type TypePart = { text: string; schema?: string }

/** The type of a value as readers of such docs expect it: `string`, `[Unit]`, `"a" | "b"`, `integer 1…12 | null`. */
export function typeParts(schema: Schema): TypePart[] {
  if (schema.$ref !== undefined) {
    const name = nameOfRef(schema.$ref)
    return [{ text: name, schema: name }]
  }
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf
  if (choices) return joined(choices, schema.allOf ? ' & ' : ' | ')
  if (schema.enum) return [{ text: schema.enum.map((value) => JSON.stringify(value)).join(' | ') }]
  if (schema.const !== undefined) return [{ text: JSON.stringify(schema.const) }]
  const types = [schema.type ?? 'any'].flat()
  if (types[0] === 'array' && schema.items)
    return [{ text: '[' }, ...typeParts(schema.items), { text: types.includes('null') ? '] | null' : ']' }]
  if (types[0] === 'object' && schema.properties) return fieldsOf(schema.properties)
  return [{ text: `${types.join(' | ')}${boundsOf(schema)}` }]
}

function joined(schemas: readonly Schema[], between: string): TypePart[] {
  return schemas.flatMap((schema, index) => [...(index > 0 ? [{ text: between }] : []), ...typeParts(schema)])
}

/** A small object that has no name of its own. */
function fieldsOf(properties: Record<string, Schema>): TypePart[] {
  const fields = Object.entries(properties).flatMap(([name, schema], index) => [
    { text: `${index > 0 ? ', ' : ''}${name}: ` },
    ...typeParts(schema),
  ])
  return [{ text: '{ ' }, ...fields, { text: ' }' }]
}

function boundsOf({ format, minimum, maximum, maxLength }: Schema): string {
  const least = minimum !== undefined && Math.abs(minimum) < Number.MAX_SAFE_INTEGER ? minimum : undefined
  const most = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? maximum : undefined
  const range = least === undefined && most === undefined ? '' : ` ${least ?? ''}…${most ?? ''}`
  const length = maxLength === undefined ? '' : ` ≤ ${maxLength}`
  return `${format === undefined ? '' : ` (${format})`}${range}${length}`
}
