import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import {
  foundOrganisation,
  letBackIn,
  type WayIn,
} from '../../../src/features/organisations/found-organisation.ts'
import { foundOrganisationSchema } from '../../../src/features/organisations/schemas.ts'
import { hashOfSecret } from '../../../src/platform/ids.ts'
import { literal, literalSql } from '../../../src/platform/literal-sql.ts'
import { parseTyped } from '../../../src/platform/validation.ts'
import { sessionOf, use, whoIs } from '../sign-in/support.ts'
import { newWorld } from '../support/world.ts'

const usual = {
  name: '市第一人民医院',
  nameEn: null,
  admin: '王敏',
  timeZone: 'Asia/Shanghai',
  locale: 'zh-CN' as const,
}
const nasty = [
  `O'Brien`,
  `'; DROP TABLE units; --`,
  '"双引号"',
  '`$(id)` \\',
  '?1 :org ?2',
  '/* 注释 */',
  '𠮷野医院 🏥',
  '<b>院</b>',
]

/** As the command line does it: nothing bound, one transaction. */
async function runAsText({ orgId, writes }: WayIn): Promise<string[]> {
  const texts = writes.map((write) => literalSql(write, orgId))
  await env.DB.batch(texts.map((text) => env.DB.prepare(text)))
  return texts
}

/** The app at the instant when the link was made. */
async function clientAt(now: number) {
  const world = await newWorld()
  world.now = now
  return { world, client: world.as(null) }
}

const run = { now: Date.UTC(2026, 2, 2), requestId: 'test' }

describe('founding an organisation: happy', () => {
  it('makes the organisation, its root unit, and an administrator who signs in by the link', async () => {
    const wayIn = foundOrganisation(usual, run)
    await runAsText(wayIn)
    const { world, client } = await clientAt(run.now)
    const session = sessionOf(await use(client, `/sign-in/${wayIn.secret}`))
    expect(await whoIs(world, session)).toBe('王敏')

    const headers = { Cookie: `__Host-rounds=${session}` }
    const units = await (await client.get('/api/v1/units', headers)).json<{ items: object[] }>()
    expect(units.items).toMatchObject([{ name: '市第一人民医院', parentId: null, closedOn: null }])
    const members = await (await client.get('/api/v1/members', headers)).json<{ items: object[] }>()
    expect(members.items).toMatchObject([{ name: '王敏', role: 'admin', unitIds: [expect.any(String)] }])
    const made = await client.post('/api/v1/units', { name: '内科' }, headers)
    expect(made.status).toBe(201)
  })

  it('leaves its entries in the audit trail, by the service itself', async () => {
    const wayIn = foundOrganisation(usual, run)
    await runAsText(wayIn)
    const { results } = await env.DB.prepare(
      'SELECT seq, action, member_id FROM audit WHERE org_id = ? ORDER BY seq',
    )
      .bind(wayIn.orgId)
      .all()
    const actions = ['organisation.created', 'unit.created', 'member.created', 'sign-in-link.made']
    expect(results).toEqual(actions.map((action, index) => ({ seq: index + 1, action, member_id: null })))
  })

  it('a second link for the same administrator takes the place of the first', async () => {
    const first = foundOrganisation(usual, run)
    await runAsText(first)
    const admin = await env.DB.prepare('SELECT id, version FROM members WHERE org_id = ?')
      .bind(first.orgId)
      .first<{ id: string; version: number }>()
    if (!admin) throw new Error('nobody was made')
    const second = letBackIn(first.orgId, admin, run)
    await runAsText(second)
    const { client } = await clientAt(run.now)
    expect((await use(client, `/sign-in/${first.secret}`)).status).toBe(404)
    expect((await use(client, `/sign-in/${second.secret}`)).status).toBe(303)
  })
})

describe('founding an organisation: names as people type them', () => {
  it.each(nasty)('%s', async (name) => {
    const wayIn = foundOrganisation({ ...usual, name, nameEn: name, admin: name }, run)
    const texts = await runAsText(wayIn)
    for (const text of texts) expect(text).not.toMatch(/\?\d/)
    const read = await env.DB.prepare(
      `SELECT organisations.name, organisations.name_en, units.name AS unit, members.name AS member
       FROM organisations JOIN units ON units.org_id = organisations.id JOIN members ON members.org_id = organisations.id
       WHERE organisations.id = ?`,
    )
      .bind(wayIn.orgId)
      .all()
    expect(read.results).toEqual([{ name, name_en: name, unit: name, member: name }])
  })

  it.each([
    ['name', ''],
    ['name', '两\n行'],
    ['name', '长'.repeat(81)],
    ['admin', ' '],
    ['timeZone', 'Mars/Base'],
    ['locale', 'fr'],
  ])('%s may not be %j', (field, value) => {
    const parse = () => parseTyped(foundOrganisationSchema, { ...usual, [field]: value })
    expect(parse).toThrow(expect.objectContaining({ faults: [expect.objectContaining({ path: field })] }))
  })
})

describe('founding an organisation: security', () => {
  it('the secret is in none of the statements, its hash is', () => {
    const wayIn = foundOrganisation(usual, run)
    const texts = wayIn.writes.map((write) => literalSql(write, wayIn.orgId)).join('\n')
    expect(texts).not.toContain(wayIn.secret)
    expect(texts).not.toContain(literal(wayIn.secret))
    expect(texts).toContain(literal(hashOfSecret(wayIn.secret)))
  })

  it('each has a key of its own, of the form that secrets and ids begin with', () => {
    const keys = Array.from({ length: 50 }, () => foundOrganisation(usual, run).orgId)
    expect(new Set(keys).size).toBe(50)
    for (const key of keys) expect(key).toMatch(/^[0-9a-hjkmnp-tv-z]{8}$/)
  })

  it.each([Number.NaN, Infinity, 0.5])('%s is not written into SQL', (value) => {
    expect(() => literal(value)).toThrow('no whole number')
  })
})
