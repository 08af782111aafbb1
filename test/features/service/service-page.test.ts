import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { jobNames } from '../../../src/domain/service/health.ts'
import { newSession } from '../../../src/platform/session.ts'
import { day, makeDuty } from '../rounds/rig.ts'
import { pageOf, type Page } from '../support/elements.ts'
import { newWorld, type Person, type World } from '../support/world.ts'
import { alive, dutyWithPast, run } from './rig.ts'

const minute = 60_000

async function servicePage(world: World, language = 'en'): Promise<Page> {
  const response = await world.as('admin').get('/service', { 'Accept-Language': language })
  return pageOf(response, [
    'h1',
    'h2',
    '.notice',
    '.notice-error li',
    'tbody th',
    'tbody td',
    'section p',
    'dd',
  ])
}

describe('the page of the service', () => {
  it('says in one line that all is well, and of each thing that nothing was found', async () => {
    const world = await newWorld()
    await alive(world)
    const page = await servicePage(world)
    expect(page.texts('.notice')).toEqual([expect.stringContaining('The service works as it should')])
    expect(page.texts('section p')).toEqual([
      'There is somebody for every duty.',
      'There is none.',
      'All feeds are fetched.',
      'They run every minute.',
    ])
    const chinese = await servicePage(world, 'zh-CN')
    expect(chinese.texts('h1')).toEqual(['服务状况'])
    expect(chinese.texts('.notice')).toEqual([expect.stringContaining('系统运行正常')])
  })

  it('names what stands still, and leads to where it can be put right', async () => {
    const world = await newWorld()
    await alive(world)
    await dutyWithPast(world, ['done', 'missed', 'missed', 'missed'])
    const idle = await makeDuty(world, { id: `duty_${world.orgId}_idle`, performedBy: world.unit.medicine })
    await world.as('inspector').post('/api/v1/feeds', { name: 'My rounds', scope: { kind: 'member' } })
    await run(world, 'UPDATE feeds SET created_at = 1 WHERE org_id = ?')
    const page = await servicePage(world)
    expect(page.texts('tbody th').slice(0, 3)).toEqual(['Fire exit round', 'Fire exit round', 'My rounds'])
    expect(page.texts('tbody td').slice(0, 5)).toEqual([
      'Medicine has nobody who may do rounds',
      'Medical Ward 1',
      'Wed 25 Feb',
      'Yin Hushi',
      'Never (made Thu 1 Jan 1970)',
    ])
    expect(page.html).toContain(`href="/duties/${idle}"`)
    expect(page.html).toContain(`href="/units/${world.unit.medicine}"`)
    const chinese = await servicePage(world, 'zh-CN')
    expect(chinese.texts('tbody td')[0]).toBe('内科 没有可执行任务的人员')
  })

  it('shows the first fifty of many', async () => {
    const world = await newWorld()
    await alive(world)
    for (let index = 0; index < 51; index += 1) {
      await makeDuty(world, { id: `duty_${world.orgId}_${index}`, performedBy: world.unit.medicine })
    }
    const page = await servicePage(world)
    expect(page.texts('tbody th')).toHaveLength(50 + jobNames.length)
    expect(page.texts('section p')).toContain(
      'These are the first 50 entries; the others follow as these are settled.',
    )
  })

  it('figures: planned until, rows of today beside what may be written, size beside what there is', async () => {
    const world = await newWorld()
    await alive(world)
    await run(world, `INSERT INTO jobs VALUES (?, 'plan-rounds:rows', 12345, ?, NULL)`, world.now)
    const [until, rows, size] = (await servicePage(world)).texts('dd')
    expect(until).toBe('No duty has anything to plan')
    expect(rows).toBe(
      '12,345 by planning, which may write 50,000 a day (the free plan has 100,000 for everything)',
    )
    expect(size).toMatch(/^[\d.]+ MB \(the free plan ends at 500 MB, the paid one at 10 GB\)$/)
  })

  it('rows of yesterday are not today’s', async () => {
    const world = await newWorld()
    await run(world, `INSERT INTO jobs VALUES (?, 'plan-rounds:rows', 12345, ?, NULL)`, world.now - day)
    expect((await servicePage(world)).texts('dd')[1]).toMatch(/^0 by planning/)
  })
})

