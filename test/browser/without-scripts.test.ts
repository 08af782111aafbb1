import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from './support/chromium.ts'
import { browserOf } from './support/people.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

/** Every page is links and forms first: what a script would make quicker works without one. */
describe('with scripts off', () => {
  it('an inspector answers a checklist, ticks the round off and takes it back', async () => {
    const context = await browserOf(browser, 'inspector', { width: 'phone', scripts: false })
    const page = await context.newPage()
    await page.goto('/')
    const rounds = await page
      .locator('a.work-title')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
    for (const path of rounds) {
      await page.goto(path ?? '/')
      if ((await page.locator('form[action$="/completion"] input[type="radio"][value="yes"]').count()) > 0)
        break
    }
    for (const yes of await page.locator('input[type="radio"][value="yes"]').all()) await yes.check()
    await page.locator('form[action$="/completion"] button.button-primary').first().click()
    expect(await page.locator('main').innerText()).toMatch(/已完成|逾期\S*完成|已补做/)
    await page.locator('form[action$="/undo"] button').first().click()
    expect(await page.locator('form[action$="/completion"]').count()).toBeGreaterThan(0)
    await context.close()
  })

  it('a planner sees the dates by a button, and nothing typed is lost', async () => {
    const context = await browserOf(browser, 'planner', { scripts: false, locale: 'en' })
    const page = await context.newPage()
    await page.goto('/duties/new')
    await page.fill('input[name="title"]', 'Typed once')
    await page.click('details:has(input[name="way"][value="rule"]) > summary')
    await page.check('input[name="way"][value="rule"]')
    await page.fill('[name="rrule"]', 'FREQ=WEEKLY;BYDAY=MOO')
    await page.click('main form button.button-primary')
    expect(await page.inputValue('input[name="title"]')).toBe('Typed once')
    expect(await page.inputValue('[name="rrule"]')).toBe('FREQ=WEEKLY;BYDAY=MOO')
    expect(await page.locator('main').innerText()).toMatch(/MOO/)
    await page.fill('[name="rrule"]', 'FREQ=WEEKLY;BYDAY=MO')
    await page.getByRole('button', { name: /dates/i }).click()
    expect(await page.locator('main').innerText()).toContain('every week on Monday')
    await context.close()
  })

  it('the language is switched in place', async () => {
    const context = await browserOf(browser, 'lead', { scripts: false })
    const page = await context.newPage()
    await page.goto('/overdue')
    await page.click('form[action="/language"] button')
    expect(new URL(page.url()).pathname).toBe('/overdue')
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await context.close()
  })
})
