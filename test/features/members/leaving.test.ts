import { describe, expect, it } from 'vitest'
import { appointed } from '../deputies/support.ts'
import { makeFeed } from '../feeds/support.ts'
import { countsOf, pathOf, planned, rowsOf, trailOf, type ProblemBody } from '../rounds/rig.ts'
import { linkFor } from '../sign-in/support.ts'
import { textOf } from '../support/page.ts'
import { newWorld, type Person, type World } from '../support/world.ts'
import { assigned, assigneesOf, leavingPath, letGo } from './leaving-support.ts'

type LeavingBody = {
  rounds: { count: number; isMore: boolean; groups: { title: string; count: number; firstDueAt: string }[] }
  onlyLeadOf: string[]
  onlyPerformerOf: string[]
  waiting: { excuses: number; lateEntries: number; missReasons: number }
  feeds: { name: string }[]
  sessions: number
  hasSignInLink: boolean
  accessTokens: number
  deputies: { deputyId: string }[]
  standsIn: { memberId: string }[]
  isLastAdmin: boolean
}

async function owed(world: World, person: Person): Promise<LeavingBody> {
  const response = await world.as('admin').get(leavingPath(world, person))
  expect(response.status).toBe(200)
  return response.json<LeavingBody>()
}

describe('leaving: what a member still owes', () => {
  it('rounds by what they are, future ones too, feeds, sessions, links, deputies both ways', async () => {
    const world = await newWorld()
    await assigned(world, 'inspector', 30)
    await makeFeed(world, 'inspector')
    await linkFor(world, 'inspector')
    await appointed(world, { absent: 'inspector', deputy: 'colleague' })
    await appointed(world, { absent: 'lead', deputy: 'inspector', from: '2026-03-11', until: '2026-03-12' })
    const body = await owed(world, 'inspector')
    expect(body.rounds).toMatchObject({
      count: 30,
      isMore: false,
      groups: [{ title: '消防通道巡查', count: 30 }],
    })
    expect(body).toMatchObject({
      feeds: [{ name: 'Mine' }],
      sessions: 1,
      hasSignInLink: true,
      deputies: [{ deputyId: world.member.colleague }],
      standsIn: [{ memberId: world.member.lead }],
      isLastAdmin: false,
    })
  })

  it('of 300 rounds it counts 200, in a bounded number of rows and statements', async () => {
    const world = await newWorld()
    await assigned(world, 'inspector', 300)
    expect((await owed(world, 'inspector')).rounds).toMatchObject({ count: 200, isMore: true })
    expect(world.usage.rowsRead).toBeLessThanOrEqual(2 * 201 + 100)
    expect(world.usage.statements).toBeLessThanOrEqual(14)
    const page = await world.as('admin').get(`/members/${world.member.inspector}/leaving`)
    expect(textOf(await page.text())).toContain('more than 200 rounds')
  })

  it('units that have nobody else, and what waits for the word of their lead', async () => {
    const world = await newWorld()
    const id = await planned(world, { ownedBy: world.unit.ward1 })
    await world.as('inspector').post(pathOf(id, '/excuse'), { code: 'in-use', reason: '抢救中' })
    const body = await owed(world, 'lead')
    expect(body).toMatchObject({
      onlyLeadOf: [world.unit.ward1],
      onlyPerformerOf: [],
      waiting: { excuses: 1, lateEntries: 0, missReasons: 0 },
    })
    expect(await owed(world, 'neighbour')).toMatchObject({
      onlyLeadOf: [],
      onlyPerformerOf: [world.unit.ward2],
    })
    const page = await world
      .as('admin')
      .get(`/members/${world.member.lead}/leaving`, { 'Accept-Language': 'zh-CN' })
    expect(textOf(await page.text())).toContain('以下科室没有其他负责人：内科一病区')
  })

  it('is not there once the account is closed', async () => {
    const world = await newWorld()
    await letGo(world, 'inspector')
    expect((await world.as('admin').get(leavingPath(world, 'inspector'))).status).toBe(409)
    expect((await letGo(world, 'inspector')).status).toBe(409)
  })
})

