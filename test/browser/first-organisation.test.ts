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

async function pageOnPhone(): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    baseURL: server.origin,
    viewport: { width: 360, height: 740 },
    locale: 'zh-CN',
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
