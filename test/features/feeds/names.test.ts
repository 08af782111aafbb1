import { describe, expect, it } from 'vitest'
import { planned } from '../rounds/rig.ts'
import { newWorld, type World } from '../support/world.ts'
import { makeFeed, planRounds } from './support.ts'

async function decide(world: World, names: { inFeeds?: 'none' | 'full'; toOthers?: 'full' | 'family' }) {
  const current = await world.as('admin').get('/api/v1/organisation')
  const headers = { 'If-Match': current.headers.get('ETag') ?? '' }
  expect((await world.as('admin').patch('/api/v1/organisation', { names }, headers)).status).toBe(200)
}

async function textOf(world: World, path: string): Promise<string> {
  return (await (await world.as(null).get(path)).text()).replaceAll('\r\n ', '')
}

describe('names of people in calendars', () => {
  it('none, until an administrator decides otherwise; then whom a round is assigned to', async () => {
    const world = await newWorld()
    await planRounds(world, [{ id: 'mine', assignee: 'inspector' }, { id: 'free' }])
    const feed = await makeFeed(world, 'lead', { kind: 'unit', id: world.unit.ward1 })
    expect(await textOf(world, feed.path)).not.toMatch(/Yin Hushi|尹护士/)

    await decide(world, { inFeeds: 'full' })
    expect((await textOf(world, feed.path)).match(/Assigned to: Yin Hushi/g)).toHaveLength(1)
  })

  it('the page of a new address says whether its holder sees them: it said “no names” after they were let in', async () => {
    const world = await newWorld()
    const made = async () => {
      const scope = { name: '任务', scope: 'member', language: 'zh-CN' }
      return (await world.as('inspector').form('/feeds', scope)).text()
    }
    expect(await made()).toContain('no records, notes, photos or names of people')
    await decide(world, { inFeeds: 'full' })
    const page = await made()
    expect(page).toContain('whom they are assigned to')
    expect(page).not.toContain('or names of people')
  })

  it('a person who is inspected by others: with their unit, where people are named', async () => {
    const world = await newWorld()
    const inspected = { kind: 'member', id: world.member.neighbour, unit: world.unit.ward2 } as const
    await planned(world, {
      targetKind: inspected.kind,
      targetId: inspected.id,
      targetUnitId: inspected.unit,
    })
    const feed = await makeFeed(world, 'supervisor', { kind: 'organisation' })
    expect(await textOf(world, feed.path)).not.toContain('Ni Hushi')
    await decide(world, { inFeeds: 'full' })
    expect(await textOf(world, feed.path)).toContain('Ni Hushi · Medical Ward 2')
  })

  it('a calendar program that asks whether anything changed gets the new text at once', async () => {
    const world = await newWorld()
    await planRounds(world, [{ id: 'mine', assignee: 'inspector' }])
    const feed = await makeFeed(world, 'inspector')
    const first = await world.as(null).get(feed.path)
    const tag = { 'If-None-Match': first.headers.get('ETag') ?? '' }
    expect((await world.as(null).get(feed.path, tag)).status).toBe(304)
    await decide(world, { inFeeds: 'full' })
    expect((await world.as(null).get(feed.path, tag)).status).toBe(200)
  })

  it('its owner reads names there as on pages, in feeds and in the file of one round', async () => {
    const world = await newWorld()
    await planRounds(world, [{ id: 'mine', unit: 'ward1', assignee: 'neighbour' }])
    await decide(world, { inFeeds: 'full', toOthers: 'family' })
    const own = await makeFeed(world, 'lead', { kind: 'unit', id: world.unit.ward1 })
    expect(await textOf(world, own.path)).toContain('Assigned to: N. H.')
    const all = await makeFeed(world, 'supervisor', { kind: 'organisation' })
    expect(await textOf(world, all.path)).toContain('Assigned to: Ni Hushi')
    const file = await world.as('inspector').get(`/rounds/round_${world.orgId}_mine.ics`)
    expect((await file.text()).replaceAll('\r\n ', '')).toContain('Assigned to: N. H.')
  })
})
