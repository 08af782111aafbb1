import { chainStart, type ChainHead, type SealableEntry } from '../../domain/audit/seal.ts'
import type { Named } from '../../domain/named.ts'
import type { Instant } from '../../domain/time/zone.ts'
import { query } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'

export type AuditRecord = {
  seq: number
  at: Instant
  memberId: string | null
  action: string
  subjectId: string
  unitId: string | null
  before: unknown
  after: unknown
  requestId: string
}

type AuditRow = {
  seq: number
  at: number
  member_id: string | null
  action: string
  subject_id: string
  unit_id: string | null
  before: string | null
  after: string | null
  request_id: string
}

const columns = 'seq, at, member_id, action, subject_id, unit_id, before, after, request_id'

const selectBefore = query<AuditRow, { before: number; limit: number }>(
  'audit.before',
  `SELECT ${columns} FROM audit WHERE org_id = :org AND seq < :before ORDER BY seq DESC LIMIT :limit`,
)

const selectRoundTitles = query<{ id: string; name: string; name_en: string | null }, { ids: string }>(
  'audit.round-titles',
  `SELECT rounds.id, coalesce(rounds.title, duties.title) AS name, duties.title_en AS name_en
   FROM rounds LEFT JOIN duties ON duties.org_id = :org AND duties.id = rounds.duty_id
   WHERE rounds.org_id = :org AND rounds.id IN (SELECT value FROM json_each(:ids))`,
)

const selectOfSubject = query<AuditRow, { subjectId: string; before: number; limit: number }>(
  'audit.of-subject',
  `SELECT ${columns} FROM audit WHERE org_id = :org AND subject_id = :subjectId AND seq < :before
   ORDER BY seq DESC LIMIT :limit`,
)

/** Entries stand in the order of time, so halving finds the first one at or after an instant in some twenty looks. */
const selectFirstSince = query<{ seq: number }, { instant: number }>(
  'audit.first-since',
  `WITH RECURSIVE
     head (seq) AS (SELECT seq FROM audit WHERE org_id = :org ORDER BY seq DESC LIMIT 1),
     search (low, high) AS (
       SELECT 1, seq + 1 FROM head
       UNION ALL
       SELECT
         iif((SELECT at FROM audit WHERE org_id = :org AND seq >= (low + high) / 2 ORDER BY seq LIMIT 1) < :instant,
           (low + high) / 2 + 1, low),
         iif((SELECT at FROM audit WHERE org_id = :org AND seq >= (low + high) / 2 ORDER BY seq LIMIT 1) < :instant,
           high, (low + high) / 2)
       FROM search WHERE low < high
     )
   SELECT low AS seq FROM search WHERE low >= high`,
)

const selectMembers = query<{ id: string; name: string; name_en: string | null }, { ids: string }>(
  'audit.members',
  `SELECT members.id, name, name_en FROM json_each(:ids) AS wanted
     CROSS JOIN members ON members.org_id = :org AND members.id = wanted.value`,
)

const selectEverybody = query<{ id: string; name: string; name_en: string | null }, { limit: number }>(
  'audit.everybody',
  `SELECT id, name, name_en FROM members WHERE org_id = :org ORDER BY id LIMIT :limit`,
)

type ProgramRow = { id: string; name: string; maker_name: string; maker_name_en: string | null }

const selectPrograms = query<ProgramRow, { ids: string }>(
  'audit.programs',
  `SELECT token.id, token.name, members.name AS maker_name, members.name_en AS maker_name_en
   FROM json_each(:ids) AS wanted
     CROSS JOIN access_tokens AS token ON token.org_id = :org AND token.id = wanted.value
     JOIN members ON members.org_id = :org AND members.id = token.made_by`,
)

const selectHead = query<ChainHead>(
  'audit.seal-head',
  `SELECT seq, seal FROM audit_seals WHERE org_id = :org ORDER BY seq DESC LIMIT 1`,
)

const selectToSeal = query<AuditRow, { after: number; limit: number }>(
  'audit.to-seal',
  `SELECT ${columns} FROM audit WHERE org_id = :org AND seq > :after ORDER BY seq LIMIT :limit`,
)

export type AuditFilter = {
  subjectId: string | null
  memberId: string | null
  /** from an instant until just before another */
  from: Instant | null
  until: Instant | null
}

/** `next`: go on before this entry; a page can be short and still have a next one. */
export type AuditPage = { entries: AuditRecord[]; next: number | null }

