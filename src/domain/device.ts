/** What a browser calls itself, in as few words as people need to know their devices apart. Null: it does not say. */
export type Device = { browser: Browser | null; system: System | null; kind: DeviceKind | null }

export type Browser = (typeof browsers)[number][1]
export type System = (typeof systems)[number][1]
export type DeviceKind = 'phone' | 'tablet' | 'computer'

/** Most name several others besides themselves, so the order tells: the more special first. */
const browsers = [
  [/wxwork\//i, 'wecom'],
  [/MicroMessenger\//, 'wechat'],
  [/DingTalk/, 'dingtalk'],
  [/Lark\//, 'lark'],
  [/Edg(?:e|A|iOS)?\//, 'edge'],
  [/HuaweiBrowser\//, 'huawei'],
  [/MiuiBrowser\//, 'xiaomi'],
  [/HeyTapBrowser\//, 'oppo'],
  [/VivoBrowser\//, 'vivo'],
  [/SamsungBrowser\//, 'samsung'],
  [/MQQBrowser\/|QQBrowser\//, 'qq'],
  [/UCBrowser\/|UCWEB/, 'uc'],
  [/OPR\/|Opera/, 'opera'],
  [/Firefox\/|FxiOS\//, 'firefox'],
  [/Chrome\/|CriOS\//, 'chrome'],
  [/Version\/[\d.]+.* Safari\//, 'safari'],
] as const

const systems = [
  [/OpenHarmony|HarmonyOS/, 'harmonyos'],
  [/iPhone|iPad|iPod/, 'ios'],
  [/Android/, 'android'],
  [/Windows/, 'windows'],
  [/CrOS/, 'chromeos'],
  [/Macintosh|Mac OS X/, 'macos'],
  [/Linux/, 'linux'],
] as const

const kinds = [
  [/iPad|Tablet|Android(?!.*Mobile)/, 'tablet'],
  [/iPhone|iPod|Mobile|Phone/, 'phone'],
  [/Windows|Macintosh|CrOS|Linux/, 'computer'],
] as const

export function deviceOf(userAgent: string): Device {
  return {
    browser: firstIn(browsers, userAgent),
    system: firstIn(systems, userAgent),
    kind: firstIn(kinds, userAgent),
  }
}

function firstIn<Name>(known: readonly (readonly [RegExp, Name])[], userAgent: string): Name | null {
  return known.find(([pattern]) => pattern.test(userAgent))?.[1] ?? null
}
