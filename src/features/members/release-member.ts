import { doesRounds } from '../../domain/access.ts'
import { invalid } from '../../domain/errors.ts'
import type { Day } from '../../domain/time/civil.ts'
import { dayAt } from '../../domain/time/zone.ts'
import type { Context } from '../../platform/context.ts'
import { keepMember } from './keep-member.ts'
import { findMember, type Member } from './queries.ts'
import { memberToLeave } from './read-leaving.ts'
import { writesOfClosing } from './repository-closing.ts'
import { updateMember } from './repository.ts'

/** Somebody leaves: what is assigned to them is handed over, and everything of theirs is dead at the next request. */
export async function releaseMember(
  context: Context,
  { id, handOverTo }: { id: string; handOverTo: string | null },
): Promise<Member & { closedOn: Day }> {
  const { now, org } = context
  const before = await memberToLeave(context, id)
  await requireHands(context, id, handOverTo)

  const after = { ...before, closedOn: dayAt(now, org.timeZone) }
  await keepMember(
    context,
    [
      updateMember({ ...after, rights: JSON.stringify(after.rights), now }),
      ...writesOfClosing(context, [id], handOverTo),
    ],
    { action: 'member.left', subjectId: id, before, after: { ...after, handOverTo } },
  )
  return { ...after, version: before.version + 1 }
}

async function requireHands({ store }: Context, leaver: string, handOverTo: string | null): Promise<void> {
  if (handOverTo === null) return
  if (handOverTo === leaver) throw invalid({ path: 'handOverTo', code: 'hands-to-leaver' })
  const member = await findMember(store, handOverTo)
  if (!member || member.closedOn !== null) throw invalid({ path: 'handOverTo', code: 'unknown-member' })
  if (!doesRounds(member.role)) throw invalid({ path: 'handOverTo', code: 'not-a-performer' })
}
