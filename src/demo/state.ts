import { query, write } from '../platform/sql.ts'
import type { Store } from '../platform/store.ts'

/** The demo's organisation and what it remembers of itself, in the organisation's settings. */
export const DEMO_ORG = 'demo'

export type DemoState = {
  /** the filler's mark: without it nothing of the demo answers */
  filledUntil: FillStep | 'all'
  /** how far the demo's clock runs ahead of the machine's, in milliseconds */
  clockAhead: number
  /** of the big demo: how often its year has been lived again */
  yearsRepeated?: number
}

export type FillStep = 'people' | 'duties' | 'rounds' | 'past' | 'years'

const selectState = query<{ state: string | null }>(
  'demo.state',
  `SELECT settings ->> '$.demo' AS state FROM organisations WHERE id = :org`,
)

const updateState = write<{ state: string }>(
  'demo.set-state',
  `UPDATE organisations SET settings = json_set(settings, '$.demo', json(:state)) WHERE id = :org`,
)

export async function readDemoState(store: Store): Promise<DemoState | null> {
  const row = await store.first(selectState({}))
  return row?.state ? (JSON.parse(row.state) as DemoState) : null
}

export function writeDemoState(state: DemoState) {
  return updateState({ state: JSON.stringify(state) })
}
