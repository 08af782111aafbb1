import { mayKeepWorkingDays, requireAllowed } from '../../domain/access.ts'
import { invalid, notFound } from '../../domain/errors.ts'
import type { Day } from '../../domain/time/civil.ts'
import { dayAt } from '../../domain/time/zone.ts'
import { importedDays, type ImportedDay } from '../../domain/working-days/day-import.ts'
import { mostCorrections } from '../../domain/working-days/limits.ts'
import {
  readIcs,
  readIcsFile,
  type CalendarEvent,
  type CalendarFile,
} from '../../domain/working-days/read-ics.ts'
import { workingCalendar } from '../../domain/working-days/working-calendar.ts'
import type { Context } from '../../platform/context.ts'
import { commitDays } from './commit-days.ts'
import { readDays, type OrganisationDays } from './queries.ts'
import { deleteImport, upsertCorrections } from './repository.ts'

/** The whole days of a calendar file, or of its text; refused where it is none. */
export function readCalendarFile(given: string | Uint8Array, path: string): CalendarFile {
  const file = typeof given === 'string' ? readIcs(given) : readIcsFile(given)
  if (typeof file === 'string') throw invalid({ path, code: file })
  return file
}

/** What these days would change, from today on, were they imported under that name; nothing is kept. */
export async function previewImport(
  context: Context,
  { source, events }: { source: string; events: readonly CalendarEvent[] },
): Promise<ImportedDay[]> {
  requireAllowed(mayKeepWorkingDays(context.actor))
  return (await plannedImport(context, source, events)).days
}

/** Keeps what is new of these days; what was imported under that name before goes. */
export async function importDays(
  context: Context,
  { source, events }: { source: string; events: readonly CalendarEvent[] },
): Promise<ImportedDay[]> {
  requireAllowed(mayKeepWorkingDays(context.actor))
  const { days, others } = await plannedImport(context, source, events)
  const kept = days.filter(({ state }) => state === 'new')
  if (kept.length + others > mostCorrections) {
    throw invalid({ path: 'file', code: 'too-many-days', params: { most: mostCorrections } })
  }
  const rows = kept.map(({ day, isWorking, name }) => ({ day, isWorking: Number(isWorking), name }))
  await commitDays(
    context,
    [
      deleteImport({ source, since: todayOf(context) }),
      upsertCorrections({ rows: JSON.stringify(rows), source, now: context.now }),
    ],
    {
      action: 'days.imported',
      subjectId: context.org.id,
      before: null,
      after: { title: source, days: kept.length },
    },
  )
  return days
}

export async function removeImport(context: Context, source: string): Promise<void> {
  requireAllowed(mayKeepWorkingDays(context.actor))
  const days = (await readDays(context)).corrections.filter((each) => each.source === source)
  if (days.length === 0) throw notFound()
  await commitDays(context, [deleteImport({ source, since: 0 })], {
    action: 'days.import-removed',
    subjectId: context.org.id,
    before: { title: source, days: days.length },
    after: null,
  })
}

/** `others`: how many days are said by hand or by other imports, or lie behind. */
async function plannedImport(
  context: Context,
  source: string,
  events: readonly CalendarEvent[],
): Promise<{ days: ImportedDay[]; others: number }> {
  const since = todayOf(context)
  const known = await readDays(context)
  const corrections = known.corrections.filter((each) => each.source !== source || each.day < since)
  const calendar = calendarWith(context, known, corrections)
  return { days: importedDays(events, { calendar, corrections, since }), others: corrections.length }
}

function calendarWith(
  { org }: Context,
  { table, named }: OrganisationDays,
  corrections: OrganisationDays['corrections'],
) {
  return workingCalendar({ weekend: org.settings.workingDays.weekend, table, corrections, named })
}

function todayOf({ now, org }: Context): Day {
  return dayAt(now, org.timeZone)
}
