import { completed } from '../../platform/openapi/complete-document.ts'
import type { Document } from '../../platform/openapi/document.ts'
import { answerExamples } from './example-schemas.ts'

/** What the routes' own schemas say, as the framework writes it down. */
export type Described = (head: Pick<Document, 'openapi' | 'servers'> & { info: Head }) => unknown
type Head = { title: string; version: string }

/** The description of the API. It costs many milliseconds: done once, when the service is built. */
export function describeApi(described: Described): Document {
  const info = { title: 'Rounds', version: '1' }
  const raw = described({ openapi: '3.1.0', info, servers: [{ url: '/api/v1' }] }) as Document
  return completed(raw, answerExamples)
}
