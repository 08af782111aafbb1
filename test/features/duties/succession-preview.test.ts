import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { newWorld, type World } from '../support/world.ts'
import { addAsset, makeDuty, newPlan } from './support.ts'

async function preview(world: World, plan: Record<string, unknown>) {
  const body = { plan, from: '2026-03-01', to: '2026-12-31', limit: 3 }
  const response = await world.as('supervisor').post('/api/v1/schedules/preview', body)
  expect(response.status, await response.clone().text()).toBe(200)
  const { occurrences, warnings } = await response.json<{
    occurrences: { key: string; planned: string; targets?: string[]; topic?: string }[]
    warnings: { code: string }[]
  }>()
  return [
    ...occurrences.map(({ key, planned, targets = [], topic = '' }) =>
      `${key} ${planned} ${targets.length} ${topic}`.trim(),
    ),
    ...warnings.map(({ code }) => code),
  ]
}

it('previews of an interval, of certificates and of what follows, with what may surprise', async () => {
  const world = await newWorld()
  await addAsset(world, '天平', '2026-05-31')
  await addAsset(world, '泵', null)
  const topics = { per: 'occurrence', items: ['甲', '乙'] }
  expect(
    await preview(world, newPlan({ rhythm: { kind: 'interval', every: 'P4M', from: 'done' }, topics })),
  ).toEqual(['20260101 2026-05-01 2 甲', '20260501 2026-09-01 2 乙', 'as-if-done'])
  const targets = { assets: { types: ['pump'] }, coverage: 'each' }
  const rhythm = { kind: 'interval', every: 'P3M', from: 'expiry' }
  expect(await preview(world, newPlan({ rhythm, targets }))).toEqual([
    '20260531 2026-05-31 1',
    '20260831 2026-08-31 1',
    '20261130 2026-11-30 1',
    'as-if-renewed',
    'without-certificate',
  ])
  const check = await makeDuty(world, { plans: [newPlan({ from: '2026-03-02', until: '2026-03-09' })] })
  const following = { rhythm: { kind: 'follow', duty: check.id, of: 'done', offset: 'P1W' } }
  expect(await preview(world, newPlan({ ...following, targets: { none: true } }))).toEqual([
    '20260302 2026-03-09 2',
    '20260309 2026-03-16 2',
    'as-if-done-there',
  ])
  await env.DB.prepare('UPDATE duties SET closed_on = 1 WHERE org_id = ?').bind(world.orgId).run()
  expect(await preview(world, newPlan({ ...following, targets: { none: true } }))).toEqual([
    'as-if-done-there',
    'followed-is-closed',
  ])
})
