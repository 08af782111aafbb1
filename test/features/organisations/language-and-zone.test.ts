import { describe, expect, it } from 'vitest'
import { newDuty } from '../duties/support.ts'
import { runPlanner } from '../duties/planner.ts'
import { planRounds as planJob } from '../../../src/jobs/plan-rounds.ts'
import { jobContextOf, planned, rowsOf } from '../rounds/rig.ts'
import { newWorld, type World } from '../support/world.ts'

async function change(world: World, body: unknown): Promise<void> {
  const current = await world.as('admin').get('/api/v1/organisation')
  const headers = { 'If-Match': current.headers.get('ETag') ?? '' }
  expect((await world.as('admin').patch('/api/v1/organisation', body, headers)).status).toBe(200)
}

describe('the language', () => {
  const languages = { none: 'ja', english: 'en-GB', chinese: 'zh-TW' }

  it('is that of people whose browser asks for none of ours', async () => {
    const world = await newWorld()
    const languageFor = async (accept: string) => {
      const page = await world.as('inspector').get('/', { 'Accept-Language': accept })
      return /<html lang="([^"]+)"/.exec(await page.text())?.[1]
    }
    expect(await languageFor(languages.none)).toBe('zh-CN')
    await change(world, { locale: 'en' })
    expect(await languageFor(languages.none)).toBe('en')
    expect(await languageFor(languages.chinese)).toBe('zh-CN')
    await change(world, { locale: 'zh-CN' })
    expect(await languageFor(languages.none)).toBe('zh-CN')
    expect(await languageFor(languages.english)).toBe('en')
  })

  it('is that of the page of a sign-in link and of new feeds', async () => {
    const world = await newWorld()
    await change(world, { locale: 'en' })
    const made = await world.as('admin').post(`/api/v1/members/${world.member.viewer}/sign-in-links`)
    const { url } = await made.json<{ url: string }>()
    const page = await world.as(null).get(new URL(url).pathname, { 'Accept-Language': 'ja' })
    expect(await page.text()).toContain('<html lang="en"')
    const feed = await world
      .as('viewer')
      .post('/api/v1/feeds', { name: 'x', scope: { kind: 'member' } }, { 'Accept-Language': 'ja' })
    expect(await feed.json()).toMatchObject({ options: { language: 'en' } })
  })
})

async function roundsOf(world: World) {
  return rowsOf<{ id: string; planned_on: number; opens_at: number; due_at: number; misses_at: number }>(
    world,
    `SELECT id, planned_on, opens_at, due_at, misses_at FROM rounds WHERE org_id = ? ORDER BY id`,
  )
}

/** Plans all, as in that zone, as if every duty had to be looked at anew. */
async function planAgain(world: World, timeZone: string): Promise<void> {
  for (;;) {
    const step = await planJob(jobContextOf(world, { timeZone }), world.now, 1_000_000)
    if (step.done) return
  }
}

describe('another time zone', () => {
  it.each(['America/New_York', 'Europe/Berlin', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'])(
    '%s: plans keep theirs, and the rounds that they have keep every instant',
    async (timeZone) => {
      const world = await newWorld({ now: '2026-03-07T23:30:00+08:00' })
      const made = await world.as('supervisor').post('/api/v1/duties', newDuty(world))
      const { id, plans } = await made.json<{ id: string; plans: { timeZone: string }[] }>()
      expect(plans[0]?.timeZone).toBe('Asia/Shanghai')
      await runPlanner(world)
      const before = await roundsOf(world)
      expect(before.length).toBeGreaterThan(3)

      await change(world, { timeZone, confirmed: true })
      await rowsOf(world, `UPDATE duties SET plan_next_on = 0 WHERE org_id = ?`)
      await planAgain(world, timeZone)
      const after = await roundsOf(world)
      const known = new Set(before.map((round) => round.id))
      expect(after.filter((round) => known.has(round.id))).toEqual(before)
      const duty = await world.as('supervisor').get(`/api/v1/duties/${id}`)
      expect(await duty.json()).toMatchObject({ plans: [{ timeZone: 'Asia/Shanghai' }] })
    },
  )

  it('is the zone of new plans, and of what pages and the API print, through the summer', async () => {
    const world = await newWorld({ now: '2026-03-28T12:00:00+01:00' })
    const id = await planned(world)
    await change(world, { timeZone: 'Europe/Berlin', confirmed: true })
    const round = await (await world.as('inspector').get(`/api/v1/rounds/${id}`)).json<{ dueAt: string }>()
    expect(round.dueAt).toBe('2026-03-28T17:00:00+01:00')
    const made = await world.as('supervisor').post('/api/v1/duties', newDuty(world))
    const { plans } = await made.json<{ plans: { timeZone: string }[] }>()
    expect(plans[0]?.timeZone).toBe('Europe/Berlin')

    world.now += 86_400_000
    const later = await planned(world)
    const summer = await (
      await world.as('inspector').get(`/api/v1/rounds/${later}`)
    ).json<{ dueAt: string }>()
    expect(summer.dueAt).toBe('2026-03-29T18:00:00+02:00')
  })
})
