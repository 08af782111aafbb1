import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchChromium } from './support/chromium.ts'
import { signIn } from './support/people.ts'
import { expectSound, refusedByPolicy } from './support/sound-page.ts'

/** Pages that no link leads to, or only few: of a shared tablet, of a form whose session has ended, of a duty’s schedules. */
let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

const pin = '258014'

describe.each([
  ['phone', 360, 'zh-CN', 'light'],
  ['tablet', 820, 'en', 'dark'],
] as const)('%s, %i px, %s, %s', (_, width, locale, colorScheme) => {
  it('a shared tablet: names, PIN, what was typed, and its end', async () => {
    const context = await newBrowser()
    const page = await context.newPage()
    const refused = refusedByPolicy(page)
    await signIn(context, 'lead')
    await page.goto('/tablets/new')
    await page.locator('select[name=unitId]').selectOption({ index: 1 })
    await page.locator('input[name=name]').fill(`Ward ${width}`)
    await sent(page, '/tablets')
    await expectSound(page, locale)

    await signIn(context, 'inspector')
    await page.goto('/tablet/pin')
    await expectSound(page, locale)
    for (const name of ['pin', 'again']) await page.locator(`input[name=${name}]`).fill('0000')
    await sent(page, '/tablet/pin')
    await expectSound(page, locale)
    for (const name of ['pin', 'again']) await page.locator(`input[name=${name}]`).fill(pin)
    await sent(page, '/tablet/pin')
    await expectSound(page, locale)
    await sent(page, '/tablet/switch')
    await expectSound(page, locale)

    await page.locator('.person').click()
    await page.waitForURL('**/tablet/sign-in?**')
    await expectSound(page, locale)
    const member = new URL(page.url()).searchParams.get('member') ?? ''
    await page.locator('input[name=pin]').fill('000000')
    await sent(page, '/tablet/sign-in')
    await expectSound(page, locale)

    const waiting = { member, path: '/rounds/x/completion', typed: '{"note":"x"}' }
    await submit(page, '/tablet/resume', { ...waiting, pin: '000000' })
    await expectSound(page, locale)
    await page.locator('input[name=pin]').fill(pin)
    await sent(page, '/tablet/resume')
    await expectSound(page, locale)
    expect(await page.locator('form[action="/tablet/switch"] button').isVisible()).toBe(true)
    expect(refused).toEqual([])

    await revokeTablet(`Ward ${width}`)
    await page.goto('/')
    await expectSound(page, locale)
    await context.close()
  })

  it('a form whose session has ended', async () => {
    const context = await newBrowser()
    await signIn(context, 'inspector')
    const page = await context.newPage()
    await page.goto('/')
    await context.clearCookies()
    await submit(page, '/rounds/x/completion', { note: 'x' })
    await expectSound(page, locale)
    const beside = context.waitForEvent('page')
    await page.locator('main a[target=_blank]').click()
    await beside
    await signIn(context, 'inspector')
    await sent(page, '/rounds/x/completion')
    expect(new URL(page.url()).pathname).toBe('/rounds/x/completion')
    await expectSound(page, locale)
    await context.close()
  })

  it('a duty of two schedules: which goes first, and what a change would do', async () => {
    const context = await newBrowser()
    await signIn(context, 'planner')
    const page = await context.newPage()
    await page.goto('/duties?category=fire-safety')
    await page.getByRole('link', { name: /季度安全生产大检查|Quarterly safety inspection/ }).click()
    const home = page.url()
    await page.locator('a[href$="/precedence"]').first().click()
    await page.locator('input[name=seen]').waitFor({ state: 'attached' })
    await expectSound(page, locale)
    await page.goto(home)
    await page.locator('a[href*="/plans/new?replaces="]').first().click()
    await page.locator('select[name=period]').selectOption('month')
    await sent(page, `${new URL(home).pathname}/plans`)
    expect(await page.locator('input[name=seen]').count()).toBe(1)
    await expectSound(page, locale)
    await context.close()
  })

  function newBrowser(): Promise<BrowserContext> {
    const viewport = { width, height: 740 }
    return browser.newContext({ baseURL: inject('origin'), viewport, locale, colorScheme, hasTouch: true })
  }
})

/** Presses the button of the form, and waits for what comes. */
async function sent(page: Page, action: string): Promise<void> {
  const loaded = page.waitForEvent('load')
  await page.locator(`form[action="${action}"] button`).last().click()
  await loaded
}

/** Sends what a form of ours would, if the page had it. */
async function submit(page: Page, action: string, fields: Record<string, string>): Promise<void> {
  const loaded = page.waitForEvent('load')
  await page.evaluate(
    ([to, values]) => {
      const form = Object.assign(document.createElement('form'), { method: 'post', action: to })
      for (const [name, value] of Object.entries(values)) {
        form.appendChild(Object.assign(document.createElement('input'), { type: 'hidden', name, value }))
      }
      document.body.appendChild(form)
      form.submit()
    },
    [action, fields] as const,
  )
  await loaded
}

async function revokeTablet(name: string): Promise<void> {
  const context = await browser.newContext({ baseURL: inject('origin') })
  await signIn(context, 'lead')
  const page = await context.newPage()
  await page.goto('/tablets')
  await page.locator('tr', { hasText: name }).locator('a[href$="/revocation"]').first().click()
  await page.locator('form[action$="/revocation"] button').click()
  await page.waitForURL('**/tablets')
  await context.close()
}
