import { describe, expect, it } from 'vitest'
import { newWorld, type World } from '../support/world.ts'
import { actionsOf, openRound, send } from './page-rig.ts'
import { day, hour, makeChecklist, makeDuty, planned } from './rig.ts'

describe('a simple round', () => {
  it('is open, one tap, done, and can be undone for a quarter of an hour', async () => {
    const world = await newWorld()
    const id = await planned(world)
    const page = await openRound(world, 'inspector', id)
    expect(page.texts('h1')).toEqual(['消防通道巡查'])
    expect(page.texts('.facts dd')[0]).toContain('待做今天截止')
    const key = page.attributes('input', 'value')[1] ?? ''

    expect(await send(world, 'inspector', `/rounds/${id}/completion`, { key })).toMatchObject({
      status: 303,
      location: `/rounds/${id}`,
    })
    expect(world.usage.rowsRead).toBeLessThanOrEqual(30)
    expect(world.usage.rowsWritten).toBeLessThanOrEqual(14)
    const done = await openRound(world, 'inspector', id)
    expect(done.texts('main .list-plain li')[0]).toBe('尹护士于3月2日 周一 09:00完成')
    expect(actionsOf(done, id)).toEqual(['undo'])

    world.now += 16 * 60_000
    expect(actionsOf(await openRound(world, 'inspector', id), id)).toEqual([])
    expect((await send(world, 'inspector', `/rounds/${id}/undo`)).status).toBe(409)
    world.now -= 10 * 60_000
    expect((await send(world, 'inspector', `/rounds/${id}/undo`)).status).toBe(303)
    expect((await openRound(world, 'inspector', id)).texts('.facts dd')[0]).toContain('待做')
  })

  it('a lead undoes later, with a reason, and what was typed stays where it lacks', async () => {
    const world = await newWorld()
    const id = await planned(world)
    await send(world, 'inspector', `/rounds/${id}/completion`)
    world.now += hour
    const refused = await send(world, 'lead', `/rounds/${id}/undo`, { undoReason: ' ' })
    expect(refused.status).toBe(422)
    expect(refused.texts('.field-error')).toEqual(['错误：请填写此项。'])
    expect(refused.texts('details[open] > summary')).toEqual(['撤销完成'])
    expect((await send(world, 'lead', `/rounds/${id}/undo`, { undoReason: '点错' })).status).toBe(303)
  })

  it('before it opens nothing is offered, and the page says from when', async () => {
    const world = await newWorld()
    const id = await planned(world, { opensAt: world.now + day, dueAt: world.now + 2 * day })
    const page = await openRound(world, 'inspector', id)
    expect(page.texts('.notice')[0]).toContain('3月3日 周二 09:00起可以完成')
    expect(actionsOf(page, id)).not.toContain('completion')
    expect((await send(world, 'inspector', `/rounds/${id}/completion`)).status).toBe(409)
  })

  it('entered later: the time stands beside its field when it is wrong', async () => {
    const world = await newWorld()
    const id = await planned(world, { opensAt: world.now - 5 * day, dueAt: world.now + day })
    const path = `/rounds/${id}/completion`
    const typed = { performedOn: '2026-02-30', performedTime: '08:00', remark: '已查' }
    const refused = await send(world, 'inspector', path, typed)
    expect(refused.status).toBe(422)
    expect(refused.texts('.field-error')).toHaveLength(1)
    expect(refused.texts('textarea')).toContain('已查')
    expect(refused.texts('details[open] > summary')).toEqual(['不是刚做的？填写实际完成时间'])

    expect((await send(world, 'inspector', path, { ...typed, performedOn: '2026-02-27' })).status).toBe(303)
    const done = await openRound(world, 'lead', id)
    expect(done.texts('main .list-plain li').slice(0, 4)).toEqual([
      '尹护士于2月27日 周五 08:00完成',
      '补录，3月2日 周一 09:00录入',
      '补录待确认',
      '备注: 已查',
    ])
    expect((await send(world, 'lead', `/rounds/${id}/confirmation`)).status).toBe(303)
    expect((await openRound(world, 'lead', id)).texts('main .list-plain li')).toContain('李护士长已确认补录')
  })
})

