import fc from 'fast-check'
import { expect, it } from 'vitest'
import { periodsOfCover } from '../../../src/domain/schedule/cover.ts'
import { lotteryOf } from '../../../src/domain/schedule/draw.ts'
import type { Plan, Targets } from '../../../src/domain/schedule/plan.ts'
import { weekendsOff } from '../../../src/domain/time/working-days.ts'
import { startOfDay } from '../../../src/domain/time/zone.ts'
import { expectedRounds, identityOf } from '../../../src/features/duties/expected-rounds.ts'
import type { PastRound } from '../../../src/features/duties/queries-past.ts'
import type { PlanningWorld } from '../../../src/features/duties/queries-planning-world.ts'
import type { Duty } from '../../../src/features/duties/queries.ts'
import { planningOf } from '../../../src/features/duties/runs.ts'
import { day, planOf, quota, rule } from './schedule-fixtures.ts'

const zone = 'Asia/Shanghai'
const begin = day('2026-01-01')
const horizon = 60
const wards = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']

const lottery = lotteryOf(new Uint8Array(32).fill(7))

type Turns = Pick<Exclude<Targets, { none: true }>, 'perOccurrence' | 'coverWithin'> & {
  coverage?: 'rotate' | 'draw'
}

/** A store of one duty, planned anew at each visit as the planner does it. */
function hospital(rhythm: Plan['rhythm'], turns: Turns, window: Plan['window'] = {}) {
  const targets: Targets = { units: { tags: ['ward'] }, coverage: 'rotate', ...turns }
  const plan: Plan = { id: 'plan', ...planOf(rhythm, { targets, window }) }
  const duty = { id: 'duty', ownedBy: 'office', performedBy: 'office', plans: [plan] } as unknown as Duty
  const stored = new Map<string, PastRound>()

  function visit(today: number, open: readonly string[]): void {
    const now = startOfDay(today, zone)
    const world: PlanningWorld = {
      units: wards.map((id) => ({
        id,
        parentId: null,
        tags: open.includes(id) ? ['ward'] : [],
        closedOn: null,
      })),
      assets: [],
      members: [],
      suspensions: [],
      validUntil: new Map(),
      lottery,
      past: new Map([['duty', [...stored.values()]]]),
      workingDaysOf: () => weekendsOff,
    }
    const planning = planningOf(duty, world, { now, today, since: begin, timeZone: zone })
    const expected = expectedRounds(planning, { from: begin, to: today + horizon }).filter(
      ({ occurrence }) => occurrence.dueAt > now,
    )
    const wanted = new Set(expected.map(identityOf))
    for (const [id, round] of stored) {
      if (!round.isFixed && round.dueAt > now && !wanted.has(id)) stored.delete(id)
    }
    for (const round of expected) {
      const id = identityOf(round)
      if (!stored.has(id)) stored.set(id, storedOf(id, round))
    }
  }
  function touch(number: number): void {
    const untouched = [...stored.values()].filter(({ isFixed }) => !isFixed)
    const round = untouched[number % untouched.length]
    if (round !== undefined) stored.set(round.id, { ...round, isFixed: true })
  }
  return { visit, touch, rounds: () => [...stored.values()].toSorted((a, b) => a.occursOn - b.occursOn) }
}

function storedOf(
  id: string,
  { run, target, occurrence }: ReturnType<typeof expectedRounds>[number],
): PastRound {
  return {
    id,
    dutyId: 'duty',
    planId: run.plan.id,
    key: occurrence.key,
    targetId: target.id,
    targetKind: target.kind,
    targetUnitId: target.unitId,
    topic: null,
    hiddenUntil: null,
    occursOn: occurrence.date,
    plannedOn: occurrence.planned,
    opensAt: occurrence.opensAt,
    dueAt: occurrence.dueAt,
    doneAt: null,
    enteredAt: null,
    isSettled: false,
    isFixed: false,
  }
}

