import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import { eventOf, type CalendarReader, type CalendarRound } from '../../domain/calendar/event.ts'

/** One round as a file to add to a calendar by hand; with the UID it has in feeds, so that no program shows it twice. */
export function printRoundFile(round: CalendarRound, reader: CalendarReader): string {
  const event = eventOf(round, reader)
  const isAllDay = 'day' in event.start
  const calendar = ical({
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Rounds', product: 'Rounds', language: reader.language === 'en' ? 'EN' : 'ZH' },
  })
  calendar.createEvent({
    id: event.uid,
    sequence: event.sequence,
    stamp: new Date(event.changedAt),
    lastModified: new Date(event.changedAt),
    allDay: isAllDay,
    start: new Date('day' in event.start ? event.start.day * 86_400_000 : event.start.at),
    end: new Date('day' in event.start ? (event.start.day + 1) * 86_400_000 : event.start.until),
    summary: event.title,
    description: event.description,
    location: event.location,
    url: round.url,
    status: event.status === 'CANCELLED' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: ICalEventTransparency.TRANSPARENT,
  })
  // The package leaves out the last line's end.
  return `${calendar.toString().trimEnd()}\r\n`
}
