import type { Actor, Role } from '../../../src/domain/access.ts'
import { invalid, Refusal } from '../../../src/domain/errors.ts'
import { stateOf, type RoundState } from '../../../src/domain/round/state.ts'
import type { RoundSubject } from '../../../src/domain/round/subject.ts'
import { dayOf } from '../../../src/domain/time/civil.ts'
import { toInstant } from '../../../src/domain/time/zone.ts'

export const zone = 'Asia/Shanghai'
export const hour = 3_600_000
export const day = 24 * hour

/** An instant of March 2026 in Shanghai. */
export function march(date: number, hours = 0, minutes = 0): number {
  return toInstant(dayOf(2026, 3, date), 0, zone) + hours * hour + minutes * 60_000
}

/** Open on 2 and 3 March, missed from the 6th; ward does what the office owns. */
export function roundWith(values: Partial<RoundSubject> = {}): RoundSubject {
  return {
    key: '20260302',
    withUnits: [],
    ownedBy: 'office',
    performedBy: 'ward',
    assigneeId: null,
    targetId: 'ward',
    targetUnitId: 'ward',
    hiddenUntil: null,
    makeUp: 'allowed',
    plannedOn: dayOf(2026, 3, 2),
    startsAt: null,
    opensAt: march(2),
    dueAt: march(4),
    missesAt: march(6),
    firstDueAt: null,
    startedAt: null,
    withdrawnAt: null,
    missReason: null,
    missAcknowledgedAt: null,
    outcome: null,
    excuse: null,
    ...values,
  }
}

/** `nurse` has done what is done. */
export function doneAt(performedAt: number, enteredAt = performedAt): NonNullable<RoundSubject['outcome']> {
  const lateEntry = enteredAt - performedAt > day
  return { kind: 'done', memberId: 'nurse', performedAt, enteredAt, lateEntry, confirmedAt: null }
}

export const actors = {
  viewer: actor('viewer', 'viewer', ['ward']),
  admin: actor('admin', 'admin', ['hospital']),
  nurse: actor('nurse', 'inspector', ['ward']),
  lead: actor('lead', 'lead', ['ward']),
  owner: actor('owner', 'lead', ['office']),
  supervisor: actor('supervisor', 'supervisor', []),
} as const
export type Person = keyof typeof actors
export const people = Object.keys(actors) as Person[]

function actor(memberId: string, role: Role, units: string[]): Actor {
  return {
    memberId,
    role,
    rights: [],
    ownUnits: new Set(units),
    memberOf: new Set(),
    unitsAbove: new Set(),
    standsInFor: new Set(),
    via: { kind: 'browser', id: 's' },
  }
}

/** A round in each state, and the moment at which it is in it. */
export const inState: Record<RoundState, { round: RoundSubject; now: number }> = {
  planned: { round: roundWith(), now: march(1, 12) },
  open: { round: roundWith(), now: march(2, 9) },
  overdue: { round: roundWith(), now: march(5) },
  missed: { round: roundWith(), now: march(7) },
  done: { round: roundWith({ outcome: doneAt(march(2, 9)) }), now: march(2, 9, 5) },
  late: { round: roundWith({ outcome: doneAt(march(5)) }), now: march(5, 0, 5) },
  'made-up': { round: roundWith({ outcome: doneAt(march(7)) }), now: march(7, 0, 5) },
  excused: {
    round: roundWith({ outcome: { ...doneAt(march(2, 9)), kind: 'excused', memberId: 'owner' } }),
    now: march(2, 10),
  },
  withdrawn: { round: roundWith({ withdrawnAt: march(1) }), now: march(2, 9) },
}

for (const [state, { round, now }] of Object.entries(inState)) {
  if (stateOf(round, now) !== state) throw new Error(`${state} is ${stateOf(round, now)}`)
}

/** 'ok', or the code of the refusal; of a field's fault the code of the fault. */
export function resultOf(decide: () => unknown): string {
  try {
    decide()
    return 'ok'
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    return fault.code === invalid().code ? (fault.faults[0]?.code ?? fault.code) : fault.code
  }
}
