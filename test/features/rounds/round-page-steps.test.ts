import { describe, expect, it } from 'vitest'
import { newWorld } from '../support/world.ts'
import { actionsOf, openRound, send } from './page-rig.ts'
import { day, makeDuty, planned } from './rig.ts'

describe('excuse, miss, move, hand over', () => {
  it('asked by the performer, decided by the owner', async () => {
    const world = await newWorld()
    const id = await planned(world)
    const asked = { excuseCode: 'out-of-service', excuseReason: '设备送修' }
    expect((await send(world, 'inspector', `/rounds/${id}/excuse`, { excuseCode: '' })).status).toBe(422)
    expect((await send(world, 'inspector', `/rounds/${id}/excuse`, asked)).status).toBe(303)
    expect(actionsOf(await openRound(world, 'lead', id), id)).not.toContain('decision')
    const owner = await openRound(world, 'officeLead', id)
    expect(owner.texts('main .list-plain li')[0]).toContain('申请免做：停用或维修，设备送修')
    expect((await send(world, 'officeLead', `/rounds/${id}/decision`, { granted: 'no' })).status).toBe(422)
    expect((await send(world, 'officeLead', `/rounds/${id}/decision`, { granted: 'yes' })).status).toBe(303)
    expect((await openRound(world, 'inspector', id)).texts('.facts dd')[0]).toContain('免做（已批准）')
  })

  it('a miss asks for its reason, which the owner acknowledges', async () => {
    const world = await newWorld()
    const id = await planned(world, { opensAt: world.now - 9 * day, dueAt: world.now - 5 * day })
    const page = await openRound(world, 'inspector', id)
    expect(actionsOf(page, id)).toEqual(['miss-reason', 'completion'])
    expect(
      (await send(world, 'inspector', `/rounds/${id}/miss-reason`, { missReason: '人手不足' })).status,
    ).toBe(303)
    expect((await send(world, 'officeLead', `/rounds/${id}/acknowledgement`)).status).toBe(303)
    expect((await openRound(world, 'inspector', id)).texts('main .list-plain li')).toEqual(
      expect.arrayContaining(['尹护士说明未做原因：人手不足', '欧主已确认该原因']),
    )
  })

  it('moved inside the window; postponed by the owner with a reason', async () => {
    const world = await newWorld()
    const id = await planned(world, { dueAt: world.now + 3 * day })
    const stale = await send(world, 'inspector', `/rounds/${id}/plan`, {
      planned: '2026-03-04',
      version: '7',
    })
    expect(stale.status).toBe(412)
    expect(stale.attributes('input', 'value')).toContain('2026-03-04')
    const moved = await send(world, 'inspector', `/rounds/${id}/plan`, {
      planned: '2026-03-04',
      version: '1',
    })
    expect(moved.status).toBe(303)
    const postponed = { planned: '2026-03-04', dueOn: '2026-03-20', postponeReason: '装修', version: '2' }
    expect((await send(world, 'inspector', `/rounds/${id}/plan`, postponed)).status).toBe(403)
    expect((await send(world, 'officeLead', `/rounds/${id}/plan`, postponed)).status).toBe(303)
    expect((await openRound(world, 'inspector', id)).texts('main .list-plain li')[0]).toContain(
      '已延期：装修',
    )
  })

  it('handed over to a person: the choices are read only when they are wanted', async () => {
    const world = await newWorld()
    const id = await planned(world)
    expect((await openRound(world, 'lead', id)).attributes('form', 'action')).not.toContain(
      `/rounds/${id}/hand-over`,
    )
    const page = await openRound(world, 'lead', id, { query: '?do=hand-over' })
    expect(page.texts('option')).toEqual(
      expect.arrayContaining(['柯护士', '尹护士', '李护士长', '内科二病区']),
    )
    const hands = { assigneeId: world.member.colleague, performedBy: world.unit.ward1, version: '1' }
    expect((await send(world, 'lead', `/rounds/${id}/hand-over`, hands)).status).toBe(303)
    expect((await openRound(world, 'lead', id)).texts('.facts dd')).toContain('柯护士')
  })
})

describe('who may', () => {
  it('a viewer reads and is offered nothing; every post is 403', async () => {
    const world = await newWorld()
    const id = await planned(world)
    expect(actionsOf(await openRound(world, 'viewer', id), id)).toEqual([])
    const posts = {
      completion: {},
      excuse: { excuseCode: 'in-use', excuseReason: 'x' },
      plan: { planned: '2026-03-02', version: '1' },
    }
    for (const [step, fields] of Object.entries(posts)) {
      expect((await send(world, 'viewer', `/rounds/${id}/${step}`, fields)).status).toBe(403)
    }
  })

  it('a stranger’s round is not there, nor another organisation’s', async () => {
    const world = await newWorld()
    const id = await planned(world)
    expect((await openRound(world, 'neighbour', id)).status).toBe(404)
    expect((await send(world, 'neighbour', `/rounds/${id}/completion`)).status).toBe(404)
    expect((await openRound(await newWorld(), 'supervisor', id)).status).toBe(404)
  })

  it('the page of a round reads little', async () => {
    const world = await newWorld()
    const id = await planned(world, { dutyId: await makeDuty(world), title: null })
    await openRound(world, 'inspector', id)
    expect(world.usage.rowsRead).toBeLessThanOrEqual(30)
  })
})