async function roundWithChecklist(world: World): Promise<string> {
  return planned(world, { checklistId: await makeChecklist(world) })
}

describe('a checklist', () => {
  it('is kept for later, then finished; a "no" wants its note', async () => {
    const world = await newWorld()
    const id = await roundWithChecklist(world)
    expect((await send(world, 'inspector', `/rounds/${id}/record`, { 'answer.exits': 'yes' })).status).toBe(
      303,
    )
    const kept = await openRound(world, 'colleague', id)
    expect(kept.attributes('progress', 'aria-label')).toEqual(['已填1/2项'])
    expect(kept.attributes('input[checked]', 'name')).toEqual(['answer.exits'])

    const typed = { 'answer.exits': 'yes', 'answer.hydrant': 'no', 'note.hydrant': '' }
    const refused = await send(world, 'inspector', `/rounds/${id}/completion`, typed)
    expect(refused.status).toBe(422)
    expect(refused.texts('.field-error')).toEqual(['错误：选“否”时请说明发现的问题。'])
    expect(refused.texts('.notice')[0]).toContain('2. hydrant')
    expect(refused.attributes('input[checked]', 'value')).toEqual(['yes', 'no'])

    await send(world, 'inspector', `/rounds/${id}/completion`, { ...typed, 'note.hydrant': '水带破损' })
    const done = await openRound(world, 'inspector', id)
    expect(done.texts('main .list-plain li')).toContain('2. hydrant否 水带破损')
  })

  it('who comes second learns who did it and when, and keeps what was typed', async () => {
    const world = await newWorld()
    const id = await roundWithChecklist(world)
    const path = `/rounds/${id}/completion`
    await send(world, 'inspector', path, { 'answer.exits': 'yes', 'answer.hydrant': 'yes' })
    const second = await send(world, 'colleague', path, {
      'answer.exits': 'no',
      'note.exits': '<b>堆放杂物</b>',
      'answer.hydrant': 'yes',
      remark: '第二次',
    })
    expect(second.status).toBe(409)
    expect(second.texts('.notice-title')).toEqual(['已有人完成'])
    expect(second.texts('.notice')[0]).toContain('尹护士已于2026-03-02 09:00完成此任务')
    expect(second.texts('#typed li')).toEqual(['exits: 否 <b>堆放杂物</b>', 'hydrant: 是', '备注: 第二次'])
  })

  it('is corrected with a reason, the old answer legible', async () => {
    const world = await newWorld()
    const id = await roundWithChecklist(world)
    const answers = { 'answer.exits': 'yes', 'answer.hydrant': 'yes' }
    await send(world, 'inspector', `/rounds/${id}/completion`, answers)
    const fields = { ...answers, 'answer.exits': 'no', 'note.exits': '门锁坏' }
    const refused = await send(world, 'inspector', `/rounds/${id}/correction`, fields)
    expect([refused.status, refused.texts('details[open] > summary')]).toEqual([422, ['更正记录']])
    world.now += hour
    await send(world, 'inspector', `/rounds/${id}/correction`, { ...fields, correctionReason: '看错' })
    const page = await openRound(world, 'inspector', id)
    expect(page.texts('main .list-plain li')[1]).toBe('1. exits否 门锁坏原为“是”，更正：看错')
  })

  it('last time: who did it, and what was found', async () => {
    const world = await newWorld()
    const checklistId = await makeChecklist(world)
    const dutyId = await makeDuty(world, { checklistId })
    const first = await planned(world, { dutyId, title: null, checklistId })
    await send(world, 'inspector', `/rounds/${first}/completion`, {
      'answer.exits': 'no',
      'note.exits': '堆放杂物',
      'answer.hydrant': 'yes',
    })
    world.now += 7 * day
    const next = await planned(world, { dutyId, title: null, checklistId })
    const page = await openRound(world, 'colleague', next)
    expect(page.html).toContain('尹护士于3月2日 周一 09:00完成')
    expect(page.html).toContain('堆放杂物')
  })
})
