import { write, type BoundWrite } from './sql.ts'

/** One change, as the audit trail keeps it: who did what to what, and what it was before and after. */
export type AuditEntry = {
  /** noun.verb: `round.completed` */
  action: string
  subjectId: string
  unitId?: string | null
  before?: unknown
  after?: unknown
}

/** `memberId`: who acted, a member or a program by its token; null: the service itself */
export type AuditStamp = { at: number; memberId: string | null; requestId: string }

/** The number of the next entry, for an INSERT of several that adds 0, 1, 2 … to it. */
export const nextAuditSeqText = `(coalesce((SELECT seq FROM audit WHERE org_id = :org ORDER BY seq DESC LIMIT 1), 0) + 1)`

const insertEntries = write<{ rows: string }>(
  'audit.insert',
  `INSERT INTO audit (org_id, seq, at, member_id, action, subject_id, unit_id, before, after, request_id)
   SELECT :org,
     ${nextAuditSeqText} + CAST(entry.key AS INTEGER),
     entry.value ->> 'at', entry.value ->> 'memberId', entry.value ->> 'action', entry.value ->> 'subjectId',
     entry.value ->> 'unitId', entry.value ->> 'before', entry.value ->> 'after', entry.value ->> 'requestId'
   FROM json_each(:rows) AS entry`,
)

/** Of one statement; an import of a whole hospital has more. */
const mostEntries = 500

/** As few writes as the entries fit into, in their order. */
export function auditWrites(entries: readonly AuditEntry[], stamp: AuditStamp): BoundWrite[] {
  const writes: BoundWrite[] = []
  for (let from = 0; from < entries.length; from += mostEntries)
    writes.push(auditWrite(entries.slice(from, from + mostEntries), stamp))
  return writes
}

/** The write that goes into the batch of the change itself: both are kept or neither. */
export function auditWrite(entries: readonly AuditEntry[], stamp: AuditStamp): BoundWrite {
  const rows = entries.map((entry) => ({
    ...stamp,
    action: entry.action,
    subjectId: entry.subjectId,
    unitId: entry.unitId ?? null,
    before: entry.before === undefined ? null : JSON.stringify(entry.before),
    after: entry.after === undefined ? null : JSON.stringify(entry.after),
  }))
  return insertEntries({ rows: JSON.stringify(rows) })
}
