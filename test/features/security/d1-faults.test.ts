import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { pathOf, planned, trailOf } from '../rounds/rig.ts'
import { beforeBatches } from '../support/database.ts'
import { newWorld, type World } from '../support/world.ts'
import { losses, overloads } from './d1-fault-strings.ts'

/** Fails with that message so often, then works again; answers how often it was asked. */
function failing(world: World, message: string, times: number): { asked: number } {
  const count = { asked: 0 }
  world.database = beforeBatches(env.DB, () => {
    count.asked += 1
    if (count.asked <= times) throw new Error(message)
  })
  return count
}

describe.each(overloads)('%s', (message) => {
  it.each(['/api/v1/units', '/', `/calendar/t00000-${'0'.repeat(52)}.ics`])(
    '%s: come back later, and nobody asks again at once',
    async (path) => {
      const world = await newWorld()
      const count = failing(world, message, 1)
      const response = await world.as('supervisor').get(path)
      expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '5'])
      expect(count.asked).toBe(1)
    },
  )
})

describe.each(losses)('%s', (message) => {
  it('while reading is not noticed by anybody', async () => {
    const world = await newWorld()
    const count = failing(world, message, 2)
    expect((await world.as('supervisor').get('/api/v1/units')).status).toBe(200)
    expect(count.asked).toBeGreaterThan(2)
  })

  it('three times in a row is told', async () => {
    const world = await newWorld()
    const count = failing(world, message, 9)
    expect((await world.as('supervisor').get('/api/v1/units')).status).toBe(503)
    expect(count.asked).toBe(3)
  })
})

it('a write whose answer is lost is not sent twice', async () => {
  const world = await newWorld()
  const id = await planned(world)
  let writes = 0
  world.database = new Proxy(env.DB, {
    get(database, property) {
      if (property === 'prepare') return (text: string) => database.prepare(text)
      return async (statements: D1PreparedStatement[]) => {
        const answered = await database.batch(statements)
        if (!answered.some(({ meta }) => meta.rows_written > 0)) return answered
        writes += 1
        throw new Error('D1_ERROR: Network connection lost.')
      }
    },
  })
  const ticked = await world.as('inspector').post(pathOf(id, '/completion'), {})
  expect([ticked.status, writes]).toEqual([503, 1])
  expect(await trailOf(world, id)).toEqual(['round.completed'])
})
