import { describe, expect, it } from 'vitest'
import { fieldOf, textOf } from '../support/page.ts'
import { newWorld } from '../support/world.ts'
import { makeToken, program, setMember } from './support.ts'

const path = '/settings/tokens'
const form = { name: '排班系统', role: 'viewer', validDays: '90' }

describe('the page of access tokens', () => {
  it('makes one, shows it this once, and it works', async () => {
    const world = await newWorld()
    const made = await world.as('admin').form(path, { ...form, rights: 'audit' })
    const html = await made.text()
    const token = fieldOf(html, 'token') ?? ''
    expect([made.status, textOf(html)]).toEqual([201, expect.stringContaining('only this once')])
    expect((await program(world, token).get('/api/v1/audit')).status).toBe(200)
    expect(await (await world.as('admin').get(path)).text()).not.toContain(token)
  })

  it('offers an administrator what an administrator’s token can be', async () => {
    const world = await newWorld()
    const html = await (await world.as('admin').get(path)).text()
    expect([...html.matchAll(/name="role"[^>]*value="(\w+)"|value="(\w+)"[^>]*name="role"/g)].length).toBe(2)
    expect(html).toMatch(/value="viewer"/)
    expect(html).toMatch(/value="admin"/)
    expect(textOf(html)).toContain('your units and all below them')
  })

  it('lists who made it, what it may, until when and how it stands; and what it is no more', async () => {
    const world = await newWorld()
    await makeToken(world, { role: 'admin' })
    await setMember(world, 'admin', { role: 'viewer' })
    await setMember(world, 'supervisor', { role: 'admin' })
    const text = textOf(await (await world.as('supervisor').get(path)).text())
    expect(text).toContain('排班系统')
    expect(text).toContain('An Guan')
    expect(text).toContain('31 May')
    expect(text).toContain('Only Viewer now')
  })

  it('revokes after having asked', async () => {
    const world = await newWorld()
    const { id, token } = await makeToken(world)
    const question = await (await world.as('admin').get(`${path}/${id}/revocation`)).text()
    expect(textOf(question)).toContain('Revoke the access token “排班系统”?')
    const revoked = await world.as('admin').form(`${path}/${id}/revocation`, {})
    expect(revoked.headers.get('Location')).toBe(path)
    expect((await program(world, token).get('/api/v1/units')).status).toBe(401)
    expect((await world.as('admin').get(`${path}/${id}/revocation`)).status).toBe(404)
  })

  it.each([
    [{ name: '' }, 'Please fill this in.'],
    [{ role: 'lead' }, 'Your own role does not include this one.'],
    [{ role: '' }, 'Choose one of the values offered.'],
    [{ validDays: '9999' }, 'Choose one of the values offered.'],
  ])('gives back what was typed, with a sentence beside the fault: %j', async (wrong, sentence) => {
    const world = await newWorld()
    const answered = await world.as('admin').form(path, { ...form, name: '人事系统', ...wrong })
    const html = await answered.text()
    expect([answered.status, textOf(html)]).toEqual([422, expect.stringContaining(sentence)])
    if (!('name' in wrong)) expect(fieldOf(html, 'name')).toBe('人事系统')
  })

  it.each(['supervisor', 'lead', 'viewer'] as const)('is not for a %s', async (person) => {
    const world = await newWorld()
    const { id } = await makeToken(world)
    for (const address of [path, `${path}/${id}/revocation`])
      expect((await world.as(person).get(address)).status).toBe(403)
  })
})

describe('the audit trail', () => {
  it('names the program and who made its token', async () => {
    const world = await newWorld()
    const { id, token } = await makeToken(world, { role: 'admin' })
    await program(world, token).send('POST', '/api/v1/units', { name: '外科' })
    const [english, chinese] = await Promise.all(
      ['en', 'zh-CN'].map(async (language) =>
        textOf(await (await world.as('admin').get('/audit', { 'Accept-Language': language })).text()),
      ),
    )
    expect(english).toContain('Program 排班系统 (An Guan)')
    expect(chinese).toContain('程序 排班系统（安管）')

    const its = await world.as('admin').get(`/api/v1/audit?member=${id}`)
    const { items } = await its.json<{ items: { action: string; memberId: string }[] }>()
    expect(items.map(({ action, memberId }) => [action, memberId])).toEqual([['unit.created', id]])
    expect((await world.as('admin').get(`/audit?member=${id}`)).status).toBe(200)
    expect((await world.as('admin').get(`/audit?member=token_${world.orgId}_0`)).status).toBe(404)
  })
})
