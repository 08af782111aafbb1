import { describe, expect, it } from 'vitest'
import { newWorld, type Person } from '../support/world.ts'
import { rowsOf, trailOf } from './support.ts'

describe('who makes sign-in links and codes for whom', () => {
  const everybody: Person[] = ['admin', 'supervisor', 'officeLead', 'lead', 'inspector', 'viewer', 'auditor']
  const refusals: Partial<Record<Person, Partial<Record<Person, number>>>> = {
    admin: {},
    lead: { admin: 404, supervisor: 404, officeLead: 404, lead: 403, auditor: 404, neighbour: 404 },
    officeLead: { inspector: 404, viewer: 404, neighbour: 404, officeLead: 403 },
    supervisor: Object.fromEntries(everybody.map((person) => [person, 403])),
    inspector: { inspector: 403, colleague: 403, viewer: 403, lead: 403, admin: 404 },
    viewer: { viewer: 403, inspector: 403, admin: 404 },
  }
  const expectations: Partial<Record<Person, Partial<Record<Person, number>>>> = {
    ...refusals,
    admin: Object.fromEntries(everybody.map((person) => [person, 201])),
    lead: { ...refusals.lead, inspector: 201, colleague: 201, viewer: 201 },
  }

  it.each(Object.entries(expectations) as [Person, Record<Person, number>][])('%s', async (by, answers) => {
    const world = await newWorld()
    for (const [person, expected] of Object.entries(answers) as [Person, number][]) {
      const path = `/members/${world.member[person]}`
      const [link, code] = [`/api/v1${path}/sign-in-links`, `/api/v1${path}/sign-in-codes`]
      expect((await world.as(by).post(link)).status, `${person} a link`).toBe(expected)
      expect((await world.as(by).post(code)).status, `${person} a code`).toBe(expected)
      const page = await world.as(by).form(`${path}/sign-in-codes`, {})
      expect(page.status, `${person} by page`).toBe(expected)
    }
    const made = Object.values(answers).filter((status) => status === 201).length
    expect(await trailOf(world)).toHaveLength(3 * made)
  })

  it.each([
    ['who also belongs to another unit', { unitIds: ['ward1', 'ward2'] }],
    ['who may read the audit trail', { rights: ['audit'] }],
    ['who became a lead', { role: 'lead' }],
  ])('a lead makes none for somebody %s', async (_, change) => {
    const world = await newWorld()
    const unitIds = 'unitIds' in change ? [world.unit.ward1, world.unit.ward2] : undefined
    const path = `/api/v1/members/${world.member.inspector}`
    await world.as('admin').patch(path, { ...change, unitIds }, { 'If-Match': '1' })
    expect((await world.as('lead').post(`${path}/sign-in-links`)).status).toBe(403)
    expect((await world.as('admin').post(`${path}/sign-in-links`)).status).toBe(201)
    const list = await (await world.as('lead').get('/members')).text()
    expect(list).toContain('Yin Hushi')
    expect(list).not.toContain(`/members/${world.member.inspector}/sign-in-codes`)
    expect(list).not.toContain('Medical Ward 2')
  })

  it('another organisation’s member is not there', async () => {
    const [world, other] = [await newWorld(), await newWorld()]
    const path = `/members/${other.member.inspector}`
    for (const kind of ['links', 'codes'])
      expect((await world.as('admin').post(`/api/v1${path}/sign-in-${kind}`)).status).toBe(404)
    expect((await world.as('admin').form(`${path}/sign-in-codes`, {})).status).toBe(404)
    expect(await rowsOf(other, 'sign_in_links')).toBe(0)
  })
})
