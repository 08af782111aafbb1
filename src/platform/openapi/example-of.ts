import { nameOfRef, type Schema } from './document.ts'

type Schemas = Readonly<Record<string, Schema>>

/** A value that fits a schema: the example that it brings, else one made of its parts. */
export function exampleOf(schema: Schema, schemas: Schemas, name = ''): unknown {
  if (schema.$ref !== undefined) {
    const target = nameOfRef(schema.$ref)
    return exampleOf(schemas[target] ?? {}, schemas, target)
  }
  const given = schema.example ?? schema.examples?.[0] ?? schema.const ?? schema.enum?.[0] ?? schema.default
  if (given !== undefined) return given
  const choice = (schema.anyOf ?? schema.oneOf)?.find(({ type }) => type !== 'null')
  if (choice) return exampleOf(choice, schemas, name)
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => exampleOf(part, schemas, name)))
  return byType(schema, schemas, name)
}

function byType(schema: Schema, schemas: Schemas, name: string): unknown {
  const type = [schema.type ?? 'null'].flat().find((one) => one !== 'null')
  switch (type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([key, part]) => [key, exampleOf(part, schemas, key)]),
      )
    case 'array':
      return schema.items ? [exampleOf(schema.items, schemas, name)] : []
    case 'string':
      return textFor(name, schema.format)
    case 'integer':
    case 'number':
      return schema.minimum ?? 1
    case 'boolean':
      return true
    default:
      return null
  }
}

/** Names say what their texts are: `…Id`, `…At`, `…On`. */
function textFor(name: string, format: string | undefined): string {
  if (format === 'date-time' || /(?:At|Until)$/.test(name)) return '2026-03-02T09:00:00+08:00'
  if (format === 'date' || /^(?:from|to|until|date|planned)$|On$/.test(name)) return '2026-03-02'
  if (format === 'uri' || /url$/i.test(name)) return 'https://rounds.example.org/'
  const kind = /^(?:.*[a-z])?(Unit|Asset|Member|Duty|Plan|Checklist|Round|Feed)Id$/i.exec(name)?.[1]
  if (kind !== undefined) return `${kind.toLowerCase()}_h7k2m9_4v9c1xq8r2t6w0yz`
  return /id$/i.test(name) ? 'id_h7k2m9_4v9c1xq8r2t6w0yz' : name
}
