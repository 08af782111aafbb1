import { refusals, type RefusalCode } from '../../domain/errors.ts'
import { refusalMessages } from '../refusal-messages.ts'
import { translate } from '../i18n.ts'
import type { Answer, Document, Parameter } from './document.ts'
import { statusMessages } from './guide-messages.ts'

/** Answers that several routes give: under which name, and by the example of which refusal. */
const refused = {
  400: ['Malformed', 'malformed'],
  401: ['NotSignedIn', 'bad-token'],
  403: ['NotAllowed', 'not-allowed'],
  404: ['NotFound', 'not-found'],
  409: ['Conflict', 'unit-in-use'],
  412: ['StaleVersion', 'stale-version'],
  413: ['TooLarge', 'too-large'],
  415: ['WrongType', 'wrong-type'],
  422: ['Invalid', 'invalid'],
  428: ['VersionMissing', 'version-missing'],
  429: ['TooMany', 'too-many'],
  503: ['Busy', 'busy'],
} as const satisfies Record<number, [string, RefusalCode]>

export type CommonStatus = keyof typeof refused

export function refToAnswer(status: CommonStatus): Answer {
  return { $ref: `#/components/responses/${refused[status][0]}` }
}

/** Whatever else goes wrong. */
export const refToFault: Answer = { $ref: '#/components/responses/Fault' }

/** The names of an operation's usual headers, as components. */
export const headerRefs = {
  acceptLanguage: { $ref: '#/components/parameters/AcceptLanguage' },
  ifMatch: { $ref: '#/components/parameters/IfMatch' },
  idempotencyKey: { $ref: '#/components/parameters/IdempotencyKey' },
  etag: { $ref: '#/components/headers/ETag' },
  requestId: { $ref: '#/components/headers/RequestId' },
} as const satisfies Record<string, Parameter>

export const securitySchemes = {
  accessToken: {
    type: 'http',
    scheme: 'bearer',
    description: 'An access token, made by an administrator at Settings → Access tokens: `rounds_…`.',
  },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-rounds',
    description:
      'The session of a browser. Writes need an `Origin` of our own; ignored beside `Authorization`.',
  },
}

export const parameters: Record<string, Parameter> = {
  AcceptLanguage: {
    name: 'Accept-Language',
    in: 'header',
    description: 'The language of sentences: `zh-CN` or `en`.',
    schema: { type: 'string', default: 'zh-CN', example: 'en' },
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    required: true,
    description: 'The version that you have read. Without it 428, of an older one 412.',
    schema: { type: 'string', example: '"3"' },
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description:
      'Of your making, up to 100 printable characters: a repeat with it is answered as the first time.',
    schema: { type: 'string', minLength: 1, maxLength: 100, example: '5f1f7b7c-6a0e-4f5d-9d5e-0b2f6c1e8a11' },
  },
}

export const headers: Record<string, Parameter> = {
  ETag: {
    description: 'The version, for `If-Match`.',
    schema: { type: 'string', example: '"3"' },
  },
  RequestId: {
    description: 'Which request this was, as `requestId` of a problem.',
    schema: { type: 'string', example: '9ce02b73-1664-4316-9ea6-91c375626337' },
  },
  RetryAfter: {
    description: 'Seconds to wait.',
    schema: { type: 'integer', example: 5 },
  },
  WWWAuthenticate: {
    description: '`Bearer`, and `error="invalid_token"` of a token that is not good.',
    schema: { type: 'string', example: 'Bearer realm="Rounds"' },
  },
}

export function commonAnswers(): NonNullable<Document['components']['responses']> {
  const answers = Object.entries(refused).map(
    ([status, [name, code]]) => [name, answerOf(Number(status), code)] as const,
  )
  return { ...Object.fromEntries(answers), Fault: answerOf(500, 'fault') }
}

function answerOf(status: number, code: RefusalCode | 'fault'): Answer {
  const messages: Record<number, (typeof statusMessages)[keyof typeof statusMessages]> = statusMessages
  const message = messages[status]
  return {
    description: message ? translate(message, 'en') : '',
    headers: { 'X-Request-Id': headerRefs.requestId, ...ownHeaders(status) },
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
        example: problemExample(code),
      },
    },
  }
}

function ownHeaders(status: number): Record<string, Parameter> {
  if (status === 401) return { 'WWW-Authenticate': { $ref: '#/components/headers/WWWAuthenticate' } }
  if (status === 429 || status === 503) return { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } }
  return {}
}

function problemExample(code: RefusalCode | 'fault'): unknown {
  const { title, detail } = refusalMessages[code]
  const params = code === 'too-many' ? { seconds: 30 } : undefined
  return {
    type: `urn:rounds:problem:${code}`,
    title: translate(title, 'en', params),
    status: code === 'fault' ? 500 : refusals[code],
    detail: translate(detail, 'en', params),
    code,
    requestId: '9ce02b73-1664-4316-9ea6-91c375626337',
    ...(params && { params }),
    ...(code === 'invalid' && {
      errors: [{ path: 'name', message: 'Please fill this in.', code: 'required' }],
    }),
  }
}
