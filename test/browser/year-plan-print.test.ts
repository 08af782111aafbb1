import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Browser } from 'playwright-core'
import { launchChromium } from './support/chromium.ts'
import { browserOf } from './support/people.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

it('prints the year plan across, with a title of its own, nothing of the frame, and room to sign', async () => {
  const context = await browserOf(browser, 'planner')
  const page = await context.newPage()
  await page.goto('/year-plan?sheet=1&category=infection-control')
  await page.emulateMedia({ media: 'print' })
  const shows = (selector: string) => page.locator(selector).first().isVisible()
  expect(await Promise.all(['.year-title', '.year-legend', '.year-signatures'].map(shows))).toEqual([
    true,
    true,
    true,
  ])
  expect(await Promise.all(['.header', '.page-header', '.side-navigation'].map(shows))).toEqual([
    false,
    false,
    false,
  ])

  const paper = await page.pdf({ preferCSSPageSize: true })
  const [, width = '0', height = '0'] =
    /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(paper.toString('latin1')) ?? []
  expect(Number(width)).toBeGreaterThan(Number(height))
  await context.close()
})
