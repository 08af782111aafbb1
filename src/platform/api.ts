import { OpenAPIHono, z } from '@hono/zod-openapi'
import { invalid } from '../domain/errors.ts'
import type { AppEnv } from './http.ts'
import { invalidInput } from './validation.ts'

/** The routes of one feature under /api/v1; what does not fit its schema is refused before the handler sees it. */
export function apiRoutes(): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (!result.success) throw invalidInput(result.error)
    },
  })
}

/** `{ items, next }`, as every list answers. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable() })
}

export function jsonContent<T extends z.ZodType>(schema: T) {
  return { content: { 'application/json': { schema } } }
}

export function jsonBody<T extends z.ZodType>(schema: T) {
  return { body: { ...jsonContent(schema), required: true } }
}

const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    detail: z.string(),
    code: z.string(),
    requestId: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    errors: z.array(z.object({ path: z.string(), message: z.string(), code: z.string() })).optional(),
  })
  .openapi('Problem')

/** How every route refuses. */
export const refusal = {
  default: {
    description: 'RFC 9457 problem',
    content: { 'application/problem+json': { schema: problem } },
  },
}

/** Answers of a route: its own, and a problem for everything else. */
export function answers<S extends number, T extends z.ZodType>(status: S, description: string, schema: T) {
  return {
    [status]: { description, ...jsonContent(schema) },
    default: refusal.default,
  } as Record<S, { description: string; content: { 'application/json': { schema: T } } }>
}

/** A keyset cursor: the sort values of the last row shown. */
export function printCursor(values: readonly (string | number)[]): string {
  return btoa(String.fromCodePoint(...new TextEncoder().encode(JSON.stringify(values))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** Null where the text is no cursor of ours. */
export function parseCursor(text: string): (string | number)[] | null {
  try {
    const bytes = Uint8Array.from(
      atob(text.replaceAll('-', '+').replaceAll('_', '/')),
      (c) => c.codePointAt(0) ?? 0,
    )
    const values: unknown = JSON.parse(new TextDecoder().decode(bytes))
    const whole = Array.isArray(values) && values.every((v) => typeof v === 'string' || typeof v === 'number')
    return whole ? values : null
  } catch {
    return null
  }
}

/** The id after which a list in the order of ids goes on; null at the beginning. Refuses what is no cursor of ours. */
export function idAfter(cursor: string | undefined): string | null {
  if (cursor === undefined) return null
  const [id] = parseCursor(cursor) ?? []
  if (typeof id !== 'string') throw invalid({ path: 'cursor', code: 'invalid-value' })
  return id
}

/** The cursor of a list in the order of ids. */
export function cursorAfter(id: string | null): string | null {
  return id === null ? null : printCursor([id])
}
