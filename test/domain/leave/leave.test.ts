import { describe, expect, it } from 'vitest'
import type { Role } from '../../../src/domain/access.ts'
import { Refusal } from '../../../src/domain/errors.ts'
import {
  decideDeputy,
  isAbsentThroughout,
  mostStoodInFor,
  nextChange,
  overlap,
  spanOf,
  type LeaveAsked,
  type Span,
} from '../../../src/domain/leave/leave.ts'
import { parseDate, type Day } from '../../../src/domain/time/civil.ts'
import { parseInstant, printInstant, type Instant } from '../../../src/domain/time/zone.ts'

const zone = 'Asia/Shanghai'

function at(text: string): Instant {
  return parseInstant(text) ?? NaN
}

function on(text: string): Day {
  return parseDate(text) ?? NaN
}

function days(from: string, until: string, timeZone = zone): Span {
  return spanOf({ fromOn: on(from), untilOn: on(until) }, timeZone)
}

const now = at('2026-03-02T09:00:00+08:00')

function asked(parts: Partial<LeaveAsked> & { from?: string; until?: string } = {}): LeaveAsked {
  const { from = '2026-03-05', until = '2026-03-10', ...rest } = parts
  return {
    absent: { id: 'wang', role: 'inspector' },
    deputy: { id: 'li', role: 'inspector' },
    fromOn: on(from),
    untilOn: on(until),
    leaves: [],
    leavesOfDeputy: [],
    standingIn: [],
    ...rest,
  }
}

/** `path code` of the first fault, or the code of the refusal; null where it is granted. */
function refusalOf(leave: LeaveAsked, when = now): string | null {
  try {
    decideDeputy(leave, when, zone)
    return null
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    const [first] = fault.faults
    return first === undefined ? fault.code : `${first.path} ${first.code}`
  }
}

describe('a leave lasts from the first moment of its first day to the end of its last', () => {
  it.each([
    ['Asia/Shanghai', '2026-03-05', '2026-03-10', '2026-03-05T00:00:00+08:00', '2026-03-11T00:00:00+08:00'],
    ['one day', '2026-03-05', '2026-03-05', '2026-03-05T00:00:00+08:00', '2026-03-06T00:00:00+08:00'],
    ['a leap day', '2028-02-29', '2028-02-29', '2028-02-29T00:00:00+08:00', '2028-03-01T00:00:00+08:00'],
    [
      'the turn of a year',
      '2026-12-31',
      '2027-01-01',
      '2026-12-31T00:00:00+08:00',
      '2027-01-02T00:00:00+08:00',
    ],
    ['Europe/Berlin', '2026-03-29', '2026-03-29', '2026-03-29T00:00:00+01:00', '2026-03-30T00:00:00+02:00'],
    ['Europe/Berlin', '2026-10-25', '2026-10-25', '2026-10-25T00:00:00+02:00', '2026-10-26T00:00:00+01:00'],
    // the clock goes from 23:59 to 01:00: the day begins at one
    [
      'America/Santiago',
      '2026-09-06',
      '2026-09-06',
      '2026-09-06T01:00:00-03:00',
      '2026-09-07T00:00:00-03:00',
    ],
    // 30 December 2011 was skipped whole
    ['Pacific/Apia', '2011-12-29', '2011-12-30', '2011-12-29T00:00:00-10:00', '2011-12-31T00:00:00+14:00'],
  ])('%s: %s to %s', (name, from, until, fromAt, untilAt) => {
    const timeZone = name.includes('/') ? name : zone
    const span = days(from, until, timeZone)
    expect(printInstant(span.fromAt, timeZone)).toBe(fromAt)
    expect(printInstant(span.untilAt, timeZone)).toBe(untilAt)
  })
})

