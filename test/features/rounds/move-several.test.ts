import { describe, expect, it } from 'vitest'
import type { RoundValues } from '../../../src/features/rounds/repository.ts'
import { dayOf } from '../../../src/domain/time/civil.ts'
import { runPlanner } from '../duties/planner.ts'
import { makeDuty as makePlannedDuty } from '../duties/support.ts'
import { pageOf } from '../support/elements.ts'
import { newWorld, type Person, type World } from '../support/world.ts'
import { countsOf, day, makeDuty, plan, roundOf, rowsOf, trailOf } from './rig.ts'

const selectors = [
  '.notice-title',
  '.notice',
  '.field-error',
  'h1',
  'h2',
  'li',
  'tbody th',
  'input',
  'input[checked]',
  '.empty-state',
]
const chinese = { 'Accept-Language': 'zh-CN' }

/** Ward 1's round of 10 March, owned by the office, due that day. */
function ahead(world: World, dutyId: string, values: Partial<RoundValues> = {}): RoundValues {
  const opensAt = world.now - 9 * 3_600_000 + 8 * day
  return roundOf(world, {
    dutyId,
    title: null,
    key: '20260310',
    plannedOn: dayOf(2026, 3, 10),
    opensAt,
    dueAt: opensAt + day,
    missesAt: opensAt + 3 * day,
    ...values,
  })
}

async function scene() {
  const world = await newWorld()
  const dutyId = await makeDuty(world)
  const opensAt = world.now - 9 * 3_600_000
  const rounds = [
    ahead(world, dutyId),
    ahead(world, dutyId, { key: '2026-M03/1', opensAt, dueAt: opensAt + 30 * day }),
    ahead(world, dutyId, { plannedOn: dayOf(2026, 3, 2), opensAt, dueAt: opensAt + day }),
  ]
  await plan(world, rounds)
  const ids = rounds.map(({ id }) => id)
  await world.as('inspector').form(`/rounds/${ids[2]}/completion`, {})
  return { world, dutyId, ids }
}

/** As on the page that says beforehand what becomes of each. */
async function move(
  world: World,
  person: Person,
  ids: string[],
  fields: Record<string, string>,
  version?: string[],
) {
  const seen = version ?? (await versionsOf(world, ids))
  const sent = { to: '', by: '', reason: '', ...fields, round: ids, version: seen }
  return pageOf(await world.as(person).form('/rounds/several/move', sent, chinese), selectors)
}

async function versionsOf(world: World, ids: string[]): Promise<string[]> {
  const rows = await rowsOf<{ id: string; version: number }>(
    world,
    'SELECT id, version FROM rounds WHERE org_id = ?',
  )
  const versions = new Map(rows.map(({ id, version }) => [id, version]))
  return ids.map((id) => String(versions.get(id)))
}

const timesOf = (world: World) =>
  rowsOf<{ planned_on: number; due_at: number; occurrence_key: string; touched: number }>(
    world,
    'SELECT planned_on, due_at, occurrence_key, touched FROM rounds WHERE org_id = ? ORDER BY id',
  )

