import type { Pick as TargetPick, Plan, Rhythm, Targets } from './plan.ts'
import { fault, type PlanFault } from './plan-fault.ts'

const MOST_PER_OCCURRENCE = 500

export function checkTargets({ targets, rhythm }: Pick<Plan, 'targets' | 'rhythm'>): PlanFault[] {
  if ('none' in targets) return []
  const { units, assets, members } = targets
  const isEmpty = units === undefined && assets === undefined && members === undefined
  return [
    ...(targets.coverage === 'each' ? checkEach(targets) : checkTurns(targets, rhythm)),
    ...(units === undefined ? [] : checkPick('units', units)),
    ...(assets === undefined ? [] : checkPick('assets', assets)),
    ...(members === undefined ? [] : checkPick('members', members)),
    ...(isEmpty ? [fault('targets', 'no-targets')] : []),
  ]
}

type Coverage = Exclude<Targets, { none: true }>

function checkEach({ perOccurrence, coverWithin }: Coverage): PlanFault[] {
  return [
    ...(perOccurrence === undefined ? [] : [fault('targets.perOccurrence', 'only-in-turn')]),
    ...(coverWithin === undefined ? [] : [fault('targets.coverWithin', 'only-in-turn')]),
  ]
}

function checkTurns({ perOccurrence = 1, coverWithin }: Coverage, { kind }: Rhythm): PlanFault[] {
  // Each target has an interval of its own, and what follows another round has that one's target.
  if (kind === 'interval' || kind === 'follow') return [fault('targets.coverage', 'only-each')]
  if (perOccurrence === 'auto') {
    return coverWithin === undefined ? [fault('targets.perOccurrence', 'auto-without-period')] : []
  }
  const isCount =
    Number.isInteger(perOccurrence) && perOccurrence >= 1 && perOccurrence <= MOST_PER_OCCURRENCE
  return isCount ? [] : [fault('targets.perOccurrence', 'bad-count', { most: MOST_PER_OCCURRENCE })]
}

function checkPick(kind: 'units' | 'assets' | 'members', pick: TargetPick): PlanFault[] {
  const path = `targets.${kind}`
  if (kind === 'units' && (pick.types?.length ?? 0) > 0) return [fault(`${path}.types`, 'types-of-units')]
  const isEmpty = (pick.ids?.length ?? 0) === 0 && !hasCriteria(pick)
  return isEmpty ? [fault(path, 'no-targets')] : []
}

/** Whether the pick names more than single ids: tags, types or a branch of the tree. */
export function hasCriteria({ tags, types, under }: TargetPick): boolean {
  return (tags?.length ?? 0) > 0 || (types?.length ?? 0) > 0 || under !== undefined
}
