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
    await nurse.locator('input[name=code]:focus').waitFor()
    // As a thumb does: at its pace, where the field is ready, and wrong at first.
    const slip = code.endsWith('0') ? '1' : '0'
    await nurse.keyboard.type(code.toLowerCase().replace('-', '').slice(0, -1) + slip, { delay: 300 })
    await nurse.getByRole('button', { name: button, exact: true }).click()
    expect(await nurse.locator('.field-error').textContent()).toContain(wrong)
    await nurse.locator('input[name=code]:focus').waitFor()
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

it('from a new organisation through its settings to the first duty; the first steps tick themselves off', async () => {
  const admin = await pageOnPhone()
  await signIn(admin, foundBy('王"敏'))
  const firstSteps = admin.locator('section', { hasText: '开始使用' })
  const ticked = () => firstSteps.locator('a', { hasText: '已完成' }).allInnerTexts()
  expect(await firstSteps.locator('li').count()).toBe(4)

  await admin.goto('/settings')
  await changeSettings(admin)
  await addUnit(admin, '内科一病区')
  await admin.goto('/settings')
  expect((await ticked()).map((text) => text.replace(/\s+/g, ''))).toContain('已完成：添加科室')

  await admin.goto('/members/new')
  await admin.getByRole('textbox', { name: '姓名', exact: true }).fill('苏敏')
  await admin.getByLabel('主管', { exact: false }).first().check()
  await admin.locator('main button[type=submit]').last().click()
  await admin.waitForURL('**/members')
  await admin.locator('tr', { hasText: '苏敏' }).getByRole('button', { name: '生成登录码' }).click()
  const supervisor = await pageOnPhone()
  await signIn(supervisor, await admin.getByLabel('登录链接', { exact: true }).inputValue())
  await addDuty(supervisor, '消防通道巡查')
  await admin.goto('/settings')
  expect(await firstSteps.count()).toBe(0)
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

/** Weeks from Sunday, kept for five years, a reason of their own. */
async function changeSettings(page: Page): Promise<void> {
  await page.getByRole('link', { name: '机构信息' }).click()
  await page.getByLabel('每周第一天').selectOption('7')
  await save(page)
  await page.getByRole('link', { name: '记录保存期限' }).click()
  await page.getByLabel('已完成任务的保存期限').selectOption('60')
  await page.locator('main button[type=submit]').last().click()
  await page.getByLabel('我已备份').check()
  await save(page)
  await page.getByRole('link', { name: '免做原因' }).click()
  await page.locator('input[name=name-new]').fill('夜间无人')
  await page.locator('input[name=code-new]').fill('nobody')
  await save(page)
  const lines = (await page.locator('.work-where').allInnerTexts()).join()
  expect(lines).toContain('每周从周日开始')
  expect(lines).toContain('保存60个月')
  expect(lines).toContain('夜间无人')
}

async function save(page: Page): Promise<void> {
  await page.locator('main button[type=submit]').last().click()
  await page.waitForURL('**/settings')
}

async function addUnit(page: Page, unit: string): Promise<void> {
  await page.goto('/units/new')
  await page.locator('input[name=name]').fill(unit)
  await page.locator('select[name=parentId]').selectOption({ index: 1 })
  await page.locator('main button[type=submit]').last().click()
  await page.waitForURL('**/units/unit_*')
}

async function addDuty(page: Page, title: string): Promise<void> {
  await page.goto('/duties/new')
  await page.locator('input[name=title]').fill(title)
  await page.locator('select[name=ownedBy]').selectOption({ index: 1 })
  await page.locator('select[name=category]').selectOption({ index: 1 })
  await page.locator('main form button.button-primary').click()
  await page.waitForURL('**/duties/duty_*')
}
