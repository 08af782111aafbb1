import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { pageOf } from '../support/elements.ts'
import { newWorld } from '../support/world.ts'
import { selectors, send } from './page-rig.ts'

describe('a round by hand', () => {
  it('is made by a lead, for today, and comes back as typed where something is wrong', async () => {
    const world = await newWorld()
    const fields = { planned: '2026-03-02', performedBy: world.unit.ward1, targetId: world.unit.ward1 }
    const refused = await send(world, 'lead', '/rounds', { ...fields, dueOn: '2026-03-01' })
    expect(refused.status).toBe(422)
    expect(refused.attributes('input', 'value')).toContain('2026-03-01')
    expect(refused.texts('.notice')[0]).toContain('任务名称')
    const made = await send(world, 'lead', '/rounds', {
      ...fields,
      title: '消防<临时>检查',
      dueOn: '2026-03-03',
    })
    expect(made.status).toBe(303)
    const page = await pageOf(await world.as('inspector').get(made.location ?? ''), selectors)
    expect(page.texts('h1')).toEqual(['消防<临时>检查'])
  })

  it('an office has a ward do it and owns it', async () => {
    const world = await newWorld()
    const made = await send(world, 'officeLead', '/rounds', {
      title: '多重耐药菌督查',
      planned: '2026-03-02',
      performedBy: world.unit.ward1,
    })
    const id = made.location?.split('/').at(-1) ?? ''
    const row = await env.DB.prepare('SELECT owned_by FROM rounds WHERE org_id = ? AND id = ?')
      .bind(world.orgId, id)
      .first()
    expect(row).toEqual({ owned_by: world.unit.office })
  })

  it.each(['inspector', 'viewer', 'admin'] as const)('%s may not', async (person) => {
    const world = await newWorld()
    expect((await world.as(person).get('/rounds/new')).status).toBe(403)
    const made = await send(world, person, '/rounds', {
      title: 'x',
      planned: '2026-03-02',
      performedBy: world.unit.ward1,
    })
    expect(made.status).toBe(403)
  })
})
