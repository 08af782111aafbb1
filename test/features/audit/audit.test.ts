import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { checkPart, newCheck } from '../../../src/domain/audit/seal.ts'
import { entriesToSeal, type AuditRecord } from '../../../src/features/audit/queries.ts'
import { sealAudit } from '../../../src/jobs/seal-audit.ts'
import { auditWrite } from '../../../src/platform/audit.ts'
import { storeFor } from '../../../src/platform/store.ts'
import { jobContextOf, pathOf, planned } from '../rounds/rig.ts'
import { newWorld, type World } from '../support/world.ts'

const day = 86_400_000

type Page = { items: AuditRecord[]; next: string | null }

describe('the audit trail: happy', () => {
  it('tells who changed what, before and after', async () => {
    const world = await newWorld()
    await world
      .as('admin')
      .patch(`/api/v1/units/${world.unit.ward1}`, { name: '一病区' }, { 'If-Match': '1' })
    const { items } = await pageOf(world, '')
    expect(items).toMatchObject([
      {
        seq: 1,
        at: '2026-03-02T09:00:00+08:00',
        memberId: world.member.admin,
        action: 'unit.changed',
        subjectId: world.unit.ward1,
        before: { name: '内科一病区' },
        after: { name: '一病区' },
      },
    ])
  })

  it('is read page by page, the newest first', async () => {
    const world = await newWorld()
    await write(world, 120)
    const seen: number[] = []
    let next: string | null = ''
    while (next !== null) {
      const page: Page = await pageOf(world, next === '' ? '' : `?cursor=${next}`)
      seen.push(...page.items.map(({ seq }) => seq))
      next = page.next
    }
    expect(seen).toEqual(Array.from({ length: 120 }, (_, index) => 120 - index))
  })

  it('by subject, by person, by day', async () => {
    const world = await newWorld()
    await write(world, 5)
    const monday = world.now
    world.now += day
    await write(world, 3, world.member.lead)
    world.now += day
    await write(world, 2)
    const seqs = async (query: string) => (await pageOf(world, query)).items.map(({ seq }) => seq)

    expect(await seqs(`?subject=round_${world.orgId}_1`)).toEqual([9, 6, 1])
    expect(await seqs(`?member=${world.member.lead}`)).toEqual([8, 7, 6])
    expect(await seqs('?from=2026-03-03')).toEqual([10, 9, 8, 7, 6])
    expect(await seqs('?to=2026-03-03')).toEqual([8, 7, 6, 5, 4, 3, 2, 1])
    expect(await seqs('?from=2026-03-03&to=2026-03-03')).toEqual([8, 7, 6])
    expect(await seqs('?to=2026-03-01')).toEqual([])
    expect(monday).toBeLessThan(world.now)
  })

  it('costs as many rows as it shows, and a few', async () => {
    const world = await newWorld()
    await write(world, 300)
    await pageOf(world, '')
    expect(world.usage.rowsRead).toBeLessThanOrEqual(4 * 50 + 20)
    await world.as('auditor').get('/audit')
    expect(world.usage.rowsRead).toBeLessThanOrEqual(4 * 50 + 20)
    await pageOf(world, '?to=2026-03-02')
    expect(world.usage.rowsRead).toBeLessThanOrEqual(4 * 50 + 20)
    await pageOf(world, `?member=${world.member.lead}`)
    expect(world.usage.rowsRead).toBeLessThanOrEqual(4 * 50 + 20)
  })
})

describe('the audit page', () => {
  it.each([
    ['zh-CN', '修改科室', '一病区'],
    ['en', 'Unit changed', '一病区'],
  ])('says it in the reader’s language (%s)', async (language, action, name) => {
    const world = await newWorld()
    await world
      .as('admin')
      .patch(`/api/v1/units/${world.unit.ward1}`, { name: '一病区' }, { 'If-Match': '1' })
    await write(world, 1)
    const response = await world.as('auditor').get('/audit', { 'Accept-Language': language })
    const page = await response.text()
    expect(response.status).toBe(200)
    expect(page).toContain(action)
    expect(page).toContain(`<del>内科一病区</del> → <ins>${name}</ins>`)
    expect(page).toContain('test.happened')
    expect(page).not.toContain(' style=')
  })

  it('shows what an undone tick was field by field, and roles in words', async () => {
    const world = await newWorld()
    const id = await planned(world)
    await world.as('inspector').post(pathOf(id, '/completion'), {})
    await world.as('inspector').delete(pathOf(id, '/completion'), {})
    const path = `/api/v1/members/${world.member.colleague}`
    await world.as('admin').patch(path, { role: 'lead' }, { 'If-Match': '1' })
    const page = await (await world.as('auditor').get('/audit', { 'Accept-Language': 'zh-CN' })).text()
    expect(page).toContain('<del>执行人</del> → <ins>科室负责人</ins>')
    expect(page).toContain('<dt>完成人</dt><dd><del>尹护士</del>')
    expect(page).not.toContain('<del>{')
  })

  it('keeps its filters', async () => {
    const world = await newWorld()
    const response = await world.as('auditor').get('/audit?from=2026-03-01&to=2026-03-05')
    expect(await response.text()).toContain('value="2026-03-01"')
    expect((await world.as('auditor').get('/audit?from=&to=&member=')).status).toBe(200)
    expect((await world.as('auditor').get('/audit?from=nonsense')).status).toBe(422)
  })
})

