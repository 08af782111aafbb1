import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { newWorld, type World } from '../support/world.ts'

type Occurrence = { key: string; date: string; planned: string; startsAt: string | null; targets?: string[] }
type Preview = {
  occurrences: Occurrence[]
  next: string | null
  describe: Record<string, string>
  warnings: { code: string; message: string }[]
}

const monthEnd = { kind: 'rule', start: '2026-01-01', rrule: 'FREQ=MONTHLY;BYMONTHDAY=31', times: ['08:00'] }

function ask(world: World, over: Record<string, unknown> = {}, plan: Record<string, unknown> = {}) {
  return world.as('lead').post('/api/v1/schedules/preview', {
    plan: { from: '2026-01-01', rhythm: monthEnd, ...plan },
    from: '2026-01-01',
    to: '2026-12-31',
    ...over,
  })
}

describe('preview: happy', () => {
  it('answers occurrences with instants in the plan’s zone, words in both languages, and stores nothing', async () => {
    const world = await newWorld()
    const response = await ask(world, { limit: 2 }, { timeZone: 'Europe/Berlin' })
    expect(response.status).toBe(200)
    expect(await response.json<Preview>()).toEqual({
      occurrences: [
        {
          key: '20260131T0800',
          date: '2026-01-31',
          planned: '2026-01-31',
          startsAt: '2026-01-31T08:00:00+01:00',
          opensAt: '2026-01-31T00:00:00+01:00',
          dueAt: '2026-02-01T00:00:00+01:00',
          missesAt: '2026-02-08T00:00:00+01:00',
        },
        {
          key: '20260331T0800',
          date: '2026-03-31',
          planned: '2026-03-31',
          startsAt: '2026-03-31T08:00:00+02:00',
          opensAt: '2026-03-31T00:00:00+02:00',
          dueAt: '2026-04-01T00:00:00+02:00',
          missesAt: '2026-04-08T00:00:00+02:00',
        },
      ],
      next: '20260531T0800',
      describe: { 'zh-CN': '每月31日，08:00', en: 'on the 31st of each month, at 08:00' },
      warnings: [{ code: 'skips-short-months', message: expect.stringMatching(/\.$/) as string }],
    })
    expect(world.usage.rowsWritten).toBe(0)
  })

  it('targets that share a day stand together, those staggered apart', async () => {
    const world = await newWorld()
    const targets = { units: { tags: ['ward'] }, coverage: 'each' }
    const wards = [world.unit.ward1, world.unit.ward2]
    const weekly = { kind: 'quota', period: 'week', min: 1, max: null, spread: 'end' }
    const together = await (
      await ask(world, { to: '2026-01-31' }, { rhythm: weekly, targets })
    ).json<Preview>()
    expect(together.occurrences.map((each) => each.targets)).toEqual(together.occurrences.map(() => wards))

    const yearly = { kind: 'quota', period: 'year', min: 1, max: null }
    const dutyId = `duty_${world.orgId}_stagger`
    const apart = await (await ask(world, { dutyId }, { rhythm: yearly, targets })).json<Preview>()
    expect(apart.occurrences.map(({ key }) => key)).toEqual(['2026/1', '2026/1'])
    expect(new Set(apart.occurrences.flatMap((each) => each.targets))).toEqual(new Set(wards))
  })

  it('pages by range: forty years of days, a hundred at a time', async () => {
    const world = await newWorld()
    const daily = { kind: 'rule', start: '2026-01-01', rrule: 'FREQ=DAILY' }
    const { occurrences, next } = await (
      await ask(world, { to: '2066-01-01' }, { rhythm: daily })
    ).json<Preview>()
    expect(occurrences).toHaveLength(100)
    expect(next).toBe('20260411')
  })
})

