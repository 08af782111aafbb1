import type { Pick, Targets } from './plan.ts'
import { fault, notYetSupported, type PlanFault } from './plan-fault.ts'

export function checkTargets(targets: Targets): PlanFault[] {
  if ('none' in targets) return []
  const { units, assets, members, coverage, perOccurrence, coverWithin } = targets
  return [
    ...(members === undefined ? [] : [notYetSupported('targets.members', 'members')]),
    ...(coverage === 'each' ? [] : [notYetSupported('targets.coverage', coverage)]),
    ...(perOccurrence === undefined ? [] : [notYetSupported('targets.perOccurrence', 'perOccurrence')]),
    ...(coverWithin === undefined ? [] : [notYetSupported('targets.coverWithin', 'coverWithin')]),
    ...(units === undefined ? [] : checkPick('units', units)),
    ...(assets === undefined ? [] : checkPick('assets', assets)),
    ...(units === undefined && assets === undefined && members === undefined
      ? [fault('targets', 'no-targets')]
      : []),
  ]
}

function checkPick(kind: 'units' | 'assets', pick: Pick): PlanFault[] {
  const path = `targets.${kind}`
  if (kind === 'units' && (pick.types?.length ?? 0) > 0) return [fault(`${path}.types`, 'types-of-units')]
  const isEmpty = (pick.ids?.length ?? 0) === 0 && !hasCriteria(pick)
  return isEmpty ? [fault(path, 'no-targets')] : []
}

/** Whether the pick names more than single ids: tags, types or a branch of the tree. */
export function hasCriteria({ tags, types, under }: Pick): boolean {
  return (tags?.length ?? 0) > 0 || (types?.length ?? 0) > 0 || under !== undefined
}
