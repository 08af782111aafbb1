import { z } from '@hono/zod-openapi'
import { invalid, Refusal, type FieldFault } from '../domain/errors.ts'
import { isPrintableLine, isPrintableProse, straightened } from '../domain/printable.ts'
import { parseDate } from '../domain/time/civil.ts'
import { parseInstant } from '../domain/time/zone.ts'
import type { AppContext } from './http.ts'

/** One line of text as people type it: trimmed, no control characters, bounded. HTML in it is only text. */
export function line(maximum: number) {
  return z
    .string()
    .overwrite(straightened)
    .trim()
    .min(1, { error: 'required' })
    .max(maximum)
    .refine(isPrintableLine, { error: 'control-characters' })
}

/** `.nullable()` of a schema that has a name would let null be described wherever that name stands. */
export function orNull<T extends z.ZodType>(schema: T) {
  return z.union([schema, z.null()])
}

/** Text of several lines. */
export function prose(maximum: number) {
  return z
    .string()
    .transform((text) => straightened(text).replaceAll(/\r\n?/g, '\n').trim())
    .pipe(z.string().max(maximum).refine(isPrintableProse, { error: 'control-characters' }))
}

export const id = z.string().regex(/^[a-z]+_[0-9a-z]+_[0-9a-z]+$/, { error: 'invalid-value' })
export const date = z
  .string()
  .refine((text) => parseDate(text) !== null, { error: 'not-a-date' })
  .openapi({ format: 'date', example: '2026-03-31' })
export const instant = z
  .string()
  .refine((text) => parseInstant(text) !== null, { error: 'not-an-instant' })
  .openapi({ format: 'date-time', example: '2026-03-31T08:00:00+08:00' })
export const tag = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}-]{0,39}$/u, { error: 'invalid-value' })

/** What zod found, as faults with our codes. */
export function faultsOf(error: z.core.$ZodError): FieldFault[] {
  return error.issues.flatMap((issue) => faultOf(issue))
}

function faultOf(issue: z.core.$ZodIssue): FieldFault[] {
  const path = issue.path.join('.')
  switch (issue.code) {
    case 'invalid_union': {
      const closest = issue.errors.toSorted((a, b) => a.length - b.length)[0] ?? []
      if (closest.length === 0) return [{ path, code: 'not-one-of' }]
      return closest.flatMap((inner) => faultOf({ ...inner, path: [...issue.path, ...inner.path] }))
    }
    case 'too_big':
      if (issue.origin === 'string')
        return [{ path, code: 'too-long', params: { maximum: Number(issue.maximum) } }]
      if (issue.origin === 'array')
        return [{ path, code: 'too-many', params: { maximum: Number(issue.maximum) } }]
      return [{ path, code: 'too-big', params: { maximum: Number(issue.maximum) } }]
    case 'too_small':
      if (issue.origin === 'number')
        return [{ path, code: 'too-small', params: { minimum: Number(issue.minimum) } }]
      return [{ path, code: 'required' }]
    case 'invalid_type':
      return [{ path, code: issue.message.endsWith('received undefined') ? 'required' : 'wrong-kind' }]
    case 'unrecognized_keys':
      return [{ path, code: 'unknown-key', params: { keys: someOf(issue.keys) } }]
    case 'invalid_value':
      return [{ path, code: 'not-one-of' }]
    default:
      return [{ path, code: ownCodes.has(issue.message) ? issue.message : 'invalid-value' }]
  }
}

/** A body may have a hundred thousand keys, or one of a megabyte: whoever mistyped one sees it all the same. */
function someOf(keys: readonly string[]): string {
  const shown = keys.slice(0, 5).map((key) => (key.length > 60 ? `${key.slice(0, 60)}…` : key))
  return [...shown, ...(keys.length > shown.length ? ['…'] : [])].join(', ')
}

const ownCodes = new Set([
  'required',
  'choose-one',
  'control-characters',
  'not-a-date',
  'not-an-instant',
  'end-before-start',
  'unknown-zone',
  'not-a-code',
])

export function invalidInput(error: z.core.$ZodError): Refusal {
  return invalid(...faultsOf(error))
}

/** A form's fields as typed: one value, or several of the same name. */
export type Typed = Record<string, string | string[]>

export async function typedForm(c: AppContext): Promise<Typed> {
  const body = await c.req.parseBody({ all: true }).catch(() => null)
  if (body === null) throw new Refusal('malformed')
  const typed: Typed = {}
  for (const [name, value] of Object.entries(body)) {
    typed[name] = Array.isArray(value)
      ? value.filter((entry) => typeof entry === 'string')
      : typeof value === 'string'
        ? value
        : ''
  }
  return typed
}

/** What stands in a field of one value; '' where the form has no such field. */
export function typedOne(typed: Typed, name: string): string {
  return typedMany(typed, name)[0] ?? ''
}

export function typedMany(typed: Typed, name: string): string[] {
  return [typed[name] ?? []].flat()
}

/** The version that a form was made from, in its hidden field `version`. */
export function typedVersion(typed: Typed): number {
  const version = typedOne(typed, 'version')
  if (!/^\d{1,9}$/.test(version)) throw new Refusal('stale-version')
  return Number(version)
}

/** Reads a form, or what was made of its fields, by a schema; throws `invalid` with the faults of its fields. */
export function parseTyped<T extends z.ZodType>(schema: T, typed: unknown): z.output<T> {
  const parsed = schema.safeParse(typed)
  if (!parsed.success) throw invalidInput(parsed.error)
  return parsed.data
}
