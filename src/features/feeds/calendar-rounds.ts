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
      target: targetOf(round, names, people, reader.locale),
      assignee: personOf(round.assigneeId, people, reader.locale),
    }))
}

/** Nobody, unless the organisation has people named in calendars. */
async function peopleIn(owner: Owner, rounds: readonly FeedRound[]): Promise<ReadonlyMap<string, ShownName>> {
  const named = rounds.flatMap((round) => [round.assigneeId ?? [], memberInspected(round) ?? []].flat())
  if (owner.org.settings.names.inFeeds === 'none' || named.length === 0) return new Map()
  return membersShownTo(owner, named)
}

function personOf(
  memberId: string | null,
  people: ReadonlyMap<string, ShownName>,
  locale: Locale,
): string | null {
  const shown = memberId === null ? undefined : people.get(memberId)
  return shown === undefined ? null : printShownName(locale, shown)
}

/** Who is inspected; null where it is no person, or the very one who does it. */
function memberInspected({ targetKind, targetId, assigneeId }: FeedRound): string | null {
  return targetKind === 'member' && targetId !== assigneeId ? targetId : null
}

function compareIds(a: FeedRound, b: FeedRound): number {
  return a.id < b.id ? -1 : 1
}

function calendarRound(
  round: FeedRound,
  names: ReadonlyMap<string, NamedThing>,
  reader: Reader,
): Omit<CalendarRound, 'target' | 'assignee'> {
  const nameOf = namerIn(names, reader.locale)
  const category = round.dutyId === null ? null : (names.get(round.dutyId)?.category ?? null)
  return {
    ...round,
    isJoint: reader.isJoint(round),
    outcome: outcomeOf(round),
    title: round.title ?? nameOf(round.dutyId) ?? '',
    category: category === null ? null : reader.categoryName(category),
    performer: nameOf(round.performedBy) ?? '',
    checklist: nameOf(round.checklistId),
    url: `${reader.origin}/rounds/${round.id}`,
  }
}

function namerIn(names: ReadonlyMap<string, NamedThing>, locale: Locale) {
  return (id: string | null): string | null => {
    const named = id === null ? undefined : names.get(id)
    return named === undefined ? null : nameIn(locale, named)
  }
}

/** An asset, or a person where people are named, with the unit they are in. */
function targetOf(
  round: FeedRound,
  names: ReadonlyMap<string, NamedThing>,
  people: ReadonlyMap<string, ShownName>,
  locale: Locale,
): string | null {
  const nameOf = namerIn(names, locale)
  const asset = round.targetKind === 'asset' ? nameOf(round.targetId) : null
  const parts = [asset, personOf(memberInspected(round), people, locale), nameOf(round.targetUnitId)]
  return parts.filter((part) => part !== null).join(' · ') || null
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
