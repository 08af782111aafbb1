import { soleOrganisation } from '../organisations/queries.ts'
import type { Store } from '../../platform/store.ts'

/** The key that people need beside a code; null where there is but one organisation, and nothing is asked. */
export async function keyToTell(store: Store): Promise<string | null> {
  return (await soleOrganisation(store)) === null ? store.orgId : null
}
