import { describe, expect, it } from 'vitest'
import type { ProblemBody } from '../rounds/rig.ts'
import { rowsOf, trailOf } from '../rounds/rig.ts'
import { newWorld, type Person } from '../support/world.ts'
import { appoint, appointed, type DeputyBody } from './support.ts'

type Lists = { deputies: DeputyBody[]; standsIn: DeputyBody[] }

describe('deputies: what works', () => {
  it('a nurse goes on leave, it is listed for both, and she comes back earlier', async () => {
    const world = await newWorld()
    const path = `/api/v1/members/${world.member.inspector}/deputies`
    const made = await appointed(world, { absent: 'inspector', deputy: 'colleague', from: '2026-03-02' })
    expect(made).toMatchObject({ from: '2026-03-02', until: '2026-03-10', lasts: true })

    const mine = await (await world.as('inspector').get(path)).json<Lists>()
    expect(mine).toEqual({ deputies: [made], standsIn: [] })
    const theirs = await world.as('colleague').get(`/api/v1/members/${world.member.colleague}/deputies`)
    expect(await theirs.json<Lists>()).toEqual({ deputies: [], standsIn: [made] })

    expect((await world.as('inspector').delete(`${path}/${made.id}`)).status).toBe(204)
    expect(await (await world.as('inspector').get(path)).json<Lists>()).toEqual({
      deputies: [],
      standsIn: [],
    })
    expect(await trailOf(world, world.member.inspector)).toEqual(['deputy.appointed', 'deputy.ended'])
  })

  it('once it was ended the days are free again', async () => {
    const world = await newWorld()
    const first = await appointed(world, { absent: 'inspector', deputy: 'colleague' })
    await world.as('lead').delete(`/api/v1/members/${world.member.inspector}/deputies/${first.id}`)
    expect((await appoint(world, { absent: 'inspector', deputy: 'lead' })).status).toBe(201)
  })

  it.each<[string, Person, Person, Person]>([
    ['oneself', 'inspector', 'inspector', 'colleague'],
    ['the lead of the unit', 'lead', 'inspector', 'colleague'],
    ['an admin, across units', 'admin', 'inspector', 'neighbour'],
    ['a lead, another lead whose name is not theirs to read', 'lead', 'lead', 'officeLead'],
    ['a supervisor, a lead', 'supervisor', 'supervisor', 'lead'],
  ])('entered by %s', async (_, by, absent, deputy) => {
    const world = await newWorld()
    expect((await appoint(world, { absent, deputy, by })).status).toBe(201)
  })
})

