import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from './support/chromium.ts'
import { browserOf, sizes, type Persona } from './support/people.ts'
import { expectSound, refusedByPolicy } from './support/sound-page.ts'

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
    '/rounds',
    '/rounds?select=all',
    '/checklists',
    '/checklists → /checklists/checklist_',
  ],
  planner: [
    '/',
    '/overdue',
    '/overdue → /rounds/round_',
    '/owned',
    '/owned → /owned/duty_',
    '/year-plan',
    '/year-plan?sheet=1',
    '/duties',
    '/duties/new',
    '/duties → /duties/duty_',
    '/duties?category=infection-control → /duties/duty_ → /duties/duty_*/progress',
    '/duties?category=infection-control → /duties/duty_ → /duties/duty_*/ending',
    '/library',
    '/library/infection-control',
    '/library/blood/taken',
    '/feeds',
    '/checklists/new',
  ],
  supervisor: ['/overdue?state=behind', '/units', '/assets', '/audit', '/service'],
  auditor: ['/audit', '/duties'],
  admin: [
    '/units',
    '/units → /units/unit_',
    '/units/new',
    '/units → /units/unit_ → /units/unit_*/suspension/new',
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
    '/settings/holidays',
    '/settings/working-days',
    '/settings/working-days/days/new',
    '/settings/working-days/closures/new',
    '/settings/working-days/named/new',
    '/settings/working-days/imports/new',
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
    let page: Page
    let refused: string[]
    beforeAll(async () => {
      const persona = reader === 'nobody' ? null : reader
      context = await browserOf(browser, persona, { width, locale, colorScheme })
      page = await context.newPage()
      refused = refusedByPolicy(page)
    })
    afterAll(() => context.close())

    it.each(paths)(
      '%s: axe finds nothing serious, nothing to scroll sideways, no stray message key',
      async (path) => {
        await page.setViewportSize(sizes[width])
        await open(page, path)
        await expectSound(page, locale)
        expect(refused.splice(0)).toEqual([])
      },
    )
  })
})

async function open(page: Page, path: string): Promise<void> {
  const [start = '/', ...links] = path.split(' → ')
  await page.goto(start)
  if (!(await follow(page, links))) throw new Error(`nothing leads by ${path}`)
}

/** By the first links that lead to the end: not every duty has all pages. */
async function follow(page: Page, [link, ...rest]: string[]): Promise<boolean> {
  if (link === undefined) return true
  const [prefix, suffix = ''] = link.split('*')
  const found = page.locator(`a[href^="${prefix}"]${suffix && `[href$="${suffix}"]`}`)
  const addresses = await found.evaluateAll((links) => links.map((each) => each.getAttribute('href') ?? ''))
  for (const address of new Set(addresses)) {
    await page.goto(address)
    if (await follow(page, rest)) return true
  }
  return false
}
