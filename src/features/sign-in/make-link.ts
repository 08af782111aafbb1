import {
  mayMakeSignInLink,
  mayReadMember,
  requireAllowed,
  requireOwnBrowser,
  requireReadable,
} from '../../domain/access.ts'
import { Refusal, requireFound } from '../../domain/errors.ts'
import { lookupOf } from '../../domain/sign-in-code.ts'
import type { Instant } from '../../domain/time/zone.ts'
import { commit, type Context } from '../../platform/context.ts'
import { newCode } from '../../platform/ids.ts'
import { ConstraintFailed } from '../../platform/store.ts'
import { findMember, type Member } from '../members/queries.ts'
import { freeLookup, newLink } from './repository.ts'

type MadeLink = { member: Member; secret: string; expiresAt: Instant }

/** A sign-in link for the member; its secret is kept nowhere, and what the member had before no longer works. */
export async function makeLink(context: Context, memberId: string): Promise<MadeLink> {
  const member = await memberToLetIn(context, memberId)
  const { secret, expiresAt, write, entry } = linkFor(context, member, null)
  await commit(context, [write], [entry])
  return { member, secret, expiresAt }
}

/** A link with a code: two forms of one way in. */
export async function makeCode(context: Context, memberId: string): Promise<MadeLink & { code: string }> {
  const member = await memberToLetIn(context, memberId)
  for (const code of [newCode(), newCode(), newCode(), newCode()]) {
    const { secret, expiresAt, write, entry } = linkFor(context, member, code)
    const free = freeLookup({ lookup: lookupOf(code), now: context.now })
    if (await isKept(commit(context, [free, write], [entry]))) return { member, secret, expiresAt, code }
  }
  throw new Refusal('busy')
}

async function memberToLetIn({ actor, store }: Context, memberId: string): Promise<Member> {
  requireOwnBrowser(actor)
  const member = requireFound(await findMember(store, memberId))
  requireReadable(mayReadMember(actor, member))
  requireAllowed(mayMakeSignInLink(actor, member))
  if (member.closedOn !== null) throw new Refusal('member-closed')
  return member
}

function linkFor({ actor, now, store }: Context, member: Member, code: string | null) {
  return newLink(store.orgId, member, { madeBy: actor.memberId, now, code })
}

/** False where somebody else's code has the same look-up: of 32,768 there are a few hundred at most. */
async function isKept(keeping: Promise<unknown>): Promise<boolean> {
  try {
    await keeping
    return true
  } catch (fault) {
    if (fault instanceof ConstraintFailed && fault.column === 'sign_in_links.code_lookup') return false
    throw fault
  }
}
