import {
  mayAdminister,
  meet,
  requireAllowed,
  requireOwnBrowser,
  roles,
  type Role,
} from '../../domain/access.ts'
import { invalid, Refusal } from '../../domain/errors.ts'
import { newTokenSecret } from '../../platform/bearer.ts'
import { commit, type Context } from '../../platform/context.ts'
import { hashOfSecret, newId } from '../../platform/ids.ts'
import { isFullOfTokens, type Token } from './queries.ts'
import { insertToken } from './repository.ts'
import type { CreateTokenInput } from './schemas.ts'

const day = 86_400_000

/** The new token and its secret, which is kept nowhere. */
export async function createToken(
  context: Context,
  input: CreateTokenInput,
): Promise<{ token: Token; secret: string }> {
  const { actor, now, store } = context
  requireOwnBrowser(actor)
  requireAllowed(mayAdminister(actor))
  if (!rolesFor(actor.role).includes(input.role)) throw invalid({ path: 'role', code: 'role-of-others' })
  if (await isFullOfTokens(store, now)) throw new Refusal('too-many-tokens')

  const secret = newTokenSecret(store.orgId)
  const token: Token = {
    id: newId('token', store.orgId),
    name: input.name,
    role: input.role,
    rights: input.rights ?? [],
    madeBy: actor.memberId,
    createdAt: now,
    expiresAt: now + input.validDays * day,
    state: 'works',
    roleNow: input.role,
  }
  const { id, name, role, rights, expiresAt } = token
  await commit(
    context,
    [insertToken({ ...token, rights: JSON.stringify(rights), tokenHash: hashOfSecret(secret) })],
    [{ action: 'token.made', subjectId: id, after: { name, role, rights, expiresAt } }],
  )
  return { token, secret }
}

/** Those that mean for a token of this maker what they say. */
export function rolesFor(maker: Role): Role[] {
  return roles.filter((role) => meet(role, maker) === role)
}