describe('several rounds moved at once', () => {
  it('are chosen in a list, looked at beforehand and moved together; what cannot be moved stays', async () => {
    const { world, dutyId, ids } = await scene()
    const list = await pageOf(
      await world
        .as('officeLead')
        .get(`/rounds?duty=${dutyId}&from=2026-03-01&to=2026-03-31&select=all`, chinese),
      selectors,
    )
    expect(list.texts('tbody th')).toHaveLength(3)
    expect(list.attributes('input[checked]', 'value').toSorted()).toEqual(ids.slice(0, 2).toSorted())

    const query = new URLSearchParams({ step: 'move', preview: '1', to: '2026-03-17', reason: '迎接评审' })
    for (const id of ids) query.append('round', id)
    const before = await timesOf(world)
    const preview = await pageOf(
      await world.as('officeLead').get(`/rounds/several?${query}`, chinese),
      selectors,
    )
    expect(preview.texts('h2')).toEqual(['可以改期：2项'])
    expect(preview.texts('.notice-title')).toEqual(['不能改期，将保持不变：1项'])
    expect(preview.texts('li').join()).toContain('3月10日 周二 → 3月17日 周二，延期至3月17日 周二')
    expect(await timesOf(world)).toEqual(before)

    const sent = await move(world, 'officeLead', ids, { to: '2026-03-17', reason: '迎接评审' })
    expect(sent.texts('.notice-title')).toEqual(['已改期2项', '1项未能办理，未作改动'])
    expect(sent.texts('.notice')[1]).toContain('已有人完成')
    const after = await timesOf(world)
    expect(after.map((row) => row.planned_on)).toEqual([17, 17, 2].map((date) => dayOf(2026, 3, date)))
    expect(after.map((row) => row.occurrence_key)).toEqual(before.map((row) => row.occurrence_key))
    expect(after[0]?.due_at).toBe((before[0]?.due_at ?? 0) + 7 * day)
    expect(after[1]?.due_at).toBe(before[1]?.due_at)
    expect([await trailOf(world, ids[0] ?? ''), await trailOf(world, ids[1] ?? '')]).toEqual([
      ['round.postponed'],
      ['round.moved'],
    ])
    const { kept, counted } = await countsOf(world)
    expect(kept).toEqual(counted)
  })

  it('by so many days; planning again leaves them where they are', async () => {
    const world = await newWorld()
    const duty = await makePlannedDuty(world)
    const of = `/api/v1/rounds?duty=${duty.id}&from=2026-03-09&to=2026-03-09`
    const { items } = await (await world.as('supervisor').get(of)).json<{ items: { id: string }[] }>()
    const ids = items.map(({ id }) => id)
    expect(ids).toHaveLength(2)
    const sent = await move(world, 'officeLead', ids, { by: '-4' })
    expect(sent.texts('.notice-title')).toEqual(['已改期2项'])
    const [entry] = await rowsOf<{ before: string; after: string }>(
      world,
      `SELECT before, after FROM audit WHERE org_id = ?1 AND subject_id = ?2 AND action = 'round.moved'`,
      ids[0] ?? '',
    )
    const [from, to] = [entry?.before, entry?.after].map(
      (text) => (JSON.parse(text ?? '{}') as { opensAt: number }).opensAt,
    )
    expect((from ?? 0) - (to ?? 0)).toBe(4 * day)
    await runPlanner(world)
    for (const id of ids) {
      const round = await (await world.as('supervisor').get(`/api/v1/rounds/${id}`)).json()
      expect(round).toMatchObject({ planned: '2026-03-05', state: 'planned' })
    }
  })

  it('asks for the day, for whole days, and for a reason where one is postponed', async () => {
    const { world, ids } = await scene()
    const nowhere = await move(world, 'officeLead', ids, {})
    expect([nowhere.status, nowhere.texts('.field-error').length]).toEqual([422, 1])
    expect((await move(world, 'officeLead', ids, { by: '1.5' })).status).toBe(422)
    const both = await move(world, 'officeLead', ids, { to: '2026-03-17', by: '7', reason: '评审' })
    expect([both.status, both.texts('.field-error')]).toEqual([422, ['错误：日期和天数只填一项。']])
    const unreasoned = await move(world, 'officeLead', ids.slice(0, 1), { to: '2026-03-17' })
    expect(unreasoned.texts('.notice-title')).toEqual(['1项未能办理，未作改动'])
    expect(unreasoned.texts('.notice')[0]).toContain('超过原截止时间，属于延期，须填写原因。')
    expect((await timesOf(world)).map((row) => row.touched)).toEqual([0, 0, 1])
  })

  it('a second click, or a page that was left open, moves nothing farther', async () => {
    const { world, ids } = await scene()
    const versions = await versionsOf(world, ids)
    const fields = { by: '2', reason: '评审' }
    expect((await move(world, 'officeLead', ids, fields, versions)).texts('.notice-title')[0]).toBe(
      '已改期2项',
    )
    const after = await timesOf(world)
    const again = await move(world, 'officeLead', ids, fields, versions)
    expect(again.texts('.notice-title')).toEqual(['3项未能办理，未作改动'])
    expect(await timesOf(world)).toEqual(after)
  })

  it('the button moves what was looked at, whatever has been typed since', async () => {
    const { world, ids } = await scene()
    const query = new URLSearchParams({ step: 'move', preview: '1', by: '2', reason: '评审' })
    for (const id of ids) query.append('round', id)
    const page = await pageOf(await world.as('officeLead').get(`/rounds/several?${query}`, chinese), [
      'form',
      'form[action="/rounds/several/move"] input',
    ])
    const sent = 'form[action="/rounds/several/move"] input'
    expect([...new Set(page.attributes(sent, 'type'))]).toEqual(['hidden'])
    expect(page.attributes(sent, 'name')).toEqual(
      expect.arrayContaining(['by', 'reason', 'round', 'version']),
    )
  })

  it('a hundred at once stay within one invocation', async () => {
    const world = await newWorld()
    const dutyId = await makeDuty(world)
    const rounds = Array.from({ length: 100 }, (_, index) =>
      ahead(world, dutyId, { targetId: `unit_${index}` }),
    )
    await plan(world, rounds)
    const sent = await move(
      world,
      'supervisor',
      rounds.map(({ id }) => id),
      { by: '7', reason: '评审' },
    )
    expect(sent.texts('.notice-title')).toEqual(['已改期100项'])
    expect(world.usage.statements).toBeLessThanOrEqual(20)
  })
})

describe('the list of rounds by planned day', () => {
  it('of a unit: what it has still to do in these days', async () => {
    const { world } = await scene()
    const path = (unit: string, query = '') => `/rounds?unit=${unit}&from=2026-03-01&to=2026-03-31${query}`
    const list = await pageOf(await world.as('lead').get(path(world.unit.ward1)), selectors)
    expect(list.texts('tbody th')).toHaveLength(2)
    const later = await pageOf(
      await world.as('lead').get(`/rounds?unit=${world.unit.ward1}&from=2026-03-11&to=2026-03-31`),
      selectors,
    )
    expect(later.texts('.empty-state')[0]).toContain('Nothing is planned')
    expect((await world.as('neighbour').get(path(world.unit.ward1))).status).toBe(404)
  })

  it('of a duty: a period, and what was postponed far beyond it', async () => {
    const { world, dutyId, ids } = await scene()
    await move(world, 'officeLead', ids.slice(0, 1), { by: '300', reason: '停诊' })
    const ofPeriod = await pageOf(
      await world
        .as('officeLead')
        .get(`/rounds?duty=${dutyId}&from=2026-03-01&to=2026-03-31&period=2026-M03`),
      selectors,
    )
    expect(ofPeriod.texts('tbody th')).toHaveLength(1)
    const far = await pageOf(
      await world.as('officeLead').get(`/rounds?duty=${dutyId}&from=2027-01-01&to=2027-01-31`),
      selectors,
    )
    expect(far.texts('tbody th')).toHaveLength(1)
  })
})
