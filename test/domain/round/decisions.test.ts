import { describe, expect, it } from 'vitest'
import { decideByHand } from '../../../src/domain/round/by-hand.ts'
import { decideMove } from '../../../src/domain/round/change.ts'
import {
  decideAnswering,
  decideCompletion,
  decideConfirmation,
  decideCorrection,
  decideUndo,
} from '../../../src/domain/round/completion.ts'
import { decideExcuse, decideOnExcuse } from '../../../src/domain/round/excuse.ts'
import { decideMissAcknowledgement, decideMissReason } from '../../../src/domain/round/miss.ts'
import { requireCompleteRecord, standingAnswers, type AnswerValue } from '../../../src/domain/round/record.ts'
import { dayOf } from '../../../src/domain/time/civil.ts'
import { actors, day, doneAt, hour, march, resultOf, roundWith, zone } from './fixtures.ts'

describe('when it was done', () => {
  it.each([
    ['at the opening', march(2), march(2), 'ok', false],
    ['a millisecond before the opening', march(2) - 1, march(2), 'not-open-yet', null],
    ['at the opening, entered before it', march(2), march(2) - 1, 'not-open-yet', null],
    ['five minutes ahead', march(2, 9, 5), march(2, 9), 'ok', false],
    ['more than five minutes ahead', march(2, 9, 5) + 1, march(2, 9), 'in-the-future', null],
    ['entered 24 hours later', march(2, 9), march(3, 9), 'ok', false],
    ['entered after more than 24 hours', march(2, 9), march(3, 9) + 1, 'ok', true],
  ])('%s', (_, performedAt, now, result, lateEntry) => {
    const decide = () => decideCompletion(actors.nurse, roundWith(), performedAt, now)
    expect(resultOf(decide)).toBe(result)
    if (lateEntry !== null) expect(decide()).toEqual({ lateEntry })
  })

  it.each([
    ['before the miss time', march(6) - 1, null, 'ok'],
    ['at the miss time', march(6), null, 'make-up-forbidden'],
    ['after it, started in time', march(6, 10), march(5, 12), 'ok'],
    ['started in time, 24 hours over', march(6, 12), march(5, 12), 'make-up-forbidden'],
    ['started too late', march(6, 10), march(6), 'make-up-forbidden'],
  ])('what must not be made up: %s', (_, performedAt, startedAt, result) => {
    const round = roundWith({ makeUp: 'forbidden', startedAt })
    expect(resultOf(() => decideCompletion(actors.nurse, round, performedAt, performedAt))).toBe(result)
    expect(resultOf(() => decideAnswering(actors.nurse, round, [performedAt], performedAt))).toBe(result)
  })

  it('a late entry of work done in time is no making up', () => {
    const round = roundWith({ makeUp: 'forbidden' })
    expect(decideCompletion(actors.nurse, round, march(3), march(9))).toEqual({ lateEntry: true })
  })

  it('answers say when they were given, and start what was not started', () => {
    const answering = (startedAt: number | null, at: number) =>
      decideAnswering(actors.nurse, roundWith({ startedAt }), [at], march(2, 9))
    expect(answering(null, march(2, 9))).toEqual({ starts: true })
    expect(answering(march(2, 8), march(2, 9))).toEqual({ starts: false })
    expect(resultOf(() => answering(null, march(2, 10)))).toBe('in-the-future')
  })
})

describe('how long one may take back and mend', () => {
  const round = roundWith({ outcome: doneAt(march(2, 9), march(2, 10)) })
  const elsewhere = { ...actors.nurse, ownUnits: new Set(['elsewhere']) }
  it.each([
    ['undo at 15 minutes', () => decideUndo(actors.nurse, round, null, march(2, 10, 15)), 'ok'],
    ['undo after', () => decideUndo(actors.nurse, round, null, march(2, 10, 15) + 1), 'undo-too-late'],
    ['correct at 24 hours', () => decideCorrection(actors.nurse, round, march(3, 10)), 'ok'],
    ['correct after', () => decideCorrection(actors.nurse, round, march(3, 10) + 1), 'correction-too-late'],
    ['undo, handed over since', () => decideUndo(elsewhere, round, null, march(2, 10)), 'not-allowed'],
  ])('%s', (_, decide, result) => {
    expect(resultOf(decide)).toBe(result)
  })
})

