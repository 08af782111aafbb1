import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchChromium } from './support/chromium.ts'
import { signIn } from './support/people.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

/** As wide as a desktop, and touched with the same thumb as a phone. */
describe('on a tablet', () => {
  it.each(['/', '/overdue', '/owned', '/rounds/new', '/rounds/several'])(
    '%s: whatever can be touched is at least 44 px high',
    async (path) => {
      const context = await browser.newContext({
        baseURL: inject('origin'),
        viewport: { width: 820, height: 1180 },
        hasTouch: true,
        isMobile: true,
      })
      await signIn(context, 'planner')
      const page = await context.newPage()
      await page.goto(path)
      expect(await smallTargets(page)).toEqual([])
      await context.close()
    },
  )
})

describe('a filter', () => {
  it('left at "all" is sent: no browser asks to choose', async () => {
    const context = await browser.newContext({ baseURL: inject('origin'), locale: 'zh-CN' })
    await signIn(context, 'supervisor')
    const page = await context.newPage()
    await page.goto('/overdue')
    await page.getByRole('button', { name: '筛选' }).click()
    await page.waitForURL(/[?&]unit=&/)
    await context.close()
  })
})

function smallTargets(page: Page): Promise<string[]> {
  const targets =
    '.button, .navigation-link, .header-button, .choice, main select, main textarea, main summary, main input[type=text]'
  return page.evaluate(
    (selector) =>
      [...document.querySelectorAll(selector)]
        .filter((target) => {
          const { height } = target.getBoundingClientRect()
          return height > 0 && height < 43.5
        })
        .map((target) => target.outerHTML.slice(0, 80)),
    targets,
  )
}
