import { describe, expect, it } from 'vitest'
import { deviceOf } from '../../src/domain/device.ts'

const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)'

describe('a device', () => {
  it.each([
    [
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/142.0.0.0 Safari/537.36`,
      'chrome windows computer',
    ],
    [
      `Mozilla/5.0 (Windows NT 6.1) ${webkit} Chrome/109.0.0.0 Safari/537.36 Edg/109.0.1518.140`,
      'edge windows computer',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0', 'firefox linux computer'],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15',
      'safari macos computer',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
      'safari ios phone',
    ],
    [
      'Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/92.0 Mobile/15E148 Safari/604.1',
      'chrome ios tablet',
    ],
    [
      `Mozilla/5.0 (Linux; Android 14; PGT-AN10) ${webkit} Chrome/126.0.0.0 Mobile Safari/537.36`,
      'chrome android phone',
    ],
    [
      `Mozilla/5.0 (Linux; Android 13; SM-X700) ${webkit} SamsungBrowser/25.0 Chrome/121.0.0.0 Safari/537.36`,
      'samsung android tablet',
    ],
    ['Mozilla/5.0 (Android 14; Mobile; rv:132.0) Gecko/132.0 Firefox/132.0', 'firefox android phone'],
    ['Mozilla/5.0 (Android 14; Tablet; rv:132.0) Gecko/132.0 Firefox/132.0', 'firefox android tablet'],
    [
      `Mozilla/5.0 (Linux; Android 12; HarmonyOS; NOH-AN00) ${webkit} Chrome/114.0 HuaweiBrowser/15.0 Mobile Safari/537.36`,
      'huawei harmonyos phone',
    ],
    [
      `Mozilla/5.0 (Phone; OpenHarmony 5.0) ${webkit} Chrome/132.0.0.0 Safari/537.36 ArkWeb/6.0 Mobile HuaweiBrowser/6.0`,
      'huawei harmonyos phone',
    ],
    [
      `Mozilla/5.0 (Linux; Android 14; 2211133C) ${webkit} Version/4.0 Chrome/126 MiuiBrowser/19.0 Mobile Safari/537.36`,
      'xiaomi android phone',
    ],
    [
      `Mozilla/5.0 (Linux; Android 14; V2307A) ${webkit} Version/4.0 Chrome/126 Mobile Safari/537.36 MicroMessenger/8.0.50`,
      'wechat android phone',
    ],
    [
      `Mozilla/5.0 (Linux; Android 14; V2307A) ${webkit} Chrome/126 Mobile Safari/537.36 wxwork/4.1 MicroMessenger/7.0.1`,
      'wecom android phone',
    ],
    [
      `Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) ${webkit} Mobile/15E148 AliApp(DingTalk/7.6.0)`,
      'dingtalk ios phone',
    ],
    [
      `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${webkit} Chrome/142.0.0.0 Safari/537.36`,
      'chrome chromeos computer',
    ],
    ['curl/8.5.0', 'null null null'],
    ['', 'null null null'],
    ['<script>alert(1)</script>', 'null null null'],
  ])('%s', (userAgent, expected) => {
    const { browser, system, kind } = deviceOf(userAgent)
    expect(`${browser} ${system} ${kind}`).toBe(expected)
  })

  it('is found at once in the longest line that is kept', () => {
    const started = performance.now()
    for (const text of ['Version/'.repeat(38), `Android ${'x'.repeat(290)}`, 'Version/1 '.repeat(30)])
      deviceOf(text)
    expect(performance.now() - started).toBeLessThan(50)
  })
})