describe('a late entry is confirmed', () => {
  const late = (memberId: string, confirmedAt: number | null = null) =>
    roundWith({ outcome: { ...doneAt(march(2, 9), march(4)), memberId, confirmedAt } })
  it.each([
    ['by the lead of the ward', actors.lead, late('nurse'), 'ok'],
    ['by the owner', actors.owner, late('nurse'), 'ok'],
    ['not by its author', actors.lead, late('lead'), 'not-allowed'],
    ['not by the supervisor who entered it', actors.supervisor, late('supervisor'), 'not-allowed'],
    ['once', actors.lead, late('nurse', march(4)), 'already-confirmed'],
  ])('%s', (_, actor, round, result) => {
    expect(resultOf(() => decideConfirmation(actor, round))).toBe(result)
  })
})

describe('excuses', () => {
  const asked = roundWith({ excuse: { askedAt: march(2), granted: null } })
  it('are granted at once by who may grant', () => {
    expect(decideExcuse(actors.nurse, roundWith(), march(2))).toEqual({ granted: false })
    expect(decideExcuse(actors.owner, roundWith(), march(2))).toEqual({ granted: true })
  })
  it('wait one at a time; a declined one is no hindrance', () => {
    expect(resultOf(() => decideExcuse(actors.nurse, asked, march(2)))).toBe('excuse-pending')
    const declined = roundWith({ excuse: { askedAt: march(2), granted: false } })
    expect(resultOf(() => decideExcuse(actors.nurse, declined, march(2)))).toBe('ok')
  })
  it('take a reason to decline, and something that waits', () => {
    const decline = (round = asked, reason: string | null = null) =>
      resultOf(() => decideOnExcuse(actors.owner, round, { granted: false, reason }))
    expect([decline(), decline(asked, 'why'), decline(roundWith(), 'why')]).toEqual([
      'required',
      'ok',
      'no-excuse-pending',
    ])
  })
})

describe('the reason for a miss', () => {
  it('is given until it is acknowledged, and acknowledged once', () => {
    const explained = roundWith({ missReason: 'why' })
    const settled = roundWith({ missReason: 'why', missAcknowledgedAt: march(8) })
    expect(resultOf(() => decideMissReason(actors.nurse, explained, march(7)))).toBe('ok')
    expect(resultOf(() => decideMissReason(actors.nurse, settled, march(9)))).toBe('already-acknowledged')
    expect(resultOf(() => decideMissAcknowledgement(actors.owner, explained))).toBe('ok')
    expect(resultOf(() => decideMissAcknowledgement(actors.owner, settled))).toBe('already-acknowledged')
  })
})

