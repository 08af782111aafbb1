import { dayAt, startOfDay, type Instant } from '../../domain/time/zone.ts'
import { chance } from './ids.ts'

/** A round whose fate is to be told. */
export type PastRound = {
  id: string
  duty_id: string
  performed_by: string
  planned_on: number
  starts_at: Instant | null
  opens_at: Instant
  due_at: Instant
  misses_at: Instant | null
  make_up: 'allowed' | 'forbidden'
  checklist_id: string | null
}

/** What became of it by now; null: nobody has done anything about it yet. */
export type Fate =
  | { kind: 'done'; performedAt: Instant; enteredAt: Instant }
  | { kind: 'excused'; at: Instant }
  | { kind: 'missed'; at: Instant; explained: Instant | null; madeUp: Instant | null }
  | null

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const zone = 'Asia/Shanghai'

/**
 * A believable past: most on time, some late, some missed, some of these made up, a few excused; some units are tidier than
 * others. A round has the same fate whenever it is asked for.
 */
export function fateOf(round: PastRound, now: Instant): Fate {
  const slack = 0.03 + 0.12 * chance('slack', round.performed_by) ** 2
  const roll = chance('fate', round.id)
  if (round.due_at > now) return fateOfOpenRound(round, now, roll, slack)
  if (isJustDue(round, now) && roll < 0.3) return null
  if (roll < 0.02)
    return { kind: 'excused', at: whole(Math.max(round.opens_at, round.due_at - (1 + roll * 50) * hour)) }
  if (roll < 0.02 + slack * 0.45) return missed(round, now)
  if (roll < 0.02 + slack) return late(round, now)
  return done(onTime(round), round, now)
}

/** Due these days and not missed yet: what a supervisor still can do something about. */
function isJustDue({ due_at: dueAt, misses_at: missesAt }: PastRound, now: Instant): boolean {
  return dueAt > now - 20 * day && (missesAt === null || missesAt > now)
}

function fateOfOpenRound(round: PastRound, now: Instant, roll: number, slack: number): Fate {
  const performedAt = onTime(round)
  const alreadyDone = performedAt < now - hour && roll > 0.1 + slack
  return alreadyDone ? done(performedAt, round, now) : null
}

function missed(round: PastRound, now: Instant): Fate {
  if (round.misses_at === null || round.misses_at >= now) return null
  const wait = (4 + 60 * chance('explained', round.id)) * hour
  const isOld = round.misses_at < now - 25 * day
  const explained = isOld || chance('explains', round.id) < 0.5 ? whole(round.misses_at + wait) : null
  const makeUpAt = round.misses_at + (10 + 90 * chance('made-up', round.id)) * hour
  const makesUp = round.make_up === 'allowed' && chance('makes-up', round.id) < 0.4
  return {
    kind: 'missed',
    at: round.misses_at,
    explained: explained !== null && explained < now ? explained : null,
    madeUp: makesUp && makeUpAt < now ? atWork(makeUpAt, round.id) : null,
  }
}

function late(round: PastRound, now: Instant): Fate {
  const latest = Math.min(round.misses_at ?? round.due_at + 6 * day, round.due_at + 6 * day)
  const performedAt = round.due_at + (latest - round.due_at) * (0.1 + 0.8 * chance('late', round.id))
  return performedAt < now ? done(performedAt, round, now) : null
}

/** On the planned day in working hours, or somewhere in the window where that lies outside it. */
function onTime(round: PastRound): Instant {
  const moment = chance('moment', round.id)
  const wished =
    round.starts_at === null
      ? startOfDay(round.planned_on, zone) + (8 + 9 * moment) * hour
      : round.starts_at + (5 + 45 * moment) * minute
  const inWindow = wished >= round.opens_at && wished < round.due_at
  return inWindow ? wished : round.opens_at + (round.due_at - round.opens_at) * (0.05 + 0.9 * moment)
}

/** Three in a hundred were entered a day or two later (补录). */
function done(performedAt: Instant, round: PastRound, now: Instant): Fate {
  const enteredLate = chance('late-entry', round.id) < 0.03
  const enteredAt = performedAt + (enteredLate ? (26 + 30 * chance('entered', round.id)) * hour : 2 * minute)
  return enteredAt < now
    ? { kind: 'done', performedAt: whole(performedAt), enteredAt: whole(enteredAt) }
    : null
}

function atWork(at: Instant, id: string): Instant {
  return whole(startOfDay(dayAt(at, zone), zone) + (8 + 9 * chance('work', id)) * hour)
}

function whole(at: Instant): Instant {
  return Math.floor(at / 1000) * 1000
}
