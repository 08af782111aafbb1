import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startServer, type Server } from '../../scripts/demo-server.ts'
import { launchChromium } from './support/chromium.ts'
import { freePort } from './support/serve-demo.ts'

/** What an operator does on the first day: an empty store, the service as it is deployed, nothing of the demo. */
const name = `市第'一'人民医院; --`
const folder = `.tmp/first-store-${process.pid}`
let port: number
let server: Server
let browser: Browser
let link: string

beforeAll(async () => {
  port = await freePort()
  server = await startServer({ folder, port, entry: 'src/worker.ts' })
  browser = await launchChromium()
  link = foundBy('王"敏')
})

afterAll(async () => {
  await browser.close()
  const gone = new Promise((resolve) => server.child.once('exit', resolve))
  server.stop()
  await gone
  rmSync(folder, { recursive: true, force: true })
})

it('from an empty store to a nurse who is signed in, on phones without scripts', async () => {
  const admin = await pageOnPhone()
  await signIn(admin, link)
  expect(await admin.title()).toBe(`今日 · ${name}`)

  await addNurse(admin, '陈雨桐')
  const row = admin.locator('tr', { hasText: '陈雨桐' })
  await row.getByRole('button', { name: '生成登录码' }).click()
  const nurse = await pageOnPhone()
  await signIn(nurse, await admin.getByLabel('登录链接', { exact: true }).inputValue())
  expect(await nurse.locator('.account-name').textContent()).toBe('陈雨桐')

  const late = await pageOnPhone()
  const answer = await late.goto(link)
  expect([answer?.status(), await late.locator('h1').textContent()]).toEqual([404, '登录链接无效'])
})

it('run again, the command makes no second organisation but another link', async () => {
  const page = await pageOnPhone()
  await signIn(page, foundBy('王"敏'))
  expect(await page.locator('.brand-name').textContent()).toBe(name)
  expect(() => foundBy('别人')).toThrow(`There is an organisation ${name} already`)
})

it.each([
  ['zh-CN', '今日', '登录码不对', '登录'],
  ['en', 'Today', 'This code is wrong', 'Sign in'],
])(
  'in %s: from the first page to Today in under a minute, by a person who has only a code',
  async (locale, today, wrong, button) => {
    const admin = await pageOnPhone()
    await signIn(admin, foundBy('王"敏'))
    await addNurse(admin, `护士${locale}`)
    await admin
      .locator('tr', { hasText: `护士${locale}` })
      .getByRole('button', { name: '生成登录码' })
      .click()
    const code = (await admin.locator('.sign-in-code').textContent()) ?? ''
    const address = (await admin.locator('.sign-in-address').textContent()) ?? ''

    const began = performance.now()
    const nurse = await pageOnPhone(locale)
    await nurse.goto(address)
    expect(await nurse.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    // As a thumb does: at its pace, where the field is ready, and wrong at first.
    const slip = code.endsWith('0') ? '1' : '0'
    await nurse.keyboard.type(code.toLowerCase().replace('-', '').slice(0, -1) + slip, { delay: 300 })
    await nurse.getByRole('button', { name: button, exact: true }).click()
    expect(await nurse.locator('.field-error').textContent()).toContain(wrong)
    await nurse.keyboard.press('End')
    await nurse.keyboard.press('Backspace')
    await nurse.keyboard.type(code.slice(-1), { delay: 300 })
    await nurse.keyboard.press('Enter')
    await nurse.waitForURL(`${server.origin}/`)
    expect(performance.now() - began).toBeLessThan(60_000)
    expect([await nurse.title(), await nurse.locator('.account-name').textContent()]).toEqual([
      `${today} · ${name}`,
      `护士${locale}`,
    ])
  },
)

it('a page that was asked for before signing in is where the code leads', async () => {
  const admin = await pageOnPhone()
  await signIn(admin, foundBy('王"敏'))
  await admin.goto('/members')
  await admin.locator('tr', { hasText: '陈雨桐' }).getByRole('button', { name: '生成登录码' }).click()
  const code = (await admin.locator('.sign-in-code').textContent()) ?? ''
  const nurse = await pageOnPhone()
  await nurse.goto('/duties?state=active')
  expect(new URL(nurse.url()).pathname).toBe('/sign-in')
  await nurse.getByLabel('登录码').fill(code)
  await nurse.getByRole('button', { name: '登录', exact: true }).click()
  await nurse.waitForURL(`${server.origin}/duties?state=active`)
})

/** `npm run organisation` with that administrator, answering the one link it prints. */
function foundBy(admin: string): string {
  const printed = execFileSync('node', ['scripts/organisation.ts', '--name', name, '--admin', admin], {
    encoding: 'utf8',
    stdio: 'pipe',
    env: { ...process.env, ROUNDS_DATA: folder, PORT: String(port) },
  })
  const links = printed.match(/http\S+/g) ?? []
  expect(links).toHaveLength(1)
  return links[0] ?? ''
}

async function pageOnPhone(locale = 'zh-CN'): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    baseURL: server.origin,
    viewport: { width: 360, height: 740 },
    locale,
    javaScriptEnabled: false,
  })
  return context.newPage()
}

async function signIn(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.waitForURL(`${server.origin}/`)
}

async function addNurse(page: Page, name: string): Promise<void> {
  await page.goto('/members/new')
  await page.getByRole('textbox', { name: '姓名', exact: true }).fill(name)
  await page.locator('main button[type=submit]').last().click()
  await page.waitForURL('**/members')
}