describe('who may have a deputy, and when', () => {
  it.each<[string, Partial<LeaveAsked> & { from?: string; until?: string }, string | null]>([
    ['from Thursday', {}, null],
    ['from today', { from: '2026-03-02' }, null],
    ['one day', { from: '2026-03-05', until: '2026-03-05' }, null],
    ['from yesterday', { from: '2026-03-01' }, 'from in-the-past'],
    ['back before gone', { until: '2026-03-04' }, 'until end-before-start'],
    ['a year', { from: '2026-03-05', until: '2027-03-04' }, null],
    ['a year and a day', { from: '2026-03-05', until: '2027-03-05' }, 'until range-too-long'],
    ['a year ahead', { from: '2027-03-02', until: '2027-03-02' }, null],
    ['more than a year ahead', { from: '2027-03-03', until: '2027-03-03' }, 'from too-far-ahead'],
    ['by oneself', { deputy: { id: 'wang', role: 'inspector' } }, 'deputyId own-deputy'],
    ['a year from a leap day', { from: '2028-02-29', until: '2029-02-27' }, 'from too-far-ahead'],
  ])('%s', (_, parts, expected) => {
    expect(refusalOf(asked(parts))).toBe(expected)
  })

  it('a year that begins on a leap day ends with February', () => {
    const leapDay = at('2028-02-29T09:00:00+08:00')
    const from = { from: '2028-02-29' }
    expect(refusalOf(asked({ ...from, until: '2029-02-27' }), leapDay)).toBeNull()
    expect(refusalOf(asked({ ...from, until: '2029-02-28' }), leapDay)).toBe('until range-too-long')
  })

  it.each<[Role, Role, string | null]>([
    ['inspector', 'inspector', null],
    ['inspector', 'lead', null],
    ['lead', 'inspector', null],
    ['supervisor', 'lead', null],
    ['lead', 'viewer', 'deputyId not-a-performer'],
    ['lead', 'admin', 'deputyId not-a-performer'],
    ['viewer', 'inspector', 'nothing-to-stand-in-for'],
    ['admin', 'admin', 'admin-has-no-deputy'],
    ['admin', 'supervisor', 'admin-has-no-deputy'],
  ])('of %s by %s: %s', (absent, deputy, expected) => {
    const roles = { absent: { id: 'wang', role: absent }, deputy: { id: 'li', role: deputy } }
    expect(refusalOf(asked(roles))).toBe(expected)
  })
})

describe('leaves that meet', () => {
  it.each<[string, Partial<LeaveAsked>, string | null]>([
    [
      'another of the same person in between',
      { leaves: [days('2026-03-08', '2026-03-20')] },
      'from leave-overlaps',
    ],
    ['one that ends the day before', { leaves: [days('2026-03-03', '2026-03-04')] }, null],
    ['one that begins the day after', { leaves: [days('2026-03-11', '2026-03-12')] }, null],
    [
      'the deputy is away for all of it',
      { leavesOfDeputy: [days('2026-03-01', '2026-03-31')] },
      'deputyId deputy-away',
    ],
    [
      'the deputy is away for all of it, by two leaves',
      { leavesOfDeputy: [days('2026-03-08', '2026-03-20'), days('2026-03-04', '2026-03-07')] },
      'deputyId deputy-away',
    ],
    ['the deputy is away for some of it', { leavesOfDeputy: [days('2026-03-06', '2026-03-31')] }, null],
    [
      'the deputy has as many as one can look after',
      { standingIn: Array.from({ length: mostStoodInFor }, () => days('2026-03-10', '2026-03-31')) },
      'deputyId deputy-busy',
    ],
    [
      'the deputy has as many at another time',
      { standingIn: Array.from({ length: mostStoodInFor }, () => days('2026-03-11', '2026-03-31')) },
      null,
    ],
  ])('%s', (_, parts, expected) => {
    expect(refusalOf(asked(parts))).toBe(expected)
  })

  it('to meet takes a common moment', () => {
    expect(overlap({ fromAt: 0, untilAt: 5 }, { fromAt: 5, untilAt: 9 })).toBe(false)
    expect(overlap({ fromAt: 0, untilAt: 6 }, { fromAt: 5, untilAt: 9 })).toBe(true)
  })

  it('a gap between two leaves is a moment of presence', () => {
    const span = { fromAt: 10, untilAt: 20 }
    expect(
      isAbsentThroughout(
        [
          { fromAt: 0, untilAt: 14 },
          { fromAt: 15, untilAt: 30 },
        ],
        span,
      ),
    ).toBe(false)
    expect(
      isAbsentThroughout(
        [
          { fromAt: 0, untilAt: 15 },
          { fromAt: 15, untilAt: 30 },
        ],
        span,
      ),
    ).toBe(true)
    expect(isAbsentThroughout([], span)).toBe(false)
  })

  it('what changes next is the nearest beginning or end that is to come', () => {
    const leaves = [
      { fromAt: 5, untilAt: 9 },
      { fromAt: 7, untilAt: 30 },
    ]
    expect([0, 5, 7, 9, 30].map((moment) => nextChange(leaves, moment))).toEqual([5, 7, 9, 30, null])
  })
})
