import {
  mayReadMember,
  mayReadMemberRole,
  mayReadUnit,
  requireReadable,
  type Actor,
} from '../../domain/access.ts'
import { requireFound } from '../../domain/errors.ts'
import type { Context } from '../../platform/context.ts'
import { unitsOfList } from '../units/queries.ts'
import { findMember, listMembers, type Member } from './queries.ts'

/** As much of a member as its reader may see; role, rights and staff number are null where only the name is. */
export type SeenMember = Omit<Member, 'role' | 'rights'> & {
  role: Member['role'] | null
  rights: Member['rights'] | null
}

export async function readMember({ actor, store }: Context, id: string): Promise<SeenMember> {
  const member = requireFound(await findMember(store, id))
  requireReadable(mayReadMember(actor, member))
  return seenBy(actor, member)
}

/** The members that one may see, of one unit and all below it or of all; who has no unit sees oneself. */
export async function readMembers(
  { actor, store }: Context,
  { unit, search = null }: { unit?: string | undefined; search?: string | null | undefined },
  page: { after: string | null; limit: number },
): Promise<{ members: SeenMember[]; next: string | null }> {
  const units = await unitsOfList(store, actor, unit)
  if (units?.length === 0) {
    const self = await findMember(store, actor.memberId)
    return { members: self ? [seenBy(actor, self)] : [], next: null }
  }
  const { members, next } = await listMembers(store, { units, search }, page)
  return { members: members.map((member) => seenBy(actor, member)), next }
}

function seenBy(actor: Actor, member: Member): SeenMember {
  const isWhole = mayReadMemberRole(actor, member)
  const isSelf = member.id === actor.memberId
  return {
    ...member,
    code: isWhole ? member.code : null,
    role: isWhole ? member.role : null,
    rights: isWhole ? member.rights : null,
    unitIds: isSelf ? member.unitIds : member.unitIds.filter((unit) => mayReadUnit(actor, unit)),
  }
}
