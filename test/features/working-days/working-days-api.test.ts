import { describe, expect, it } from 'vitest'
import { planRounds } from '../../../src/jobs/plan-rounds.ts'
import { makeDuty, newPlan } from '../duties/support.ts'
import { jobContextOf, rowsOf } from '../rounds/rig.ts'
import { newWorld, type Person, type World } from '../support/world.ts'

type Days = {
  country: string | null
  provisionalYears: number[]
  days: { date: string; isWorking: boolean; reason: string; name: string | null }[]
}

const path = '/api/v1/working-days'

/** A hospital in China, as most are. */
async function inChina(): Promise<World> {
  const world = await newWorld()
  const change = { workingDays: { country: 'CN' } }
  const answer = await world.as('admin').patch('/api/v1/organisation', change, { 'If-Match': '"1"' })
  expect(answer.status).toBe(200)
  return world
}

async function daysOf(world: World, query: string, person: Person = 'viewer'): Promise<Days> {
  return (await world.as(person).get(`${path}?${query}`, { 'Accept-Language': 'zh-CN' })).json()
}

/** `date` and whether it is worked, of the days that are not as the week has them. */
async function special(world: World, query: string): Promise<string[]> {
  const { days } = await daysOf(world, query)
  return days
    .filter(({ reason }) => reason !== 'week' && reason !== 'weekend')
    .map(({ date, isWorking, name }) => `${date} ${isWorking ? 'worked' : 'off'} ${name}`)
}

async function plannedOn(world: World): Promise<string[]> {
  const rows = await rowsOf<{ day: string }>(
    world,
    `SELECT date(planned_on * 86400, 'unixepoch') AS day FROM rounds
     WHERE org_id = ? AND withdrawn_at IS NULL ORDER BY planned_on`,
  )
  return rows.map(({ day }) => day)
}

async function planAll(world: World): Promise<void> {
  const settings = await rowsOf<{ settings: string }>(
    world,
    'SELECT settings FROM organisations WHERE id = ?',
  )
  const { workingDays } = JSON.parse(settings[0]?.settings ?? '{}')
  const base = jobContextOf(world)
  const context = () => ({
    ...jobContextOf(world),
    org: { ...base.org, settings: { ...base.org.settings, workingDays } },
  })
  for (let step = 0; step < 20; step += 1) {
    if ((await planRounds(context(), world.now, 100_000)).done) return
  }
}

const beforeHolidays = newPlan({
  rhythm: { kind: 'calendar', days: 'holiday', pick: 'first', shift: -1 },
  targets: { none: true },
})

describe('which days are worked', () => {
  it('are read by everybody, with their reasons and names, in the reader’s language', async () => {
    const world = await inChina()
    expect(await special(world, 'from=2026-09-19&to=2026-10-11')).toEqual([
      '2026-09-20 worked 国庆节',
      ...['25', '26', '27'].map((date) => `2026-09-${date} off 中秋节`),
      ...['01', '02', '03', '04', '05', '06', '07'].map((date) => `2026-10-${date} off 国庆节`),
      '2026-10-10 worked 国庆节',
    ])
    const english = await world
      .as('viewer')
      .get(`${path}?from=2026-10-01&to=2026-10-01`, { 'Accept-Language': 'en' })
    expect(await english.json()).toMatchObject({ country: 'CN', days: [{ name: 'National Day' }] })
    expect((await daysOf(world, 'from=2026-12-31&to=2027-01-01')).provisionalYears).toEqual([2027])
  })

  it('without a country are those of the week', async () => {
    const world = await newWorld()
    const { country, days } = await daysOf(world, 'from=2026-10-01&to=2026-10-04')
    expect(country).toBeNull()
    expect(days.map(({ isWorking }) => isWorking)).toEqual([true, true, false, false])
  })

  it.each([
    ['from=2026-10-02&to=2026-10-01', 'to', 'end-before-start'],
    ['from=2026-01-01&to=2027-12-31', 'to', 'too-many-days'],
    ['from=2026-02-30&to=2026-03-01', 'from', 'not-a-date'],
  ])('%s is refused at %s', async (query, field, code) => {
    const world = await newWorld()
    const answer = await world.as('viewer').get(`${path}?${query}`)
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ errors: [{ path: field, code }] })
  })
})

