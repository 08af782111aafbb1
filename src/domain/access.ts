import { Refusal, notFound } from './errors.ts'
import type { Instant } from './time/zone.ts'

/** Who may what: the table of docs/access.md, as functions. */

export type Role = 'admin' | 'supervisor' | 'lead' | 'inspector' | 'viewer'
export const roles: readonly Role[] = ['admin', 'supervisor', 'lead', 'inspector', 'viewer']
export type Right = 'audit'

export type Actor = {
  memberId: string
  role: Role
  rights: readonly Right[]
  /** the units the member belongs to and all below them (of a role that sees all, only the former) */
  ownUnits: ReadonlySet<string>
  /** of `ownUnits` those that the member belongs to; what lies above them. Neither is needed of a role that sees all */
  memberOf: ReadonlySet<string>
  unitsAbove: ReadonlySet<string>
  /** members on leave whom they stand in for: what is assigned to these is theirs to do */
  standsInFor: ReadonlySet<string>
  via: Via
}

/** How somebody comes in, and by which session, access token or feed: not every way in opens everything. */
export type Via = { kind: 'browser' | 'tablet' | 'token' | 'feed'; id: string }

/** What a role includes besides itself, the least first. */
const included: Readonly<Record<Role, readonly Role[]>> = {
  viewer: ['viewer'],
  inspector: ['viewer', 'inspector'],
  lead: ['viewer', 'inspector', 'lead'],
  supervisor: ['viewer', 'inspector', 'lead', 'supervisor'],
  admin: ['viewer', 'admin'],
}

/** The most that both roles may. */
export function meet(one: Role, other: Role): Role {
  return included[one].findLast((role) => included[other].includes(role)) ?? 'viewer'
}

/** The rights of both, where those who see all have every right. */
export function sharedRights(given: readonly Right[], maker: Pick<Actor, 'role' | 'rights'>): Right[] {
  return given.filter((right) => seesAll(maker) || maker.rights.includes(right))
}

/** What access to a round depends on. */
export type RoundScope = {
  ownedBy: string
  performedBy: string
  /** units that take part beside the one that performs it (联合) */
  withUnits: readonly string[]
  assigneeId: string | null
  targetId: string | null
  targetUnitId: string | null
  /** of a drawn round: from when those whom it inspects may see it */
  hiddenUntil: Instant | null
}

/** Whose work a round is. */
type Hands = Pick<RoundScope, 'ownedBy' | 'performedBy' | 'withUnits' | 'assigneeId'>

/**
 * On a ward's shared tablet people do rounds, as themselves and as they may; whatever else they may waits for a browser of their
 * own, where nobody takes the screen over.
 */
export function isOnTablet({ via }: Pick<Actor, 'via'>): boolean {
  return via.kind === 'tablet'
}

/** Roles that see and steer the whole organisation. */
export function seesAll(actor: Pick<Actor, 'role'>): boolean {
  return actor.role === 'supervisor' || actor.role === 'admin'
}

export function mayReadUnit(actor: Actor, unitId: string): boolean {
  return seesAll(actor) || actor.ownUnits.has(unitId)
}

export function mayReadRound(actor: Actor, round: RoundScope, now: Instant): boolean {
  if (seesAll(actor)) return true
  if (isHiddenFrom(actor, round, now)) return false
  if (isAssigned(actor, round) || takesPart(actor, round)) return true
  if (round.targetUnitId !== null && actor.ownUnits.has(round.targetUnitId)) return true
  return actor.role === 'lead' && actor.ownUnits.has(round.ownedBy)
}

/** Whether an unannounced round is not there for them yet. `hiddenColumn` says the same in SQL (docs/decisions/026). */
export function isHiddenFrom(actor: Actor, round: Omit<RoundScope, 'ownedBy'>, now: Instant): boolean {
  const { hiddenUntil, targetId, targetUnitId } = round
  if (hiddenUntil === null || now >= hiddenUntil || seesAll(actor)) return false
  if (targetId === actor.memberId) return true
  if (targetUnitId === null || isAssigned(actor, round)) return false
  return actor.memberOf.has(targetUnitId) || (actor.unitsAbove.has(targetUnitId) && !takesPart(actor, round))
}

