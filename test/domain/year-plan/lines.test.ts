import { describe, expect, it } from 'vitest'
import { linesOf, type Counts, type Tally } from '../../../src/domain/year-plan/lines.ts'
import { shownOf } from '../../../src/domain/year-plan/marks.ts'
import type { LineKind } from '../../../src/domain/year-plan/spans.ts'

const tally = (
  kind: LineKind,
  first: number,
  last: number,
  counts: Counts,
  over: Partial<Tally> = {},
): Tally => ({
  kind,
  span: { first, last },
  counts,
  period: null,
  isExtra: false,
  round: null,
  ...over,
})
/** `7-9 done1`, and `·` for a month without anything. */
const print = (tallies: Tally[]) =>
  linesOf(tallies).map(({ cells }) =>
    cells
      .map(({ span, counts, extra }) => {
        const parts = [counts, extra].map((all) => Object.entries(all).flat().join(''))
        const [own, added] = parts
        if (own === '' && added === '') return '·'
        const months = span.first === span.last ? span.first : `${span.first}-${span.last}`
        return `${months} ${own}${added === '' ? '' : `+${added}`}`
      })
      .join('|'),
  )

describe('the lines of a duty', () => {
  it.each<[string, Tally[], string[]]>([
    ['nothing', [], []],
    [
      'counts of one month are added',
      [
        tally('month', 2, 2, { done: 3 }),
        tally('month', 2, 2, { late: 1 }),
        tally('month', 2, 2, { done: 1 }),
      ],
      ['·|2 done4late1|·|·|·|·|·|·|·|·|·|·'],
    ],
    ['a quarter spans its months', [tally('quarter', 7, 9, { open: 1 })], ['·|·|·|·|·|·|7-9 open1|·|·|·']],
    [
      'monthly and quarterly targets of one duty stand above each other',
      [tally('quarter', 1, 3, { done: 9 }), tally('month', 1, 1, { done: 2 })],
      ['1 done2|·|·|·|·|·|·|·|·|·|·|·', '1-3 done9|·|·|·|·|·|·|·|·|·'],
    ],
    [
      'periods that overlap after a change of plans become one',
      [tally('year', 3, 3, { done: 1 }), tally('year', 3, 5, { open: 1 })],
      ['·|·|3-5 done1open1|·|·|·|·|·|·|·'],
    ],
    [
      'a round made by hand stands in the cell of its month',
      [tally('quarter', 4, 6, { done: 1 }), tally('month', 5, 5, { done: 1 }, { isExtra: true })],
      ['·|·|·|4-6 done1+done1|·|·|·|·|·|·'],
    ],
    [
      'or alone where the duty has nothing then',
      [tally('quarter', 4, 6, { done: 1 }), tally('month', 8, 8, { open: 1 }, { isExtra: true })],
      ['·|·|·|4-6 done1|·|8 +open1|·|·|·|·'],
    ],
    [
      'and of standing work',
      [tally('month', 8, 8, { done: 2 }, { isExtra: true })],
      ['·|·|·|·|·|·|·|8 +done2|·|·|·|·'],
    ],
  ])('%s', (_, tallies, expected) => {
    expect(print(tallies)).toEqual(expected)
  })

  it('a cell of one round leads to it, of one period to that', () => {
    const one = tally('quarter', 1, 3, { done: 1 }, { period: '2026-Q1', round: 'round_a' })
    const other = tally('quarter', 1, 3, { open: 1 }, { period: '2026-Q1', round: 'round_b' })
    expect(linesOf([one])[0]?.cells[0]).toMatchObject({ period: '2026-Q1', round: 'round_a' })
    expect(linesOf([one, other])[0]?.cells[0]).toMatchObject({ period: '2026-Q1', round: null })
  })
})

describe('what is shown of a cell', () => {
  it.each<[string, Counts, boolean, ReturnType<typeof shownOf>]>([
    ['nothing', {}, false, { kind: 'empty' }],
    ['one', { late: 1 }, true, { kind: 'signs', marks: ['late'] }],
    [
      'a few, in the order of a year that goes well',
      { planned: 1, done: 2, missed: 1 },
      false,
      { kind: 'signs', marks: ['done', 'done', 'missed', 'planned'] },
    ],
    ['many', { done: 31 }, false, { kind: 'count', mark: 'done', done: 31, total: 31 }],
    [
      'of targets always a count',
      { done: 2, open: 1 },
      true,
      { kind: 'count', mark: 'open', done: 2, total: 3 },
    ],
    [
      'the gravest gives the sign',
      { done: 20, 'made-up': 1, missed: 1, overdue: 2 },
      true,
      { kind: 'count', mark: 'missed', done: 21, total: 24 },
    ],
    [
      'the excused are owed by nobody',
      { done: 4, excused: 1 },
      true,
      { kind: 'count', mark: 'done', done: 4, total: 4 },
    ],
    ['a forecast', { forecast: 30 }, true, { kind: 'count', mark: 'forecast', done: 0, total: 30 }],
  ])('%s', (_, counts, perTarget, expected) => {
    expect(shownOf(counts, { perTarget })).toEqual(expected)
  })
})