describe('corrections', () => {
  it('go before the holidays, are taken back, and stand in the trail', async () => {
    const world = await inChina()
    const admin = world.as('admin')
    const put = await admin.put(`${path}/2026-09-30`, { isWorking: false, name: '院庆' })
    expect(await put.json()).toEqual({
      date: '2026-09-30',
      isWorking: false,
      reason: 'correction',
      name: '院庆',
    })
    const gone = await admin.delete(`${path}/2026-09-30`)
    expect(await gone.json()).toEqual({ date: '2026-09-30', isWorking: true, reason: 'week', name: null })
    expect((await admin.delete(`${path}/2026-09-30`)).status).toBe(404)
    const trail = await rowsOf<{ action: string }>(
      world,
      `SELECT action FROM audit WHERE org_id = ? AND action LIKE 'day.%' ORDER BY seq`,
    )
    expect(trail.map(({ action }) => action)).toEqual(['day.corrected', 'day.correction-removed'])
  })

  it('plan again what nobody has touched', async () => {
    const world = await inChina()
    await makeDuty(world, { performedBy: world.unit.office, plans: [beforeHolidays] })
    await planAll(world)
    expect((await plannedOn(world)).slice(0, 5)).toEqual([
      '2026-04-03',
      '2026-04-30',
      '2026-06-18',
      '2026-09-24',
      '2026-09-30',
    ])
    await world.as('supervisor').put(`${path}/2026-04-03`, { isWorking: false, name: null })
    await planAll(world)
    // Friday belongs to the days off now: the holiday begins earlier, and the round comes before it.
    expect((await plannedOn(world)).slice(0, 2)).toEqual(['2026-04-02', '2026-04-30'])
  })
})

describe('closures and named days', () => {
  it('are made, listed and removed', async () => {
    const world = await inChina()
    const admin = world.as('admin')
    const closure = { unitId: world.unit.ward1, name: '装修', from: '2026-08-03', until: '2026-08-09' }
    const made = await admin.post('/api/v1/day-stretches', closure)
    expect(made.status).toBe(201)
    const { id } = await made.json<{ id: string }>()
    const list = await world.as('viewer').get('/api/v1/day-stretches')
    expect(await list.json()).toEqual({ stretches: [{ id, ...closure }] })
    const ward = await daysOf(world, `from=2026-08-03&to=2026-08-03&unitId=${world.unit.ward1}`, 'admin')
    expect(ward.days).toEqual([{ date: '2026-08-03', isWorking: false, reason: 'closed', name: null }])
    const all = await daysOf(world, 'from=2026-08-03&to=2026-08-03')
    expect(all.days[0]?.isWorking).toBe(true)
    expect((await admin.delete(`/api/v1/day-stretches/${id}`)).status).toBe(204)
    expect((await admin.delete(`/api/v1/day-stretches/${id}`)).status).toBe(404)
  })

  it('a closed ward’s rounds move; those of other wards stay', async () => {
    const world = await inChina()
    const rhythm = { kind: 'rule', start: '2026-03-09', rrule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=1' }
    const targets = { units: { ids: [world.unit.ward1, world.unit.ward2] }, coverage: 'each' }
    await makeDuty(world, { plans: [newPlan({ rhythm, targets, holidays: 'next' })] })
    const closure = { unitId: world.unit.ward1, name: '装修', from: '2026-03-09', until: '2026-03-10' }
    await world.as('admin').post('/api/v1/day-stretches', closure)
    await planAll(world)
    expect(await plannedOn(world)).toEqual(['2026-03-09', '2026-03-11'])
  })

  it('a plan for named days makes none until they are named', async () => {
    const world = await inChina()
    const rhythm = { kind: 'calendar', days: { names: ['开学第一周'] }, pick: 'each' }
    const plan = newPlan({ rhythm, targets: { none: true } })
    const preview = () =>
      world.as('lead').post('/api/v1/schedules/preview', { plan, from: '2026-03-01', to: '2026-12-31' })
    expect(await (await preview()).json()).toMatchObject({
      occurrences: [],
      warnings: [{ code: 'unknown-day-name' }],
    })
    const named = { unitId: null, name: '开学第一周', from: '2026-08-31', until: '2026-09-04' }
    await world.as('supervisor').post('/api/v1/day-stretches', named)
    const { occurrences, warnings } = await (
      await preview()
    ).json<{ occurrences: unknown[]; warnings: unknown[] }>()
    expect([occurrences.length, warnings]).toEqual([5, []])
  })

  it.each([
    [{ from: '2026-08-09', until: '2026-08-03' }, 'until', 'end-before-start'],
    [{ from: '2026-01-01', until: '2027-12-31' }, 'until', 'too-many-days'],
    [{ name: ' ' }, 'name', 'required'],
  ])('%j is refused', async (over, field, code) => {
    const world = await newWorld()
    const body = { unitId: null, name: '考试周', from: '2026-08-03', until: '2026-08-09', ...over }
    const answer = await world.as('admin').post('/api/v1/day-stretches', body)
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ errors: [{ path: field, code }] })
  })
})

