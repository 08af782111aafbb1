import { describe, expect, it } from 'vitest'
import { dayOf } from '../../../src/domain/time/civil.ts'
import { startOfDay } from '../../../src/domain/time/zone.ts'
import { isSuspended, suspendedTime } from '../../../src/features/duties/suspended.ts'

const zone = 'Asia/Shanghai'
const march = (day: number) => dayOf(2026, 3, day)
const time = (from: number, until: number | null) =>
  suspendedTime(
    { subjectId: 'unit', fromOn: march(from), untilOn: until === null ? null : march(until), reason: '装修' },
    zone,
  )
/** Open from the first of these days to the end of the last. */
const round = (key: string, first: number, last: number, planned = first) => ({
  key,
  planned: march(planned),
  opensAt: startOfDay(march(first), zone),
  dueAt: startOfDay(march(last + 1), zone),
})

describe('what names its day', () => {
  it.each<[string, ReturnType<typeof round>, boolean]>([
    ['the day before', round('20260308', 8, 8), false],
    ['the first day', round('20260309', 9, 9), true],
    ['the last day', round('20260322', 22, 22), true],
    ['the day after', round('20260323', 23, 23), false],
    ['due within, though planned before', round('20260306', 6, 12), true],
    ['planned within, though due after', round('20260320', 20, 25), true],
    ['planned before and due after', round('20260306', 6, 25), false],
  ])('%s', (_, each, expected) => {
    expect(isSuspended(each, [time(9, 22)])).toBe(expected)
  })
})

describe('what may be done on any day of its period', () => {
  const ofMarch = (planned: number) => round('2026-M03/1', 1, 31, planned)
  it.each<[string, number, ReturnType<typeof time>[], boolean]>([
    ['a few days, its planned one among them', 12, [time(10, 14)], false],
    ['its last days', 20, [time(25, 35)], false],
    ['less than half is left', 5, [time(6, 21)], true],
    ['just half is left', 5, [time(1, 15)], false],
    ['from a day on, for good', 3, [time(10, null)], true],
    ['from late in the month on', 3, [time(20, null)], false],
    ['two that leave less than half together', 3, [time(5, 13), time(20, 28)], true],
    ['two on the same days count once', 3, [time(5, 13), time(5, 13)], false],
    ['one within another', 3, [time(5, 18), time(7, 10)], false],
    ['before it', 3, [time(-20, 0)], false],
  ])('%s', (_, planned, times, expected) => {
    expect(isSuspended(ofMarch(planned), times)).toBe(expected)
  })

  it('is the same for every target, whichever day each was planned on', () => {
    const answers = [1, 9, 15, 22, 31].map((planned) => isSuspended(ofMarch(planned), [time(9, 15)]))
    expect(new Set(answers)).toEqual(new Set([false]))
  })
})
