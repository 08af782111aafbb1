import { describe, expect, it } from 'vitest'
import type { Plan } from '../../../src/domain/schedule/plan.ts'
import { runPlanner } from '../duties/planner.ts'
import { chinese } from '../duties/duty-form.ts'
import { textOf } from '../support/page.ts'
import { newWorld, type Client, type World } from '../support/world.ts'

type Taken = { items: { entry: string; dutyId: string }[]; left: string[] }
type DutyBody = {
  title: string
  titleEn: string | null
  category: string
  ownedBy: string
  performedBy: string
  checklistId: string | null
  plans: Plan[]
  references: { standard: string; clause: string }[]
}

const surgicalScrub = 'surgical-scrub-video-check'
const wardWeekly = 'ward-nursing-quality-weekly'

describe('taking duties over', () => {
  it('makes them in the organisation’s language, with their checklist, and the job plans their rounds', async () => {
    const world = await newWorld()
    const { items, left } = await take(world, 'pharmacy', ['outpatient-prescription-sampling'])
    expect(left).toEqual([])
    const duty = await read<DutyBody>(world.as('officeLead'), `/api/v1/duties/${items[0]?.dutyId}`)
    expect(duty).toMatchObject({
      title: '门诊处方抗菌药抽查',
      category: 'pharmacy',
      ownedBy: world.unit.office,
      performedBy: world.unit.office,
      references: [{ standard: '医院工作计划样本三', clause: '第16篇第11项' }],
    })
    expect(duty.titleEn).toMatch(/^[\w\s-]+$/)
    expect(duty.plans[0]).toMatchObject({ from: '2026-03-02', until: null, timeZone: 'Asia/Shanghai' })
    const checklist = await read<{ title: string; items: { text: string; textEn: string }[] }>(
      world.as('officeLead'),
      `/api/v1/checklists/${duty.checklistId}`,
    )
    expect(checklist.items[0]?.text).toMatch(/\p{Script=Han}/u)
    expect(checklist.items[0]?.textEn).toMatch(/[a-z]/)
    await runPlanner(world)
    const rounds = await read<{ items: unknown[] }>(
      world.as('officeLead'),
      `/api/v1/rounds?from=2026-03-02&to=2026-04-30`,
    )
    expect(rounds.items.length).toBeGreaterThan(0)
  })

  it('makes nothing twice; another unit’s are its own, and what was closed can be taken over anew', async () => {
    const world = await newWorld()
    const entries = ['department-annual-plan', 'medical-document-spot-check']
    const [first, again] = [
      await take(world, 'medical-quality', entries),
      await take(world, 'medical-quality', entries),
    ]
    expect([first.items.length, again.items]).toEqual([2, []])
    const others = await take(world, 'medical-quality', entries, { ownedBy: world.unit.medicine })
    expect(others.items).toHaveLength(2)

    const [closed] = first.items
    await world
      .as('supervisor')
      .patch(`/api/v1/duties/${closed?.dutyId}`, { closed: true }, { 'If-Match': '"1"' })
    const anew = await take(world, 'medical-quality', entries)
    expect(anew.items.map(({ entry }) => entry)).toEqual([closed?.entry])
    expect(anew.items[0]?.dutyId).not.toBe(closed?.dutyId)
  })

  it('goes by steps where a pack is big, and says what is left', async () => {
    const world = await newWorld()
    const pack = await read<{ duties: { id: string }[] }>(
      world.as('officeLead'),
      '/api/v1/library/packs/infection-control',
    )
    const all = pack.duties.map(({ id }) => id)
    const first = await take(world, 'infection-control', all)
    expect(first.items.length + first.left.length).toBe(all.length)
    expect(first.left.length).toBeGreaterThan(0)
    const second = await take(world, 'infection-control', all)
    expect(second).toEqual({
      items: first.left.map((entry) => ({ entry, dutyId: expect.any(String) })),
      left: [],
    })
  })

  it('takes units that are named in place of those with the tags, and another performer', async () => {
    const world = await newWorld()
    const over = { units: { ward: [world.unit.ward2] }, performedBy: world.unit.medicine }
    const { items } = await take(world, 'nursing', [wardWeekly, 'nursing-supervision-weekends'], over)
    const [ward, weekends] = await Promise.all(
      items.map(({ dutyId }) => read<DutyBody>(world.as('officeLead'), `/api/v1/duties/${dutyId}`)),
    )
    expect(ward).toMatchObject({
      performedBy: 'target',
      plans: [{ targets: { units: { ids: [world.unit.ward2] } } }],
    })
    expect(weekends?.performedBy).toBe(world.unit.medicine)
  })

  it('brings along the duty that one follows', async () => {
    const world = await newWorld()
    const { items } = await take(world, 'training-exams', ['clinic-nursing-skills-exam'])
    expect(items.map(({ entry }) => entry)).toEqual([
      'clinic-nursing-skills-training',
      'clinic-nursing-skills-exam',
    ])
    const exam = await read<DutyBody>(world.as('officeLead'), `/api/v1/duties/${items[1]?.dutyId}`)
    expect(exam.plans[0]?.rhythm).toMatchObject({ kind: 'follow', duty: items[0]?.dutyId })
  })

  it('refuses what the pack does not hold, units that are not there, and a day that is none', async () => {
    const world = await newWorld()
    const lead = world.as('officeLead')
    const sound = { entries: [surgicalScrub], ownedBy: world.unit.office, from: '2026-03-02' }
    const refused = async (over: object) => {
      const answer = await lead.post('/api/v1/library/packs/infection-control/duties', { ...sound, ...over })
      const { errors = [] } = await answer.json<{ errors?: { path: string; code: string }[] }>()
      return [answer.status, ...errors.map(({ path, code }) => `${path} ${code}`)]
    }
    expect(await refused({ entries: ['no-such-duty'] })).toEqual([422, 'entries.0 not-one-of'])
    expect(await refused({ entries: [] })).toEqual([422, 'entries choose-one'])
    expect(await refused({ performedBy: `unit_${world.orgId}_gone` })).toEqual([
      422,
      'performedBy unknown-unit',
    ])
    expect(await refused({ units: { clinical: [`unit_${world.orgId}_gone`] } })).toEqual([
      422,
      'units.clinical unknown-unit',
    ])
    expect(await refused({ units: { kitchen: [world.unit.ward1] } })).toEqual([
      422,
      'units.kitchen not-one-of',
    ])
    expect(await refused({ performedBy: world.member.lead })).toEqual([422, 'performedBy unknown-unit'])
    expect(await refused({ from: '2026-02-30' })).toEqual([422, 'from not-a-date'])
    expect(await refused({ from: '1800-01-01' })).toEqual([422, 'from date-out-of-range'])
    expect((await lead.get('/api/v1/library/packs/no-such-pack')).status).toBe(404)
    expect((await lead.post('/api/v1/library/packs/packs/duties', sound)).status).toBe(404)
  })
})

