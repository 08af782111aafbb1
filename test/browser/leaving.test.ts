import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from './support/chromium.ts'
import { browserOf } from './support/people.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

it('a nurse goes on leave; her deputy sees and ticks her work, until she is back', async () => {
  const nurse = await (await browserOf(browser, 'inspector', { width: 'phone' })).newPage()
  const lead = await (await browserOf(browser, 'lead', { width: 'phone' })).newPage()
  await lead.goto('/')
  const chen = await memberCalled(lead, '陈雨桐')
  for (const title of ['抢救车抽查', '冰箱抽查']) await assignRound(lead, title, chen)
  await lead.reload()
  expect(await lead.locator('main').innerText()).not.toContain('抢救车抽查')

  await nurse.goto('/account/leave')
  await nurse.selectOption('select[name="deputyId"]', { label: '赵玉兰 · 科室负责人' })
  await nurse.fill('input[name="until"]', await nurse.inputValue('input[name="from"]'))
  await nurse.getByRole('button', { name: '登记' }).click()
  await nurse.getByText('休假中').waitFor()

  await lead.goto('/members')
  expect(await lead.locator('tr', { hasText: '陈雨桐' }).innerText()).toContain('由赵玉兰代')
  await lead.goto('/')
  expect(await lead.locator('li', { hasText: '抢救车抽查' }).innerText()).toContain('代陈雨桐')
  await lead.getByRole('link', { name: '抢救车抽查' }).click()
  await lead.locator('form[action$="/completion"] button.button-primary').first().click()
  await lead.waitForLoadState()
  expect(await lead.locator('main').innerText()).toContain('已完成')
  await lead.getByText('操作记录').click()
  expect(await lead.locator('main').innerText()).toMatch(/赵玉兰\s*代陈雨桐/)

  await nurse.goto('/')
  expect(await nurse.locator('main').innerText()).toContain('冰箱抽查')
  await nurse.goto('/account/leave')
  await nurse.getByRole('button', { name: '提前结束' }).click()
  await nurse.getByText('没有登记休假').waitFor()
  await lead.goto('/')
  expect(await lead.locator('main').innerText()).not.toContain('冰箱抽查')
  await Promise.all([nurse.context().close(), lead.context().close()])
})

it('somebody leaves: rounds are handed over, and at the next request session and feed are out', async () => {
  const admin = await (await browserOf(browser, 'admin')).newPage()
  const lead = await (await browserOf(browser, 'lead')).newPage()
  const leaver = await (await browserOf(browser, null, { width: 'phone' })).newPage()
  await admin.goto('/members/new')
  await admin.getByLabel('姓名', { exact: true }).fill('吴离')
  await admin.getByLabel('呼吸内科病区').check()
  await admin.locator('main form button.button-primary').click()
  await admin.locator('tr', { hasText: '吴离' }).getByRole('button', { name: '生成登录码' }).click()
  await leaver.goto(await admin.getByLabel('登录链接', { exact: true }).inputValue())
  await leaver.locator('main form button.button-primary').click()
  await leaver.waitForURL(/\/$/)

  await leaver.goto('/feeds')
  await leaver.fill('input[name="name"]', '手机')
  await leaver.locator('main form button.button-primary').click()
  const feed = /http:\/\/\S+?\.ics/.exec(await leaver.content())?.[0] ?? ''
  expect((await fetch(feed)).status).toBe(200)
  await lead.goto('/')
  await assignRound(lead, '交接抽查', await memberCalled(lead, '吴离'))
  await leaver.goto('/')
  expect(await leaver.locator('main').innerText()).toContain('交接抽查')

  await admin.goto('/members')
  await admin.getByRole('link', { name: '吴离' }).click()
  await admin.getByRole('link', { name: '办理离职' }).click()
  const owed = await admin.locator('main').innerText()
  for (const thing of ['交接抽查', '1处登录', '日历订阅“手机”']) expect(owed).toContain(thing)
  await admin.getByLabel('未完成的任务交给').selectOption({ label: '陈雨桐' })
  await admin.getByRole('button', { name: '交接并停用账户' }).click()
  await admin.waitForURL(/\/members$/)

  await leaver.goto('/')
  // where the demo sends whoever is not signed in
  expect(new URL(leaver.url()).pathname).toBe('/demo')
  expect((await fetch(feed)).status).toBe(404)
  const nurse = await (await browserOf(browser, 'inspector')).newPage()
  await nurse.goto('/')
  expect(await nurse.locator('main').innerText()).toContain('交接抽查')
  await Promise.all([admin, lead, leaver, nurse].map((page) => page.context().close()))
})

async function memberCalled(page: Page, name: string): Promise<string> {
  const id = await page.evaluate(async (wanted) => {
    const answer = await fetch('/api/v1/members?limit=200')
    const { items } = (await answer.json()) as { items: { id: string; name: string }[] }
    return items.find((member) => member.name === wanted)?.id
  }, name)
  if (typeof id !== 'string') throw new Error(`there is no ${name}`)
  return id
}

/** A round by hand in the ward of whoever is on the page, due today. */
async function assignRound(page: Page, title: string, assigneeId: string): Promise<void> {
  const status = await page.evaluate(
    async ([name, member]) => {
      const answer = await fetch(`/api/v1/members/${member}`)
      const { unitIds } = (await answer.json()) as { unitIds: string[] }
      const planned = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai' }).format(new Date())
      const made = await fetch('/api/v1/rounds', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ title: name, planned, performedBy: unitIds[0], assigneeId: member }),
      })
      return made.status
    },
    [title, assigneeId],
  )
  expect(status).toBe(201)
}
