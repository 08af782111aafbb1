import { env } from 'cloudflare:workers'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keptSince } from '../../../src/domain/retention.ts'
import { defaultSettings } from '../../../src/domain/settings.ts'
import type { Instant } from '../../../src/domain/time/zone.ts'
import { forgetOld } from '../../../src/jobs/forget-old.ts'
import { sealAudit } from '../../../src/jobs/seal-audit.ts'
import type { JobContext } from '../../../src/platform/context.ts'
import { at, countsOf, day, hour, jobContextOf, plan, roundOf, rowsOf } from '../rounds/rig.ts'
import { newWorld, type World } from '../support/world.ts'
import { planAnew, runPlanner } from '../duties/planner.ts'
import { roundsAlive } from '../duties/rounds.ts'
import { makeDuty, newPlan } from '../duties/support.ts'

const zone = 'Asia/Shanghai'

function contextOf(world: World, keepMonths: number | null = 36): JobContext {
  return jobContextOf(world, { settings: { ...defaultSettings, keepMonths } })
}

async function step(world: World, limit = 100, pause = 0, keepMonths: number | null = 36) {
  return forgetOld(contextOf(world, keepMonths), world.now, { limit, pause })
}

async function finish(world: World, limit = 100, keepMonths: number | null = 36): Promise<number> {
  for (let handled = 0; ;) {
    const taken = await step(world, limit, 0, keepMonths)
    handled += taken.handled
    if (taken.done) return handled
  }
}

type Kind = 'done' | 'excused' | 'explained' | 'withdrawn' | 'overdue'
type Past = { dueAt: Instant; changedAt: Instant; kind: Kind }

/** A round of long ago, as it was left then, with a record. */
async function past(world: World, { dueAt, changedAt, kind }: Past): Promise<string> {
  const round = roundOf(world, { dueAt, opensAt: dueAt - day, missesAt: dueAt + day })
  await plan(world, [round])
  const of = [world.orgId, round.id] as const
  const member = world.member.inspector
  await env.DB.batch([
    env.DB.prepare(
      `INSERT INTO answers (org_id, round_id, id, item, value, answered_at, entered_at, member_id) VALUES (?, ?, 'a', 'x', 'yes', ?, ?, ?)`,
    ).bind(...of, changedAt, changedAt, member),
    ...(kind === 'done' || kind === 'excused'
      ? [
          env.DB.prepare(
            `INSERT INTO outcomes (org_id, round_id, kind, member_id, performed_at, entered_at) VALUES (?, ?, ?, ?, ?, ?)`,
          ).bind(...of, kind, member, changedAt, changedAt),
          env.DB.prepare(
            `INSERT INTO excuse_requests (org_id, round_id, member_id, asked_at, code, reason) VALUES (?, ?, ?, ?, 'in-use', 'r')`,
          ).bind(...of, member, changedAt),
        ]
      : []),
    env.DB.prepare(
      `UPDATE rounds SET settled = ?, withdrawn_at = ?, updated_at = ?, version = version + 1 WHERE org_id = ? AND id = ?`,
    ).bind(kind === 'overdue' ? 0 : 1, kind === 'withdrawn' ? changedAt : null, changedAt, ...of),
  ])
  if (kind !== 'overdue') await uncount(world)
  return round.id
}

/** What settling does to the counts, which stand by the rounds that are left unsettled. */
async function uncount(world: World): Promise<void> {
  await env.DB.batch([
    env.DB.prepare('DELETE FROM due_counts WHERE org_id = ?').bind(world.orgId),
    env.DB.prepare('DELETE FROM unit_counts WHERE org_id = ?').bind(world.orgId),
    env.DB.prepare(
      `INSERT INTO due_counts SELECT org_id, due_at, performed_by, count(*) FROM rounds
       WHERE org_id = ? AND settled = 0 GROUP BY due_at, performed_by`,
    ).bind(world.orgId),
  ])
}

