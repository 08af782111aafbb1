import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from './support/chromium.ts'
import { browserOf } from './support/people.ts'

/** With Chromium's own virtual authenticator: what the device answers is made and checked for real. */
let browser: Browser
let context: BrowserContext
let page: Page
let device: CDPSession
let authenticatorId: string

beforeAll(async () => {
  browser = await launchChromium()
  context = await browserOf(browser, 'lead', { width: 'phone' })
  page = await context.newPage()
  device = await context.newCDPSession(page)
  await device.send('WebAuthn.enable')
  ;({ authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  }))
})
afterAll(() => browser.close())

describe('a passkey', () => {
  it('is suggested quietly, and added by a button', async () => {
    await page.goto('/')
    await page.getByRole('link', { name: '去添加' }).click()
    await page.getByLabel('名称').fill('我的手机')
    await page.getByRole('button', { name: '添加通行密钥' }).click()
    await page.getByRole('link', { name: '我的手机' }).waitFor()
    await page.goto('/')
    expect(await page.getByText('下次直接用指纹或面容登录').isVisible()).toBe(false)
  })

  it('is not added twice on one device, which says so', async () => {
    await page.goto('/account/passkeys')
    await page.getByRole('button', { name: '添加通行密钥' }).click()
    await page.getByText('此设备上已有您的通行密钥').waitFor()
  })

  it('signs in, where nothing was typed', async () => {
    const name = await page.locator('.account-name').textContent()
    await signOut()
    await signInByPasskey()
    await page.waitForURL((url) => url.pathname === '/')
    expect(await page.locator('.account-name').textContent()).toBe(name)
  })

  it('says so where its person does not show who they are', async () => {
    await signOut()
    await device.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
    await signInByPasskey()
    await page.getByText('已取消或超时').waitFor()
    await device.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true })
    await signInByPasskey()
    await page.waitForURL((url) => url.pathname === '/')
  })

  it('opens nothing once it is removed', async () => {
    await page.goto('/account/passkeys')
    await page.getByRole('link', { name: '我的手机' }).click()
    await page.getByRole('button', { name: '删除通行密钥' }).click()
    await page.getByText('还没有通行密钥').waitFor()
    await signOut()
    await signInByPasskey()
    await page.getByRole('heading', { name: '未能登录' }).waitFor()
    expect((await context.request.get('/api/v1/units')).status()).toBe(401)
  })
})

it('where scripts are off, a sentence says what else there is', async () => {
  const plain = await browserOf(browser, 'lead', { scripts: false })
  const there = await plain.newPage()
  await there.goto('/account/passkeys')
  expect(await there.getByText('这个浏览器不能使用通行密钥').isVisible()).toBe(true)
  expect(await there.getByRole('button', { name: '添加通行密钥' }).isVisible()).toBe(false)
  await plain.close()
})

async function signOut(): Promise<void> {
  await context.request.post('/sign-out', {
    headers: { Origin: new URL(page.url()).origin },
    maxRedirects: 0,
  })
}

async function signInByPasskey(): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: '用通行密钥登录' }).click()
}
