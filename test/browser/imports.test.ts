import { strFromU8, unzipSync } from 'fflate'
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seriousFaults } from './support/axe.ts'
import { launchChromium } from './support/chromium.ts'
import { browserOf, sidewaysOverflow } from './support/people.ts'

/** 工号,姓名,角色,所在科室 / 90001,测试甲,执行人,呼吸内科病区 as Excel in China saves CSV. */
const inGbk = Buffer.from(
  'uaS6xSzQ1cP7LL3Hyassy/nU2r/GytINCjkwMDAxLLLiytS81yzWtNDQyMssuvTO/MTav8ayocf4DQo=',
  'base64',
)

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

it('a list of people in GBK is looked at, said yes to, and says nothing the second time', async () => {
  const context = await browserOf(browser, 'admin')
  const page = await context.newPage()
  await page.goto('/members')
  await page.getByRole('link', { name: '导入', exact: true }).click()
  await choose(page, { name: '人员.csv', mimeType: 'text/csv', buffer: inGbk })
  const preview = await page.locator('main').innerText()
  for (const words of ['测试甲', '新增', '90001', '执行人', '呼吸内科病区']) expect(preview).toContain(words)
  await page.getByRole('button', { name: '确认导入1行' }).click()
  await page.getByText('导入完成').waitFor()
  await page.getByRole('link', { name: '查看人员' }).click()
  await page.getByRole('link', { name: '测试甲' }).waitFor()

  await page.goto('/imports?kind=members')
  await choose(page, { name: '人员.csv', mimeType: 'text/csv', buffer: inGbk })
  expect(await page.locator('main').innerText()).toContain('没有变化')
  await context.close()
})

it('an exported workbook is a workbook, and comes back by the same page with nothing to change', async () => {
  const context = await browserOf(browser, 'admin', { scripts: false })
  const page = await context.newPage()
  await page.goto('/units')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '导出 Excel' }).click(),
  ])
  const buffer = readFileSync(await download.path())
  expect(download.suggestedFilename()).toMatch(/^units-\d{4}-\d{2}-\d{2}\.xlsx$/)
  expect(strFromU8(unzipSync(buffer)['xl/sharedStrings.xml'] ?? new Uint8Array())).toContain('呼吸内科')

  await page.goto('/imports?kind=units')
  await choose(page, { name: '科室.xlsx', mimeType: 'application/octet-stream', buffer })
  expect(await page.locator('main').innerText()).toContain('没有变化')
  await context.close()
})

it('a preview with every outcome reads on a phone, and nothing stands in the way of anybody', async () => {
  const context = await browserOf(browser, 'admin', { width: 'phone', locale: 'en', colorScheme: 'dark' })
  const page = await context.newPage()
  await page.goto('/imports?kind=members')
  const list = 'Staff number,Name,Role,Phone\n90002,Test B,Inspector,1\n10002,,Lead,\n10003,,Chief,\n'
  await choose(page, { name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(list) })
  const text = await page.locator('main').innerText()
  for (const words of [
    '1 line will be left out',
    'New members without a unit: 1',
    'Test B',
    'There is no role “Chief”',
    'Phone',
  ])
    expect(text).toContain(words)
  expect(await sidewaysOverflow(page)).toBe(0)
  // Where the bar at the foot covers nothing that is to be tapped.
  await page
    .getByRole('button', { name: 'Import 2 lines' })
    .evaluate((button) => button.scrollIntoView({ block: 'center' }))
  expect(await seriousFaults(page)).toEqual([])
  await context.close()
})

async function choose(page: Page, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await page.setInputFiles('input[type=file]', file)
  await page.locator('main form button.button-primary').click()
  await page.waitForURL(/\/imports\/import_/)
}
