import { doesRounds } from '../../domain/access.ts'
import { standingAnswers } from '../../domain/round/record.ts'
import type { Context } from '../../platform/context.ts'
import { membersOfUnit, type UnitMember } from '../members/queries.ts'
import { allUnits, branchAbove, type Unit } from '../units/queries.ts'
import { allowedSteps, type AllowedSteps } from './allowed-steps.ts'
import { loadRound } from './on-round.ts'
import { hiddenFrom } from './queries-hidden.ts'
import { changesOf, lastTimeOf, type Change, type LastTime } from './queries-history.ts'
import { idsIn, namesOf, type Names } from './queries-work.ts'
import { answersOf, type Answer, type RoundDetail } from './queries.ts'
import { recordOf, type Record } from './record-answers.ts'

/** All that the page of a round shows. */
export type RoundPageData = {
  detail: RoundDetail
  record: Record
  /** the answers that hold, by item */
  answers: ReadonlyMap<string, Answer>
  allowed: AllowedSteps
  changes: readonly Change[]
  last: (LastTime & { findings: readonly Answer[] }) | null
  /** read only where the reader is about to hand the round over */
  hands: HandOverChoices | null
  names: Names
}

export type HandOverChoices = { members: readonly UnitMember[]; units: readonly Unit[] }

const changesShown = 10
const mostMembers = 100

export async function readRoundPage(
  context: Context,
  { id, wantsHands }: { id: string; wantsHands: boolean },
): Promise<RoundPageData> {
  const { store } = context
  const detail = await loadRound(context, id)
  const record = await recordOf(context, detail.round)
  const changes = await changesOf(store, id, changesShown)
  const last = await lastTimeOf(store, detail.round, hiddenFrom(context.actor, context.now))
  const allowed = allowedSteps(context, detail)
  const members = [
    ...peopleIn(detail),
    ...changes.flatMap(({ memberId, onBehalfOf }) => [memberId, onBehalfOf]),
    last?.outcome?.memberId,
  ]
  return {
    detail,
    record,
    answers: standingAnswers(record.answers),
    allowed,
    changes,
    last: last && { ...last, findings: await findingsOf(context, last) },
    hands: wantsHands && allowed.handOver ? await handOverChoices(context, detail) : null,
    names: await namesOf(
      context,
      idsIn([detail.round], {
        units: [detail.round.ownedBy, ...(detail.duty?.withUnits ?? [])],
        members: members.filter((member) => typeof member === 'string'),
      }),
    ),
  }
}

function peopleIn({ round, outcome, excuse }: RoundDetail): (string | null | undefined)[] {
  return [
    round.startedBy,
    round.missReasonBy,
    round.missAcknowledgedBy,
    outcome?.memberId,
    outcome?.confirmedBy,
    excuse?.memberId,
    excuse?.decidedBy,
  ]
}

/** What was found wrong last time. */
async function findingsOf({ store }: Context, { round, outcome }: LastTime): Promise<Answer[]> {
  if (outcome?.kind !== 'done' || round.checklistId === null) return []
  const standing = standingAnswers(await answersOf(store, round.id))
  return [...standing.values()].filter(({ value }) => value === 'no')
}

/** The people of the performing unit and of those above it, and every open unit. */
async function handOverChoices({ store }: Context, { round }: RoundDetail): Promise<HandOverChoices> {
  const branch = await branchAbove(store, round.performedBy)
  const found = await Promise.all([...branch].map((unit) => membersOfUnit(store, unit, mostMembers)))
  const performers = found.flat().filter(({ role }) => doesRounds(role))
  return {
    members: [...new Map(performers.map((member) => [member.id, member])).values()],
    units: (await allUnits(store)).filter(({ closedOn }) => closedOn === null),
  }
}
