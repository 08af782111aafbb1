import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { roundsToCalendar, type CalendarHead } from '../../../src/domain/calendar/calendar.ts'
import type { CalendarReader, CalendarRound } from '../../../src/domain/calendar/event.ts'
import { aRound, at, reader } from './rounds.ts'

const head: CalendarHead = {
  id: 'feed_t1_x',
  name: 'My rounds',
  source: 'https://rounds.test/calendar/t1-x.ics',
}

describe('one event a round', () => {
  it.each<[string, Partial<CalendarRound>, string, string, number, string]>([
    ['open', {}, '2026-03-02T09:00:00+08:00', 'Hand hygiene · Medical Ward 1', 4, '2026-02-01T00:00:00Z'],
    ['planned', {}, '2026-02-02T09:00:00+08:00', 'Hand hygiene · Medical Ward 1', 4, '2026-02-01T00:00:00Z'],
    [
      'overdue',
      {},
      '2026-04-02T09:00:00+08:00',
      '! Overdue: Hand hygiene · Medical Ward 1',
      5,
      '2026-03-31T16:00:00Z',
    ],
    [
      'missed',
      {},
      '2026-04-09T09:00:00+08:00',
      '✕ Missed: Hand hygiene · Medical Ward 1',
      6,
      '2026-04-07T16:00:00Z',
    ],
    [
      'done late',
      { version: 2, updatedAt: at('2026-04-02T01:00:00Z'), outcome: doneAt('2026-04-02T01:00:00Z') },
      '2026-04-09T09:00:00+08:00',
      '✓ Done late: Hand hygiene · Medical Ward 1',
      11,
      '2026-04-02T01:00:00Z',
    ],
    [
      'withdrawn',
      { version: 3, withdrawnAt: at('2026-02-03T00:00:00Z'), updatedAt: at('2026-02-03T00:00:00Z') },
      '2026-03-02T09:00:00+08:00',
      '× Withdrawn: Hand hygiene · Medical Ward 1',
      15,
      '2026-02-03T00:00:00Z',
    ],
  ])('%s', (state, changes, now, title, sequence, changedAt) => {
    const [event] = eventsOf([aRound(changes)], { ...reader, now: at(now) })
    expect(event).toMatchObject({ uid: 'round_t1_abc@rounds', summary: title, start: '2026-03-10', sequence })
    expect(event?.stamp).toBe(changedAt)
    expect(event?.lastModified).toBe(changedAt)
    expect(event?.status).toBe(state === 'withdrawn' ? 'CANCELLED' : 'CONFIRMED')
  })

  it('says in Chinese what is so', () => {
    const now = at('2026-04-02T09:00:00+08:00')
    const round = aRound({ title: '手卫生检查', target: '内科一病区', topic: '外科手消毒' })
    const [event] = eventsOf([round], { ...reader, language: 'zh-CN', now })
    expect(event?.summary).toBe('! 逾期：手卫生检查（外科手消毒） · 内科一病区')
    expect(event?.description).toContain('执行时段：2026年3月1日 至 2026年3月31日')
    expect(event?.description).toContain('已于2026年3月31日到期，尚未完成')
  })

  it('puts a timed round at its instant in UTC', () => {
    const [event] = eventsOf([aRound({ startsAt: at('2026-03-10T08:00:00+08:00') })], reader)
    expect(event?.start).toBe('2026-03-10T00:00:00Z')
  })

  it('keeps titles under 200 characters and descriptions near 300 octets', () => {
    const long = '很长的名称'.repeat(100)
    const round = aRound({ title: long, topic: long, target: long, performer: long, checklist: long })
    const [event] = eventsOf([round], { ...reader, language: 'zh-CN' })
    expect(event?.summary.length).toBeLessThanOrEqual(200)
    expect(new TextEncoder().encode(event?.description).length).toBeLessThanOrEqual(340)
  })

  it('blocks nobody’s time', () => {
    const { text } = roundsToCalendar(head, [aRound()], reader)
    expect(text).toContain('\r\nTRANSP:TRANSPARENT\r\n')
    expect(text).toContain('\r\nX-MICROSOFT-CDO-BUSYSTATUS:FREE\r\n')
    expect(text).not.toContain('RRULE')
  })
})