describe('imports', () => {
  const event = (first: string, summary: string) =>
    ['BEGIN:VEVENT', `DTSTART;VALUE=DATE:${first}`, `SUMMARY:${summary}`, 'END:VEVENT'].join('\r\n')
  const ics = (...events: string[]) => ['BEGIN:VCALENDAR', ...events, 'END:VCALENDAR', ''].join('\r\n')

  it('are tried, kept, replaced under their name and removed', async () => {
    const world = await inChina()
    const admin = world.as('admin')
    const body = { source: '集团', ics: ics(event('20260612', '集团日'), event('20261001', '国庆节')) }
    const tried = await admin.post('/api/v1/holiday-imports?dryRun=1', body)
    expect(await tried.json()).toMatchObject({
      applied: false,
      days: [
        { date: '2026-06-12', state: 'new' },
        { date: '2026-10-01', state: 'known' },
      ],
    })
    expect(await special(world, 'from=2026-06-12&to=2026-06-12')).toEqual([])
    await admin.post('/api/v1/holiday-imports', body)
    expect(await special(world, 'from=2026-06-12&to=2026-06-12')).toEqual(['2026-06-12 off 集团日'])
    await admin.post('/api/v1/holiday-imports', { source: '集团', ics: ics(event('20260615', '集团日')) })
    expect(await special(world, 'from=2026-06-12&to=2026-06-16')).toEqual(['2026-06-15 off 集团日'])
    const gone = await admin.delete(`/api/v1/holiday-imports/${encodeURIComponent('集团')}`)
    expect(gone.status).toBe(204)
    expect(await special(world, 'from=2026-06-12&to=2026-06-16')).toEqual([])
  })

  it('leave what was set by hand', async () => {
    const world = await inChina()
    const admin = world.as('admin')
    await admin.put(`${path}/2026-06-12`, { isWorking: true, name: '义诊' })
    await admin.post('/api/v1/holiday-imports', { source: '集团', ics: ics(event('20260612', '集团日')) })
    expect(await special(world, 'from=2026-06-12&to=2026-06-12')).toEqual(['2026-06-12 worked 义诊'])
  })

  it('that are none say why', async () => {
    const world = await newWorld()
    const answer = await world.as('admin').post('/api/v1/holiday-imports', { source: 'x', ics: '<html>' })
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ errors: [{ path: 'ics', code: 'not-a-calendar' }] })
  })
})

describe('another table of holidays', () => {
  it('a new release that brings one plans again what keeps to working days', async () => {
    const world = await inChina()
    await makeDuty(world, { performedBy: world.unit.office, plans: [beforeHolidays] })
    await planAll(world)
    const stamp = () =>
      rowsOf<{ watermark: number }>(
        world,
        `SELECT watermark FROM jobs WHERE org_id = ? AND job = 'plan-rounds:holidays'`,
      )
    const [seen] = await stamp()
    expect(seen?.watermark).toBeGreaterThan(0)
    await rowsOf(world, `UPDATE jobs SET watermark = 1 WHERE org_id = ? AND job = 'plan-rounds:holidays'`)
    await rowsOf(world, `UPDATE rounds SET withdrawn_at = 1, settled = 1 WHERE org_id = ?`)
    world.now += 11 * 60_000
    await planAll(world)
    expect(await stamp()).toEqual([seen])
    expect((await plannedOn(world)).slice(0, 1)).toEqual(['2026-04-03'])
  })
})
