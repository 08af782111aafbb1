import type { CalendarRound } from '../../domain/calendar/event.ts'
import type { ShownName } from '../../domain/shown-name.ts'
import { nameIn, type Locale } from '../../platform/i18n.ts'
import { printShownName } from '../../platform/role-messages.ts'
import { membersShownTo, type NamesReader } from '../rounds/queries-work.ts'
import { namesIn, type FeedRound, type NamedThing } from './queries-calendar.ts'

/** Who has the calendar: what people are called to them decides what it says. */
type Owner = NamesReader

type Reader = {
  locale: Locale
  origin: string
  categoryName: (category: string) => string
  isJoint: (round: FeedRound) => boolean
}

/** The rounds with their names in the reader's language, in the order of their days. */
export async function calendarRounds(
  owner: Owner,
  rounds: readonly FeedRound[],
  reader: Reader,
): Promise<CalendarRound[]> {
  const names = await namesIn(owner.store, rounds)
  const people = await peopleIn(owner, rounds)
  return rounds
    .toSorted(
      (a, b) => a.plannedOn - b.plannedOn || (a.startsAt ?? 0) - (b.startsAt ?? 0) || compareIds(a, b),
    )
    .map((round) => ({
      ...calendarRound(round, names, reader),
      assignee: assigneeOf(round, people, reader),
    }))
}

/** Nobody, unless the organisation has people named in calendars. */
async function peopleIn(owner: Owner, rounds: readonly FeedRound[]): Promise<ReadonlyMap<string, ShownName>> {
  const assigned = rounds.flatMap(({ assigneeId }) => assigneeId ?? [])
  if (owner.org.settings.names.inFeeds === 'none' || assigned.length === 0) return new Map()
  return membersShownTo(owner, assigned)
}

function assigneeOf(
  { assigneeId }: FeedRound,
  people: ReadonlyMap<string, ShownName>,
  { locale }: Reader,
): string | null {
  const shown = assigneeId === null ? undefined : people.get(assigneeId)
  return shown === undefined ? null : printShownName(locale, shown)
}

function compareIds(a: FeedRound, b: FeedRound): number {
  return a.id < b.id ? -1 : 1
}

function calendarRound(
  round: FeedRound,
  names: ReadonlyMap<string, NamedThing>,
  reader: Reader,
): Omit<CalendarRound, 'assignee'> {
  const nameOf = (id: string | null) => {
    const named = id === null ? undefined : names.get(id)
    return named === undefined ? null : nameIn(reader.locale, named)
  }
  const category = round.dutyId === null ? null : (names.get(round.dutyId)?.category ?? null)
  return {
    ...round,
    isJoint: reader.isJoint(round),
    outcome: outcomeOf(round),
    title: round.title ?? nameOf(round.dutyId) ?? '',
    category: category === null ? null : reader.categoryName(category),
    target: targetOf(round, nameOf),
    performer: nameOf(round.performedBy) ?? '',
    checklist: nameOf(round.checklistId),
    url: `${reader.origin}/rounds/${round.id}`,
  }
}

/** An asset with the unit it is in. A person who is inspected is named nowhere. */
function targetOf(round: FeedRound, nameOf: (id: string | null) => string | null): string | null {
  const unit = nameOf(round.targetUnitId)
  if (round.targetKind !== 'asset') return unit
  return [nameOf(round.targetId), unit].filter((name) => name !== null).join(' · ')
}

function outcomeOf(round: FeedRound): CalendarRound['outcome'] {
  if (round.outcomeKind === null) return null
  return {
    kind: round.outcomeKind,
    performedAt: round.performedAt,
    enteredAt: round.enteredAt,
    lateEntry: round.lateEntry === 1,
    confirmedAt: round.confirmedAt,
  }
}
