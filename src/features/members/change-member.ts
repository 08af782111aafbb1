import { doesRounds, mayAdminister, requireAllowed } from '../../domain/access.ts'
import { requireFound } from '../../domain/errors.ts'
import type { Day } from '../../domain/time/civil.ts'
import { dayAt } from '../../domain/time/zone.ts'
import type { Context } from '../../platform/context.ts'
import type { BoundWrite } from '../../platform/sql.ts'
import { requireOpenUnits } from '../units/queries.ts'
import { keepMember } from './keep-member.ts'
import { findMember, type Member } from './queries.ts'
import { writesOfClosing, writesOfDemotion } from './repository-closing.ts'
import { joinUnits, leaveUnits, updateMember } from './repository.ts'
import type { ChangeMemberInput } from './schemas.ts'

/** Changes what is named; `closed` ends the account and whatever lets in as it at once, or opens it again. */
export async function changeMember(
  context: Context,
  input: ChangeMemberInput & { id: string; version: number },
): Promise<Member> {
  requireAllowed(mayAdminister(context.actor))
  const { store } = context
  const before = requireFound(await findMember(store, input.id))

  const after = changed(before, input, dayAt(context.now, context.org.timeZone))
  const joined = after.unitIds.filter((unit) => !before.unitIds.includes(unit))
  await requireOpenUnits(store, joined, 'unitIds')

  await keepMember(context, writesFor(context, before, { ...after, version: input.version }), {
    action: 'member.changed',
    subjectId: after.id,
    before,
    after,
  })
  return { ...after, version: input.version + 1 }
}

function changed(member: Member, input: ChangeMemberInput, today: Day): Member {
  return {
    ...member,
    code: input.code === undefined ? member.code : input.code,
    name: input.name ?? member.name,
    nameEn: input.nameEn === undefined ? member.nameEn : input.nameEn,
    role: input.role ?? member.role,
    rights: input.rights ?? member.rights,
    unitIds: input.unitIds === undefined ? member.unitIds : [...new Set(input.unitIds)],
    closedOn: input.closed === undefined ? member.closedOn : input.closed ? (member.closedOn ?? today) : null,
  }
}

function writesFor(context: Context, before: Member, member: Member): BoundWrite[] {
  const unitIds = JSON.stringify(member.unitIds)
  return [
    updateMember({ ...member, rights: JSON.stringify(member.rights), now: context.now }),
    leaveUnits({ id: member.id, unitIds }),
    joinUnits({ id: member.id, unitIds }),
    ...(member.closedOn === null ? [] : writesOfClosing(context, [member.id])),
    ...(doesRounds(before.role) && !doesRounds(member.role) ? writesOfDemotion(context, [member.id]) : []),
  ]
}
