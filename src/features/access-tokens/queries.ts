import { meet, type Right, type Role } from '../../domain/access.ts'
import type { Named } from '../../domain/named.ts'
import type { Instant } from '../../domain/time/zone.ts'
import { query } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'

export type TokenState = 'works' | 'expired' | 'revoked' | 'maker-closed'

export type Token = {
  id: string
  name: string
  role: Role
  rights: Right[]
  madeBy: string
  createdAt: Instant
  expiresAt: Instant
  state: TokenState
  /** what its role and its maker's have in common at present */
  roleNow: Role
}
export type NamedToken = Token & { maker: Named }

type TokenRow = {
  id: string
  name: string
  role: Role
  rights: string
  made_by: string
  created_at: number
  expires_at: number
  revoked_at: number | null
  maker_name: string
  maker_name_en: string | null
  maker_role: Role
  maker_closed_on: number | null
}

/** That work at the same time; an organisation has a handful of programs. */
const mostTokens = 50
const tokensAPage = 50

const columns = `token.id, token.name, token.role, token.rights, token.made_by, token.created_at, token.expires_at,
  token.revoked_at, members.name AS maker_name, members.name_en AS maker_name_en, members.role AS maker_role,
  members.closed_on AS maker_closed_on`

const selectBefore = query<TokenRow, { at: number; id: string; limit: number }>(
  'access-tokens.before',
  `SELECT ${columns} FROM access_tokens AS token
     JOIN members ON members.org_id = :org AND members.id = token.made_by
   WHERE token.org_id = :org AND (token.created_at, token.id) < (:at, :id)
   ORDER BY token.created_at DESC, token.id DESC LIMIT :limit`,
)

const selectToken = query<TokenRow, { id: string }>(
  'access-tokens.one',
  `SELECT ${columns} FROM access_tokens AS token
     JOIN members ON members.org_id = :org AND members.id = token.made_by
   WHERE token.org_id = :org AND token.id = :id`,
)

const selectUnexpired = query<{ id: string }, { now: number; limit: number }>(
  'access-tokens.unexpired',
  `SELECT id FROM access_tokens WHERE org_id = :org AND revoked_at IS NULL AND expires_at > :now LIMIT :limit`,
)

/** Where a list goes on: behind this token. */
export type TokenCursor = { createdAt: Instant; id: string }

/** The newest first, those that ended too: whoever looks for one that was lost must find it. */
export async function tokensBefore(store: Store, now: Instant, cursor: TokenCursor | null) {
  const at = cursor?.createdAt ?? Number.MAX_SAFE_INTEGER
  const rows = await store.all(selectBefore({ at, id: cursor?.id ?? '', limit: tokensAPage + 1 }))
  const tokens = rows.slice(0, tokensAPage).map((row) => toToken(row, now))
  const last = rows.length > tokensAPage ? tokens.at(-1) : undefined
  return { tokens, next: last ? { createdAt: last.createdAt, id: last.id } : null }
}

export async function findToken(store: Store, id: string, now: Instant): Promise<NamedToken | null> {
  const row = await store.first(selectToken({ id }))
  return row && toToken(row, now)
}

export async function isFullOfTokens(store: Store, now: Instant): Promise<boolean> {
  return (await store.all(selectUnexpired({ now, limit: mostTokens }))).length >= mostTokens
}

function toToken(row: TokenRow, now: Instant): NamedToken {
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    rights: JSON.parse(row.rights) as Right[],
    madeBy: row.made_by,
    maker: { name: row.maker_name, nameEn: row.maker_name_en },
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    state: stateOf(row, now),
    roleNow: meet(row.role, row.maker_role),
  }
}

function stateOf(row: TokenRow, now: Instant): TokenState {
  if (row.revoked_at !== null) return 'revoked'
  if (row.expires_at <= now) return 'expired'
  return row.maker_closed_on === null ? 'works' : 'maker-closed'
}
