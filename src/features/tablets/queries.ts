import type { Named } from '../../domain/named.ts'
import type { Instant } from '../../domain/time/zone.ts'
import { hashOfSecret } from '../../platform/ids.ts'
import type { BegunBy } from '../../platform/session.ts'
import { query } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'

/** Wrong numbers in a row before only another way of signing in opens the tablet again. */
export const mostTries = 5

/** A tablet as those see it who look after it. */
export type SharedTablet = {
  id: string
  unitId: string
  name: string
  unit: Named
  madeBy: Named
  createdAt: Instant
  usedAt: Instant | null
  revokedAt: Instant | null
}

type TabletRow = {
  id: string
  unit_id: string
  name: string
  unit_name: string
  unit_name_en: string | null
  maker_name: string
  maker_name_en: string | null
  created_at: number
  used_at: number | null
  revoked_at: number | null
}

/** Somebody with a number on a tablet. */
export type TabletPerson = Named & { id: string; isLocked: boolean }

type PersonRow = { id: string; name: string; name_en: string | null; tries: number }

export type Pin = { salt: string; hash: string; tries: number; triedBy: string | null }

type PinRow = { salt: string; pin_hash: string; tries: number; tried_by: string | null }

const columns = `tablets.id, tablets.unit_id, tablets.name, units.name AS unit_name, units.name_en AS unit_name_en,
  maker.name AS maker_name, maker.name_en AS maker_name_en, tablets.created_at, tablets.used_at, tablets.revoked_at`

const joined = `tablets
     JOIN units ON units.org_id = :org AND units.id = tablets.unit_id
     JOIN members AS maker ON maker.org_id = :org AND maker.id = tablets.made_by`

const selectAll = query<TabletRow, { limit: number }>(
  'tablets.all',
  `SELECT ${columns} FROM ${joined} WHERE tablets.org_id = :org ORDER BY tablets.id LIMIT :limit`,
)

const selectOfUnits = query<TabletRow, { units: string; limit: number }>(
  'tablets.of-units',
  `SELECT ${columns} FROM ${joined}
   WHERE tablets.org_id = :org AND tablets.unit_id IN (SELECT value FROM json_each(:units)) LIMIT :limit`,
)

const selectOne = query<TabletRow, { id: string }>(
  'tablets.one',
  `SELECT ${columns} FROM ${joined} WHERE tablets.org_id = :org AND tablets.id = :id`,
)

/** Administrators have no number: what they may is not for a tablet that others hold too. */
const hasPin = `members.closed_on IS NULL AND members.role <> 'admin'`

const selectPeople = query<PersonRow, { tabletId: string; limit: number }>(
  'tablets.people',
  `SELECT members.id, members.name, members.name_en, pins.tries
   FROM tablet_pins AS pins
     JOIN members ON members.org_id = :org AND members.id = pins.member_id AND ${hasPin}
   WHERE pins.org_id = :org AND pins.tablet_id = :tabletId LIMIT :limit`,
)

const selectPin = query<PinRow, { tabletId: string; memberId: string }>(
  'tablets.pin',
  `SELECT pins.salt, pins.pin_hash, pins.tries, pins.tried_by
   FROM tablet_pins AS pins
     JOIN members ON members.org_id = :org AND members.id = pins.member_id AND ${hasPin}
   WHERE pins.org_id = :org AND pins.tablet_id = :tabletId AND pins.member_id = :memberId`,
)

const selectBegunBy = query<{ begun_by: BegunBy }, { memberId: string; sessionId: string }>(
  'tablets.session-begun-by',
  `SELECT begun_by FROM sessions WHERE org_id = :org AND member_id = :memberId AND id = :sessionId`,
)

const selectEnded = query<{ member_id: string }, { hash: string; tabletId: string }>(
  'tablets.session-ended',
  `SELECT member_id FROM sessions WHERE org_id = :org AND token_hash = :hash AND tablet_id = :tabletId`,
)

const mostTablets = 500
/** More than a ward has people, agency and students included. */
const mostPeople = 300

/** Those of these units or (null) all; what still works comes first, by unit and name. */
export async function listTablets(store: Store, units: readonly string[] | null): Promise<SharedTablet[]> {
  const limit = mostTablets
  const rows = await store.all(
    units === null ? selectAll({ limit }) : selectOfUnits({ units: JSON.stringify(units), limit }),
  )
  return rows.map((row) => toTablet(row))
}

export async function findTablet(store: Store, id: string): Promise<SharedTablet | null> {
  const row = await store.first(selectOne({ id }))
  return row && toTablet(row)
}

export async function peopleOf(store: Store, tabletId: string): Promise<TabletPerson[]> {
  const rows = await store.all(selectPeople({ tabletId, limit: mostPeople }))
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    nameEn: row.name_en,
    isLocked: row.tries >= mostTries,
  }))
}

/** Null for who has none there, has left, or administers. */
export async function findPin(store: Store, tabletId: string, memberId: string): Promise<Pin | null> {
  const row = await store.first(selectPin({ tabletId, memberId }))
  return row && { salt: row.salt, hash: row.pin_hash, tries: row.tries, triedBy: row.tried_by }
}

export async function begunBy(store: Store, memberId: string, sessionId: string): Promise<BegunBy | null> {
  return (await store.first(selectBegunBy({ memberId, sessionId })))?.begun_by ?? null
}

/** Whose session it was on that tablet, though it has run out. */
export async function whoseSessionEnded(
  store: Store,
  secret: string,
  tabletId: string,
): Promise<string | null> {
  return (await store.first(selectEnded({ hash: hashOfSecret(secret), tabletId })))?.member_id ?? null
}

function toTablet(row: TabletRow): SharedTablet {
  return {
    id: row.id,
    unitId: row.unit_id,
    name: row.name,
    unit: { name: row.unit_name, nameEn: row.unit_name_en },
    madeBy: { name: row.maker_name, nameEn: row.maker_name_en },
    createdAt: row.created_at,
    usedAt: row.used_at,
    revokedAt: row.revoked_at,
  }
}