it('wards open, close and change their tags between the planner’s visits: none waits while another has two turns', () => {
  const changes = fc.array(
    fc.record({ days: fc.integer({ min: 1, max: 25 }), open: fc.subarray(wards, { minLength: 1 }) }),
    { minLength: 1, maxLength: 12 },
  )
  const rhythms = fc.constantFrom<Plan['rhythm']>(
    rule('FREQ=WEEKLY;BYDAY=TH'),
    rule('FREQ=WEEKLY;BYDAY=MO,WE,FR'),
    quota('month', { min: 4, spread: 'even' }),
    quota('year', { min: 24, spread: 'even' }),
  )
  fc.assert(
    fc.property(rhythms, fc.integer({ min: 1, max: 2 }), changes, (rhythm, perOccurrence, visits) => {
      const { visit, rounds } = hospital(rhythm, { perOccurrence })
      let today = begin
      visit(today, wards)
      const lives = [{ from: today, open: wards }]
      for (const { days, open } of visits) {
        today += days
        visit(today, open)
        const before = JSON.stringify(rounds().map(({ id }) => id))
        visit(today, open)
        expect(JSON.stringify(rounds().map(({ id }) => id))).toBe(before)
        lives.push({ from: today, open })
      }
      // An occurrence of a quota may be filled late, when its day is over and its period is not.
      if (rhythm.kind !== 'rule') return
      const turns = [...Map.groupBy(rounds(), ({ occursOn }) => occursOn).entries()]
      /** Could have been chosen on every day from the first to the last of these. */
      const couldBe = (ward: string, first: number, last: number) =>
        lives.every(({ from, open }, index) => {
          const until = lives[index + 1]?.from ?? Infinity
          return from > last || until <= first || open.includes(ward)
        })
      for (const ward of wards) {
        const own = turns.filter(([, all]) => all.some(({ targetId }) => targetId === ward))
        own.slice(1).forEach(([second], index) => {
          const first = own[index]?.[0] ?? 0
          const had = new Set(
            turns
              .filter(([date]) => date >= first && date <= second)
              .flatMap(([, all]) => all.map(({ targetId }) => targetId)),
          )
          const waiting = wards.filter((other) => !had.has(other) && couldBe(other, first, second))
          expect({ ward, first, second, waiting }).toEqual({ ward, first, second, waiting: [] })
        })
      }
    }),
    { numRuns: 150 },
  )
})

it('as many at a time as a month or a week needs, in turn or by lot: planned twice it is the same, and all are had', () => {
  const visits = fc.array(
    fc.record({
      days: fc.integer({ min: 1, max: 25 }),
      open: fc.subarray(wards, { minLength: 1 }),
      touched: fc.option(fc.nat()),
    }),
    { minLength: 1, maxLength: 6 },
  )
  const rhythms = fc.constantFrom<Plan['rhythm']>(
    rule('FREQ=WEEKLY;BYDAY=TH'),
    rule('FREQ=WEEKLY;BYDAY=MO,WE,FR'),
    quota('month', { min: 4, spread: 'even' }),
    quota('day', { min: 1 }),
  )
  const windows = fc.constantFrom({}, { openBefore: 'P10D' }, { openBefore: 'P0D', dueAfter: 'P5D' })
  const coverages = fc.constantFrom('rotate' as const, 'draw' as const)
  const covers = fc.constantFrom('week' as const, 'month' as const)
  fc.assert(
    fc.property(
      rhythms,
      windows,
      coverages,
      covers,
      visits,
      (rhythm, window, coverage, coverWithin, some) => {
        const { visit, touch, rounds } = hospital(
          rhythm,
          { coverage, coverWithin, perOccurrence: 'auto' },
          window,
        )
        let [today, last] = [begin, wards]
        visit(today, last)
        for (const { days, open, touched } of some) {
          if (touched !== null) touch(touched)
          today += days
          last = open
          visit(today, open)
          const once = rounds()
            .map(({ id }) => id)
            .toSorted()
          visit(today, open)
          expect(
            rounds()
              .map(({ id }) => id)
              .toSorted(),
          ).toEqual(once)
        }
        const periods = periodsOfCover(coverWithin)
        for (
          let index = periods.indexOf(today) + 1;
          periods.at(index).last < today + horizon - 10;
          index += 1
        ) {
          const { first, last: end, id } = periods.at(index)
          const had = rounds().filter(({ occursOn }) => occursOn >= first && occursOn <= end)
          const waiting = last.filter((ward) => had.every(({ targetId }) => targetId !== ward))
          if (had.length > 0) expect({ id, waiting }).toEqual({ id, waiting: [] })
        }
      },
    ),
    { numRuns: 150 },
  )
})

it('a quarter of which most lies within the plan is covered, though its first occurrence comes late', () => {
  const { visit, rounds } = hospital(rule('FREQ=MONTHLY;BYMONTHDAY=20;BYMONTH=3,4,5,6'), {
    perOccurrence: 'auto',
    coverWithin: 'quarter',
  })
  for (const today of [begin, begin + 60, day('2026-03-20')]) {
    visit(today, wards)
    const had = rounds().filter(({ occursOn }) => occursOn < day('2026-04-01'))
    expect(had.map(({ targetId }) => targetId).toSorted()).toEqual(today === begin ? [] : wards)
  }
})
