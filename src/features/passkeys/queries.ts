import type { Instant } from '../../domain/time/zone.ts'
import { query } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'

export const mostPasskeys = 10

export type Passkey = { id: string; name: string; createdAt: Instant; usedAt: Instant | null }

type PasskeyRow = { id: string; name: string; created_at: number; used_at: number | null }

/** A passkey of somebody who still works here, as it is needed to check a signature. */
export type Key = { id: string; publicKey: string; signCount: number }

type KeyRow = { id: string; public_key: string; sign_count: number }

const selectOfMember = query<PasskeyRow & { credential_id: string }, { memberId: string; limit: number }>(
  'passkeys.of-member',
  `SELECT id, credential_id, name, created_at, used_at FROM passkeys
   WHERE org_id = :org AND member_id = :memberId ORDER BY id LIMIT :limit`,
)

const selectOne = query<PasskeyRow, { id: string; memberId: string }>(
  'passkeys.one',
  `SELECT id, name, created_at, used_at FROM passkeys WHERE org_id = :org AND id = :id AND member_id = :memberId`,
)

const selectKey = query<KeyRow, { credentialId: string; memberId: string }>(
  'passkeys.key',
  `SELECT passkeys.id, public_key, sign_count
   FROM passkeys JOIN members ON members.org_id = :org AND members.id = passkeys.member_id AND members.closed_on IS NULL
   WHERE passkeys.org_id = :org AND credential_id = :credentialId AND passkeys.member_id = :memberId`,
)

/** The first one added comes first. */
export async function passkeysOf(
  store: Store,
  memberId: string,
): Promise<(Passkey & { credentialId: string })[]> {
  const rows = await store.all(selectOfMember({ memberId, limit: mostPasskeys }))
  return rows
    .map((row) => ({ ...toPasskey(row), credentialId: row.credential_id }))
    .toSorted((a, b) => a.createdAt - b.createdAt)
}

/** Nobody has to do with another member's passkeys. */
export async function findPasskey(store: Store, id: string, memberId: string): Promise<Passkey | null> {
  const row = await store.first(selectOne({ id, memberId }))
  return row && toPasskey(row)
}

export async function findKey(store: Store, credentialId: string, memberId: string): Promise<Key | null> {
  const row = await store.first(selectKey({ credentialId, memberId }))
  if (!row) return null
  return { id: row.id, publicKey: row.public_key, signCount: row.sign_count }
}

function toPasskey(row: PasskeyRow): Passkey {
  return { id: row.id, name: row.name, createdAt: row.created_at, usedAt: row.used_at }
}