async function idsIn(world: World, table: 'rounds' | 'outcomes' | 'answers' | 'excuse_requests') {
  const column = table === 'rounds' ? 'id' : 'round_id'
  const rows = await rowsOf<{ id: string }>(world, `SELECT ${column} AS id FROM ${table} WHERE org_id = ?`)
  return rows.map(({ id }) => id).toSorted()
}

async function forgottenIn(world: World): Promise<number> {
  const rows = await rowsOf<{ after: string }>(
    world,
    `SELECT after FROM audit WHERE org_id = ? AND action = 'rounds.forgotten'`,
  )
  return rows.reduce((sum, { after }) => sum + (JSON.parse(after) as { rounds: number }).rounds, 0)
}

const kinds = fc.constantFrom<Kind>('done', 'excused', 'explained', 'withdrawn', 'overdue')
const pasts = fc.array(
  fc.record({
    kind: kinds,
    dueHours: fc.integer({ min: -72, max: 72 }),
    changed: fc.integer({ min: 0, max: 96 }),
  }),
  { minLength: 1, maxLength: 12 },
)

describe('what is past its keeping', () => {
  it('goes whole, in steps of any size that may stop anywhere; nothing younger, unsettled or changed since goes', async () => {
    await fc.assert(
      fc.asyncProperty(pasts, fc.integer({ min: 1, max: 5 }), fc.nat(4), async (drawn, limit, stops) => {
        const world = await newWorld()
        const since = keptSince(world.now, zone, 36)
        const expected: string[] = []
        for (const { kind, dueHours, changed } of drawn) {
          const dueAt = since + dueHours * hour
          const changedAt = dueAt + changed * hour
          const id = await past(world, { kind, dueAt, changedAt })
          if (kind === 'overdue' || dueAt >= since || changedAt >= since) expected.push(id)
        }
        for (let steps = 0; steps < stops; steps += 1) await step(world, limit)
        await Promise.all([step(world, limit), step(world, limit)])
        await finish(world, limit)

        const left = await idsIn(world, 'rounds')
        expect(left).toEqual(expected.toSorted())
        for (const table of ['outcomes', 'answers', 'excuse_requests'] as const) {
          expect((await idsIn(world, table)).filter((id) => !left.includes(id))).toEqual([])
        }
        expect(await forgottenIn(world)).toBe(drawn.length - expected.length)
        const { kept, counted } = await countsOf(world)
        expect(kept).toEqual(counted)

        expect(await finish(world, limit)).toBe(0)
        world.now += day
        const before = await forgottenIn(world)
        await finish(world, limit)
        expect((await forgottenIn(world)) - before).toBeLessThanOrEqual(left.length)
      }),
      { numRuns: 25 },
    )
  })

  it('stays where the organisation keeps it for ever', async () => {
    const world = await newWorld()
    const long = world.now - 20 * 366 * day
    const id = await past(world, { kind: 'done', dueAt: long, changedAt: long })
    expect(await finish(world, 100, null)).toBe(0)
    expect(await idsIn(world, 'rounds')).toEqual([id])
  })

  it('that settles late goes once it has been left alone for as long', async () => {
    const world = await newWorld()
    const dueAt = keptSince(world.now, zone, 36) - 10 * day
    const id = await past(world, { kind: 'overdue', dueAt, changedAt: dueAt })
    await finish(world)
    expect(await idsIn(world, 'rounds')).toEqual([id])

    await env.DB.prepare('UPDATE rounds SET settled = 1, updated_at = ? WHERE org_id = ?')
      .bind(world.now, world.orgId)
      .run()
    world.now += 36 * 31 * day
    await finish(world)
    expect(await idsIn(world, 'rounds')).toEqual([])
  })

  it('stays where it is the last of an interval: the next would be counted from nothing, and come at once', async () => {
    const world = await newWorld()
    const every = { kind: 'interval', every: 'P5Y', from: 'done' }
    const targets = { units: { ids: [world.unit.ward1, world.unit.ward2] }, coverage: 'each' }
    const duty = await makeDuty(world, { plans: [newPlan({ rhythm: every, targets })] })
    const client = world.as('supervisor')
    const times = [
      [world.unit.ward1, '2026-03-02'],
      [world.unit.ward1, '2026-03-05'],
      [world.unit.ward2, '2026-03-03'],
    ] as const
    for (const [targetId, planned] of times) {
      world.now = at(`${planned}T09:00:00+08:00`)
      const made = await client.post('/api/v1/rounds', { dutyId: duty.id, targetId, planned })
      const { id } = await made.json<{ id: string }>()
      expect((await client.post(`/api/v1/rounds/${id}/completion`, {})).status).toBe(201)
    }
    await runPlanner(world)
    const expected = await roundsAlive(world, duty.id)
    world.now = at('2029-06-01T09:00:00+08:00')
    await finish(world)
    await planAnew(world)
    await runPlanner(world)
    const left = await roundsAlive(world, duty.id)
    expect(left.map(({ id }) => id)).toEqual(expected.slice(1).map(({ id }) => id))
  })

  it('is counted in days of the organisation, over summer time too', () => {
    const spring = at('2026-04-01T12:00:00+02:00')
    expect(keptSince(spring, 'Europe/Berlin', 36)).toBe(at('2023-04-01T00:00:00+02:00'))
    const winter = at('2026-03-29T00:30:00+01:00')
    expect(keptSince(winter, 'Europe/Berlin', 36)).toBe(at('2023-03-29T00:00:00+02:00'))
    expect(keptSince(at('2028-02-29T08:00:00+08:00'), zone, 36)).toBe(at('2025-02-28T00:00:00+08:00'))
  })
})

