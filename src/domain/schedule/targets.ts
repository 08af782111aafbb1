import type { Day } from '../time/civil.ts'
import { hasCriteria } from './check-targets.ts'
import type { Id, Pick, Targets } from './plan.ts'

/** `closedOn` is the first day on which it is no longer there. */
export type TargetUnit = { id: Id; parentId: Id | null; tags: readonly string[]; closedOn: Day | null }
export type TargetAsset = {
  id: Id
  unitId: Id
  type: string
  tags: readonly string[]
  closedOn: Day | null
}
/** `type` is the member's role; a member carries the tags of the units they belong to. */
export type TargetMember = { id: Id; type: string; unitIds: readonly Id[]; closedOn: Day | null }
export type World = {
  units: readonly TargetUnit[]
  assets: readonly TargetAsset[]
  members: readonly TargetMember[]
}
export type Target = { kind: 'unit' | 'asset' | 'member'; id: Id }

/** What a pick looks at; `branch`: the units it lies in, up to the root. */
type Candidate = { id: Id; type: string | null; tags: readonly string[]; branch: readonly TargetUnit[] }

/**
 * The targets of a duty on a day: units before assets before members, each in the order in which the world lists them.
 * What lies in a closed unit is closed with it, but people are not.
 */
export function pickTargets(targets: Targets, world: World, on: Day): Target[] {
  if ('none' in targets) return []
  const branchOf = branches(world.units)
  const { units, assets, members } = targets
  const chosenUnits = world.units.filter((unit) => {
    const branch = branchOf(unit.id)
    const isPicked = units !== undefined && picks(units, { ...unit, type: null, branch })
    return isPicked && isOpen(branch, on)
  })
  const chosenAssets = world.assets.filter((asset) => {
    const branch = branchOf(asset.unitId)
    return assets !== undefined && picks(assets, { ...asset, branch }) && isOpen([asset, ...branch], on)
  })
  const chosenMembers = world.members.filter((member) => {
    const isPicked = members !== undefined && picks(members, memberCandidate(member, branchOf))
    return isPicked && isOpen([member], on)
  })
  return [
    ...chosenUnits.map(({ id }): Target => ({ kind: 'unit', id })),
    ...chosenAssets.map(({ id }): Target => ({ kind: 'asset', id })),
    ...chosenMembers.map(({ id }): Target => ({ kind: 'member', id })),
  ]
}

function memberCandidate(
  { id, type, unitIds }: TargetMember,
  branchOf: (unitId: Id) => readonly TargetUnit[],
): Candidate {
  const branches = unitIds.map(branchOf)
  const tags = branches.flatMap(([unit]) => unit?.tags ?? [])
  return { id, type, tags, branch: branches.flat() }
}

/** (ids ∪ those with all tags and one of the types under the unit) − exceptions; a unit lies under itself. */
function picks(pick: Pick, candidate: Candidate): boolean {
  if (pick.exceptIds?.includes(candidate.id)) return false
  if (pick.exceptTags?.some((tag) => candidate.tags.includes(tag))) return false
  if (pick.ids?.includes(candidate.id)) return true
  return hasCriteria(pick) && meetsCriteria(pick, candidate)
}

function meetsCriteria({ tags = [], types = [], under }: Pick, candidate: Candidate): boolean {
  if (!tags.every((tag) => candidate.tags.includes(tag))) return false
  if (types.length > 0 && (candidate.type === null || !types.includes(candidate.type))) return false
  return under === undefined || candidate.branch.some(({ id }) => id === under)
}

function isOpen(all: readonly { closedOn: Day | null }[], on: Day): boolean {
  return all.every(({ closedOn }) => closedOn === null || on < closedOn)
}

/** From each unit up to the root, itself included; a circle of parents ends where it closes. */
function branches(units: readonly TargetUnit[]): (id: Id) => readonly TargetUnit[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const known = new Map<Id, readonly TargetUnit[]>()
  return (id) => {
    const branch = known.get(id) ?? branchFrom(id, byId)
    known.set(id, branch)
    return branch
  }
}

function branchFrom(id: Id, byId: ReadonlyMap<Id, TargetUnit>): TargetUnit[] {
  const branch = new Set<TargetUnit>()
  let unit = byId.get(id)
  while (unit !== undefined && !branch.has(unit)) {
    branch.add(unit)
    unit = unit.parentId === null ? undefined : byId.get(unit.parentId)
  }
  return [...branch]
}
