import { mayEditDuty, requireAllowed } from '../../domain/access.ts'
import { invalid, Refusal, type FieldFault } from '../../domain/errors.ts'
import type { LibraryChecklist, LibraryDuty, PublishedPack } from '../../domain/library/pack.ts'
import { unitPicksOf } from '../../domain/library/pick-key.ts'
import { leaderOf, namedIn, planOfEntry, referenceTo, type Taking } from '../../domain/library/take-over.ts'
import { dutiesAwaited } from '../../domain/schedule/awaited.ts'
import { checkPlan } from '../../domain/schedule/check-plan.ts'
import { requireLottery } from '../../domain/schedule/draw.ts'
import { planFaultSentence } from '../../domain/schedule/fault-messages.ts'
import { dayAt } from '../../domain/time/zone.ts'
import type { AuditEntry } from '../../platform/audit.ts'
import { commit, type Context } from '../../platform/context.ts'
import { derivedId, kindOf, newId } from '../../platform/ids.ts'
import type { BoundWrite } from '../../platform/sql.ts'
import { ConstraintFailed } from '../../platform/store.ts'
import { insertMissingChecklists } from '../checklists/repository.ts'
import { existingIds, type Duty } from '../duties/queries.ts'
import { insertDuties } from '../duties/repository.ts'
import { noteWaits } from '../duties/repository-waits.ts'
import { takenDuties, type TakenDuty } from './queries.ts'
import type { TakeInput } from './schemas.ts'

/** So many of a pack's duties are made by one request; whoever asks goes on with those that are left. */
export const dutiesAtOnce = 30

export type Taken = { items: { entry: string; dutyId: string }[]; left: string[] }

/**
 * Makes duties of a pack's entries, with their checklists; the job plans their rounds. An entry that the same unit has taken
 * over before, and not closed since, is left as it is: asking twice makes nothing twice.
 */
export async function takeDuties(context: Context, pack: PublishedPack, input: TakeInput): Promise<Taken> {
  requireAllowed(mayEditDuty(context.actor, input))
  const chosen = chosenEntries(pack, input)
  const before = await takenDuties(
    context.store,
    pack.duties.map(({ id }) => id),
  )
  const isThere = (entry: string) =>
    before.some((duty) => duty.entry === entry && duty.ownedBy === input.ownedBy && !duty.isClosed)
  const missing = chosen.filter(({ id }) => !isThere(id))
  const entries = missing.slice(0, dutiesAtOnce)
  const taking = takingOf(context, input, before)
  const checklists = checklistsOf(context, pack, entries)
  const duties = entries.map((entry) => dutyOf(context, pack, entry, { input, taking, checklists }))
  const mentions = mentionsOf(input)
  const existing = await existingIds(
    context.store,
    [...mentions, ...checklists].map(({ id }) => id),
  )
  const faults = [
    ...unknownPicks(pack, input),
    ...mentions
      .filter(({ id }) => !existing.has(id) || kindOf(id) !== 'unit')
      .map(({ path }): FieldFault => ({ path, code: 'unknown-unit' })),
    ...faultsOfStart(context, duties),
  ]
  if (faults.length > 0) throw invalid(...faults)
  requireLottery(
    context.lottery,
    duties.flatMap(({ plans }) => plans),
  )
  await keep(
    context,
    duties,
    checklists.filter(({ id }) => !existing.has(id)),
  )
  return {
    items: entries.map(({ id }) => ({ entry: id, dutyId: taking.dutyOf(id) })),
    left: missing.slice(dutiesAtOnce).map(({ id }) => id),
  }
}

/** In the pack's order; what follows another duty brings that one along, first. */
function chosenEntries({ duties }: PublishedPack, { entries }: TakeInput): LibraryDuty[] {
  const unknown = entries.findIndex((entry) => !duties.some(({ id }) => id === entry))
  if (unknown !== -1) throw invalid({ path: `entries.${unknown}`, code: 'not-one-of' })
  const ticked = duties.filter(({ id }) => entries.includes(id))
  const leaders = ticked.flatMap((entry) => duties.filter(({ id }) => id === leaderOf(entry)))
  return [...new Set([...leaders, ...ticked])]
}

function takingOf(
  { store, org }: Context,
  { ownedBy, from, units }: TakeInput,
  before: readonly TakenDuty[],
): Taking {
  return {
    from,
    timeZone: org.timeZone,
    locale: org.locale,
    units,
    // The same for whoever asks at the same time, and another one after the duty was closed.
    dutyOf(entry) {
      const own = before.filter((duty) => duty.entry === entry && duty.ownedBy === ownedBy)
      const closed = own.filter(({ isClosed }) => isClosed).length
      const open = own.find(({ isClosed }) => !isClosed)
      return open?.id ?? derivedId('duty', store.orgId, ['library', entry, ownedBy, String(closed)])
    },
  }
}

