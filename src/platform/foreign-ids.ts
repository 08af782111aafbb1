import { notFound } from '../domain/errors.ts'

const idForm = /^(?:unit|asset|member|duty|plan|checklist|round|feed)_([0-9a-z]+)_[0-9a-z]+$/

/** What bears another organisation's id is not there: 404, wherever in a body or query it stands. */
export function requireOwnIds(orgId: string, input: unknown): void {
  if (typeof input === 'string') {
    const owner = idForm.exec(input)?.[1]
    if (owner !== undefined && owner !== orgId) throw notFound()
  } else if (typeof input === 'object' && input !== null) {
    for (const part of Object.values(input)) requireOwnIds(orgId, part)
  }
}
