import type { Role } from '../../domain/access.ts'
import { write } from '../../platform/sql.ts'

export const insertToken = write<{
  id: string
  tokenHash: string
  name: string
  role: Role
  rights: string
  madeBy: string
  createdAt: number
  expiresAt: number
}>(
  'access-tokens.insert',
  `INSERT INTO access_tokens (org_id, id, token_hash, name, role, rights, made_by, created_at, expires_at)
   VALUES (:org, :id, :tokenHash, :name, :role, :rights, :madeBy, :createdAt, :expiresAt)`,
)

export const revokeTokenWrite = write<{ id: string; now: number }>(
  'access-tokens.revoke',
  `UPDATE access_tokens SET revoked_at = :now WHERE org_id = :org AND id = :id AND revoked_at IS NULL`,
)
