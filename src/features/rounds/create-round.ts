import { invalid } from '../../domain/errors.ts'
import { mayReadDuty, requireReadable } from '../../domain/access.ts'
import { decideByHand } from '../../domain/round/by-hand.ts'
import { parseDate, type Day } from '../../domain/time/civil.ts'
import { dayAt } from '../../domain/time/zone.ts'
import { commit, type Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { ConstraintFailed } from '../../platform/store.ts'
import { findChecklistVersion } from '../checklists/queries.ts'
import { findDuty, joiningUnits, type Duty } from '../duties/queries.ts'
import { wakeWaiting } from '../duties/repository-waits.ts'
import { requireMentioned } from './mentioned.ts'
import { loadRound } from './on-round.ts'
import type { RoundDetail } from './queries.ts'
import type { Mentioned } from './queries-mentioned.ts'
import { roomInPeriod } from './room-in-period.ts'
import { countNewRounds, insertRounds, type RoundValues } from './repository.ts'
import type { CreateRoundInput } from './schemas.ts'

/** Makes a round by hand (临时检查), of a duty or of none. */
export async function createRound(context: Context, input: CreateRoundInput): Promise<RoundDetail> {
  const duty = await dutyOf(context, input)
  const { targetId, performedBy, ownedBy, assigneeId } = input
  const mentioned = await requireMentioned(context, { targetId, performedBy, ownedBy, assigneeId })
  const target = mentioned.targetId ?? null
  const hands = handsOf(input, duty, target)
  const times = decideByHand(
    context.actor,
    { ...hands, plannedOn: input.planned, dueAt: input.dueAt ?? null, dutyClosed: isClosed(duty) },
    context.now,
    context.org.timeZone,
  )
  const plan = (duty && planOn(duty, input.planned)) ?? null
  const room =
    duty &&
    plan &&
    roomInPeriod({ dutyId: duty.id, targetId: target?.id ?? null, plannedOn: input.planned, plan })
  const round: RoundValues = {
    ...hands,
    ...times,
    ...whatOf(input, duty, target),
    // A quota's rounds are planned; what is made by hand comes on top and is in no rate.
    extra: plan?.rhythm.kind === 'quota' || plan?.rhythm.kind === 'season',
    id: newId('round', context.org.id),
    key: `hand-${crypto.randomUUID()}`,
    checklistId: await checklistOf(context, input, duty),
    assigneeId: assigneeId ?? null,
    occursOn: input.planned,
    plannedOn: input.planned,
    startsAt: null,
    hiddenUntil: null,
  }
  const rows = JSON.stringify([round])
  await commit(
    context,
    [
      ...countNewRounds({ rows }),
      insertRounds({ rows, now: context.now }),
      ...(room === null ? [] : [room.write]),
      ...wakeWaiting([round.dutyId], ['planned'], dayAt(context.now, context.org.timeZone)),
    ],
    [{ action: 'round.made', subjectId: round.id, unitId: round.performedBy, after: round }],
  ).catch((fault: unknown) => {
    throw room !== null && fault instanceof ConstraintFailed ? room.full : fault
  })
  return loadRound(context, round.id)
}

async function dutyOf(context: Context, { dutyId, title }: CreateRoundInput): Promise<Duty | null> {
  if (dutyId === undefined || dutyId === null) {
    if (title === undefined || title === null) throw invalid({ path: 'title', code: 'required' })
    return null
  }
  const duty = await findDuty(context.store, dutyId)
  if (!duty) throw invalid({ path: 'dutyId', code: 'unknown-duty' })
  requireReadable(mayReadDuty(context.actor, duty))
  return duty
}

/** Who owns it and who does it: as the duty says, else as the maker says; without either, the inspected unit itself. */
function handsOf(
  input: CreateRoundInput,
  duty: Duty | null,
  target: Mentioned | null,
): Pick<RoundValues, 'ownedBy' | 'performedBy' | 'withUnits'> {
  const usual = duty && duty.performedBy !== 'target' ? duty.performedBy : target?.unitId
  const performedBy = input.performedBy ?? usual
  if (performedBy === null || performedBy === undefined) {
    throw invalid({ path: duty ? 'targetId' : 'performedBy', code: 'required' })
  }
  const withUnits = duty === null ? [] : joiningUnits(duty, performedBy)
  return { performedBy, withUnits, ownedBy: duty?.ownedBy ?? input.ownedBy ?? performedBy }
}

function whatOf(input: CreateRoundInput, duty: Duty | null, target: Mentioned | null) {
  return {
    dutyId: duty?.id ?? null,
    // Only planned rounds name their plan: a revision withdraws those and leaves this one alone.
    planId: null,
    title: duty ? null : (input.title ?? null),
    topic: null,
    targetKind: target?.kind ?? null,
    targetId: target?.id ?? null,
    targetUnitId: target?.unitId ?? null,
    makeUp: duty?.makeUp ?? 'allowed',
  } as const
}

function planOn(duty: Duty, day: Day): Duty['plans'][number] | null {
  const runs = ({ from, until }: Duty['plans'][number]) =>
    (parseDate(from) ?? Infinity) <= day && (until === null || (parseDate(until) ?? -Infinity) >= day)
  return duty.plans.find(runs) ?? null
}

function isClosed(duty: Duty | null): boolean {
  return duty !== null && duty.closedOn !== null
}

async function checklistOf(
  context: Context,
  { checklistId }: CreateRoundInput,
  duty: Duty | null,
): Promise<string | null> {
  if (checklistId === undefined || checklistId === null) return duty?.checklistId ?? null
  if (!(await findChecklistVersion(context.store, checklistId, null))) {
    throw invalid({ path: 'checklistId', code: 'unknown-checklist' })
  }
  return checklistId
}
