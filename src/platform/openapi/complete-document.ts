import { translate } from '../i18n.ts'
import {
  commonAnswers,
  headerRefs,
  headers,
  parameters,
  refToAnswer,
  refToFault,
  securitySchemes,
  type CommonStatus,
} from './common-parts.ts'
import { operationsOf, resolved, type Document, type Place, type Schema } from './document.ts'
import { exampleOf } from './example-of.ts'
import { guide } from './guide-messages.ts'
import { isForPeopleOnly, operationIdOf, tagOf } from './operation-names.ts'

/**
 * Gives each operation what its route has no need to say: name, tag, who may ask, usual headers, every way to be refused,
 * and examples: those given by the names of their schemas, else what fits. `(If-Match)` or `(Idempotency-Key)` at the end of a summary stand for these headers.
 */
export function completed(raw: Document, examples: Readonly<Record<string, unknown>>): Document {
  const document = withPlainPatterns(raw)
  const { components } = document
  for (const [name, example] of Object.entries(examples)) {
    const schema = components.schemas[name]
    if (schema) schema.example ??= example
  }
  const places = operationsOf(document)
  for (const place of places) complete(place, components.schemas)
  return {
    ...document,
    info: { ...document.info, ...about() },
    security: [{ accessToken: [] }, { session: [] }],
    tags: [...new Set(places.map(({ path }) => tagOf(path)))].map((name) => ({
      name,
      description: `What is under \`/${name}\`.`,
    })),
    components: { ...components, responses: commonAnswers(), headers, parameters, securitySchemes },
  }
}

function about() {
  return {
    summary: 'Recurring duties and inspection rounds of a hospital',
    description: guide
      .flatMap(({ title, text }) => [
        `## ${translate(title, 'en')}`,
        ...text.map((one) => translate(one, 'en')),
      ])
      .join('\n\n'),
    license: { name: 'MIT', identifier: 'MIT' },
  }
}

function complete(place: Place, schemas: Document['components']['schemas']): void {
  const { path, method, operation } = place
  const [summary = '', header] = (operation.summary ?? '').split(/ \((If-Match|Idempotency-Key)\)$/)
  operation.summary = summary
  operation.operationId ??= operationIdOf(method, path)
  operation.tags ??= [tagOf(path)]
  if (isForPeopleOnly(method, path)) operation.security = [{ session: [] }]

  const isVersioned = header === 'If-Match'
  operation.parameters = [
    ...(operation.parameters ?? []),
    ...(isVersioned ? [headerRefs.ifMatch] : []),
    ...(header === 'Idempotency-Key' ? [headerRefs.idempotencyKey] : []),
    headerRefs.acceptLanguage,
  ]
  for (const status of refusalsOf(place, isVersioned)) operation.responses[status] ??= refToAnswer(status)
  operation.responses['default'] = refToFault
  exemplify(place, schemas, isVersioned)
}

function refusalsOf({ method, operation }: Place, isVersioned: boolean): CommonStatus[] {
  const takesBody = operation.requestBody !== undefined
  const takesQuery = operation.parameters?.some((parameter) => parameter.in === 'query') === true
  const statuses: [CommonStatus, boolean][] = [
    [400, takesBody || takesQuery],
    [401, true],
    [403, true],
    [404, true],
    [409, method !== 'get'],
    [412, isVersioned],
    [413, takesBody],
    [415, takesBody],
    [422, takesBody || takesQuery],
    [428, isVersioned],
    [429, true],
    [503, true],
  ]
  return statuses.flatMap(([status, is]) => (is ? [status] : []))
}

/** Examples of what is sent and answered, and the headers of the answer. */
function exemplify({ method, operation }: Place, schemas: Record<string, Schema>, isVersioned: boolean) {
  for (const content of Object.values(operation.requestBody?.content ?? {}))
    content.example ??= exampleOf(content.schema, schemas)
  for (const [status, answer] of Object.entries(operation.responses)) {
    if (answer.$ref !== undefined) continue
    const body = answer.content?.['application/json']
    if (body) body.example ??= exampleOf(body.schema, schemas)
    const isOne = isVersioned || method === 'get'
    const hasVersion = body !== undefined && 'version' in (propertiesOf(body.schema, schemas) ?? {})
    answer.headers = {
      'X-Request-Id': headerRefs.requestId,
      ...(status.startsWith('2') && isOne && hasVersion && { ETag: headerRefs.etag }),
    }
  }
}

function propertiesOf(schema: Schema, schemas: Record<string, Schema>): Schema['properties'] {
  const whole = resolved(schema, schemas)
  if (!whole.allOf) return whole.properties
  return Object.assign({}, ...whole.allOf.map((part) => propertiesOf(part, schemas)))
}

/** The framework writes a regular expression with its flags, where JSON Schema has only the expression. */
function withPlainPatterns(raw: Document): Document {
  const plain = (key: string, value: unknown) =>
    key === 'pattern' && typeof value === 'string' ? value.replace(/\/[a-z]+$/, '') : value
  return JSON.parse(JSON.stringify(raw, plain)) as Document
}
