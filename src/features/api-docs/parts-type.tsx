import type { Schema } from '../../platform/openapi/document.ts'
import { typeParts } from './type-words.ts'

export function Type({ schema }: { schema: Schema }) {
  return (
    <code class="type">
      {typeParts(schema).map(({ text, schema: name }) =>
        name === undefined ? text : <a href={`#schema-${name}`}>{text}</a>,
      )}
    </code>
  )
}

/** A sentence in which `…` is code. */
export function WithCode({ text }: { text: string }) {
  return <>{text.split('`').map((part, index) => (index % 2 === 1 ? <code>{part}</code> : part))}</>
}

/** What the description says in English, on a page that may be in another language. */
export function Described({ text }: { text: string | undefined }) {
  if (text === undefined) return null
  return (
    <span lang="en">
      <WithCode text={text} />
    </span>
  )
}
