import { describe, expect, it } from 'vitest'
import { decideHandOver, decideMove } from '../../../src/domain/round/change.ts'
import {
  decideAnswering,
  decideCompletion,
  decideConfirmation,
  decideCorrection,
  decideUndo,
} from '../../../src/domain/round/completion.ts'
import { decideExcuse, decideOnExcuse } from '../../../src/domain/round/excuse.ts'
import { decideMissAcknowledgement, decideMissReason } from '../../../src/domain/round/miss.ts'
import { actors, day, inState, people, resultOf, zone, type Person } from './fixtures.ts'
import type { Actor } from '../../../src/domain/access.ts'
import type { RoundState } from '../../../src/domain/round/state.ts'
import type { RoundSubject } from '../../../src/domain/round/subject.ts'

/**
 * State × command × person, every cell. `x` is not-allowed, `.` is ok; other refusals by their code. The columns:
 * viewer, admin and nurse of the performing ward, its lead, the lead of the owning office, the supervisor.
 */
const commands: Record<string, [(actor: Actor, round: RoundSubject, now: number) => unknown, string]> = {
  complete: [
    (actor, round, now) => decideCompletion(actor, round, now, now),
    `          viewer  admin  nurse              lead               owner  supervisor
     planned   x       x      not-open-yet       not-open-yet       x      not-open-yet
     open      x       x      .                  .                  x      .
     overdue   x       x      .                  .                  x      .
     missed    x       x      .                  .                  x      .
     done      x       x      already-done       already-done       x      already-done
     late      x       x      already-done       already-done       x      already-done
     made-up   x       x      already-done       already-done       x      already-done
     excused   x       x      already-excused    already-excused    x      already-excused
     withdrawn x       x      round-withdrawn    round-withdrawn    x      round-withdrawn`,
  ],
  'complete what must not be made up': [
    (actor, round, now) => decideCompletion(actor, { ...round, makeUp: 'forbidden' }, now, now),
    `          viewer  admin  nurse              lead               owner  supervisor
     planned   x       x      not-open-yet       not-open-yet       x      not-open-yet
     open      x       x      .                  .                  x      .
     overdue   x       x      .                  .                  x      .
     missed    x       x      make-up-forbidden  make-up-forbidden  x      make-up-forbidden
     done      x       x      already-done       already-done       x      already-done
     late      x       x      already-done       already-done       x      already-done
     made-up   x       x      already-done       already-done       x      already-done
     excused   x       x      already-excused    already-excused    x      already-excused
     withdrawn x       x      round-withdrawn    round-withdrawn    x      round-withdrawn`,
  ],
  answer: [
    (actor, round, now) => decideAnswering(actor, round, [now], now),
    `          viewer  admin  nurse            lead             owner  supervisor
     planned   x       x      not-open-yet     not-open-yet     x      not-open-yet
     open      x       x      .                .                x      .
     overdue   x       x      .                .                x      .
     missed    x       x      .                .                x      .
     done      x       x      already-done     already-done     x      already-done
     late      x       x      already-done     already-done     x      already-done
     made-up   x       x      already-done     already-done     x      already-done
     excused   x       x      already-excused  already-excused  x      already-excused
     withdrawn x       x      round-withdrawn  round-withdrawn  x      round-withdrawn`,
  ],
  undo: [
    (actor, round, now) => decideUndo(actor, round, 'why', now),
    `          viewer    admin     nurse     lead      owner     supervisor
     planned   x         x         not-done  not-done  not-done  not-done
     open      x         x         not-done  not-done  not-done  not-done
     overdue   x         x         not-done  not-done  not-done  not-done
     missed    x         x         not-done  not-done  not-done  not-done
     done      x         x         .         .         .         .
     late      x         x         .         .         .         .
     made-up   x         x         .         .         .         .
     excused   x         x         not-done  not-done  not-done  not-done
     withdrawn x         x         not-done  not-done  not-done  not-done`,
  ],
  'undo without a reason, a day later': [
    (actor, round, now) => decideUndo(actor, round, null, now + day),
    `          viewer    admin     nurse          lead      owner     supervisor
     planned   x         x         not-done       not-done  not-done  not-done
     open      x         x         not-done       not-done  not-done  not-done
     overdue   x         x         not-done       not-done  not-done  not-done
     missed    x         x         not-done       not-done  not-done  not-done
     done      x         x         undo-too-late  required  required  required
     late      x         x         undo-too-late  required  required  required
     made-up   x         x         undo-too-late  required  required  required
     excused   x         x         not-done       not-done  not-done  not-done
     withdrawn x         x         not-done       not-done  not-done  not-done`,
  ],
  correct: [
    (actor, round, now) => decideCorrection(actor, round, now + day),
    `          viewer    admin     nurse                lead      owner     supervisor
     planned   x         x         not-done             not-done  not-done  not-done
     open      x         x         not-done             not-done  not-done  not-done
     overdue   x         x         not-done             not-done  not-done  not-done
     missed    x         x         not-done             not-done  not-done  not-done
     done      x         x         correction-too-late  .         .         .
     late      x         x         correction-too-late  .         .         .
     made-up   x         x         correction-too-late  .         .         .
     excused   x         x         not-done             not-done  not-done  not-done
     withdrawn x         x         not-done             not-done  not-done  not-done`,
  ],
  confirm: [
    (actor, round) => decideConfirmation(actor, round),
    `          viewer  admin  nurse  lead           owner          supervisor
     planned   x       x      x      not-done       not-done       not-done
     open      x       x      x      not-done       not-done       not-done
     overdue   x       x      x      not-done       not-done       not-done
     missed    x       x      x      not-done       not-done       not-done
     done      x       x      x      no-late-entry  no-late-entry  no-late-entry
     late      x       x      x      no-late-entry  no-late-entry  no-late-entry
     made-up   x       x      x      no-late-entry  no-late-entry  no-late-entry
     excused   x       x      x      not-done       not-done       not-done
     withdrawn x       x      x      not-done       not-done       not-done`,
  ],
  excuse: [
    (actor, round, now) => decideExcuse(actor, round, now),
    `          viewer  admin  nurse            lead             owner            supervisor
     planned   x       x      .                .                .                .
     open      x       x      .                .                .                .
     overdue   x       x      .                .                .                .
     missed    x       x      already-missed   already-missed   already-missed   already-missed
     done      x       x      already-done     already-done     already-done     already-done
     late      x       x      already-done     already-done     already-done     already-done
     made-up   x       x      already-done     already-done     already-done     already-done
     excused   x       x      already-excused  already-excused  already-excused  already-excused
     withdrawn x       x      round-withdrawn  round-withdrawn  round-withdrawn  round-withdrawn`,
  ],
  'decide on an excuse that waits': [
    (actor, round, now) =>
      decideOnExcuse(
        actor,
        { ...round, excuse: { askedAt: now, granted: null } },
        { granted: true, reason: null },
      ),
    `          viewer  admin  nurse  lead  owner            supervisor
     planned   x       x      x      x     .                .
     open      x       x      x      x     .                .
     overdue   x       x      x      x     .                .
     missed    x       x      x      x     .                .
     done      x       x      x      x     already-done     already-done
     late      x       x      x      x     already-done     already-done
     made-up   x       x      x      x     already-done     already-done
     excused   x       x      x      x     already-excused  already-excused
     withdrawn x       x      x      x     round-withdrawn  round-withdrawn`,
  ],
  'explain a miss': [
    (actor, round, now) => decideMissReason(actor, round, now),
    `          viewer  admin  nurse       lead        owner  supervisor
     planned   x       x      not-missed  not-missed  x      not-missed
     open      x       x      not-missed  not-missed  x      not-missed
     overdue   x       x      not-missed  not-missed  x      not-missed
     missed    x       x      .           .           x      .
     done      x       x      not-missed  not-missed  x      not-missed
     late      x       x      not-missed  not-missed  x      not-missed
     made-up   x       x      .           .           x      .
     excused   x       x      not-missed  not-missed  x      not-missed
     withdrawn x       x      not-missed  not-missed  x      not-missed`,
  ],
  'acknowledge a reason': [
    (actor, round) => decideMissAcknowledgement(actor, round),
    `          viewer  admin  nurse  lead  owner           supervisor
     planned   x       x      x      x     no-miss-reason  no-miss-reason
     open      x       x      x      x     no-miss-reason  no-miss-reason
     overdue   x       x      x      x     no-miss-reason  no-miss-reason
     missed    x       x      x      x     no-miss-reason  no-miss-reason
     done      x       x      x      x     no-miss-reason  no-miss-reason
     late      x       x      x      x     no-miss-reason  no-miss-reason
     made-up   x       x      x      x     no-miss-reason  no-miss-reason
     excused   x       x      x      x     no-miss-reason  no-miss-reason
     withdrawn x       x      x      x     no-miss-reason  no-miss-reason`,
  ],
  'move inside the window': [
    (actor, round, now) => decideMove(actor, round, { plannedOn: round.plannedOn }, now, zone),
    `          viewer  admin  nurse            lead             owner            supervisor
     planned   x       x      .                .                .                .
     open      x       x      .                .                .                .
     overdue   x       x      .                .                .                .
     missed    x       x      already-missed   already-missed   already-missed   already-missed
     done      x       x      already-done     already-done     already-done     already-done
     late      x       x      already-done     already-done     already-done     already-done
     made-up   x       x      already-done     already-done     already-done     already-done
     excused   x       x      already-excused  already-excused  already-excused  already-excused
     withdrawn x       x      round-withdrawn  round-withdrawn  round-withdrawn  round-withdrawn`,
  ],
  postpone: [
    (actor, round, now) => decideMove(actor, round, { dueAt: round.dueAt + day, reason: 'why' }, now, zone),
    `          viewer  admin  nurse  lead  owner            supervisor
     planned   x       x      x      x     .                .
     open      x       x      x      x     .                .
     overdue   x       x      x      x     .                .
     missed    x       x      x      x     already-missed   already-missed
     done      x       x      x      x     already-done     already-done
     late      x       x      x      x     already-done     already-done
     made-up   x       x      x      x     already-done     already-done
     excused   x       x      x      x     already-excused  already-excused
     withdrawn x       x      x      x     round-withdrawn  round-withdrawn`,
  ],
  'hand over': [
    (actor, round) => decideHandOver(actor, round),
    `          viewer  admin  nurse  lead             owner            supervisor
     planned   x       x      x      .                .                .
     open      x       x      x      .                .                .
     overdue   x       x      x      .                .                .
     missed    x       x      x      .                .                .
     done      x       x      x      already-done     already-done     already-done
     late      x       x      x      already-done     already-done     already-done
     made-up   x       x      x      already-done     already-done     already-done
     excused   x       x      x      already-excused  already-excused  already-excused
     withdrawn x       x      x      round-withdrawn  round-withdrawn  round-withdrawn`,
  ],
}

describe.each(Object.entries(commands))('%s', (_, [decide, table]) => {
  const [heading = [], ...rows] = table.split('\n').map((line) => line.trim().split(/\s+/))

  it('has a cell for every state and person', () => {
    expect(heading).toEqual(people)
    expect(rows.map(([state]) => state)).toEqual(Object.keys(inState))
  })

  const cells = rows.flatMap(([state = '', ...results]) =>
    results.map((result, column) => [state as RoundState, heading[column] as Person, result] as const),
  )
  it.each(cells)('%s, %s: %s', (state, person, expected) => {
    const { round, now } = inState[state]
    const result = resultOf(() => decide(actors[person], round, now))
    expect(result).toBe(expected === '.' ? 'ok' : expected === 'x' ? 'not-allowed' : expected)
  })
})
