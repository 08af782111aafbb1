import { describe, expect, it } from 'vitest'
import { costOf } from '../support/cost.ts'
import { fieldOf, textOf } from '../support/page.ts'
import { newWorld } from '../support/world.ts'

const chinese = { 'Accept-Language': 'zh-CN' }
const filled = { name: '陈雨桐', nameEn: '', role: 'inspector' }

describe('members pages: happy', () => {
  it('the admin sees everybody by name, with role and units, or those of one unit', async () => {
    const world = await newWorld()
    const all = textOf(await (await world.as('admin').get('/members', chinese)).text())
    expect(all).toMatch(/李护士长 科室负责人 内科一病区.*尹护士 执行人 内科一病区/)
    expect(all).toContain('查看操作日志')
    const ward = await (await world.as('admin').get(`/members?unit=${world.unit.ward2}`, chinese)).text()
    expect(textOf(ward)).toContain('倪护士')
    expect(textOf(ward)).not.toContain('尹护士')
  })

  it('makes one, changes the units, and closes the account after telling what that means', async () => {
    const world = await newWorld()
    const admin = world.as('admin')
    const made = await admin.form('/members', { ...filled, unitIds: [world.unit.ward1, world.unit.ward2] })
    expect(made.headers.get('Location')).toBe('/members')
    const list = await (await admin.get('/members')).text()
    const [, path = ''] = /href="(\/members\/[^"]+)\/edit">陈雨桐/.exec(list) ?? []
    const form = await (await admin.get(`${path}/edit`)).text()
    expect(form.match(/checked="" [^>]*name="unitIds"|name="unitIds"[^>]*checked/g)).toHaveLength(2)

    expect((await admin.form(path, { ...filled, role: 'lead', version: '1' })).status).toBe(303)
    const asked = textOf(await (await admin.get(`${path}/leaving`)).text())
    expect(asked).toContain('What ends at once')
    expect((await admin.form(`${path}/leaving`, {})).status).toBe(303)
    expect(textOf(await (await admin.get(`${path}/edit`)).text())).toContain(
      'This account was closed on Mon 2 Mar',
    )
    expect((await admin.form(`${path}/reopening`, { version: '3' })).status).toBe(303)
    expect(await (await admin.get(`/api/v1${path}`)).json()).toMatchObject({
      role: 'lead',
      unitIds: [],
      closedOn: null,
    })
  })
})

describe('members pages: errors', () => {
  it('faults stand beside their fields and nothing typed is lost', async () => {
    const world = await newWorld()
    const fields = { ...filled, name: '', nameEn: 'Chen', rights: 'audit', unitIds: world.unit.ward1 }
    const response = await world.as('admin').form('/members', fields)
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(html).toContain('id="field-name-error"')
    expect(fieldOf(html, 'nameEn')).toBe('Chen')
    expect(html.match(/<input [^>]*checked/g)).toHaveLength(3)
  })

  it('a stale version says so and keeps what was typed', async () => {
    const world = await newWorld()
    const path = `/members/${world.member.inspector}`
    await world.as('admin').patch(`/api/v1${path}`, { name: 'B' }, { 'If-Match': '1' })
    const stale = await world.as('admin').form(path, { ...filled, version: '1' })
    expect(stale.status).toBe(412)
    const html = await stale.text()
    expect(textOf(html)).toContain('What you typed is below')
    expect([fieldOf(html, 'name'), fieldOf(html, 'version')]).toEqual(['陈雨桐', '2'])
  })

  it('the last admin is told why not, on the form', async () => {
    const world = await newWorld()
    const path = `/members/${world.member.admin}`
    const demoted = await world.as('admin').form(path, { ...filled, name: '安管', version: '1' })
    expect(demoted.status).toBe(409)
    expect(textOf(await demoted.text())).toContain('The last administrator')
    const asked = textOf(await (await world.as('admin').get(`${path}/leaving`)).text())
    expect(asked).toContain('This is the last administrator')
    const closed = await world.as('admin').form(`${path}/leaving`, {})
    expect(closed.status).toBe(409)
    expect(textOf(await closed.text())).toContain('The last administrator')
  })
})

describe('members pages: security', () => {
  it('are the admin’s alone, but for the list', async () => {
    const world = await newWorld()
    const path = `/members/${world.member.inspector}`
    for (const person of ['supervisor', 'lead', 'inspector'] as const) {
      const client = world.as(person)
      for (const page of ['/members', '/members/new', `${path}/edit`, `${path}/leaving`]) {
        const isRead = person !== 'inspector' && page === '/members'
        expect((await client.get(page)).status, page).toBe(isRead ? 200 : 403)
      }
      for (const form of ['/members', path, `${path}/leaving`, `${path}/reopening`]) {
        expect((await client.form(form, { ...filled, version: '1' })).status, form).toBe(403)
      }
    }
  })

  it('a lead sees the members of own units only, and changes nothing', async () => {
    const world = await newWorld()
    const html = await (await world.as('lead').get('/members', chinese)).text()
    for (const name of ['李护士长', '尹护士', '柯护士', '魏阅']) expect(html).toContain(name)
    for (const name of ['倪护士', '安管', '欧主', '内科二病区']) expect(html).not.toContain(name)
    expect(html).not.toContain('/members/new')
    expect(html).not.toMatch(/\/members\/[^"]+\/edit/)
    expect((await world.as('lead').get(`/members?unit=${world.unit.ward2}`)).status).toBe(404)
    expect((await world.as('officeLead').get(`/members?unit=${world.unit.office}`)).status).toBe(200)
  })

  it('another organisation’s id is not there, in path, query and body', async () => {
    const [world, other] = [await newWorld(), await newWorld()]
    const admin = world.as('admin')
    const foreign = `/members/${other.member.inspector}`
    const unit = other.unit.ward1
    for (const path of [
      `${foreign}/edit`,
      `${foreign}/leaving`,
      `/members?unit=${unit}`,
      `/members/new?unit=${unit}`,
    ]) {
      expect((await admin.get(path)).status, path).toBe(404)
    }
    for (const path of [foreign, `${foreign}/leaving`, `${foreign}/reopening`]) {
      expect((await admin.form(path, {})).status, path).toBe(404)
    }
    expect((await admin.form('/members', { ...filled, unitIds: unit })).status).toBe(404)
  })
})

describe('members pages: what they cost', () => {
  it('the list: at most 4 rows for each row and option shown, and 20', async () => {
    const world = await newWorld()
    expect(await costOf(world, 'admin', '/members')).toBeLessThanOrEqual(4 * (9 + 5) + 20)
  })
})