it('a pack that draws is refused where nothing can be drawn, rather than stop the planner', async () => {
  const world = await newWorld()
  world.bindings = { ROUNDS_SECRET: '' }
  const body = { entries: [surgicalScrub], ownedBy: world.unit.office, from: '2026-03-02' }
  const answer = await world.as('officeLead').post('/api/v1/library/packs/infection-control/duties', body)
  expect([answer.status, (await answer.json<{ code: string }>()).code]).toEqual([409, 'no-draw-secret'])
})

describe('pages of the library', () => {
  it('tick neither of two alternatives twice, and say what nothing matches today', async () => {
    const world = await newWorld()
    const infection = await (await world.as('officeLead').get('/library/infection-control')).text()
    expect(infection).toMatch(/value="department-infection-training-monthly" checked/)
    expect(infection).toMatch(/value="department-infection-training-quarterly"(?! checked)/)
    const equipment = await (await world.as('officeLead').get('/library/equipment')).text()
    expect(equipment).toMatch(/Performance test of incubators(?:(?!<input).)*Nothing matches today/s)
  })

  it('ticks what is not there, previews the year and leads to what was made', async () => {
    const world = await newWorld()
    const lead = world.as('officeLead')
    expect(await (await lead.get('/library')).text()).toContain('href="/library/pharmacy"')
    const form = {
      entries: ['outpatient-prescription-sampling'],
      ownedBy: world.unit.office,
      from: '2026-03-02',
    }
    const preview = await (await lead.form('/library/pharmacy', { ...form, show: 'year' })).text()
    expect(preview).toContain('about 12 rounds in twelve months')

    const made = await lead.form('/library/pharmacy', form)
    expect([made.status, made.headers.get('Location')]).toEqual([303, '/library/pharmacy/taken'])
    expect(await (await lead.get('/library/pharmacy/taken')).text()).toMatch(/href="\/duties\/duty_/)
    const page = await (await lead.get('/library/pharmacy')).text()
    expect(page).toMatch(/value="outpatient-prescription-sampling"(?! checked)/)
    expect(page).toMatch(/value="antibiotic-use-monthly-statistics" checked/)
  })

  it('comes back with what was chosen and a sentence beside the fault', async () => {
    const world = await newWorld()
    const answer = await world.as('supervisor').form('/library/nursing', {
      entries: [wardWeekly],
      ownedBy: '',
      from: '2026-05-01',
      'units-ward': world.unit.ward1,
    })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('value="2026-05-01"')
    expect(page).toMatch(new RegExp(`value="${world.unit.ward1}" checked`))
    expect(page).toContain('href="#field-ownedBy"')
  })

  it('says all that was not chosen at once, each in its own words', async () => {
    const world = await newWorld()
    const page = textOf(await (await world.as('supervisor').form('/library/nursing', {}, chinese)).text())
    expect(page).toContain('选择工作：请至少选择一项。')
    expect(page).toContain('归口科室：请填写此项。')
    expect(page).toContain('自哪天起：请填写此项。')
  })
})

async function take(world: World, pack: string, entries: string[], over: object = {}): Promise<Taken> {
  const body = { entries, ownedBy: world.unit.office, from: '2026-03-02', ...over }
  const answer = await world.as('supervisor').post(`/api/v1/library/packs/${pack}/duties`, body)
  expect(answer.status).toBe(201)
  return answer.json<Taken>()
}

async function read<T>(client: Client, path: string): Promise<T> {
  const answer = await client.get(path)
  expect(answer.status).toBe(200)
  return answer.json<T>()
}
