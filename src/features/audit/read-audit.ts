import { mayReadAudit, requireAllowed } from '../../domain/access.ts'
import { notFound } from '../../domain/errors.ts'
import type { Context } from '../../platform/context.ts'
import { unitsNamed } from '../units/queries.ts'
import { auditPage, peopleNamed, sealHead, type AuditPage } from './queries.ts'
import { cursorOf, filterOf, type AuditQuery } from './schemas.ts'

const entriesAPage = 50

export async function readAudit(context: Context, query: AuditQuery): Promise<AuditPage> {
  requireAllowed(mayReadAudit(context.actor))
  const filter = filterOf(query, context.org)
  if (
    filter.memberId !== null &&
    !(await peopleNamed(context.store, [filter.memberId])).has(filter.memberId)
  ) {
    throw notFound()
  }
  return auditPage(context.store, filter, cursorOf(query), entriesAPage)
}

/** A page with the names that its entries need, each read once. */
export async function readNamedAudit(context: Context, query: AuditQuery) {
  const page = await readAudit(context, query)
  const { store } = context
  const ids = page.entries.flatMap(({ memberId }) => memberId ?? [])
  const people = await peopleNamed(store, ids)
  const units = await unitsNamed(
    store,
    page.entries.flatMap(({ unitId }) => unitId ?? []),
  )
  return { ...page, people, units, sealed: await sealHead(store) }
}