type NewChecklist = { entry: string; id: string; title: string; titleEn: string | null; items: object[] }

function checklistsOf(
  { store, org }: Context,
  pack: PublishedPack,
  entries: readonly LibraryDuty[],
): NewChecklist[] {
  const used = new Set(entries.map(({ checklist }) => checklist))
  return pack.checklists
    .filter(({ id }) => used.has(id))
    .map((checklist) => ({
      entry: checklist.id,
      id: derivedId('checklist', store.orgId, ['library', checklist.id]),
      ...namedIn(checklist.title, org.locale),
      items: itemsOf(checklist, org.locale),
    }))
}

function itemsOf({ items }: LibraryChecklist, locale: Context['org']['locale']): object[] {
  return items.map((item, index) => {
    const { title: text, titleEn: textEn } = namedIn(item, locale)
    return { id: `item-${index + 1}`, text, textEn, help: null, helpEn: null }
  })
}

type Terms = { input: TakeInput; taking: Taking; checklists: readonly NewChecklist[] }

function dutyOf(
  { store, org, now }: Context,
  pack: PublishedPack,
  entry: LibraryDuty,
  { input, taking, checklists }: Terms,
): Duty & { libraryEntry: string } {
  const { ownedBy, performedBy } = input
  const plans = entry.plans.map((plan) => ({ id: newId('plan', store.orgId), ...planOfEntry(plan, taking) }))
  return {
    id: taking.dutyOf(entry.id),
    libraryEntry: entry.id,
    ...namedIn(entry.title, org.locale),
    kind: entry.kind,
    category: pack.category,
    ownedBy,
    performedBy: entry.performedBy === 'target' ? 'target' : (performedBy ?? ownedBy),
    withUnits: [],
    plans,
    makeUp: entry.makeUp,
    checklistId: checklists.find((checklist) => checklist.entry === entry.checklist)?.id ?? null,
    references: entry.sources.map((source) => referenceTo(pack, source, org.locale)),
    closedOn: null,
    plannedUntilOn: null,
    planNextOn: plans.length === 0 ? null : dayAt(now, org.timeZone),
    version: 1,
  }
}

/** The units that it names, and where. */
function mentionsOf({ ownedBy, performedBy, units }: TakeInput): { path: string; id: string }[] {
  return [
    { path: 'ownedBy', id: ownedBy },
    ...(performedBy === null ? [] : [{ path: 'performedBy', id: performedBy }]),
    ...Object.entries(units).flatMap(([key, ids]) => ids.map((id) => ({ path: `units.${key}`, id }))),
  ]
}

/** Units named for what no entry of the pack picks would be passed over in silence. */
function unknownPicks(pack: PublishedPack, { units }: TakeInput): FieldFault[] {
  const picks = unitPicksOf(pack.duties)
  const unknown = Object.keys(units).filter((key) => !picks.has(key))
  return unknown.map((key) => ({ path: `units.${key}`, code: 'not-one-of' }))
}

/** The packs are sound: what can be wrong is the day they begin. */
function faultsOfStart({ locale }: Context, duties: readonly Duty[]): FieldFault[] {
  const faults = duties.flatMap(({ plans }) => plans.flatMap((plan) => checkPlan(plan).faults))
  return faults
    .slice(0, 1)
    .map((fault) => ({ path: 'from', code: fault.code, message: planFaultSentence(fault, locale) }))
}

async function keep(
  context: Context,
  duties: readonly (Duty & { libraryEntry: string })[],
  checklists: readonly NewChecklist[],
): Promise<void> {
  if (duties.length === 0) return
  const writes: BoundWrite[] = [
    ...insertMissingChecklists(checklists, context.now),
    ...insertDuties(duties, context.now),
    ...duties.flatMap((duty) => noteWaits(duty.id, dutiesAwaited(duty))),
  ]
  try {
    await commit(context, writes, [...checklists.map(checklistCreated), ...duties.map(dutyCreated)])
  } catch (fault) {
    // Somebody took the same duties over at the same time.
    if (fault instanceof ConstraintFailed && fault.kind === 'unique') throw new Refusal('stale-version')
    throw fault
  }
}

function checklistCreated(checklist: NewChecklist): AuditEntry {
  return { action: 'checklist.created', subjectId: checklist.id, after: checklist }
}

function dutyCreated(duty: Duty): AuditEntry {
  return { action: 'duty.created', subjectId: duty.id, unitId: duty.ownedBy, after: duty }
}
