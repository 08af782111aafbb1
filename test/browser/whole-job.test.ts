import ICAL from 'ical.js'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { launchChromium } from './support/chromium.ts'
import { browserOf } from './support/people.ts'

/** A title that would break a careless page or feed. */
const title = '晨间<b>安全</b>巡查; 每日, "必做"'
const ward = '呼吸内科病区'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

it('a duty becomes dates, an event, a tick, and what is left undone is overdue', async () => {
  const origin = inject('origin')
  const planner = await browserOf(browser, 'planner')
  const inspector = await browserOf(browser, 'inspector', { width: 'phone' })
  const supervisor = await browserOf(browser, 'supervisor')

  // a planner makes a duty and sees its dates while typing
  const editor = await planner.newPage()
  await editor.goto('/duties/new')
  await editor.fill('input[name="title"]', title)
  await editor.check('input[name="way"][value="days"]')
  await editor.check('input[name="every"][value="day"]')
  await editor.getByText('每天', { exact: true }).last().waitFor()
  await editor.check('input[name="performer"][value="other"]')
  await editor.selectOption('select[name="performerUnit"]', { label: ward })
  await editor.selectOption('select[name="category"]', { index: 1 })
  await editor
    .locator('details:has([name="miss"])')
    .first()
    .evaluate((fold) => fold.setAttribute('open', ''))
  await editor.selectOption('[name="miss"]', 'never')
  await editor.click('main form button.button-primary')
  await editor.waitForURL(/\/duties\/duty_/)
  expect(await editor.locator('h1').innerText()).toBe(title)
  expect(await editor.locator('main').innerText()).toContain('每天')

  // an inspector subscribes; a foreign parser sees today's round in the feed
  const feeds = await inspector.newPage()
  await feeds.goto('/feeds')
  await feeds.fill('input[name="name"]', '我的手机')
  await feeds.click('main form button.button-primary')
  await feeds.locator('button[data-copy]').waitFor()
  const address = /http:\/\/\S+?\.ics/.exec(await feeds.content())?.[0]
  if (address === undefined) throw new Error('the page shows no address')
  expect(address.startsWith(`${origin}/calendar/`)).toBe(true)
  await inspector.grantPermissions(['clipboard-read', 'clipboard-write'])
  await feeds.click('button[data-copy]')
  await feeds.getByText('已复制').waitFor()
  expect(await feeds.evaluate(() => navigator.clipboard.readText())).toBe(address)
  const before = await eventsOf(address)
  const mine = before.filter((event) => event.summary.includes(title))
  expect(mine.length).toBeGreaterThan(30)
  const todays = mine.toSorted((a, b) => a.startDate.compare(b.startDate))[0]
  const link = todays?.component.getFirstPropertyValue('url')
  if (!todays || typeof link !== 'string') throw new Error('the event has no link')

  // the event leads to the round; two taps and it is done
  const phone = await inspector.newPage()
  await phone.goto(link)
  await phone.locator('form[action$="/completion"] button.button-primary').first().click()
  await phone.waitForLoadState()
  expect(await phone.locator('main').innerText()).toContain('已完成')

  // the feed says so, under the same UID
  const after = await eventsOf(address)
  const done = after.find(({ uid }) => uid === todays.uid)
  expect(done?.summary).toContain('完成')
  expect(Number(done?.sequence)).toBeGreaterThan(Number(todays.sequence))
  expect(after.map(({ uid }) => uid).toSorted()).toEqual(before.map(({ uid }) => uid).toSorted())

  // two days pass, and nobody has done tomorrow's
  const { now } = await (await supervisor.request.post('/demo/clock', { data: { now: inDays(2) } })).json()
  expect(Date.parse(now)).toBeGreaterThan(Date.now() + 86_400_000)
  const overdue = await supervisor.newPage()
  await overdue.goto('/overdue')
  const unit = await overdue.locator('select[name="unit"] option', { hasText: ward }).getAttribute('value')
  await overdue.goto(`/overdue?unit=${unit}`)
  expect(await overdue.locator('main').innerText()).toContain(title)
  const event = (await eventsOf(address)).find(
    ({ summary }) => summary.includes('逾期') && summary.includes(title),
  )
  expect(event?.uid).not.toBe(todays.uid)
  await Promise.all([planner.close(), inspector.close(), supervisor.close()])
})

async function eventsOf(address: string): Promise<ICAL.Event[]> {
  const response = await fetch(address)
  expect(response.status).toBe(200)
  const calendar = new ICAL.Component(ICAL.parse(await response.text()))
  return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().replace(/\.\d+Z$/, 'Z')
}