/** Their unit performs it, or joins the one that does. */
function takesPart(actor: Actor, round: Pick<RoundScope, 'performedBy' | 'withUnits'>): boolean {
  return actor.ownUnits.has(round.performedBy) || isJointFor(actor, round)
}

/** Theirs to do beside the unit that performs it. */
export function isJointFor(
  { ownUnits }: Actor,
  { performedBy, withUnits }: Pick<RoundScope, 'performedBy' | 'withUnits'>,
): boolean {
  return !ownUnits.has(performedBy) && withUnits.some((unit) => ownUnits.has(unit))
}

/** To them, or to somebody on leave whom they stand in for. */
function isAssigned(actor: Actor, { assigneeId }: Pick<RoundScope, 'assigneeId'>): boolean {
  return assigneeId !== null && (assigneeId === actor.memberId || actor.standsInFor.has(assigneeId))
}

/** On whose behalf they act: of the member on leave to whom the round is assigned, where they stand in for that one. */
export function actsFor(actor: Actor, { assigneeId }: Pick<RoundScope, 'assigneeId'>): string | null {
  return assigneeId !== null && actor.standsInFor.has(assigneeId) ? assigneeId : null
}

/** Roles that carry rounds out, and so can be handed one. */
export function doesRounds(role: Role): boolean {
  return role === 'supervisor' || role === 'lead' || role === 'inspector'
}

/** Tick, answer, move inside the window, ask to be excused, say why it was missed. */
export function mayDoRound(actor: Actor, round: Hands): boolean {
  switch (actor.role) {
    case 'supervisor':
      return true
    case 'lead':
    case 'inspector':
      return isAssigned(actor, round) || takesPart(actor, round)
    case 'admin':
    case 'viewer':
      return false
  }
}

/** Move inside the window, hand over, confirm late entries; undo and correct what others entered. */
export function maySteerRound(actor: Actor, round: Pick<Hands, 'ownedBy' | 'performedBy'>): boolean {
  if (actor.role === 'supervisor') return true
  return actor.role === 'lead' && (actor.ownUnits.has(round.ownedBy) || actor.ownUnits.has(round.performedBy))
}

/** Grant an excuse, postpone past the due time, acknowledge why it was missed. */
export function mayGrantForRound(actor: Actor, round: Pick<RoundScope, 'ownedBy'>): boolean {
  if (actor.role === 'supervisor') return true
  return actor.role === 'lead' && actor.ownUnits.has(round.ownedBy)
}

export function mayMakeRoundFor(actor: Actor, round: Pick<RoundScope, 'ownedBy' | 'performedBy'>): boolean {
  return maySteerRound(actor, round)
}

/** Whether there can be any round of theirs to make by hand. */
export function mayMakeRounds(actor: Actor): boolean {
  return actor.role === 'supervisor' || actor.role === 'lead'
}

export function mayEditDuty(actor: Actor, duty: { ownedBy: string }): boolean {
  if (isOnTablet(actor)) return false
  if (actor.role === 'supervisor') return true
  return actor.role === 'lead' && actor.ownUnits.has(duty.ownedBy)
}

/** Whether there can be any duty of theirs to make or change. */
export function mayOwnDuties(actor: Actor): boolean {
  if (isOnTablet(actor)) return false
  return actor.role === 'supervisor' || (actor.role === 'lead' && actor.ownUnits.size > 0)
}

/** Duties of the organisation are no secret to those who plan or see all; others see what concerns their units. */
export function mayReadDuty(
  actor: Actor,
  duty: { ownedBy: string; performedBy: string; withUnits: readonly string[] },
): boolean {
  if (seesAll(actor) || duty.performedBy === 'target') return true
  return [duty.ownedBy, duty.performedBy, ...duty.withUnits].some((unit) => actor.ownUnits.has(unit))
}

export function mayPreviewSchedules(actor: Actor): boolean {
  return actor.role !== 'viewer'
}

export function mayReadAudit(actor: Actor): boolean {
  return seesAll(actor) || actor.rights.includes('audit')
}

/** How the service is, and which duties stand still: for those who can do something about either. */
export function mayReadService(actor: Actor): boolean {
  return seesAll(actor)
}

/** Whole lists of units, members and assets: for proof, and for other systems. A file stays on a tablet for whoever comes next. */
export function mayExport(actor: Actor): boolean {
  return mayReadAudit(actor) && !isOnTablet(actor)
}