describe('preview: bombs are refused or answered at once', () => {
  it.each([
    ['COUNT=1000000000', 'FREQ=DAILY;COUNT=1000000000', '2026-01-01', 422],
    ['BYSETPOS out of reach', 'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=300', '2026-01-01', 422],
    ['a position that no month has', 'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=30', '2026-01-01', 422],
    ['a start in 1900', 'FREQ=DAILY', '1900-01-01', 200],
    ['30 February', 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', '2026-01-01', 422],
    ['hourly', 'FREQ=HOURLY', '2026-01-01', 422],
    ['every second', 'FREQ=SECONDLY;COUNT=1000000000', '2026-01-01', 422],
  ])('%s', async (_, rrule, start, status) => {
    const world = await newWorld()
    const began = performance.now()
    const response = await ask(
      world,
      { to: '2065-12-31', limit: 1000 },
      { rhythm: { kind: 'rule', start, rrule } },
    )
    expect(response.status).toBe(status)
    if (status === 422) {
      const { errors } = await response.json<{ errors: { path: string; message: string }[] }>()
      expect(errors[0]).toMatchObject({ path: 'plan.rhythm.rrule' })
      expect(errors[0]?.message).toMatch(/\.$/)
    }
    expect(performance.now() - began).toBeLessThan(1000)
  })
})

describe('preview: errors and security', () => {
  it.each([
    ['end before start', { from: '2026-02-01', to: '2026-01-01' }, {}, 'to', 'end-before-start'],
    ['over forty years', { to: '2066-01-02' }, {}, 'to', 'range-too-long'],
    ['no date', { from: 'soon' }, {}, 'from', 'not-a-date'],
    ['an unknown zone', {}, { timeZone: 'Mars/Base' }, 'plan.timeZone', 'unknown-zone'],
    ['a plan that ends before it begins', {}, { until: '2025-01-01' }, 'plan.until', 'until-before-from'],
    ['an id', {}, { id: 'mine' }, 'plan', 'unknown-key'],
    ['too many', { limit: 1001 }, {}, 'limit', 'too-big'],
    [
      'a number of targets where each has every round',
      {},
      { targets: { units: { tags: ['ward'] }, coverage: 'each', perOccurrence: 2 } },
      'plan.targets.perOccurrence',
      'only-in-turn',
    ],
  ])('%s is refused beside its field', async (_, over, plan, path, code) => {
    const world = await newWorld()
    const response = await ask(world, over, plan)
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ code: 'invalid', errors: [{ path, code }] })
  })

  it('whose turn it would be, from the first target on; what is drawn is not said', async () => {
    const world = await newWorld()
    const rhythm = { kind: 'rule', start: '2026-01-01', rrule: 'FREQ=WEEKLY;BYDAY=MO' }
    const targets = { units: { tags: ['ward'] }, coverage: 'rotate', coverWithin: 'week' }
    const turns = await (await ask(world, { limit: 3 }, { rhythm, targets })).json<Preview>()
    const { ward1, ward2 } = world.unit
    expect(turns.occurrences.map((each) => each.targets)).toEqual([[ward1], [ward2], [ward1]])
    expect(turns.warnings).toEqual([
      {
        code: 'cannot-cover',
        message:
          'There are 2 targets and 1 turns each week: 1 will be left. Take more each time, come more often, or allow more time.',
      },
    ])

    const monthly = { kind: 'quota', period: 'month', min: 1, max: null, spread: 'draw' }
    const drawn = await ask(
      world,
      { limit: 2 },
      { rhythm: monthly, targets: { ...targets, coverage: 'draw' } },
    )
    const { occurrences, warnings } = await drawn.json<Preview>()
    expect(occurrences.map(({ planned, targets: ids }) => [planned, ids])).toEqual([
      ['2026-01-31', []],
      ['2026-02-28', []],
    ])
    expect(warnings.map(({ code }) => code)).toEqual(['drawn', 'comes-too-seldom'])
  })

  it('a viewer may not ask, nor nobody', async () => {
    const world = await newWorld()
    const body = { plan: { from: '2026-01-01', rhythm: monthEnd }, from: '2026-01-01', to: '2026-12-31' }
    expect((await world.as('viewer').post('/api/v1/schedules/preview', body)).status).toBe(403)
    expect((await world.as(null).post('/api/v1/schedules/preview', body)).status).toBe(401)
  })

  it('another organisation’s ids are not there', async () => {
    const [world, other] = [await newWorld(), await newWorld()]
    const targets = { units: { ids: [other.unit.ward1] }, coverage: 'each' }
    expect((await ask(world, {}, { targets })).status).toBe(404)
    expect((await ask(world, { dutyId: `duty_${other.orgId}_x` })).status).toBe(404)
    expect(
      await env.DB.prepare('SELECT count(*) AS n FROM duties WHERE org_id = ?').bind(world.orgId).first(),
    ).toEqual({ n: 0 })
  })
})
