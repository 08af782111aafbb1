import { describe, expect, it } from 'vitest'
import { workingDaysLate } from '../../../src/domain/round/lateness.ts'
import { periodKindOf, quotaKeyOf, quotaProgress } from '../../../src/domain/round/quota-progress.ts'
import { weekendsOff } from '../../../src/domain/time/working-days.ts'
import { parseInstant } from '../../../src/domain/time/zone.ts'

describe('keys of quotas and seasons', () => {
  it.each([
    ['2026-07-05/1', '2026-07-05', 1, 'day'],
    ['2026-W05/2', '2026-W05', 2, 'week'],
    ['2026-M07/1', '2026-M07', 1, 'month'],
    ['2026-B4/1', '2026-B4', 1, 'bimonth'],
    ['2026-Q3/12', '2026-Q3', 12, 'quarter'],
    ['2026-H1/1', '2026-H1', 1, 'halfyear'],
    ['2026/1', '2026', 1, 'year'],
    ['2026-S1/1', '2026-S1', 1, 'season'],
  ])('%s', (key, period, number, kind) => {
    expect(quotaKeyOf(key)).toEqual({ period, number })
    expect(periodKindOf(period)).toBe(kind)
  })

  it.each(['20260705', '20260705T0800', 'hand-1f0c', '2026-M07', '2026-M07/'])('%s is none', (key) => {
    expect(quotaKeyOf(key)).toBeNull()
  })
})

describe('progress', () => {
  const today = 100
  it.each([
    ['nothing planned yet', [[101, null]], { done: 0, left: 1, isBehind: false }],
    ['planned for today', [[100, null]], { done: 0, left: 1, isBehind: false }],
    ['a planned day has passed', [[99, null]], { done: 0, left: 1, isBehind: true }],
    [
      'the later one was done instead',
      [
        [99, null],
        [120, 'done'],
      ],
      { done: 1, left: 1, isBehind: false },
    ],
    [
      'two passed, one done',
      [
        [90, 'done'],
        [99, null],
        [120, null],
      ],
      { done: 1, left: 2, isBehind: true },
    ],
    [
      'the one that passed was excused',
      [
        [99, 'excused'],
        [120, null],
      ],
      { done: 0, left: 1, isBehind: false },
    ],
  ] as const)('%s', (_, rounds, expected) => {
    const facts = rounds.map(([plannedOn, outcome]) => ({ plannedOn, outcome }))
    expect(quotaProgress(facts, today)).toEqual(expected)
  })
})

describe('working days late', () => {
  // Due at the end of Friday, 27 February 2026.
  const dueAt = parseInstant('2026-02-28T00:00:00+08:00') ?? 0
  it.each([
    ['2026-02-28T09:00:00+08:00', 0],
    ['2026-03-01T09:00:00+08:00', 0],
    ['2026-03-02T00:00:00+08:00', 1],
    ['2026-03-09T23:59:59+08:00', 6],
  ])('on %s: %i', (now, expected) => {
    expect(workingDaysLate(dueAt, parseInstant(now) ?? 0, 'Asia/Shanghai', weekendsOff)).toBe(expected)
  })
})
