import { mayAdminister, requireAllowed } from '../../domain/access.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { requireOpenUnits } from '../units/queries.ts'
import { keepMember } from './keep-member.ts'
import type { Member } from './queries.ts'
import { insertMember, joinUnits } from './repository.ts'
import type { CreateMemberInput } from './schemas.ts'

export async function createMember(context: Context, input: CreateMemberInput): Promise<Member> {
  requireAllowed(mayAdminister(context.actor))
  const { store } = context
  const unitIds = [...new Set(input.unitIds)]
  await requireOpenUnits(store, unitIds, 'unitIds')

  const member: Member = {
    id: newId('member', store.orgId),
    code: input.code ?? null,
    name: input.name,
    nameEn: input.nameEn ?? null,
    role: input.role,
    rights: input.rights ?? [],
    unitIds,
    closedOn: null,
    version: 1,
  }
  await keepMember(
    context,
    [
      insertMember({ ...member, rights: JSON.stringify(member.rights), now: context.now }),
      joinUnits({ id: member.id, unitIds: JSON.stringify(unitIds) }),
    ],
    { action: 'member.created', subjectId: member.id, after: member },
  )
  return member
}
