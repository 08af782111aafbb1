import { describe, expect, it } from 'vitest'
import { newWorld } from '../support/world.ts'
import { roundsOf } from './rounds.ts'
import { makeDuty, type DutyBody } from './support.ts'

describe('duties: happy', () => {
  it('are made, read, listed and changed; saving plans the next 60 days', async () => {
    const world = await newWorld()
    const duty = await makeDuty(world)
    expect(duty).toMatchObject({
      title: '手卫生检查',
      version: 1,
      suspended: false,
      closedOn: null,
      describe: { 'zh-CN': '每周一', en: 'every week on Monday' },
    })
    const rounds = await roundsOf(world, duty.id)
    expect(rounds.map(({ occurrence_key: key }) => key).slice(0, 4)).toEqual([
      '20260302',
      '20260302',
      '20260309',
      '20260309',
    ])
    expect(rounds).toHaveLength(18)

    const read = await world.as('lead').get(`/api/v1/duties/${duty.id}`)
    expect(read.headers.get('ETag')).toBe('"1"')
    const list = await (await world.as('inspector').get('/api/v1/duties')).json<{ items: DutyBody[] }>()
    expect(list.items.map(({ id }) => id)).toEqual([duty.id])

    const path = `/api/v1/duties/${duty.id}`
    const changed = await world.as('officeLead').patch(path, { title: '手卫生督查' }, { 'If-Match': '"1"' })
    expect(await changed.json<DutyBody>()).toMatchObject({ title: '手卫生督查', version: 2 })
  })
})
