import { mayAdminister, requireAllowed } from '../../domain/access.ts'
import { Refusal, requireFound } from '../../domain/errors.ts'
import { soleCover, type SoleCover } from '../../domain/leave/sole-cover.ts'
import { unitsAbove, unitsBelow } from '../../domain/unit-tree.ts'
import type { Context } from '../../platform/context.ts'
import { leavesOf, leavesStoodInFor, type Leave } from '../deputies/queries.ts'
import { ownFeeds, type Feed } from '../feeds/queries.ts'
import { waitingFor } from '../owned/queries-waiting.ts'
import { allUnits, type Unit } from '../units/queries.ts'
import { findMember, type Member } from './queries.ts'
import {
  hasOtherAdmin,
  missReasonsFor,
  owedRounds,
  performersOfUnits,
  secretsOf,
  type OwedRounds,
  type Secrets,
} from './queries-leaving.ts'

/** What a member still owes, and what ends with the account. */
export type Leaving = {
  member: Member
  rounds: { groups: readonly OwedRounds[]; count: number; isMore: boolean }
  sole: SoleCover
  /** what waits for the word of units that have no other lead */
  waiting: { excuses: number; lateEntries: number; missReasons: number }
  feeds: readonly Feed[]
  secrets: Secrets
  leaves: readonly Leave[]
  standsIn: readonly Leave[]
  isLastAdmin: boolean
  units: readonly Unit[]
}

export async function readLeaving(context: Context, id: string): Promise<Leaving> {
  const member = await memberToLeave(context, id)
  const { store, now } = context
  const units = await allUnits(store)
  const open = units.filter(({ closedOn }) => closedOn === null)
  const near = new Set([...unitsBelow(open, member.unitIds), ...unitsAbove(open, member.unitIds)])
  const sole = soleCover(open, await performersOfUnits(store, [...near]), member)
  return {
    member,
    rounds: await owedRounds(store, id),
    sole,
    waiting: await waitingForWord(context, [...unitsBelow(open, sole.lead)]),
    feeds: await ownFeeds(store, id),
    secrets: await secretsOf(store, id, now),
    leaves: await leavesOf(store, id, now),
    standsIn: await leavesStoodInFor(store, id, now),
    isLastAdmin: member.role === 'admin' && !(await hasOtherAdmin(store, id)),
    units,
  }
}

/** Whom an admin may let go: anybody whose account is open. */
export async function memberToLeave({ actor, store }: Context, id: string): Promise<Member> {
  const member = requireFound(await findMember(store, id))
  requireAllowed(mayAdminister(actor))
  if (member.closedOn !== null) throw new Refusal('member-closed')
  return member
}

async function waitingForWord({ store }: Context, units: readonly string[]): Promise<Leaving['waiting']> {
  if (units.length === 0) return { excuses: 0, lateEntries: 0, missReasons: 0 }
  const { excuses, lateEntries } = await waitingFor(store, { units, unit: null })
  return {
    excuses: excuses.length,
    lateEntries: lateEntries.length,
    missReasons: await missReasonsFor(store, units),
  }
}
