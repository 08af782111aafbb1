import { Validator, type Schema as JsonSchema } from '@cfworker/json-schema'
import type { Document, Schema } from '../../../src/platform/openapi/document.ts'

/** What of a value does not fit a schema of that document, judged by a foreign validator; null where all fits. */
export function misfit(schema: Schema, document: Document, value: unknown): string | null {
  const whole = { ...schema, components: { schemas: document.components.schemas } }
  const validator = new Validator(strict(whole), '2020-12')
  const { valid, errors } = validator.validate(value)
  return valid ? null : `${errors.at(-1)?.instanceLocation} ${errors.at(-1)?.error}`
}

type Part = Record<string, unknown>

/** An object has the properties that are described and no others; examples are not taken for schemas. */
function strict(schema: object): JsonSchema {
  const text = JSON.stringify(schema)
  const extended = new Set([...text.matchAll(/"allOf":\[\{"\$ref":"[^"]*\/(\w+)"/g)].map(([, name]) => name))
  return JSON.parse(text, (key, value: unknown) => {
    if (key === 'example' || key === 'examples') return undefined
    if (!isPart(value)) return value
    const isWhole = !extended.has(key)
    if (Array.isArray(value['allOf']))
      return { ...value, allOf: opened(value['allOf']), ...(isWhole && { unevaluatedProperties: false }) }
    const isObject = 'properties' in value && !('additionalProperties' in value)
    return isObject && isWhole ? { ...value, additionalProperties: false } : value
  }) as JsonSchema
}

/** Of several parts none may be closed by itself. */
function opened(parts: unknown[]): unknown[] {
  return parts.map((part) => {
    if (!isPart(part)) return part
    const { additionalProperties: _, ...open } = part
    return open
  })
}

function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
