import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { launchChromium } from './support/chromium.ts'
import { browserOf, sidewaysOverflow, signIn } from './support/people.ts'

/** A ward's tablet, from its first minute to its last; without scripts, so by its pages alone. */
let browser: Browser
let tablet: BrowserContext
let page: Page
beforeAll(async () => {
  browser = await launchChromium()
  tablet = await browser.newContext({
    baseURL: inject('origin'),
    viewport: { width: 820, height: 1180 },
    locale: 'zh-CN',
    hasTouch: true,
    javaScriptEnabled: false,
  })
  page = await tablet.newPage()
})
afterAll(() => browser.close())

it('is set up by the lead, serves two people by their PINs, and is revoked', async () => {
  await signIn(tablet, 'lead')
  await page.goto('/tablets/new')
  await page.getByLabel('科室').selectOption({ index: 1 })
  await page.getByLabel('名称').fill('护士站平板')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('还没有人在这台平板上设置数字密码').waitFor()

  const rounds = [await newRound('抢救车清点'), await newRound('冰箱测温')]
  const names = [await setPin('inspector', '258014'), await setPin('lead', '903311')]
  await tickAs(names[0] ?? '', '258014', rounds[0] ?? '')
  await tickAs(names[1] ?? '', '903311', rounds[1] ?? '')
  const supervisor = await browserOf(browser, 'supervisor')
  const trail = await supervisor.newPage()
  for (const [index, round] of rounds.entries()) {
    await trail.goto(`/audit?subject=${round}`)
    const done = trail.locator('tr', { hasText: '完成任务' }).first()
    expect(await done.innerText()).toContain(names[index])
  }

  await enter(names[0] ?? '', '258014')
  const lead = await browserOf(browser, 'lead')
  const list = await lead.newPage()
  await list.goto('/tablets')
  await list.locator('tr', { hasText: '护士站平板' }).getByRole('link', { name: '停用' }).click()
  await list.getByRole('button', { name: '停用' }).click()
  await page.goto('/')
  await page.getByRole('heading', { name: '此平板已停用' }).waitFor()
  await page.goto('/')
  expect(new URL(page.url()).pathname).toBe('/demo')
})

/** Signs in once as the demo does and sets a PIN; answers the name on the tablet. */
async function setPin(persona: 'inspector' | 'lead', pin: string): Promise<string> {
  await signIn(tablet, persona)
  await page.goto('/tablet/pin')
  await page.getByLabel('数字密码').fill('000000')
  await page.getByLabel('再输一次').fill('000000')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('数字全部相同，太容易被猜到，请换一个。').first().waitFor()
  await page.getByLabel('数字密码').fill(pin)
  await page.getByLabel('再输一次').fill(pin)
  await page.getByRole('button', { name: '保存' }).click()
  await page.waitForURL((url) => url.pathname === '/')
  const name = (await page.locator('.account-name').textContent()) ?? ''
  await page.getByRole('button', { name: /换人/ }).click()
  await page.getByRole('heading', { name: '请选择您的姓名' }).waitFor()
  return name
}

async function enter(name: string, pin: string): Promise<void> {
  await page.goto('/tablet')
  expect(await sidewaysOverflow(page)).toBe(0)
  const button = page.getByRole('link', { name })
  expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44)
  await button.click()
  await page.getByLabel('数字密码').fill(pin)
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL((url) => url.pathname === '/')
  expect(await page.locator('.account-name').textContent()).toBe(name)
}

/** Ticks the round, and hands the tablet on. */
async function tickAs(name: string, pin: string, round: string): Promise<void> {
  await enter(name, pin)
  await page.goto(`/rounds/${round}`)
  await page.locator('form[action$="/completion"] button.button-primary').first().click()
  await page.waitForLoadState()
  expect(await page.locator('main').innerText()).toContain('已完成')
  await page.getByRole('button', { name: /换人/ }).click()
}

/** A round of the lead's ward, due today; answers its id. */
async function newRound(title: string): Promise<string> {
  const lead = await browserOf(browser, 'lead')
  const { items } = (await (await lead.request.get('/api/v1/units')).json()) as { items: { id: string }[] }
  const planned = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())
  const made = await lead.request.post('/api/v1/rounds', {
    data: { title, planned, performedBy: items[0]?.id, ownedBy: items[0]?.id },
    headers: { Origin: inject('origin') },
  })
  expect(made.status(), await made.text()).toBe(201)
  const { id } = (await made.json()) as { id: string }
  await lead.close()
  return id
}
