import { expect } from 'vitest'
import type { Person, World } from './world.ts'

/** People at the top of the tree have every unit for their own; finding that out is the session's cost, not the page's. */
const ordinarySession = 13

/** The rows that a GET reads; it must answer 200 and write nothing. */
export async function costOf(world: World, person: Person, path: string): Promise<number> {
  const client = world.as(person)
  await client.get('/no-such-page')
  const session = world.usage.rowsRead
  expect((await client.get(path)).status, path).toBe(200)
  expect(world.usage.rowsWritten).toBe(0)
  return world.usage.rowsRead - Math.max(0, session - ordinarySession)
}