describe('a step', () => {
  it('waits for its pause, and takes at most 24 statements', async () => {
    const world = await newWorld()
    const since = keptSince(world.now, zone, 36)
    for (let n = 1; n <= 3; n += 1)
      await past(world, { kind: 'done', dueAt: since - n * day, changedAt: since - n * day })
    await step(world, 1, hour)
    expect(await step(world, 1, hour)).toEqual({ done: true, handled: 0 })
    world.now += hour
    const context = contextOf(world)
    expect((await forgetOld(context, world.now, { limit: 1, pause: hour })).handled).toBe(1)
    expect(context.store.usage.statements).toBeLessThanOrEqual(24)
    expect(await idsIn(world, 'rounds')).toHaveLength(2)
  })

  it('leaves a seal that still holds', async () => {
    const world = await newWorld()
    const dueAt = keptSince(world.now, zone, 36) - day
    await past(world, { kind: 'done', dueAt, changedAt: dueAt })
    await finish(world)
    await sealAudit(jobContextOf(world), 100)
    const [entry] = await rowsOf<{ seals: number }>(
      world,
      `SELECT count(*) AS seals FROM audit_seals JOIN audit USING (org_id, seq) WHERE org_id = ? AND action = 'rounds.forgotten'`,
    )
    expect(entry?.seals).toBe(1)
  })

  it('begins each day with sessions and links that have expired, and no others', async () => {
    const world = await newWorld()
    const link = (person: 'lead' | 'viewer', expiresAt: Instant) =>
      env.DB.prepare(
        `INSERT INTO sign_in_links (org_id, member_id, token_hash, member_version, made_by, maker_version, expires_at)
         VALUES (?, ?, ?, 1, 'm', 1, ?)`,
      ).bind(world.orgId, world.member[person], person, expiresAt)
    await env.DB.batch([
      env.DB.prepare('UPDATE sessions SET expires_at = ? WHERE org_id = ? AND member_id = ?').bind(
        world.now,
        world.orgId,
        world.member.lead,
      ),
      link('lead', world.now),
      link('viewer', world.now + 1),
    ])
    await finish(world, 100, null)
    const sessions = await rowsOf<{ id: string }>(
      world,
      'SELECT member_id AS id FROM sessions WHERE org_id = ?',
    )
    expect(sessions.map(({ id }) => id)).not.toContain(world.member.lead)
    expect(sessions).toHaveLength(8)
    const links = await rowsOf<{ id: string }>(
      world,
      'SELECT member_id AS id FROM sign_in_links WHERE org_id = ?',
    )
    expect(links).toEqual([{ id: world.member.viewer }])
  })
})
