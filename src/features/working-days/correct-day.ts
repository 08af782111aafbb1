import { mayKeepWorkingDays, requireAllowed } from '../../domain/access.ts'
import { invalid, notFound } from '../../domain/errors.ts'
import { printDate, type Day } from '../../domain/time/civil.ts'
import { mostCorrections } from '../../domain/working-days/limits.ts'
import type { AuditEntry } from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import { commitDays } from './commit-days.ts'
import { readDays, type StoredCorrection } from './queries.ts'
import { deleteCorrection, upsertCorrections } from './repository.ts'
import type { CorrectDayInput } from './schemas.ts'

/** Says of one day that it is worked, or off; it goes before the holidays of the country. */
export async function correctDay(context: Context, input: CorrectDayInput & { day: Day }): Promise<void> {
  requireAllowed(mayKeepWorkingDays(context.actor))
  const { day, isWorking, name } = input
  const { corrections } = await readDays(context)
  const before = corrections.find((each) => each.day === day)
  if (before === undefined && corrections.length >= mostCorrections) {
    throw invalid({ path: 'day', code: 'too-many', params: { maximum: mostCorrections } })
  }
  const rows = JSON.stringify([{ day, isWorking: Number(isWorking), name }])
  await commitDays(
    context,
    [upsertCorrections({ rows, source: null, now: context.now })],
    entryOf(context, 'day.corrected', before ?? null, { day, isWorking, name }),
  )
}

/** The day is again as the country's holidays and the weekend have it. */
export async function removeCorrection(context: Context, day: Day): Promise<void> {
  requireAllowed(mayKeepWorkingDays(context.actor))
  const { corrections } = await readDays(context)
  const before = corrections.find((each) => each.day === day)
  if (before === undefined) throw notFound()
  await commitDays(
    context,
    [deleteCorrection({ day })],
    entryOf(context, 'day.correction-removed', before, null),
  )
}

type Said = Pick<StoredCorrection, 'day' | 'isWorking' | 'name'>

function entryOf({ org }: Context, action: string, before: Said | null, after: Said | null): AuditEntry {
  return { action, subjectId: org.id, before: auditedOf(before), after: auditedOf(after) }
}

function auditedOf(said: Said | null) {
  return said && { title: printDate(said.day), isWorking: said.isWorking, name: said.name }
}
