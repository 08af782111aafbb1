import { isHiddenFrom, requireAllowed, requireReadable, seesAll, type Actor } from '../../domain/access.ts'
import { notFound, requireFound } from '../../domain/errors.ts'
import type { Instant } from '../../domain/time/zone.ts'
import type { Context } from '../../platform/context.ts'
import { dutiesNamed, type Duty } from '../duties/queries.ts'
import { roundsOfDuty, type RoundSummary } from '../rounds/queries-lists.ts'
import { behindAmong } from '../rounds/queries-quotas.ts'
import { hiddenFrom } from '../rounds/queries-hidden.ts'
import { idsIn, namesOf, type Names } from '../rounds/queries-work.ts'
import {
  dutiesOwnedBy,
  owners,
  periodsOfDuty,
  progressOfDuties,
  type DutyPeriods,
  type DutyProgress,
  type OwnedDuty,
} from './queries.ts'
import { waitingFor, type Waiting } from './queries-waiting.ts'

export type Owned = {
  /** the units to choose among; one of them is chosen, null where nobody owns anything */
  units: readonly string[]
  unit: string | null
  duties: readonly OwnedDuty[]
  progress: ReadonlyMap<string, DutyProgress>
  waiting: Waiting
  names: Names
  next: string | null
}

const perPage = 20

/** What a unit owns across all wards (归口): how each duty stands, and what waits for a decision. */
export async function readOwned(
  context: Context,
  asked: { unit: string | null; after: string },
): Promise<Owned> {
  const { actor, store, now } = context
  requireAllowed(ownsDuties(actor))
  const all = await owners(store)
  const units = seesAll(actor) ? all : all.filter((unit) => actor.ownUnits.has(unit))
  if (asked.unit !== null && !units.includes(asked.unit)) throw notFound()
  const unit = asked.unit ?? units.find((one) => actor.ownUnits.has(one)) ?? units[0] ?? null

  const found =
    unit === null ? [] : await dutiesOwnedBy(store, { unit, after: asked.after, limit: perPage + 1 })
  const duties = found.slice(0, perPage)
  const ids = duties.map(({ id }) => id)
  const waiting = await waitingHere(context, unit)
  const { excuses, lateEntries, reasons } = waiting
  const mentioned = idsIn([...[...excuses, ...lateEntries].map(({ work }) => work), ...reasons], {
    units: [...units, ...performersOf(duties)],
    members: [...excuses.map(({ askedBy }) => askedBy), ...lateEntries.map(({ doneBy }) => doneBy)],
  })
  return {
    units,
    unit,
    duties,
    progress: ids.length === 0 ? new Map() : await progressOfDuties(store, ids, hiddenFrom(actor, now)),
    waiting,
    names: await namesOf(context, mentioned),
    next: found.length > perPage ? (duties.at(-1)?.id ?? null) : null,
  }
}

/** Whoever asked to be excused from a drawn round has not told those whom it inspects. */
async function waitingHere({ actor, store, now }: Context, unit: string | null): Promise<Waiting> {
  const units = seesAll(actor) ? null : [...actor.ownUnits]
  const waiting = await waitingFor(store, { units, unit })
  return { ...waiting, excuses: waiting.excuses.filter(({ work }) => !isHiddenFrom(actor, work, now)) }
}

function ownsDuties(actor: Actor): boolean {
  return actor.role === 'lead' || seesAll(actor)
}

function performersOf(duties: readonly OwnedDuty[]): string[] {
  return duties.map(({ performedBy }) => performedBy).filter((unit) => unit !== 'target')
}

export type OwnedRounds = {
  duty: Duty
  periods: DutyPeriods
  /** of the period before, and of the one in hand */
  last: readonly RoundSummary[]
  current: readonly RoundSummary[]
  /** those that are open while their quota is behind */
  behind: ReadonlySet<string>
  names: Names
}

/** More targets than any duty has. */
const mostRounds = 400

/** The rounds of one duty, target by target, in this period and the one before. */
export async function readOwnedRounds(context: Context, dutyId: string): Promise<OwnedRounds> {
  const { actor, store, now } = context
  const duty = requireFound((await dutiesNamed(store, [dutyId]))[0])
  requireReadable(seesAll(actor) || (actor.role === 'lead' && actor.ownUnits.has(duty.ownedBy)))
  const hidden = hiddenFrom(actor, now)
  const periods = await periodsOfDuty(store, dutyId, hidden)
  const at = async (dueAt: Instant | null) => {
    if (dueAt === null) return []
    const found = await roundsOfDuty(store, dutyId, {
      from: dueAt,
      before: dueAt + 1,
      limit: mostRounds,
      hidden,
    })
    return found.filter(({ round }) => round.withdrawnAt === null)
  }
  const last = await at(periods.lastDueAt)
  const current = await at(periods.dueAt)
  const rounds = [...last, ...current].map(({ round }) => round)
  return {
    duty,
    periods,
    last,
    current,
    behind: await behindAmong(context, current),
    names: await namesOf(context, idsIn(rounds, { units: [duty.ownedBy] })),
  }
}
