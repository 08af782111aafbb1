import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriousFaults } from './support/axe.ts'
import { launchChromium } from './support/chromium.ts'
import { browserOf, sidewaysOverflow, type Persona } from './support/people.ts'

/** Pages by who reads them; `→ x` follows the first link of the page that leads there, `*` stands for any id. */
const pages: Record<Persona | 'nobody', string[]> = {
  nobody: ['/sign-in', '/sign-in/used-or-unknown', '/api/v1/docs', '/demo'],
  inspector: ['/', '/ → /rounds/round_', '/feeds', '/duties', '/account', '/account/leave', '/no-such-page'],
  lead: [
    '/overdue',
    '/owned',
    '/members',
    '/members → /members/member_*/leave',
    '/account/leave',
    '/account/passkeys',
    '/tablets',
    '/tablets/new',
    '/rounds/new',
    '/rounds/several',
    '/checklists',
    '/checklists → /checklists/checklist_',
  ],
  planner: [
    '/',
    '/overdue',
    '/overdue → /rounds/round_',
    '/owned',
    '/owned → /owned/duty_',
    '/duties',
    '/duties/new',
    '/duties → /duties/duty_',
    '/feeds',
    '/checklists/new',
  ],
  supervisor: ['/overdue?state=behind', '/units', '/assets', '/audit', '/service'],
  auditor: ['/audit', '/duties'],
  admin: [
    '/units',
    '/units → /units/unit_',
    '/units/new',
    '/assets',
    '/assets → /assets/asset_',
    '/assets/new',
    '/members',
    '/members → /members/member_',
    '/members → /members/member_ → /members/member_*/leaving',
    '/members → /members/member_ → /members/member_*/leave',
    '/account/leave',
    '/members → /members/member_*/edit → /members/member_*/signing-out',
    '/members/new',
    '/imports',
    '/settings',
    '/settings/organisation',
    '/settings/names',
    '/settings/retention',
    '/settings/excuses',
    '/settings/tokens',
  ],
}

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

const readers = Object.entries(pages) as [Persona | 'nobody', string[]][]

describe.each(readers)('%s', (reader, paths) => {
  describe.each([
    ['phone', 'zh-CN', 'light'],
    ['desktop', 'en', 'dark'],
  ] as const)('%s, %s, %s', (width, locale, colorScheme) => {
    let context: BrowserContext
    beforeAll(async () => {
      const persona = reader === 'nobody' ? null : reader
      context = await browserOf(browser, persona, { width, locale, colorScheme })
    })
    afterAll(() => context.close())

    it.each(paths)(
      '%s: axe finds nothing serious, nothing to scroll sideways, no stray message key',
      async (path) => {
        const page = await context.newPage()
        const refused = refusedByPolicy(page)
        await open(page, path)
        expect(await sidewaysOverflow(page)).toBe(0)
        await unroll(page)
        expect(await seriousFaults(page)).toEqual([])
        expect(await page.locator('h1').count()).toBe(1)
        expect(await page.evaluate(() => document.documentElement.lang)).toBe(locale)
        const text = await page.locator('main').innerText()
        // the docs of the API write paths as it does: /units/{id}
        expect(text).not.toMatch(/(?<!\/)\{\w+\}|undefined|\[object|NaN/)
        expect(refused).toEqual([])
        await page.close()
      },
    )
  })
})

async function open(page: Page, path: string): Promise<void> {
  const [start = '/', ...links] = path.split(' → ')
  await page.goto(start)
  for (const link of links) {
    const [prefix, suffix = ''] = link.split('*')
    const found = page.locator(`a[href^="${prefix}"]${suffix && `[href$="${suffix}"]`}`).first()
    const href = await found.getAttribute('href')
    if (href === null) throw new Error(`no link to ${link} on ${page.url()}`)
    await page.goto(href)
  }
}

/** A window as tall as the page: what lies half under the bar at the bottom is one scroll away, and no small target. */
async function unroll(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  const width = page.viewportSize()?.width ?? 0
  await page.setViewportSize({ width, height: height + 200 })
  await page.waitForFunction((wanted) => innerHeight >= wanted, height)
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )
}

/** Inline script or style that the content policy refused, and scripts that failed. */
function refusedByPolicy(page: Page): string[] {
  const refused: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy/i.test(message.text()))
      refused.push(message.text())
  })
  page.on('pageerror', (fault) => refused.push(String(fault)))
  return refused
}
