import { describe, expect, it } from 'vitest'
import { decideMoveOfSeveral, type MoveTo } from '../../../src/domain/round/move-several.ts'
import type { RoundSubject } from '../../../src/domain/round/subject.ts'
import { dayOf } from '../../../src/domain/time/civil.ts'
import { actors, doneAt, march, resultOf, roundWith, zone, type Person } from './fixtures.ts'

const monday = march(2, 9)
const to = (date: number): MoveTo => ({ to: dayOf(2026, 3, date) })
/** Open on that one day. */
const ofDay = (date: number, values: Partial<RoundSubject> = {}) =>
  roundWith({
    plannedOn: dayOf(2026, 3, date),
    opensAt: march(date),
    dueAt: march(date + 1),
    missesAt: march(date + 3),
    ...values,
  })
const ofMarch = (values: Partial<RoundSubject> = {}) =>
  roundWith({
    key: '2026-M03/1',
    plannedOn: dayOf(2026, 3, 12),
    opensAt: march(1),
    dueAt: march(32),
    missesAt: march(39),
    ...values,
  })

function move(
  round: RoundSubject,
  moveTo: MoveTo,
  { by = 'owner', reason = '评审' }: { by?: Person; reason?: string | null } = {},
) {
  return decideMoveOfSeveral(actors[by], round, { moveTo, reason }, monday, zone)
}

describe('one of several rounds that are moved', () => {
  it('within its window: the day alone', () => {
    expect(move(ofMarch(), to(20))).toMatchObject({
      plannedOn: dayOf(2026, 3, 20),
      opensAt: march(1),
      dueAt: march(32),
      firstDueAt: null,
    })
  })

  it('past its due time: postponed by as much, the first due time kept', () => {
    expect(move(ofDay(10), { by: 7 })).toMatchObject({
      plannedOn: dayOf(2026, 3, 17),
      opensAt: march(10),
      dueAt: march(18),
      missesAt: march(20),
      firstDueAt: march(11),
    })
  })

  it('before its opening, ahead of a survey: opens earlier by as much, due as before', () => {
    expect(move(ofDay(10), to(4))).toMatchObject({
      plannedOn: dayOf(2026, 3, 4),
      opensAt: march(4),
      dueAt: march(11),
      firstDueAt: null,
    })
  })

  it('keeps its time of day', () => {
    const timed = ofDay(10, { startsAt: march(10, 14) })
    expect(move(timed, { by: -2 }).startsAt).toBe(march(8, 14))
    expect(move(timed, { by: 2 }).startsAt).toBe(march(12, 14))
  })

  it.each<[string, RoundSubject, MoveTo, Parameters<typeof move>[2], string]>([
    ['a quota’s round beyond its period', ofMarch(), to(33), {}, 'outside-period'],
    ['a quota’s round before its period', ofMarch({ opensAt: march(10) }), to(5), {}, 'outside-period'],
    ['no reason where it is postponed', ofDay(10), { by: 7 }, { reason: null }, 'reason-to-postpone'],
    ['no reason is needed within the window', ofMarch(), to(20), { reason: null }, 'ok'],
    ['no reason is needed to bring it forward', ofDay(10), to(4), { reason: null }, 'ok'],
    ['postponed by who performs it', ofDay(10), { by: 7 }, { by: 'lead' }, 'not-allowed'],
    ['brought forward by who performs it', ofDay(10), to(4), { by: 'lead' }, 'not-allowed'],
    ['within the window by who performs it', ofMarch(), to(20), { by: 'lead' }, 'ok'],
    ['by a viewer', ofMarch(), to(20), { by: 'viewer' }, 'not-allowed'],
    ['to the day it has', ofDay(10), to(10), {}, 'already-planned-then'],
    ['to a day that is over', ofDay(10), to(1), {}, 'in-the-past'],
    ['done', ofDay(2, { outcome: doneAt(march(2, 8)) }), { by: 7 }, {}, 'already-done'],
    ['in progress', ofDay(2, { startedAt: march(2, 8) }), { by: 7 }, {}, 'round-in-progress'],
    ['withdrawn', ofDay(10, { withdrawnAt: march(1) }), { by: 7 }, {}, 'round-withdrawn'],
    ['missed', ofDay(-10), { by: 20 }, {}, 'already-missed'],
    ['overdue, to a day to come', ofDay(1, { missesAt: null }), to(5), {}, 'ok'],
  ])('%s', (_, round, moveTo, options, expected) => {
    expect(resultOf(() => move(round, moveTo, options))).toBe(expected)
  })
})
