import { refusals, type FieldFault, type Refusal } from '../domain/errors.ts'
import { fieldMessages } from './field-messages.ts'
import type { AppContext } from './http.ts'
import { translate, type Locale } from './i18n.ts'
import { refusalMessages } from './refusal-messages.ts'

/** RFC 9457. `code` never changes; the sentences follow the reader's language. */
export type Problem = {
  type: string
  title: string
  status: number
  detail: string
  code: string
  requestId: string
  /** what the sentences are made of, for programs: who did it, and when */
  params?: Readonly<Record<string, string | number>>
  errors?: { path: string; message: string; code: string }[]
}

function problemOf(refusal: Refusal, locale: Locale, requestId: string): Problem {
  const { title, detail } = refusalMessages[refusal.code]
  return {
    type: `urn:rounds:problem:${refusal.code}`,
    title: translate(title, locale, refusal.params),
    status: refusals[refusal.code],
    detail: translate(detail, locale, refusal.params),
    code: refusal.code,
    requestId,
    ...(Object.keys(refusal.params).length > 0 && { params: refusal.params }),
    ...(refusal.faults.length > 0 && {
      errors: refusal.faults.map((fault) => ({
        path: fault.path,
        message: faultSentence(fault, locale),
        code: fault.code,
      })),
    }),
  }
}

/** The sentence beside a field. A fault that brings its own keeps it. */
export function faultSentence(fault: FieldFault, locale: Locale): string {
  if (fault.message !== undefined) return fault.message
  const message = fieldMessages[fault.code] ?? fieldMessages['invalid-value']
  return message ? translate(message, locale, fault.params) : fault.code
}

export function problemResponse(c: AppContext, refusal: Refusal): Response {
  setRetryAfter(c, refusal)
  if (refusals[refusal.code] === 401) c.header('WWW-Authenticate', challengeOf(refusal))
  return problemJson(c, problemOf(refusal, c.get('locale'), c.get('requestId')))
}

/** When to come back, in seconds, where that is all it takes. */
export function setRetryAfter(c: AppContext, { code, params }: Refusal): void {
  if (code === 'busy') c.header('Retry-After', '5')
  if (code === 'too-many') c.header('Retry-After', String(params['seconds']))
}

/** RFC 6750: whoever came without a token is told of no error. */
function challengeOf({ code }: Refusal): string {
  return code === 'bad-token' ? 'Bearer realm="Rounds", error="invalid_token"' : 'Bearer realm="Rounds"'
}

export function faultResponse(c: AppContext): Response {
  const { title, detail } = refusalMessages.fault
  const locale = c.get('locale')
  return problemJson(c, {
    type: 'urn:rounds:problem:fault',
    title: translate(title, locale),
    status: 500,
    detail: translate(detail, locale),
    code: 'fault',
    requestId: c.get('requestId'),
  })
}

function problemJson(c: AppContext, problem: Problem): Response {
  return c.body(JSON.stringify(problem), problem.status as 400, {
    'Content-Type': 'application/problem+json; charset=utf-8',
  })
}
