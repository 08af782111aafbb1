import { directoryQuery } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'

const selectSome = directoryQuery<{ id: string }, { limit: number }>(
  'organisations.some',
  `SELECT id FROM organisations ORDER BY id LIMIT :limit`,
)

/** The key of the only organisation of the store; null where there are several, or none. */
export async function soleOrganisation(store: Store): Promise<string | null> {
  const [first, second] = await store.all(selectSome({ limit: 2 }))
  return first && !second ? first.id : null
}
