import type { MiddlewareHandler } from 'hono'
import { meet, sharedRights, type Actor, type Right, type Role } from '../domain/access.ts'
import { Refusal } from '../domain/errors.ts'
import type { AppContext, AppEnv } from './http.ts'
import { hashOfSecret, newSecret, orgOfSecret } from './ids.ts'
import { ownPlaces, placesOf } from './own-units.ts'
import { callerColumns, letIn, readSession, type CallerRow } from './session.ts'
import { query } from './sql.ts'
import { storeFor } from './store.ts'

/** By this, programs that search files for secrets that should not be there know one of ours. */
const tokenPrefix = 'rounds_'

type TokenRow = CallerRow & { id: string; token_role: Role; token_rights: string }

/** A token has what its role and its maker have both: all that is not its own is the maker's of this moment. */
const findToken = query<TokenRow, { hash: string; now: number }>(
  'access-tokens.caller',
  `SELECT token.id, token.role AS token_role, token.rights AS token_rights, ${callerColumns},
     ${ownPlaces(`members.role IN ('supervisor', 'admin') AND token.role = members.role`)} AS places
   FROM access_tokens AS token
     JOIN members ON members.org_id = :org AND members.id = token.made_by AND members.closed_on IS NULL
     JOIN organisations ON organisations.id = :org
   WHERE token.org_id = :org AND token.token_hash = :hash AND token.expires_at > :now AND token.revoked_at IS NULL`,
)

/** Of the API: a program by its token, or a browser by its cookie. With `Authorization` no cookie signs anybody in. */
export const readCaller: MiddlewareHandler<AppEnv> = async (c, next) => {
  const authorization = c.req.header('Authorization')
  if (authorization === undefined) return readSession(c, next)
  await readToken(c, authorization)
  return next()
}

export function newTokenSecret(orgId: string): string {
  return tokenPrefix + newSecret(orgId)
}

/** Refuses every token that is not good alike: nobody learns that one was good once. */
async function readToken(c: AppContext, authorization: string): Promise<void> {
  const token = /^bearer +(\S+)$/i.exec(authorization)?.[1] ?? ''
  const orgId = token.startsWith(tokenPrefix) ? orgOfSecret(token.slice(tokenPrefix.length)) : null
  if (orgId === null) throw new Refusal('bad-token')
  const store = storeFor(c.env.DB, orgId, c.get('usage'))
  const row = await store.first(findToken({ hash: hashOfSecret(token), now: c.get('now') }))
  if (!row) throw new Refusal('bad-token')
  letIn(c, store, row, actorOf(row))
}

function actorOf(row: TokenRow): Actor {
  const maker = { role: row.role, rights: JSON.parse(row.rights) as Right[] }
  return {
    memberId: row.member_id,
    role: meet(row.token_role, maker.role),
    rights: sharedRights(JSON.parse(row.token_rights) as Right[], maker),
    ...placesOf(row.places),
    standsInFor: new Set(JSON.parse(row.stands_in_for) as string[]),
    via: { kind: 'token', id: row.id },
  }
}