/** Units, members, assets, settings, tokens. */
export function mayAdminister(actor: Actor): boolean {
  return actor.role === 'admin' && !isOnTablet(actor)
}

/** Which days are worked: corrections, closures, named days, imports of holidays. The country and the weekend are settings. */
export function mayKeepWorkingDays(actor: Actor): boolean {
  return seesAll(actor)
}

/** Whose name one may read: everybody's for those who see all, else one's own and of those who belong to own units. */
export function mayReadMember(actor: Actor, member: { id: string; unitIds: readonly string[] }): boolean {
  if (seesAll(actor) || member.id === actor.memberId) return true
  return member.unitIds.some((unit) => actor.ownUnits.has(unit))
}

/** Role and rights besides the name: a lead needs them to hand out work, colleagues do not. */
export function mayReadMemberRole(actor: Actor, member: { id: string; unitIds: readonly string[] }): boolean {
  if (seesAll(actor) || member.id === actor.memberId) return true
  return actor.role === 'lead' && mayReadMember(actor, member)
}

/** Whether the list of people is for them: it says who has which role where. */
export function mayReadMembers(actor: Actor): boolean {
  return seesAll(actor) || actor.role === 'lead'
}

/**
 * Whoever makes a link could use it: it must open nothing that its maker may not see. So a lead makes none for a person
 * who also belongs elsewhere or has rights that the lead has not.
 */
export function mayMakeSignInLink(
  actor: Actor,
  member: { role: Role; rights: readonly Right[]; unitIds: readonly string[] },
): boolean {
  if (isOnTablet(actor)) return false
  if (actor.role === 'admin') return true
  if (actor.role !== 'lead' || (member.role !== 'inspector' && member.role !== 'viewer')) return false
  const isOwn = member.unitIds.length > 0 && member.unitIds.every((unit) => actor.ownUnits.has(unit))
  return isOwn && member.rights.every((right) => actor.rights.includes(right))
}

/**
 * Whose leave one may enter: one's own, as a lead that of an inspector who belongs to own units alone, as an admin any. A
 * program that may less than its maker does not enter its maker's.
 */
export function mayAppointDeputy(
  actor: Actor,
  member: { id: string; role: Role; unitIds: readonly string[] },
): boolean {
  if (isOnTablet(actor)) return false
  if (actor.role === 'admin') return true
  if (member.id === actor.memberId) return actor.role === member.role
  if (actor.role !== 'lead' || member.role !== 'inspector') return false
  return member.unitIds.length > 0 && member.unitIds.every((unit) => actor.ownUnits.has(unit))
}

/** Whom one may name as a deputy: whose name one may read, and for a lead every other lead. */
export function mayNameDeputy(
  actor: Actor,
  absent: { role: Role },
  deputy: { id: string; role: Role; unitIds: readonly string[] },
): boolean {
  return mayReadMember(actor, deputy) || (absent.role === 'lead' && deputy.role === 'lead')
}

export function mayEditChecklists(actor: Actor): boolean {
  return (actor.role === 'supervisor' || actor.role === 'lead') && !isOnTablet(actor)
}

export type FeedScope =
  | { kind: 'member'; id: string }
  | { kind: 'unit'; id: string }
  | { kind: 'duty'; id: string; ownedBy: string }
  | { kind: 'organisation' }

export function mayMakeFeed(actor: Actor, scope: FeedScope): boolean {
  if (isOnTablet(actor)) return false
  if (scope.kind === 'member' && scope.id === actor.memberId) return true
  if (actor.role === 'supervisor') return true
  if (actor.role !== 'lead') return false
  return scope.kind === 'unit'
    ? actor.ownUnits.has(scope.id)
    : scope.kind === 'duty' && actor.ownUnits.has(scope.ownedBy)
}

/** What one may not even read is not there. */
export function requireReadable(readable: boolean): void {
  if (!readable) throw notFound()
}

export function requireAllowed(allowed: boolean): void {
  if (!allowed) throw new Refusal('not-allowed')
}

/**
 * Keys to a person or a house are made and taken back by somebody in a browser of their own: never by a program, which could
 * outlive its token that way, nor on a tablet that others use too.
 */
export function requireOwnBrowser({ via }: Pick<Actor, 'via'>): void {
  if (via.kind !== 'browser') throw new Refusal('own-browser-only')
}
