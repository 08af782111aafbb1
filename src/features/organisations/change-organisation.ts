import { mayAdminister, requireAllowed } from '../../domain/access.ts'
import { invalid } from '../../domain/errors.ts'
import { changedReasons } from '../../domain/round/change-reasons.ts'
import { usedReasons, type ExcuseReason } from '../../domain/round/excuse-reasons.ts'
import { isShorter, type Settings, type WorkingDaysSettings } from '../../domain/settings.ts'
import { dayAt } from '../../domain/time/zone.ts'
import type { AuditEntry } from '../../platform/audit.ts'
import { commit, type Context } from '../../platform/context.ts'
import type { Organisation } from '../../platform/organisation.ts'
import { replanByCalendar } from '../duties/repository.ts'
import { updateOrganisation } from './repository.ts'
import type { ChangeOrganisationInput } from './schemas.ts'

/** Changes what is named. What cannot be taken back, or shows everywhere, wants to be confirmed. */
export async function changeOrganisation(
  context: Context,
  input: ChangeOrganisationInput & { version: number },
): Promise<Organisation> {
  requireAllowed(mayAdminister(context.actor))
  const before = context.org
  const after = changed(before, input)
  if (input.confirmed !== true) requireNothingToConfirm(before, after)

  const { name, nameEn, timeZone, locale, settings } = after
  const values = {
    name,
    nameEn,
    timeZone,
    locale,
    settings: JSON.stringify(settings),
    version: input.version,
  }
  const areDaysOther = JSON.stringify(settings.workingDays) !== JSON.stringify(before.settings.workingDays)
  const today = dayAt(context.now, timeZone)
  const writes = [updateOrganisation(values), ...(areDaysOther ? [replanByCalendar({ today })] : [])]
  await commit(context, writes, [entryOf(before, after)])
  return { ...after, version: input.version + 1 }
}

function changed(org: Organisation, input: ChangeOrganisationInput): Organisation {
  return {
    ...org,
    name: input.name ?? org.name,
    nameEn: input.nameEn === undefined ? org.nameEn : input.nameEn,
    timeZone: input.timeZone ?? org.timeZone,
    locale: input.locale ?? org.locale,
    settings: changedSettings(org.settings, input),
  }
}

function changedSettings(settings: Settings, input: ChangeOrganisationInput): Settings {
  const { inFeeds = settings.names.inFeeds, toOthers = settings.names.toOthers } = input.names ?? {}
  return {
    firstWeekday: input.firstWeekday ?? settings.firstWeekday,
    names: { inFeeds, toOthers },
    keepMonths: input.keepMonths === undefined ? settings.keepMonths : input.keepMonths,
    excuses: changedReasons(settings.excuses, input.excuses ?? []),
    workingDays: changedDays(settings.workingDays, input.workingDays),
  }
}

function changedDays(
  before: WorkingDaysSettings,
  input: ChangeOrganisationInput['workingDays'] = {},
): WorkingDaysSettings {
  const { country = before.country, weekend = before.weekend } = input
  return { country, weekend: [...new Set(weekend)].toSorted((a, b) => a - b) }
}

function requireNothingToConfirm(before: Organisation, after: Organisation): void {
  if (after.timeZone !== before.timeZone) throw invalid({ path: 'confirmed', code: 'confirm-zone' })
  if (isShorter(after.settings.keepMonths, before.settings.keepMonths)) {
    throw invalid({ path: 'confirmed', code: 'confirm-shorter' })
  }
}

function entryOf(before: Organisation, after: Organisation): AuditEntry {
  return {
    action: 'organisation.changed',
    subjectId: before.id,
    before: auditedOf(before),
    after: auditedOf(after),
  }
}

/** In the words that the trail can print, so that it shows just what changed. */
function auditedOf({ name, nameEn, timeZone, locale, settings }: Organisation) {
  const { firstWeekday, names, keepMonths, excuses, workingDays } = settings
  return {
    name,
    nameEn,
    timeZone,
    locale,
    firstWeekday: String(firstWeekday),
    names,
    keepMonths: keepMonths ?? 'for-ever',
    holidaysOf: workingDays.country,
    weekend: workingDays.weekend.map(String),
    excusesUsed: usedReasons(excuses).map(({ code }) => code),
    excuseWords: Object.fromEntries(excuses.map((reason) => [reason.code, wordsOf(reason)])),
  }
}

function wordsOf({ name, nameEn }: ExcuseReason): string | null {
  return [name, nameEn].filter((text) => text !== null).join(' / ') || null
}
