import ICAL from 'ical.js'
import { expect, it } from 'vitest'
import { roundsToCalendar } from '../../../src/domain/calendar/calendar.ts'
import type { CalendarReader, CalendarRound } from '../../../src/domain/calendar/event.ts'
import { printRoundFile } from '../../../src/features/feeds/round-file.ts'
import { aRound, at, reader } from '../../domain/calendar/rounds.ts'

it.each<[string, Partial<CalendarRound>, Partial<CalendarReader>]>([
  ['all-day', {}, {}],
  ['timed', { startsAt: at('2026-03-10T08:00:00+08:00') }, {}],
  ['timed, in New York', { startsAt: at('2026-03-08T02:30:00-05:00') }, { timeZone: 'America/New_York' }],
  [
    'overdue, in Chinese',
    { title: '手卫生；检查, "一"' },
    { language: 'zh-CN', now: at('2026-04-02T00:00:00Z') },
  ],
  ['withdrawn', { withdrawnAt: at('2026-03-01T00:00:00Z') }, {}],
])('the file of a round says what the feed says: %s', (_, changes, who) => {
  const [round, as] = [aRound(changes), { ...reader, ...who }]
  const feed = roundsToCalendar({ id: 'f', name: 'n', source: 'https://rounds.test/x' }, [round], as).text
  expect(eventIn(printRoundFile(round, as))).toEqual(eventIn(feed))
})

function eventIn(text: string) {
  const component = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')
  const valueOf = (name: string) => String(component?.getFirstPropertyValue(name))
  const names = [
    'uid',
    'sequence',
    'dtstamp',
    'last-modified',
    'dtstart',
    'dtend',
    'summary',
    'description',
    'location',
    'url',
    'status',
    'transp',
  ]
  return Object.fromEntries(names.map((name) => [name, valueOf(name)]))
}