/** A filter by person or day looks at this many entries a page: there is no index for it, every entry would pay for one. */
const mostLookedAt = 200

/** The newest first. */
export async function auditPage(
  store: Store,
  filter: AuditFilter,
  cursor: number | null,
  limit: number,
): Promise<AuditPage> {
  const before = Math.min(cursor ?? Infinity, await firstSince(store, filter.until), Number.MAX_SAFE_INTEGER)
  const isFiltered = filter.memberId !== null || filter.from !== null
  const looked = isFiltered ? mostLookedAt : limit + 1
  const rows = await store.all(
    filter.subjectId === null
      ? selectBefore({ before, limit: looked })
      : selectOfSubject({ subjectId: filter.subjectId, before, limit: looked }),
  )
  return pageOf(rows, filter, { looked, limit })
}

function pageOf(
  rows: readonly AuditRow[],
  { memberId, from }: AuditFilter,
  { looked, limit }: { looked: number; limit: number },
): AuditPage {
  const recent = rows.filter(({ at }) => from === null || at >= from)
  const found = recent.filter((row) => memberId === null || row.member_id === memberId)
  const shown = found.slice(0, limit)
  const isMore = found.length > limit || (recent.length === rows.length && rows.length === looked)
  const last = found.length > limit ? shown.at(-1) : rows.at(-1)
  return { entries: shown.map((row) => toRecord(row)), next: isMore && last ? last.seq : null }
}

async function firstSince(store: Store, instant: Instant | null): Promise<number> {
  if (instant === null) return Infinity
  const row = await store.first(selectFirstSince({ instant }))
  return row?.seq ?? Infinity
}

/** Who these people are, by id. */
export async function peopleNamed(store: Store, ids: Iterable<string>) {
  const rows = await store.all(selectMembers({ ids: JSON.stringify([...new Set(ids)]) }))
  return new Map(rows.map(({ id, name, name_en }) => [id, { name, nameEn: name_en }]))
}

export type Program = { name: string; maker: Named }

/** Which programs come in by these access tokens, and who made them, by the token's id. */
export async function programsNamed(store: Store, ids: readonly string[]): Promise<Map<string, Program>> {
  if (ids.length === 0) return new Map()
  const rows = await store.all(selectPrograms({ ids: JSON.stringify(ids) }))
  return new Map(
    rows.map((row) => [
      row.id,
      { name: row.name, maker: { name: row.maker_name, nameEn: row.maker_name_en } },
    ]),
  )
}

const mostPeople = 1_000

/** For the choice of a person; those who have left too. */
export async function everybody(store: Store) {
  const rows = await store.all(selectEverybody({ limit: mostPeople }))
  return rows.map(({ id, name, name_en }) => ({ id, name, nameEn: name_en }))
}

/** The last seal. */
export async function sealHead(store: Store): Promise<ChainHead> {
  return (await store.first(selectHead({}))) ?? chainStart
}

/** Entries after that one, the oldest first, as they are sealed. */
export async function entriesToSeal(store: Store, after: number, limit: number): Promise<SealableEntry[]> {
  const rows = await store.all(selectToSeal({ after, limit }))
  return rows.map((row) => toSealable(store.orgId, row))
}

function toSealable(orgId: string, row: AuditRow): SealableEntry {
  return {
    orgId,
    seq: row.seq,
    at: row.at,
    memberId: row.member_id,
    action: row.action,
    subjectId: row.subject_id,
    unitId: row.unit_id,
    before: row.before,
    after: row.after,
    requestId: row.request_id,
  }
}

function toRecord(row: AuditRow): AuditRecord {
  return {
    seq: row.seq,
    at: row.at,
    memberId: row.member_id,
    action: row.action,
    subjectId: row.subject_id,
    unitId: row.unit_id,
    before: row.before === null ? null : JSON.parse(row.before),
    after: row.after === null ? null : JSON.parse(row.after),
    requestId: row.request_id,
  }
}

/** What rounds are called, by id: a round has no name of its own in an entry. */
export async function roundTitles(store: Store, ids: readonly string[]): Promise<Map<string, Named>> {
  if (ids.length === 0) return new Map()
  const rows = await store.all(selectRoundTitles({ ids: JSON.stringify([...new Set(ids)]) }))
  return new Map(rows.map(({ id, name, name_en: nameEn }) => [id, { name, nameEn }]))
}