describe('leaving: one step', () => {
  it('300 rounds go to somebody else, each with its entry; what is done keeps its name, and the counts hold', async () => {
    const world = await newWorld()
    const [done = '', ...ids] = await assigned(world, 'inspector', 301)
    await world.as('inspector').post(pathOf(done, '/completion'), {})
    expect((await letGo(world, 'inspector', 'colleague')).status).toBe(200)
    expect(world.usage.statements).toBeLessThanOrEqual(25)
    expect(world.usage.rowsRead).toBeLessThanOrEqual(300 * 16 + 100)

    expect(await assigneesOf(world)).toEqual({ [world.member.colleague]: 300 })
    const entries = await rowsOf<{ seq: number; before: string; after: string }>(
      world,
      `SELECT seq, before, after FROM audit WHERE org_id = ?1 AND action = 'round.handed-over' ORDER BY seq`,
    )
    expect(entries).toHaveLength(300)
    expect(entries.at(-1)?.seq).toBe((entries[0]?.seq ?? 0) + 299)
    expect(JSON.parse(entries[0]?.before ?? '')).toMatchObject({ assigneeId: world.member.inspector })
    expect(JSON.parse(entries[0]?.after ?? '')).toMatchObject({ assigneeId: world.member.colleague })
    expect(await trailOf(world, ids[0] ?? '')).toEqual(['round.handed-over'])
    expect(await trailOf(world, world.member.inspector)).toContain('member.left')
    const { kept, counted } = await countsOf(world)
    expect(kept).toEqual(counted)
  })

  it('by default they go back to their units', async () => {
    const world = await newWorld()
    await assigned(world, 'inspector', 3)
    const page = `/members/${world.member.inspector}/leaving`
    expect((await world.as('admin').form(page, { handOverTo: '' })).headers.get('Location')).toBe('/members')
    expect(await assigneesOf(world)).toEqual({ nobody: 3 })
  })

  it.each([
    ['to the leaver', 'inspector', 'hands-to-leaver', '不能交给离职者本人'],
    ['to a viewer', 'viewer', 'not-a-performer', '不能执行任务'],
    ['to an admin', 'admin', 'not-a-performer', '不能执行任务'],
  ] as const)('not %s', async (_, to, code, sentence) => {
    const world = await newWorld()
    await assigned(world, 'inspector', 1)
    const refused = await letGo(world, 'inspector', to)
    expect((await refused.json<ProblemBody>()).errors?.[0]?.code).toBe(code)
    const form = await world
      .as('admin')
      .form(
        `/members/${world.member.inspector}/leaving`,
        { handOverTo: world.member[to] },
        { 'Accept-Language': 'zh-CN' },
      )
    expect(form.status).toBe(422)
    expect(textOf(await form.text())).toContain(sentence)
    expect(await assigneesOf(world)).toEqual({ [world.member.inspector]: 1 })
  })

  it('nor to somebody who is closed', async () => {
    const world = await newWorld()
    await letGo(world, 'colleague')
    const refused = await letGo(world, 'inspector', 'colleague')
    expect((await refused.json<ProblemBody>()).errors?.[0]?.code).toBe('unknown-member')
  })

  it('the last admin cannot; one of two can, and is out', async () => {
    const world = await newWorld()
    const last = await letGo(world, 'admin')
    expect((await last.json<ProblemBody>()).code).toBe('last-admin')
    const page = await world.as('admin').get(`/members/${world.member.admin}/leaving`)
    expect(textOf(await page.text())).toContain('This is the last administrator, who cannot leave')

    await world
      .as('admin')
      .patch(`/api/v1/members/${world.member.supervisor}`, { role: 'admin' }, { 'If-Match': '1' })
    expect((await letGo(world, 'admin')).status).toBe(200)
    expect((await world.as('admin').get('/')).headers.get('Location')).toBe('/sign-in')
  })

  it('of two admins who let each other go at once, one stays', async () => {
    const world = await newWorld()
    await world
      .as('admin')
      .patch(`/api/v1/members/${world.member.supervisor}`, { role: 'admin' }, { 'If-Match': '1' })
    const both = await Promise.all([
      letGo(world, 'supervisor'),
      world.as('supervisor').post(leavingPath(world, 'admin'), { handOverTo: null }),
    ])
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1)
  })
})