describe('the audit trail: security', () => {
  it.each([
    ['admin', 200],
    ['supervisor', 200],
    ['auditor', 200],
    ['lead', 403],
    ['inspector', 403],
    ['viewer', 403],
  ] as const)('%s: %i', async (person, status) => {
    const world = await newWorld()
    expect((await world.as(person).get('/api/v1/audit')).status).toBe(status)
    expect((await world.as(person).get('/audit')).status).toBe(status)
  })

  it('ids of another organisation are not there', async () => {
    const [world, other] = [await newWorld(), await newWorld()]
    const auditor = world.as('auditor')
    expect((await auditor.get(`/api/v1/audit?subject=${other.unit.ward1}`)).status).toBe(404)
    expect((await auditor.get(`/api/v1/audit?member=${other.member.lead}`)).status).toBe(404)
  })
})

describe('sealing', () => {
  it('goes in steps, and firing twice at once changes nothing', async () => {
    const world = await newWorld()
    await write(world, 25)
    const steps = [await sealAudit(jobContextOf(world), 10)]
    await Promise.all([sealAudit(jobContextOf(world), 10), sealAudit(jobContextOf(world), 10)])
    steps.push(await sealAudit(jobContextOf(world), 10), await sealAudit(jobContextOf(world), 10))
    expect(steps).toEqual([
      { done: false, handled: 10 },
      { done: true, handled: 5 },
      { done: true, handled: 0 },
    ])
    expect(await faultsOf(world)).toEqual([])
    expect((await sealsOf(world)).map(({ seq }) => seq)).toEqual(
      Array.from({ length: 25 }, (_, index) => index + 1),
    )
  })

  it.each<[string, string[], unknown[]]>([
    [
      'an edited entry',
      [`UPDATE audit SET after = '{}' WHERE org_id = ? AND seq = 3`],
      [{ seq: 3, kind: 'edited' }],
    ],
    ['a deleted one', ['DELETE FROM audit WHERE org_id = ? AND seq = 3'], [{ seq: 3, kind: 'missing' }]],
    [
      'a deleted seal',
      ['DELETE FROM audit_seals WHERE org_id = ? AND seq = 3'],
      [{ seq: 3, kind: 'unsealed' }],
    ],
    [
      'two that changed places',
      [
        'UPDATE audit SET seq = 99 WHERE org_id = ? AND seq = 3',
        'UPDATE audit SET seq = 3 WHERE org_id = ? AND seq = 4',
        'UPDATE audit SET seq = 4 WHERE org_id = ? AND seq = 99',
      ],
      [{ seq: 3, kind: 'moved' }],
    ],
  ])('shows %s', async (_, tamper, faults) => {
    const world = await newWorld()
    await write(world, 6)
    await sealAudit(jobContextOf(world), 100)
    await env.DB.batch(tamper.map((text) => env.DB.prepare(text).bind(world.orgId)))
    expect((await faultsOf(world)).slice(0, 1)).toEqual(faults)
  })
})

async function pageOf(world: World, query: string): Promise<Page> {
  const response = await world.as('auditor').get(`/api/v1/audit${query}`)
  if (response.status !== 200) throw new Error(await response.text())
  return response.json<Page>()
}

/** Entries about round 1, 2, 3 …, by nobody or by a member. */
async function write(world: World, count: number, memberId: string | null = null): Promise<void> {
  const entries = Array.from({ length: count }, (_, index) => ({
    action: 'test.happened',
    subjectId: `round_${world.orgId}_${index + 1}`,
    unitId: world.unit.ward1,
    after: { index },
  }))
  const stamp = { at: world.now, memberId, requestId: 'test' }
  await storeFor(env.DB, world.orgId).batch([auditWrite(entries, stamp)])
}

async function faultsOf(world: World) {
  const entries = await entriesToSeal(storeFor(env.DB, world.orgId), 0, 1_000)
  const seals = await sealsOf(world)
  const upTo = Math.max(...entries.map(({ seq }) => seq), ...seals.map(({ seq }) => seq))
  return checkPart(newCheck, { entries, seals, upTo, lastSealed: seals.at(-1)?.seq ?? 0 }).faults
}

async function sealsOf(world: World) {
  const { results } = await env.DB.prepare('SELECT seq, seal FROM audit_seals WHERE org_id = ? ORDER BY seq')
    .bind(world.orgId)
    .all<{ seq: number; seal: string }>()
  return results
}