describe('the head', () => {
  it('names the calendar before any component, and says how often to come back', () => {
    const calendar = parse(roundsToCalendar(head, [], reader).text)
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH')
    expect(calendar.getFirstPropertyValue('name')).toBe('My rounds')
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('My rounds')
    expect(calendar.getFirstPropertyValue('x-wr-timezone')).toBe('Asia/Shanghai')
    expect(String(calendar.getFirstPropertyValue('refresh-interval'))).toBe('PT4H')
    expect(calendar.getFirstPropertyValue('source')).toBe(head.source)
  })
})

describe('how long the text holds', () => {
  it.each([
    [
      'from midnight to midnight',
      '2026-03-02T09:00:00+08:00',
      '2026-03-02T00:00:00+08:00',
      '2026-03-03T00:00:00+08:00',
    ],
    [
      'until it falls due within the day',
      '2026-03-31T09:00:00+08:00',
      '2026-03-31T00:00:00+08:00',
      '2026-03-31T17:00:00+08:00',
    ],
    [
      'since it fell due',
      '2026-03-31T18:00:00+08:00',
      '2026-03-31T17:00:00+08:00',
      '2026-04-01T00:00:00+08:00',
    ],
  ])('%s', (_, now, since, until) => {
    const round = aRound({ dueAt: at('2026-03-31T17:00:00+08:00') })
    const calendar = roundsToCalendar(head, [round], { ...reader, now: at(now) })
    expect({ since: calendar.since, until: calendar.until }).toEqual({ since: at(since), until: at(until) })
  })

  it('is the same text at any two instants of that stretch', () => {
    const instants = fc.integer({ min: at('2026-03-01T00:00:00Z'), max: at('2026-04-20T00:00:00Z') })
    fc.assert(
      fc.property(instants, fc.double({ min: 0, max: 1, noNaN: true }), (now, share) => {
        const round = aRound({ dueAt: at('2026-03-31T17:00:00+08:00') })
        const first = roundsToCalendar(head, [round], { ...reader, now })
        const later = Math.floor(first.since + share * (first.until - 1 - first.since))
        expect(roundsToCalendar(head, [round], { ...reader, now: later })).toEqual(first)
      }),
    )
  })
})

describe('a calendar that would be too large', () => {
  it('keeps the nearest rounds and says so', () => {
    const rounds = Array.from({ length: 100 }, (_, index) =>
      aRound({ id: `round_t1_${index}`, plannedOn: aRound().plannedOn + index }),
    )
    const calendar = roundsToCalendar(head, rounds, reader, { mostBytes: 30_000 })
    expect(new TextEncoder().encode(calendar.text).length).toBeLessThan(30_000)
    const uids = eventsIn(calendar.text).map(({ uid }) => uid)
    const shown = uids.length - 1
    expect(uids.slice(0, shown)).toEqual(rounds.slice(0, shown).map(({ id }) => `${id}@rounds`))
    expect(calendar.omitted).toBe(100 - shown)
    expect(eventsIn(calendar.text).at(-1)?.summary).toBe(
      `Too many rounds for one calendar: only the nearest ${shown} are shown`,
    )
  })
})

function doneAt(text: string): CalendarRound['outcome'] {
  return { kind: 'done', performedAt: at(text), enteredAt: at(text), lateEntry: false, confirmedAt: null }
}

function eventsOf(rounds: CalendarRound[], as: CalendarReader) {
  return eventsIn(roundsToCalendar(head, rounds, as).text)
}

function eventsIn(text: string) {
  return parse(text)
    .getAllSubcomponents('vevent')
    .map((component) => {
      const event = new ICAL.Event(component)
      return {
        uid: event.uid,
        summary: event.summary,
        description: event.description,
        start: event.startDate.toString(),
        sequence: event.sequence,
        stamp: String(component.getFirstPropertyValue('dtstamp')),
        lastModified: String(component.getFirstPropertyValue('last-modified')),
        status: component.getFirstPropertyValue('status'),
      }
    })
}

function parse(text: string): ICAL.Component {
  return new ICAL.Component(ICAL.parse(text))
}