describe('what is wrong with the service', () => {
  const troublesOf = async (world: World, language?: string) =>
    (await servicePage(world, language)).texts('.notice-error li')

  it('the jobs have never run', async () => {
    const world = await newWorld()
    await env.DB.prepare(`DELETE FROM jobs WHERE org_id = ''`).run()
    expect(await troublesOf(world)).toEqual([expect.stringMatching(/^The jobs have never run/)])
  })

  it('they stopped, with the time on the reader’s clock', async () => {
    const world = await newWorld()
    await alive(world)
    world.now += 16 * minute
    expect(await troublesOf(world)).toEqual([expect.stringMatching(/^The jobs stopped at Mon 2 Mar, 09:00:/)])
    expect(await troublesOf(world, 'zh-CN')).toEqual([
      expect.stringMatching(/^定时任务自3月2日 周一 09:00起停止运行/),
    ])
  })

  it('one of them fails here', async () => {
    const world = await newWorld()
    await alive(world)
    await run(world, `INSERT INTO jobs VALUES (?, 'seal-audit', 0, ?, NULL)`, world.now - 17 * minute)
    expect(await troublesOf(world)).toEqual([expect.stringMatching(/^“Sealing the audit trail” has not/)])
  })

  it('planning does not keep up', async () => {
    const world = await newWorld()
    await alive(world)
    const id = await makeDuty(world, { performedBy: world.unit.ward1 })
    const [today, wait] = [
      Math.floor(world.now / day),
      'UPDATE duties SET plan_next_on = ?3, planned_until_on = ?4',
    ]
    const waiting = (since: number, until: number | null) =>
      run(world, `${wait} WHERE org_id = ?1 AND id = ?2`, id, since, until)
    await waiting(today - 2, today + 13)
    expect(await troublesOf(world)).toEqual([expect.stringContaining('Sat 28 Feb')])
    await waiting(today - 2, null)
    expect(await troublesOf(world)).toHaveLength(1)
    await waiting(today - 1, today + 13)
    expect(await troublesOf(world)).toEqual([])
    await waiting(today - 9, today + 14)
    expect(await troublesOf(world)).toEqual([])
  })

  it('people read over a connection that anybody on the network can read along', async () => {
    const world = await newWorld()
    await alive(world)
    world.bindings = { ROUNDS_ORIGIN: 'http://10.0.0.5', ROUNDS_ALLOW_HTTP: '1' }
    const cookie = { Cookie: await plainCookie(world, 'admin') }
    const page = await world.as(null).get('/service', cookie)
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('is not encrypted')])
    const api = await world.as(null).get('/api/v1/service', cookie)
    expect(await api.json()).toMatchObject({ problems: [{ code: 'unencrypted' }] })
  })
})

describe('a quiet line on every page of those who can do something about it', () => {
  async function alarmsOf(world: World, person: Person, path = '/units'): Promise<string[]> {
    const page = await pageOf(await world.as(person).get(path), ['.alarm'])
    return page.texts('.alarm')
  }
  const stopped = expect.stringContaining('The jobs have stopped') as string

  it('where the jobs have stopped, for one row a page; the Service page says it at length instead', async () => {
    const world = await newWorld()
    await alive(world)
    for (const person of ['admin', 'supervisor', 'lead'] as const) {
      expect(await alarmsOf(world, person)).toEqual([])
    }
    world.now += 16 * minute
    expect(await alarmsOf(world, 'admin')).toEqual([stopped])
    expect(await alarmsOf(world, 'supervisor', '/')).toEqual([stopped])
    expect(await alarmsOf(world, 'supervisor', '/service')).toEqual([])
    for (const person of ['lead', 'inspector', 'viewer', 'auditor'] as const) {
      expect(await alarmsOf(world, person), person).toEqual([])
    }
    await world.as('admin').get('/no-such-page')
    const withRow = world.usage.rowsRead
    await env.DB.prepare(`DELETE FROM jobs WHERE org_id = ''`).run()
    expect(await alarmsOf(world, 'admin')).toEqual([])
    await world.as('admin').get('/no-such-page')
    expect(withRow - world.usage.rowsRead).toBe(1)
  })

  it('where the connection is not encrypted, for admins and supervisors alone', async () => {
    const world = await newWorld()
    await alive(world)
    world.bindings = { ROUNDS_ORIGIN: 'http://10.0.0.5', ROUNDS_ALLOW_HTTP: '1' }
    const alarms = async (person: Person) => {
      const response = await world.as(null).get('/units', { Cookie: await plainCookie(world, person) })
      return (await pageOf(response, ['.alarm'])).texts('.alarm')
    }
    expect(await alarms('admin')).toEqual([expect.stringContaining('is not encrypted')])
    expect(await alarms('inspector')).toEqual([])
  })
})

/** A session in the cookie's name without https. */
async function plainCookie({ store, orgId, member, now }: World, person: Person): Promise<string> {
  const session = { memberId: member[person], begunBy: 'link', userAgent: 'Test', now } as const
  const { secret, write } = newSession(orgId, session)
  await store.batch([write])
  return `rounds=${secret}`
}
