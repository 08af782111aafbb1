import type { FieldFault } from '../../domain/errors.ts'
import type { Plan } from '../../domain/schedule/plan.ts'
import type { Store } from '../../platform/store.ts'
import { followedFrom } from './queries-followed.ts'

/** A duty that followed itself, even by others between, would never come or never end. */
export async function circleFaults(
  store: Store,
  dutyId: string,
  { rhythm }: Pick<Plan, 'rhythm'>,
  path: string,
): Promise<FieldFault[]> {
  if (rhythm.kind !== 'follow') return []
  const row = await followedFrom(store, rhythm.duty)
  return row.includes(dutyId) ? [{ path: `${path}.rhythm.duty`, code: 'follows-itself' }] : []
}
