import { describe, expect, it } from 'vitest'
import { newWorld, type Person, type World } from '../support/world.ts'

describe('members: search', () => {
  const found = async (world: World, person: Person, query: string) => {
    const response = await world.as(person).get(`/api/v1/members?${query}`)
    expect(response.status).toBe(200)
    const { items } = await response.json<{ items: { name: string }[] }>()
    return items.map(({ name }) => name).toSorted()
  }

  it.each([
    ['a family name', '尹', ['尹护士']],
    ['a whole name', '李护士长', ['李护士长']],
    ['pinyin, in any case', 'yin h', ['尹护士']],
    ['a staff number', '100', ['柯护士']],
    ['what stands in the middle of a name: nobody', '护士', []],
    ['what SQL would take for a pattern: nobody', '%', []],
  ])('%s', async (_, search, names) => {
    const world = await newWorld()
    await world
      .as('admin')
      .patch(`/api/v1/members/${world.member.colleague}`, { code: '10017' }, { 'If-Match': '1' })
    expect(await found(world, 'admin', `search=${encodeURIComponent(search)}`)).toEqual(names)
    expect(world.usage.rowsRead).toBeLessThanOrEqual(20 + 4 * names.length)
  })

  it('finds nobody of units that the reader does not see, and those of one unit where it is named', async () => {
    const world = await newWorld()
    expect(await found(world, 'inspector', 'search=倪')).toEqual([])
    expect(await found(world, 'supervisor', 'search=倪')).toEqual(['倪护士'])
    expect(await found(world, 'supervisor', `search=倪&unit=${world.unit.ward1}`)).toEqual([])
    expect(await found(world, 'supervisor', `search=倪&unit=${world.unit.medicine}`)).toEqual(['倪护士'])
  })
})
