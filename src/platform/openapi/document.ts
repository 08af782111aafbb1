/** As much of OpenAPI 3.1 as the service writes. */

export type Schema = {
  $ref?: string
  type?: string | string[]
  format?: string
  description?: string
  example?: unknown
  examples?: unknown[]
  const?: unknown
  enum?: unknown[]
  default?: unknown
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  maxItems?: number
}

export type Content = Record<string, { schema: Schema; example?: unknown }>

export type Parameter = {
  $ref?: string
  name?: string
  in?: string
  required?: boolean
  description?: string
  schema?: Schema
}

export type Answer = {
  $ref?: string
  description?: string
  headers?: Record<string, Parameter>
  content?: Content
}

export type Operation = {
  operationId?: string
  summary?: string
  description?: string
  tags?: string[]
  security?: Record<string, string[]>[]
  parameters?: Parameter[]
  requestBody?: { required?: boolean; content: Content }
  responses: Record<string, Answer>
}

export const methods = ['get', 'post', 'put', 'patch', 'delete'] as const
export type Method = (typeof methods)[number]

export type Document = {
  openapi: string
  info: Record<string, unknown>
  servers: { url: string; description?: string }[]
  security?: Record<string, string[]>[]
  tags?: { name: string; description?: string }[]
  paths: Record<string, Partial<Record<Method, Operation>>>
  components: {
    schemas: Record<string, Schema>
    responses?: Record<string, Answer>
    headers?: Record<string, Parameter>
    parameters?: Record<string, Parameter>
    securitySchemes?: Record<string, unknown>
  }
}

export type Place = { path: string; method: Method; operation: Operation }

export function operationsOf(document: Pick<Document, 'paths'>): Place[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method]
      return operation ? [{ path, method, operation }] : []
    }),
  )
}

/** The name of a component that is referred to: `#/components/schemas/Unit` is `Unit`. */
export function nameOfRef(ref: string): string {
  return ref.split('/').at(-1) ?? ''
}

/** The schema itself, where it is only referred to. */
export function resolved(schema: Schema, schemas: Readonly<Record<string, Schema>>): Schema {
  return schema.$ref === undefined ? schema : (schemas[nameOfRef(schema.$ref)] ?? {})
}