describe('deputies: refused', () => {
  it.each<[string, Parameters<typeof appoint>[1], number, string, string]>([
    ['by oneself', { absent: 'inspector', deputy: 'inspector' }, 422, 'own-deputy', '不能由本人代理'],
    ['by a viewer', { absent: 'inspector', deputy: 'viewer' }, 422, 'not-a-performer', '不能执行任务'],
    [
      'by somebody elsewhere',
      { absent: 'inspector', deputy: 'neighbour' },
      422,
      'unknown-member',
      '没有这个人员',
    ],
    [
      'from yesterday',
      { absent: 'inspector', deputy: 'colleague', from: '2026-03-01' },
      422,
      'in-the-past',
      '今天或以后',
    ],
    [
      'back before gone',
      { absent: 'inspector', deputy: 'colleague', until: '2026-03-04' },
      422,
      'end-before-start',
      '早于',
    ],
    [
      'for years',
      { absent: 'inspector', deputy: 'colleague', until: '2028-03-04' },
      422,
      'range-too-long',
      '最多1年',
    ],
    [
      'in years',
      { absent: 'inspector', deputy: 'colleague', from: '2028-03-04', until: '2028-03-05' },
      422,
      'too-far-ahead',
      '提前一年',
    ],
    [
      'on no day',
      { absent: 'inspector', deputy: 'colleague', from: '2026-02-29' },
      422,
      'not-a-date',
      '日期',
    ],
    [
      'of an admin',
      { absent: 'admin', deputy: 'supervisor' },
      409,
      'admin-has-no-deputy',
      '另一名系统管理员',
    ],
    [
      'of a viewer',
      { absent: 'viewer', deputy: 'inspector' },
      409,
      'nothing-to-stand-in-for',
      '没有要执行的任务',
    ],
    [
      'of a colleague',
      { absent: 'colleague', deputy: 'lead', by: 'inspector' },
      403,
      'not-allowed',
      '不能进行此操作',
    ],
    [
      'of one’s own lead',
      { absent: 'lead', deputy: 'inspector', by: 'inspector' },
      403,
      'not-allowed',
      '不能进行此操作',
    ],
    [
      'of somebody elsewhere',
      { absent: 'neighbour', deputy: 'lead', by: 'lead' },
      404,
      'not-found',
      '不存在',
    ],
  ])('%s', async (_, wanted, status, code, sentence) => {
    const world = await newWorld()
    const { absent, deputy, from = '2026-03-05', until = '2026-03-10', by = absent } = wanted
    const response = await world
      .as(by)
      .post(
        `/api/v1/members/${world.member[absent]}/deputies`,
        { deputyId: world.member[deputy], from, until },
        { 'Accept-Language': 'zh-CN' },
      )
    expect(response.status).toBe(status)
    const problem = await response.json<ProblemBody>()
    expect(problem.errors?.[0]?.code ?? problem.code).toBe(code)
    expect(problem.errors?.[0]?.message ?? problem.detail).toContain(sentence)
    expect(await trailOf(world, world.member[absent])).toEqual([])
  })

  it('a second leave on the same days, a deputy who is away for all of it', async () => {
    const world = await newWorld()
    await appointed(world, { absent: 'inspector', deputy: 'lead' })
    const again = await appoint(world, {
      absent: 'inspector',
      deputy: 'colleague',
      from: '2026-03-10',
      until: '2026-03-12',
    })
    expect((await again.json<ProblemBody>()).errors?.[0]?.code).toBe('leave-overlaps')
    const away = await appoint(world, {
      absent: 'colleague',
      deputy: 'inspector',
      from: '2026-03-06',
      until: '2026-03-08',
    })
    expect((await away.json<ProblemBody>()).errors?.[0]?.code).toBe('deputy-away')
    const partly = await appoint(world, {
      absent: 'colleague',
      deputy: 'inspector',
      from: '2026-03-08',
      until: '2026-03-12',
    })
    expect(partly.status).toBe(201)
  })

  it('of ten at once one is entered', async () => {
    const world = await newWorld()
    const tries = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        appoint(world, { absent: 'inspector', deputy: index % 2 === 0 ? 'colleague' : 'lead' }),
      ),
    )
    expect(tries.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, ...Array(9).fill(422)])
    const rows = await rowsOf(world, 'SELECT id FROM deputies WHERE org_id = ?1')
    expect(rows).toHaveLength(1)
  })

  it('what is over cannot be ended again', async () => {
    const world = await newWorld()
    const { id } = await appointed(world, { absent: 'inspector', deputy: 'colleague' })
    const path = `/api/v1/members/${world.member.inspector}/deputies/${id}`
    const ended = await Promise.all([1, 2, 3].map(() => world.as('inspector').delete(path)))
    expect(ended.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 409, 409])

    const later = await appointed(world, { absent: 'inspector', deputy: 'colleague' })
    world.now += 30 * 86_400_000
    const over = await world.as('inspector').delete(path.replace(id, later.id))
    expect((await over.json<ProblemBody>()).code).toBe('leave-over')
  })

  it('somebody else’s leave is not there below one’s own', async () => {
    const world = await newWorld()
    const { id } = await appointed(world, { absent: 'colleague', deputy: 'lead' })
    const path = `/api/v1/members/${world.member.inspector}/deputies/${id}`
    expect((await world.as('inspector').delete(path)).status).toBe(404)
  })

  it('a closed account has no deputy and is none', async () => {
    const world = await newWorld()
    const leave = await appointed(world, { absent: 'inspector', deputy: 'colleague' })
    await world.as('admin').post(`/api/v1/members/${world.member.colleague}/leaving`, { handOverTo: null })
    const [row] = await rowsOf<{ ended_at: number }>(
      world,
      'SELECT ended_at FROM deputies WHERE org_id = ?1 AND id = ?2',
      leave.id,
    )
    expect(row?.ended_at).toBe(world.now)
    const closed = await appoint(world, { absent: 'inspector', deputy: 'colleague' })
    expect((await closed.json<ProblemBody>()).errors?.[0]?.code).toBe('unknown-member')
    const ofClosed = await appoint(world, { absent: 'colleague', deputy: 'inspector', by: 'admin' })
    expect((await ofClosed.json<ProblemBody>()).code).toBe('member-closed')
  })
})
