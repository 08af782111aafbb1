import { describe, expect, it } from 'vitest'
import { fieldOf, textOf } from '../support/page.ts'
import { newWorld } from '../support/world.ts'
import { made, monthly, page } from './duty-form.ts'

describe('duties pages: errors', () => {
  const long = '长'.repeat(10_000)

  it.each<[string, Record<string, string | string[]>, string]>([
    ['no title', { title: '' }, 'Please fill this in'],
    ['a title with a line break', { title: '一\n二' }, 'Line breaks'],
    ['a long title', { title: long }, 'At most 120 characters'],
    ['an unknown zone', { timeZone: 'Asia/Peking' }, 'The time zone “Asia/Peking” is unknown'],
    ['a typing error', { way: 'rule', rrule: 'FREQ=MONTLY' }, 'Characters 6 to 11'],
    ['an end before the start', { until: '2026-03-01' }, 'lies before the beginning'],
    [
      'an impossible rule',
      { way: 'rule', rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' },
      'never yields a day',
    ],
    ['no number', { min: 'often' }, 'whole number'],
    ['no weekday', { way: 'days', weekdays: [] }, 'Choose at least one'],
    ['nothing picked', { unitTags: [] }, 'Nothing is picked'],
    ['a self-check of nothing', { where: 'none' }, 'Who does it'],
    ['no such date', { from: '2026-02-30' }, 'is not a date'],
    [
      'a long reference',
      { 'reference-0-standard': long, 'reference-0-clause': '1' },
      'At most 200 characters',
    ],
  ])('%s: the form comes back as typed, with a sentence', async (_, changes, sentence) => {
    const world = await newWorld()
    const typed = { titleEn: 'Hand hygiene', ...monthly(world), ...changes }
    const answer = await world.as('supervisor').form('/duties', typed)
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(textOf(html)).toContain(sentence)
    expect(html).toContain('class="field-error"')
    for (const [name, value] of Object.entries(typed)) {
      if (
        ['title', 'titleEn', 'timeZone', 'rrule', 'until', 'min', 'from'].includes(name) &&
        value !== '一\n二'
      ) {
        expect(fieldOf(html, name), name).toBe(value)
      }
    }
    expect(world.usage.rowsWritten).toBe(0)
  })

  it('HTML in a title is text', async () => {
    const world = await newWorld()
    const path = await made(world, { title: '<b onclick="x">手卫生</b>' })
    const html = await (await world.as('supervisor').get(path)).text()
    expect(html).not.toContain('<b onclick')
    expect(textOf(html)).toContain('<b onclick="x">手卫生</b>')
    expect(await (await world.as('supervisor').get('/duties')).text()).not.toContain('<b onclick')
  })

  it('a date in the past stands beside the day of the change', async () => {
    const world = await newWorld()
    const path = await made(world)
    const answer = await world.as('supervisor').form(`${path}/plans`, monthly(world, { from: '2026-02-01' }))
    expect(answer.status).toBe(422)
    expect(textOf(await answer.text())).toContain('Choose today or a later day')
    const bad = await world
      .as('supervisor')
      .form(`${path}/suspension`, { from: '2026-04-01', until: '2026-03-01', reason: '' })
    expect(bad.status).toBe(422)
    expect(fieldOf(await bad.text(), 'until')).toBe('2026-03-01')
  })
})

describe('duties pages: security', () => {
  it.each(['viewer', 'inspector', 'admin', 'auditor'] as const)(
    '%s makes and changes nothing',
    async (person) => {
      const world = await newWorld()
      const path = await made(world)
      const client = world.as(person)
      for (const to of [
        '/duties/new',
        `${path}/edit`,
        `${path}/plans/new`,
        `${path}/suspension/new`,
        `${path}/closing`,
      ]) {
        expect((await client.get(to)).status, to).toBe(403)
      }
      expect((await client.form('/duties', monthly(world))).status).toBe(403)
      expect((await client.form(path, monthly(world))).status).toBe(403)
      expect((await client.form(`${path}/plans`, monthly(world))).status).toBe(403)
      expect((await client.form(`${path}/suspension`, { from: '2026-03-02', reason: 'x' })).status).toBe(403)
      expect((await client.form(`${path}/resumption`, {})).status).toBe(403)
      expect((await client.form(`${path}/closing`, { version: '1' })).status).toBe(403)
      expect(await page(client, path)).not.toContain('Edit')
    },
  )

  it('the preview is refused to viewers', async () => {
    const world = await newWorld()
    expect((await world.as('viewer').form('/duties/preview', monthly(world))).status).toBe(403)
    expect((await world.as('inspector').form('/duties/preview', monthly(world))).status).toBe(200)
  })

  it('a lead chooses only among units of their own', async () => {
    const world = await newWorld()
    const form = await (await world.as('officeLead').get('/duties/new')).text()
    const owners = /<select[^>]*name="ownedBy".*?<\/select>/s.exec(form)?.[0] ?? ''
    expect(owners).toContain(world.unit.office)
    expect(owners).not.toContain(world.unit.ward1)
    expect((await world.as('lead').form('/duties', monthly(world))).status).toBe(403)
    expect((await world.as('officeLead').form('/duties', monthly(world))).status).toBe(303)
  })

  it('a stranger’s duty and a stranger’s ids are not there', async () => {
    const world = await newWorld()
    const stranger = await newWorld()
    const path = await made(stranger)
    const supervisor = world.as('supervisor')
    for (const to of [
      path,
      `${path}/edit`,
      `${path}/plans/new`,
      `${path}/suspension/new`,
      `${path}/closing`,
    ]) {
      expect((await supervisor.get(to)).status, to).toBe(404)
    }
    const foreign = monthly(world, { unitIds: [stranger.unit.ward1] })
    expect((await supervisor.form('/duties', foreign)).status).toBe(404)
    expect((await supervisor.form('/duties/preview', foreign)).status).toBe(404)
    expect((await supervisor.get(`/duties?ownedBy=${stranger.unit.office}`)).status).toBe(404)
  })

  it('a duty of another unit is not the reader’s', async () => {
    const world = await newWorld()
    const path = await made(world, { performer: 'owner', where: 'none' })
    expect((await world.as('neighbour').get(path)).status).toBe(404)
    expect(await page(world.as('neighbour'), '/duties')).toContain('No duties here')
  })
})
