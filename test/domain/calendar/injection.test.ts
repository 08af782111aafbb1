import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, it } from 'vitest'
import { roundsToCalendar } from '../../../src/domain/calendar/calendar.ts'
import { cutText } from '../../../src/domain/calendar/text.ts'
import { aRound, reader } from './rounds.ts'

const hostile = fc.oneof(
  fc.constantFrom(
    'x\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nACTION:DISPLAY',
    'END:VCALENDAR',
    '\u2028BEGIN:VEVENT',
    '\uD800\uDC00\uDC00',
    '😀'.repeat(5_000),
    ';:,"\\'.repeat(50),
    '\0\r\n\t',
  ),
  fc.string({ unit: 'binary', maxLength: 200 }),
)

const properties = [
  'uid',
  'dtstamp',
  'last-modified',
  'sequence',
  'dtstart',
  'dtend',
  'summary',
  'description',
  'location',
  'categories',
  'url',
  'status',
  'transp',
  'x-microsoft-cdo-busystatus',
]

it('no text, in whatever field, becomes anything but text', () => {
  const texts = fc.record({
    title: hostile,
    topic: hostile,
    target: hostile,
    performer: hostile,
    checklist: hostile,
    category: hostile,
  })
  fc.assert(
    fc.property(texts, hostile, (fields, name) => {
      const head = { id: 'feed_t1_x', name, source: 'https://rounds.test/calendar/x.ics' }
      const { text } = roundsToCalendar(head, [aRound(fields)], reader)
      for (const line of text.split('\r\n')) {
        expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
        expect(line).not.toMatch(/[\r\n]/)
      }
      const calendar = new ICAL.Component(ICAL.parse(text))
      const [event, ...others] = calendar.getAllSubcomponents()
      expect(others).toEqual([])
      expect(event?.getAllProperties().map((property) => property.name)).toEqual(properties)
      expect(event?.getAllSubcomponents()).toEqual([])
      expect(event?.getFirstPropertyValue('location')).toBe(cutText(fields.target, 200))
      // ical.js leaves the escapes of properties that it does not know.
      const shownName = String(calendar.getFirstPropertyValue('x-wr-calname'))
      expect(unescaped(shownName)).toBe(cutText(name, 200))
    }),
    { numRuns: 1_500 },
  )
})

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/g, (_, one: string) => (one === 'n' ? '\n' : one))
}
