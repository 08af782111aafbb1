import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { makeDuty } from '../rounds/rig.ts'
import { pageOf } from '../support/elements.ts'
import { newWorld, type Person, type World } from '../support/world.ts'

/** As it is after `npm run organisation`: a root unit and one administrator. */
async function founded(): Promise<World> {
  const world = await newWorld()
  const { orgId, member, unit } = world
  await env.DB.batch([
    env.DB.prepare('DELETE FROM units WHERE org_id = ? AND id <> ?').bind(orgId, unit.hospital),
    env.DB.prepare('DELETE FROM members WHERE org_id = ? AND id <> ?').bind(orgId, member.admin),
    env.DB.prepare('DELETE FROM sessions WHERE org_id = ? AND member_id <> ?').bind(orgId, member.admin),
  ])
  return world
}

async function stepsOn(world: World, path: string, person: Person = 'admin'): Promise<string[]> {
  const response = await world.as(person).get(path, { 'Accept-Language': 'zh-CN' })
  return (await pageOf(response, ['ol.work-list .work-title'])).texts('ol.work-list .work-title')
}

describe('first steps', () => {
  it('are ticked one by one, on the hub and on an empty Today, and go when all are done', async () => {
    const world = await founded()
    const admin = world.as('admin')
    expect(await stepsOn(world, '/settings')).toEqual([
      '添加科室',
      '添加人员',
      '生成登录链接，让大家登录',
      '请主管或科室负责人添加例行工作',
    ])
    await admin.post('/api/v1/units', { name: '内科', parentId: world.unit.hospital })
    const made = await admin.post('/api/v1/members', { name: '陈雨桐', role: 'supervisor' })
    const { id } = await made.json<{ id: string }>()
    expect((await stepsOn(world, '/')).filter((step) => step.startsWith('已完成'))).toHaveLength(2)
    await admin.post(`/api/v1/members/${id}/sign-in-links`)
    expect((await stepsOn(world, '/')).filter((step) => step.startsWith('已完成'))).toHaveLength(3)
    await makeDuty(world)
    expect(await stepsOn(world, '/settings')).toEqual([])
    expect(await stepsOn(world, '/')).toEqual([])
  })

  it('stay gone when every session and link has expired', async () => {
    const world = await newWorld()
    await makeDuty(world)
    await env.DB.prepare('DELETE FROM sessions WHERE org_id = ? AND member_id <> ?')
      .bind(world.orgId, world.member.admin)
      .run()
    expect(await stepsOn(world, '/settings')).toEqual([])
  })

  it('are nobody’s but the administrator’s, and cost a few rows', async () => {
    const world = await newWorld()
    expect(await stepsOn(world, '/', 'supervisor')).toEqual([])
    expect(await stepsOn(world, '/settings')).not.toEqual([])
    expect(world.usage.statements).toBe(2)
    expect(world.usage.rowsRead).toBeLessThan(30)
  })
})
