import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { seriousFaults } from './axe.ts'
import { sidewaysOverflow } from './people.ts'

/** What holds of every page, however it was come by. */
export async function expectSound(page: Page, locale: string): Promise<void> {
  expect(await sidewaysOverflow(page)).toBe(0)
  await unroll(page)
  expect(await seriousFaults(page)).toEqual([])
  expect(await page.locator('h1').count()).toBe(1)
  expect(await page.evaluate(() => document.documentElement.lang)).toBe(locale)
  const text = await page.locator('main').innerText()
  // the docs of the API write paths as it does: /units/{id}
  expect(text).not.toMatch(/(?<!\/)\{\w+\}|undefined|\[object|NaN/)
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
export function refusedByPolicy(page: Page): string[] {
  const refused: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy/i.test(message.text()))
      refused.push(message.text())
  })
  page.on('pageerror', (fault) => refused.push(String(fault)))
  return refused
}
