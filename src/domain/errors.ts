/**
 * Every refusal the service can answer, by its stable code, with the HTTP status it stands for.
 * The sentences are in `platform/refusal-messages.ts`.
 */
export const refusals = {
  malformed: 400,
  'not-signed-in': 401,
  'bad-token': 401,
  'not-allowed': 403,
  'own-browser-only': 403,
  'cross-site': 403,
  'not-found': 404,
  'method-not-allowed': 405,

  'already-done': 409,
  'already-excused': 409,
  'round-withdrawn': 409,
  'not-open-yet': 409,
  'make-up-forbidden': 409,
  'not-missed': 409,
  'already-missed': 409,
  'no-miss-reason': 409,
  'already-acknowledged': 409,
  'not-done': 409,
  'undo-too-late': 409,
  'correction-too-late': 409,
  'no-late-entry': 409,
  'already-confirmed': 409,
  'round-in-progress': 409,
  'already-planned-then': 409,
  'outside-period': 409,
  'excuse-pending': 409,
  'no-excuse-pending': 409,
  'duty-closed': 409,
  'unit-in-use': 409,
  'already-suspended': 409,
  'no-draw-secret': 409,
  'not-suspended': 409,
  'last-admin': 409,
  'member-closed': 409,
  'already-revoked': 409,
  'admin-has-no-deputy': 409,
  'nothing-to-stand-in-for': 409,
  'leave-over': 409,
  'too-many-feeds': 409,
  'token-revoked': 409,
  'too-many-tokens': 409,
  'passkey-refused': 409,
  'too-many-passkeys': 409,
  'tablet-revoked': 409,
  'wrong-pin': 409,

  'stale-version': 412,
  'wrong-type': 415,
  invalid: 422,
  'in-the-future': 422,
  'version-missing': 428,
  'too-large': 413,
  'too-many': 429,
  busy: 503,
} as const satisfies Record<string, number>

export type RefusalCode = keyof typeof refusals

/** What is wrong with one field; `path` as in the request body (`plan.rhythm.rrule`). */
export type FieldFault = {
  path: string
  code: string
  params?: Readonly<Record<string, string | number>>
  /** a finished sentence, where the code alone cannot tell it */
  message?: string
}

/** A request that cannot be met, and says why. Thrown by the domain and by verbs; nothing was changed. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly code: RefusalCode
  readonly params: Readonly<Record<string, string | number>>
  readonly faults: readonly FieldFault[]

  constructor(
    code: RefusalCode,
    details: { params?: Readonly<Record<string, string | number>>; faults?: readonly FieldFault[] } = {},
  ) {
    super(code)
    this.code = code
    this.params = details.params ?? {}
    this.faults = details.faults ?? []
  }
}

export function notFound(): Refusal {
  return new Refusal('not-found')
}

/** Something that a request names by its id, wherever it names it: 404 where it is not there or not of this organisation. */
export function requireFound<T>(found: T | null | undefined): T {
  if (found === null || found === undefined) throw notFound()
  return found
}

export function invalid(...faults: FieldFault[]): Refusal {
  return new Refusal('invalid', { faults })
}
