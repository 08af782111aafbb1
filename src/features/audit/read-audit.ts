import { mayReadAudit, requireAllowed } from '../../domain/access.ts'
import { invalid, notFound } from '../../domain/errors.ts'
import { parseDate } from '../../domain/time/civil.ts'
import { startOfDay } from '../../domain/time/zone.ts'
import { parseCursor } from '../../platform/api.ts'
import type { Context } from '../../platform/context.ts'
import { hiddenAmong, hiddenFrom } from '../rounds/queries-hidden.ts'
import { unitsNamed } from '../units/queries.ts'
import {
  auditPage,
  peopleNamed,
  programsNamed,
  roundTitles,
  sealHead,
  type AuditFilter,
  type AuditPage,
  type AuditRecord,
} from './queries.ts'
import type { AuditQuery } from './schemas.ts'

const entriesAPage = 50

export async function readAudit(context: Context, query: AuditQuery): Promise<AuditPage> {
  requireAllowed(mayReadAudit(context.actor))
  const filter = filterOf(query, context.org)
  if (filter.memberId !== null) await requireMember(context, filter.memberId)
  const page = await auditPage(context.store, filter, cursorOf(query), entriesAPage)
  return { ...page, entries: await withoutHidden(context, page.entries) }
}

/** Nothing is said of a drawn round to those whom it inspects before it opens; the trail itself keeps it. */
async function withoutHidden({ actor, store, now }: Context, entries: AuditRecord[]): Promise<AuditRecord[]> {
  const hidden = await hiddenAmong(store, idsIn(entries)('round'), hiddenFrom(actor, now))
  if (hidden.size === 0) return entries
  return entries.filter((entry) => !idsIn([entry])('round').some((id) => hidden.has(id)))
}

/** A page with the names that its entries need, each read once. */
export async function readNamedAudit(context: Context, query: AuditQuery) {
  const page = await readAudit(context, query)
  const { store } = context
  const mentioned = idsIn(page.entries)
  const people = await peopleNamed(store, mentioned('member'))
  const programs = await programsNamed(store, mentioned('token'))
  const units = await unitsNamed(store, mentioned('unit'))
  const rounds = await roundTitles(store, mentioned('round'))
  return { ...page, people, programs, units, rounds, sealed: await sealHead(store) }
}

/** Every id in these entries, wherever it stands, by its kind. */
function idsIn(entries: readonly AuditRecord[]): (kind: string) => string[] {
  const ids = new Set(JSON.stringify(entries).match(/\b[a-z]+_[0-9a-z]+_[0-9a-z]+\b/g))
  return (kind) => [...ids].filter((id) => id.startsWith(`${kind}_`))
}

/** A member, or a program by its token. */
async function requireMember({ store }: Context, id: string): Promise<void> {
  const known = await (id.startsWith('token_') ? programsNamed(store, [id]) : peopleNamed(store, [id]))
  if (!known.has(id)) throw notFound()
}

/** Both days inclusive. A subject of another organisation is not there. */
function filterOf(query: AuditQuery, org: { id: string; timeZone: string }): AuditFilter {
  if (query.subject && organisationIn(query.subject) !== org.id) throw notFound()
  const [from, to] = [parseDate(query.from ?? ''), parseDate(query.to ?? '')]
  return {
    subjectId: query.subject || null,
    memberId: query.member || null,
    from: from === null ? null : startOfDay(from, org.timeZone),
    until: to === null ? null : startOfDay(to + 1, org.timeZone),
  }
}

/** The entry before which the list goes on; null begins with the newest. */
function cursorOf({ cursor }: AuditQuery): number | null {
  if (cursor === undefined) return null
  const [seq] = parseCursor(cursor) ?? []
  if (typeof seq !== 'number') throw invalid({ path: 'cursor', code: 'invalid-value' })
  return seq
}

function organisationIn(id: string): string | undefined {
  return /^[a-z]+_([0-9a-z]+)_/.exec(id)?.[1]
}
