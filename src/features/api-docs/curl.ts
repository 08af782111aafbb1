import {
  nameOfRef,
  resolved,
  type Document,
  type Parameter,
  type Place,
} from '../../platform/openapi/document.ts'
import { exampleOf } from '../../platform/openapi/example-of.ts'

/** How to ask for an operation from a command line, with what its description gives as examples. */
export function curlOf({ path, method, operation }: Place, document: Document, origin: string): string {
  const body = operation.requestBody?.content['application/json']
  const { parameters = [] } = operation
  const lines = [
    `curl ${method === 'get' ? '' : `-X ${method.toUpperCase()} `}"${origin}/api/v1${withIds(path)}"`,
    `-H "Authorization: Bearer $ROUNDS_TOKEN"`,
    ...parameters.flatMap((parameter) => headerLine(declared(parameter, document))),
    ...(body ? [`-H 'Content-Type: application/json'`, `-d '${quoted(body.example)}'`] : []),
  ]
  return lines.join(' \\\n  ')
}

/** The parameter itself, where it is only referred to. */
export function declared(parameter: Parameter, { components }: Document): Parameter {
  if (parameter.$ref === undefined) return parameter
  return components.parameters?.[nameOfRef(parameter.$ref)] ?? {}
}

/** Those headers that an operation cannot do without. */
function headerLine({ name, in: place, required, schema }: Parameter): string[] {
  if (place !== 'header' || required !== true || !schema) return []
  return [`-H '${name}: ${String(exampleOf(resolved(schema, {}), {}))}'`]
}

/** `/units/{id}` with an id of its kind. */
function withIds(path: string): string {
  return path.replaceAll(/([\w-]+?)(ies|s)?\/\{\w+\}/g, (_, noun: string, ending = '') => {
    const kind = ending === 'ies' ? `${noun}y` : noun
    return `${noun}${ending}/${kind}_h7k2m9_4v9c1xq8r2t6w0yz`
  })
}

/** For the single quotes of a shell. */
function quoted(example: unknown): string {
  return JSON.stringify(example).replaceAll("'", `'\\''`)
}
