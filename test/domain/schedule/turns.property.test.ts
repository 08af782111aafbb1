import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coversOf, type Cover } from '../../../src/domain/schedule/cover.ts'
import { drawsOf, lotteryOf } from '../../../src/domain/schedule/draw.ts'
import type { CoverWithin } from '../../../src/domain/schedule/plan.ts'
import { takeTurns, type Turn } from '../../../src/domain/schedule/turns.ts'
import { dayOf } from '../../../src/domain/time/civil.ts'

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
const rankOf = (id: string) => ids.indexOf(id)
const lottery = lotteryOf(new Uint8Array(32).fill(7))
const firstDay = dayOf(2026, 1, 1)

/** Targets come and go, and are passed over, from one occurrence to the next. */
const changing = fc.array(
  fc.record({
    gap: fc.integer({ min: 1, max: 9 }),
    candidates: fc.subarray(ids),
    perOccurrence: fc.integer({ min: 1, max: 3 }),
  }),
  { minLength: 1, maxLength: 60 },
)

function datesAfter(gaps: readonly number[]): number[] {
  let date = firstDay
  return gaps.map((gap) => (date += gap))
}

describe('taking turns', () => {
  it('nobody who could have had one waits while another has two, nor has anyone two on end, whoever comes and goes', () => {
    fc.assert(
      fc.property(changing, (steps) => {
        const dates = datesAfter(steps.map(({ gap }) => gap))
        const turns = steps.map(({ candidates, perOccurrence }, index): Turn => {
          const open = { candidates, perOccurrence, cover: null, draw: null }
          return { date: dates[index] ?? 0, kept: [], open }
        })
        const taken = takeTurns(turns, rankOf)
        taken.forEach((all, index) => {
          const { candidates, perOccurrence } = steps[index] ?? {
            candidates: [] as string[],
            perOccurrence: 0,
          }
          expect(all).toHaveLength(Math.min(perOccurrence, candidates.length))
          expect(new Set(all).size).toBe(all.length)
          expect(all.filter((id) => !candidates.includes(id))).toEqual([])
        })
        for (const id of ids) {
          const own = taken.flatMap((all, index) => (all.includes(id) ? [index] : []))
          own.slice(1).forEach((second, at) => {
            const first = own[at] ?? 0
            const waiting = ids.filter((other) =>
              taken
                .slice(first, second + 1)
                .every(
                  (all, offset) =>
                    !all.includes(other) && (steps[first + offset]?.candidates ?? []).includes(other),
                ),
            )
            expect(waiting).toEqual([])
          })
        }
      }),
      { numRuns: 500 },
    )
  })

  it('goes on from what is kept as if it had not stopped', () => {
    fc.assert(
      fc.property(changing, fc.nat(), fc.boolean(), (steps, stop, byLot) => {
        const dates = datesAfter(steps.map(({ gap }) => gap))
        const turns = steps.map(({ candidates, perOccurrence }, index): Turn => {
          const draw = byLot ? drawsOf(lottery, 'duty', String(index)) : null
          return {
            date: dates[index] ?? 0,
            kept: [],
            open: { candidates, perOccurrence, cover: null, draw },
          }
        })
        const whole = takeTurns(turns, rankOf)
        const resumed = steps.map(({ candidates, perOccurrence }, index): Turn => {
          const date = dates[index] ?? 0
          // Stored rounds are read in the order of their ids.
          if (index < stop % steps.length) return { date, kept: (whole[index] ?? []).toSorted(), open: null }
          const draw = byLot ? drawsOf(lottery, 'duty', String(index)) : null
          return { date, kept: [], open: { candidates, perOccurrence, cover: null, draw } }
        })
        expect(takeTurns(resumed, rankOf).map((all) => all.toSorted())).toEqual(
          whole.map((all) => all.toSorted()),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('who keeps a turn has had it, and the occurrence is filled up beside them', () => {
    const open = { candidates: ['a', 'b', 'c'], perOccurrence: 2, cover: null, draw: null }
    const turns: Turn[] = [
      { date: 1, kept: ['b'], open },
      { date: 2, kept: [], open },
      { date: 3, kept: ['x'], open: null },
      { date: 4, kept: ['c', 'x'], open },
    ]
    expect(takeTurns(turns, rankOf)).toEqual([['b', 'a'], ['c', 'a'], ['x'], ['c', 'x']])
  })
})

it('who keeps a turn that comes soon has none before it, and counts as covered by it', () => {
  const candidates = ['a', 'b', 'c']
  const open = { candidates, perOccurrence: 1, cover: null, draw: null }
  const keptLater = (cover: Cover | null): Turn[] => [
    { date: 1, kept: [], open: { ...open, cover } },
    { date: 2, kept: ['a'], open: { ...open, cover } },
    { date: 3, kept: [], open: { ...open, cover } },
    { date: 4, kept: [], open: { ...open, cover } },
  ]
  expect(takeTurns(keptLater(null), rankOf)).toEqual([['b'], ['a'], ['c'], ['b']])
  const cover = { since: 1, until: 3, left: 2, pace: null }
  expect(takeTurns(keptLater(cover), rankOf)).toEqual([['b'], ['a'], ['c'], ['b']])
})

describe('coverWithin', () => {
  const plans = fc.record({
    within: fc.constantFrom<CoverWithin>('week', 'month', 'quarter'),
    gaps: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 20, maxLength: 80 }),
    perOccurrence: fc.oneof(fc.constant<'auto'>('auto'), fc.integer({ min: 1, max: 6 })),
    candidates: fc.subarray(ids, { minLength: 1 }),
    byLot: fc.boolean(),
  })

  it('covers every period that has turns enough, by turns and by lot', () => {
    fc.assert(
      fc.property(plans, ({ within, gaps, perOccurrence, candidates, byLot }) => {
        const dates = datesAfter(gaps)
        const covers = coversOf(dates, within, { from: firstDay, until: Infinity })
        const turns = dates.map((date, index): Turn => {
          const draw = byLot ? drawsOf(lottery, 'duty', String(index)) : null
          const cover = covers[index] ?? null
          return { date, kept: [], open: { candidates, perOccurrence, cover, draw } }
        })
        const taken = takeTurns(turns, rankOf)
        const periods = Map.groupBy(
          taken.map((all, index) => ({ all, since: covers[index]?.since ?? 0 })),
          ({ since }) => since,
        )
        for (const turnsOfPeriod of periods.values()) {
          const room = perOccurrence === 'auto' ? Infinity : turnsOfPeriod.length * perOccurrence
          const had = new Set(turnsOfPeriod.flatMap(({ all }) => all))
          expect(had.size).toBe(Math.min(candidates.length, room))
          if (perOccurrence !== 'auto') continue
          // No more at a time than an even share asks for.
          const most = Math.ceil(candidates.length / turnsOfPeriod.length)
          for (const { all } of turnsOfPeriod) expect(all.length).toBeLessThanOrEqual(Math.max(1, most))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('12 within a month: 3, 3, 2, 2, 2 on five Thursdays; the month begun too late keeps its pace', () => {
    const many = Array.from({ length: 12 }, (_, index) => `w${index}`)
    const thursdays = Array.from({ length: 7 }, (_, week) => dayOf(2026, 3, 19) + 7 * week)
    const covers = coversOf(thursdays, 'month', { from: dayOf(2026, 3, 18), until: Infinity })
    const turns = thursdays.map((date, index): Turn => {
      const cover = covers[index] ?? null
      return { date, kept: [], open: { candidates: many, perOccurrence: 'auto', cover, draw: null } }
    })
    const sizes = takeTurns(turns, (id) => many.indexOf(id)).map(({ length }) => length)
    expect(sizes).toEqual([3, 3, 3, 3, 2, 2, 2])
  })
})