describe('moving', () => {
  const timed = roundWith({ startsAt: march(2, 9), opensAt: march(2), dueAt: march(5) })
  const on = (date: number) => dayOf(2026, 3, date)
  const move = (round: typeof timed, change: Parameters<typeof decideMove>[2]) =>
    decideMove(actors.owner, round, change, march(3, 10), zone)

  it.each([
    ['today', timed, { plannedOn: on(3) }, 'ok'],
    ['the last day', timed, { plannedOn: on(4) }, 'ok'],
    ['the day that begins when it is due', timed, { plannedOn: on(5) }, 'outside-window'],
    ['yesterday', timed, { plannedOn: on(1) }, 'in-the-past'],
    ['before the opening', roundWith({ opensAt: march(4) }), { plannedOn: on(3) }, 'outside-window'],
    ['past the due hour', { ...timed, dueAt: march(4, 8) }, { plannedOn: on(4) }, 'outside-window'],
    ['further with the due time', timed, { plannedOn: on(6), dueAt: march(7), reason: 'why' }, 'ok'],
    ['a quota', { ...timed, key: '2026-M03/1' }, { dueAt: march(7), reason: 'why' }, 'quota-due-fixed'],
    ['a season', { ...timed, key: '2026-S3/1' }, { dueAt: march(7), reason: 'why' }, 'quota-due-fixed'],
  ])('to %s', (_, round, change, result) => {
    expect(resultOf(() => move(round, change))).toBe(result)
  })

  it('takes the hour along, and the miss time with the due time', () => {
    expect(move(timed, { plannedOn: on(4) })).toMatchObject({ startsAt: march(4, 9), dueAt: march(5) })
    expect(move(timed, { dueAt: march(7), reason: 'why' })).toMatchObject({
      missesAt: march(8),
      firstDueAt: march(5),
    })
    const never = { ...timed, missesAt: null, firstDueAt: march(4) }
    expect(move(never, { dueAt: march(7), reason: 'why' })).toMatchObject({
      missesAt: null,
      firstDueAt: march(4),
    })
  })
})

describe('a round by hand', () => {
  const wish = {
    ownedBy: 'office',
    performedBy: 'ward',
    plannedOn: dayOf(2026, 3, 3),
    dueAt: null,
    dutyClosed: false,
  }
  const make = (change: Partial<typeof wish | { dueAt: number }> = {}, actor = actors.lead) =>
    decideByHand(actor, { ...wish, ...change }, march(3, 10), zone)

  it('is open all its day and never missed', () => {
    expect(make()).toEqual({ opensAt: march(3), dueAt: march(4), missesAt: null })
    expect(make({ dueAt: march(3, 12) })).toMatchObject({ dueAt: march(3, 12) })
  })
  it.each([
    ['yesterday', { plannedOn: dayOf(2026, 3, 2) }, 'in-the-past'],
    ['due by now', { dueAt: march(3, 10) }, 'end-before-start'],
    ['of a closed duty', { dutyClosed: true }, 'duty-closed'],
    ['for another ward', { ownedBy: 'other', performedBy: 'other' }, 'not-allowed'],
  ])('%s: refused', (_, change, code) => {
    expect(resultOf(() => make(change))).toBe(code)
  })
  it('is a lead’s or supervisor’s to make', () => {
    const results = Object.values(actors).map((actor) => resultOf(() => make({}, actor)))
    expect(results).toEqual(['not-allowed', 'not-allowed', 'not-allowed', 'ok', 'ok', 'ok'])
  })
})

describe('the record', () => {
  const answer = (id: string, item: string, value: AnswerValue, at: number, note: string | null = null) => ({
    id,
    item,
    value,
    note,
    answeredAt: at,
    enteredAt: at,
  })
  it('the last answer of an item holds, in whatever order they came', () => {
    const answers = [
      answer('b', 'exits', 'no', 2 * hour, 'x'),
      answer('a', 'exits', 'yes', day),
      answer('c', 'exits', 'no', hour, 'y'),
    ]
    expect(standingAnswers(answers).get('exits')?.id).toBe('a')
  })
  it.each([
    ['all answered', [answer('a', 'x', 'yes', 1), answer('b', 'y', 'not-applicable', 1)], 'ok'],
    ['one not', [answer('a', 'x', 'yes', 1)], 'unanswered'],
    ['a "no" without a note', [answer('a', 'x', 'no', 1), answer('b', 'y', 'yes', 1)], 'note-wanted'],
    ['a "no" with a note', [answer('a', 'x', 'no', 1, 'why'), answer('b', 'y', 'yes', 1)], 'ok'],
  ])('%s', (_, answers, result) => {
    expect(resultOf(() => requireCompleteRecord(answers, [{ id: 'x' }, { id: 'y' }]))).toBe(result)
  })
})
