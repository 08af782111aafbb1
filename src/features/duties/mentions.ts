import type { FieldFault } from '../../domain/errors.ts'
import type { Pick, Plan } from '../../domain/schedule/plan.ts'
import { kindOf } from '../../platform/ids.ts'
import type { Store } from '../../platform/store.ts'
import { existingIds } from './queries.ts'

/** A field that names a unit, an asset, a member, a checklist or another duty of the organisation. */
export type Mention = {
  path: string
  id: string
  code: 'unknown-unit' | 'unknown-asset' | 'unknown-member' | 'unknown-checklist' | 'unknown-duty'
}

type Targeted = { targets: Plan['targets']; rhythm: Plan['rhythm'] }

type NamedByDuty = {
  ownedBy?: string | undefined
  performedBy?: string | undefined
  with?: readonly string[] | undefined
  checklistId?: string | null | undefined
}

export function mentionsOfDuty({ ownedBy, performedBy, with: helpers, checklistId }: NamedByDuty): Mention[] {
  return [
    ...(ownedBy === undefined ? [] : unit('ownedBy', ownedBy)),
    ...(performedBy === undefined || performedBy === 'target' ? [] : unit('performedBy', performedBy)),
    ...(helpers ?? []).flatMap((id, index) => unit(`with.${index}`, id)),
    ...(checklistId ? [{ path: 'checklistId', id: checklistId, code: 'unknown-checklist' as const }] : []),
  ]
}

/** `path` is where the plan stands in the request. */
export function mentionsOfPlan({ targets, rhythm }: Targeted, path: string): Mention[] {
  const followed: Mention[] =
    rhythm.kind === 'follow' ? [{ path: `${path}.rhythm.duty`, id: rhythm.duty, code: 'unknown-duty' }] : []
  if ('none' in targets) return followed
  return [
    ...followed,
    ...mentionsOfPick(targets.units, `${path}.targets.units`, 'unknown-unit'),
    ...mentionsOfPick(targets.assets, `${path}.targets.assets`, 'unknown-asset'),
    ...mentionsOfPick(targets.members, `${path}.targets.members`, 'unknown-member'),
  ]
}

/** A fault for each that does not exist, or is of another kind than the field wants. */
export async function missingMentions(store: Store, mentions: readonly Mention[]): Promise<FieldFault[]> {
  if (mentions.length === 0) return []
  const existing = await existingIds(
    store,
    mentions.map(({ id }) => id),
  )
  return mentions
    .filter(({ id, code }) => !existing.has(id) || `unknown-${kindOf(id)}` !== code)
    .map(({ path, code }) => ({ path, code }))
}

function mentionsOfPick(pick: Pick | undefined, path: string, code: Mention['code']): Mention[] {
  const { ids = [], exceptIds = [], under } = pick ?? {}
  return [
    ...ids.map((id, index) => ({ path: `${path}.ids.${index}`, id, code })),
    ...exceptIds.map((id, index) => ({ path: `${path}.exceptIds.${index}`, id, code })),
    ...(under === undefined ? [] : unit(`${path}.under`, under)),
  ]
}

function unit(path: string, id: string): Mention[] {
  return [{ path, id, code: 'unknown-unit' }]
}
