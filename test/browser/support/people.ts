import type { Browser, BrowserContext, Page } from 'playwright-core'
import { inject } from 'vitest'

export type Persona = 'supervisor' | 'planner' | 'inspector' | 'lead' | 'auditor' | 'admin'
export type Width = 'phone' | 'desktop'

export const sizes: Record<Width, { width: number; height: number }> = {
  phone: { width: 360, height: 740 },
  desktop: { width: 1280, height: 900 },
}

export type Setting = {
  width?: Width
  locale?: 'zh-CN' | 'en'
  scripts?: boolean
  colorScheme?: 'light' | 'dark'
}

/** A browser of its own in which that person is signed in; nobody where `persona` is null. */
export async function browserOf(
  browser: Browser,
  persona: Persona | null,
  setting: Setting = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: inject('origin'),
    viewport: sizes[setting.width ?? 'desktop'],
    locale: setting.locale ?? 'zh-CN',
    javaScriptEnabled: setting.scripts ?? true,
    hasTouch: setting.width === 'phone',
    colorScheme: setting.colorScheme ?? 'light',
  })
  if (persona !== null) await signIn(context, persona)
  return context
}

export async function signIn(context: BrowserContext, persona: Persona): Promise<void> {
  const answer = await context.request.post('/demo/sign-in', { form: { member: persona }, maxRedirects: 0 })
  if (answer.status() !== 303) throw new Error(`signing in as ${persona} answered ${answer.status()}`)
}

/** Widest thing on the page beyond the window, in pixels: 0 where nobody has to scroll sideways. */
export function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
