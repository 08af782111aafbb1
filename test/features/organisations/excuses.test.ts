import { describe, expect, it } from 'vitest'
import { pathOf, planned, type ProblemBody } from '../rounds/rig.ts'
import { pageOf } from '../support/elements.ts'
import { newWorld, type World } from '../support/world.ts'

const chinese = { 'Accept-Language': 'zh-CN' }

type Reason = { code: string; name: string | null; nameEn: string | null; isUsed: boolean }

async function decide(world: World, excuses: Reason[]): Promise<void> {
  const current = await world.as('admin').get('/api/v1/organisation')
  const headers = { 'If-Match': current.headers.get('ETag') ?? '' }
  expect((await world.as('admin').patch('/api/v1/organisation', { excuses }, headers)).status).toBe(200)
}

const night: Reason = { code: 'nobody', name: '夜间无人', nameEn: 'Nobody at night', isUsed: true }
const noInstruction: Reason = { code: 'instruction', name: null, nameEn: null, isUsed: false }
const repair: Reason = { code: 'out-of-service', name: '设备送修', nameEn: null, isUsed: true }

async function ask(world: World, code: string) {
  const id = await planned(world)
  const response = await world.as('inspector').post(pathOf(id, '/excuse'), { code, reason: '见说明' })
  return { id, response }
}

describe('reasons for excuses', () => {
  it('of the organisation are offered, in its words; those switched off are not', async () => {
    const world = await newWorld()
    await decide(world, [night, noInstruction, repair])
    const id = await planned(world)
    const page = await pageOf(await world.as('inspector').get(`/rounds/${id}`, chinese), [
      'select[name=excuseCode] option',
    ])
    const [, ...offered] = page.texts('select[name=excuseCode] option')
    expect(offered).toEqual(['设备送修', '使用中，无法检查', '区域关闭', '本次没有适用对象', '夜间无人'])
    const english = await pageOf(await world.as('inspector').get(`/rounds/${id}`), [
      'select[name=excuseCode] option',
    ])
    expect(english.texts('select[name=excuseCode] option')).toContain('Out of service or in repair')
    expect(english.texts('select[name=excuseCode] option')).toContain('Nobody at night')
  })

  it.each(['instruction', 'made-up-by-a-program'])(
    '%s is refused, and the sentence names those in use',
    async (code) => {
      const world = await newWorld()
      await decide(world, [night, noInstruction])
      const { response } = await ask(world, code)
      expect(response.status).toBe(422)
      const { errors } = await response.json<ProblemBody>()
      expect(errors).toMatchObject([{ path: 'code', code: 'unknown-excuse' }])
      expect(errors?.[0]?.message).toContain('out-of-service, in-use, area-closed, not-applicable, nobody')
    },
  )

  it('several at once are excused by the same reasons', async () => {
    const world = await newWorld()
    await decide(world, [night, noInstruction])
    const id = await planned(world)
    const excuse = (code: string) =>
      world.as('supervisor').form('/rounds/several/excuse', { round: id, code, reason: '见说明' }, chinese)
    const refused = await excuse('instruction')
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('没有这个免做原因')])
    expect((await excuse('nobody')).status).toBe(303)
  })

  it('one that was used keeps its words after it was switched off: on the round, in the lists, in the trail', async () => {
    const world = await newWorld()
    await decide(world, [night])
    const { id, response } = await ask(world, 'nobody')
    expect(response.status).toBe(201)
    await decide(world, [{ ...night, isUsed: false }])
    const read = async (path: string) => (await world.as('supervisor').get(path, chinese)).text()
    expect(await read(`/rounds/${id}`)).toContain('夜间无人')
    expect(await read('/owned')).toContain('夜间无人')
    expect(await read('/audit')).toContain('<ins>夜间无人</ins>')
    const granted = await world.as('officeLead').put(pathOf(id, '/excuse/decision'), { granted: true })
    expect(granted.status).toBe(200)
    expect(await read(`/rounds/${id}`)).toContain('夜间无人')
  })
})
