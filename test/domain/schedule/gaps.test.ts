import { describe, expect, it } from 'vitest'
import { openedGaps, usualInterval, type DatedRound } from '../../../src/domain/schedule/gaps.ts'
import type { Rhythm } from '../../../src/domain/schedule/plan.ts'

function on(...days: number[]): DatedRound[] {
  return days.map((planned) => ({ targetId: null, planned }))
}

function of(targetId: string, ...days: number[]): DatedRound[] {
  return days.map((planned) => ({ targetId, planned }))
}

describe('a change opens a gap', () => {
  it.each<[string, Partial<Parameters<typeof openedGaps>[0]>, [number, number][]]>([
    ['longer than twice the usual', { staying: on(0), leaving: on(30), coming: on(61) }, [[0, 61]]],
    ['twice the usual is none', { staying: on(0), leaving: on(30), coming: on(60) }, []],
    ['not where nothing was taken away', { staying: on(0), coming: on(100) }, []],
    [
      'not where what was taken away lay elsewhere',
      { staying: on(0), leaving: on(120), coming: on(100) },
      [],
    ],
    ['what stays in between counts', { staying: on(0, 45), leaving: on(30), coming: on(100) }, []],
    [
      'what stays later does not shorten it',
      { staying: on(0, 130), leaving: on(30), coming: on(100, 160) },
      [[0, 100]],
    ],
    ['not where nothing was ever done', { leaving: on(30), coming: on(100) }, []],
    ['not where nothing comes: the duty ends', { staying: on(0), leaving: on(30) }, []],
    [
      'not where nobody knows the usual',
      { staying: on(0), leaving: on(30), coming: on(900), usual: null },
      [],
    ],
  ])('%s', (_, change, expected) => {
    const gaps = openedGaps({ staying: [], leaving: [], coming: [], usual: 30, ...change })
    expect(gaps.map(({ last, next }) => [last, next])).toEqual(expected)
  })

  it('target by target, the longest first, those alike together', () => {
    expect(
      openedGaps({
        staying: [...of('a', 0), ...of('b', 10), ...of('c', 10), ...of('d', 90)],
        leaving: [...of('a', 20), ...of('b', 30), ...of('c', 30), ...of('d', 95)],
        coming: [...of('a', 100), ...of('b', 100), ...of('c', 100), ...of('d', 100), ...of('e', 100)],
        usual: 30.4,
      }),
    ).toEqual([
      { last: 0, next: 100, days: 100, usual: 30, targetIds: ['a'] },
      { last: 10, next: 100, days: 90, usual: 30, targetIds: ['b', 'c'] },
    ])
  })
})

describe('the usual interval', () => {
  const every = (period: 'week' | 'month' | 'quarter', min = 1): Rhythm => ({
    kind: 'quota',
    period,
    min,
    max: null,
  })
  const once: Rhythm = { kind: 'rule', start: '2026-03-01', rrule: 'FREQ=DAILY;COUNT=1' }

  it.each<[string, Rhythm[], number | null]>([
    ['a plan’s own', [every('week')], 7],
    ['twice a week', [every('week', 2)], 3.5],
    ['of two plans the longer', [every('week'), every('quarter')], 91.3125],
    ['whichever way it changes', [every('quarter'), every('week')], 91.3125],
    ['a plan with a single date has none', [once], null],
    ['and leaves the other’s', [once, every('week')], 7],
  ])('%s', (_, rhythms, expected) => {
    expect(usualInterval(rhythms.map((rhythm) => ({ rhythm, timeZone: 'Asia/Shanghai' })))).toBe(expected)
  })
})
