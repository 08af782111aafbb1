import type { Browser, DeviceKind, System } from '../../domain/device.ts'
import { messagesOf, type Message } from '../../platform/i18n.ts'

export const deviceMessages = messagesOf({
  unknown: { 'zh-CN': '无法识别的设备', en: 'A device that does not say what it is' },
  between: { 'zh-CN': '，', en: ', ' },
})

export const browserNames: Record<Browser, Message> = messagesOf({
  wecom: { 'zh-CN': '企业微信', en: 'WeCom' },
  wechat: { 'zh-CN': '微信', en: 'WeChat' },
  dingtalk: { 'zh-CN': '钉钉', en: 'DingTalk' },
  lark: { 'zh-CN': '飞书', en: 'Lark' },
  edge: { 'zh-CN': 'Edge浏览器', en: 'Edge' },
  huawei: { 'zh-CN': '华为浏览器', en: 'Huawei Browser' },
  xiaomi: { 'zh-CN': '小米浏览器', en: 'Xiaomi Browser' },
  oppo: { 'zh-CN': 'OPPO浏览器', en: 'Oppo Browser' },
  vivo: { 'zh-CN': 'vivo浏览器', en: 'Vivo Browser' },
  samsung: { 'zh-CN': '三星浏览器', en: 'Samsung Internet' },
  qq: { 'zh-CN': 'QQ浏览器', en: 'QQ Browser' },
  uc: { 'zh-CN': 'UC浏览器', en: 'UC Browser' },
  opera: { 'zh-CN': 'Opera浏览器', en: 'Opera' },
  firefox: { 'zh-CN': '火狐浏览器', en: 'Firefox' },
  chrome: { 'zh-CN': 'Chrome浏览器', en: 'Chrome' },
  safari: { 'zh-CN': 'Safari浏览器', en: 'Safari' },
})

export const systemNames: Record<System, Message> = messagesOf({
  harmonyos: { 'zh-CN': '鸿蒙', en: 'HarmonyOS' },
  ios: { 'zh-CN': '苹果', en: 'iOS' },
  android: { 'zh-CN': '安卓', en: 'Android' },
  windows: { 'zh-CN': 'Windows', en: 'Windows' },
  chromeos: { 'zh-CN': 'ChromeOS', en: 'ChromeOS' },
  macos: { 'zh-CN': 'Mac', en: 'macOS' },
  linux: { 'zh-CN': 'Linux', en: 'Linux' },
})

export const kindNames: Record<DeviceKind, Message> = messagesOf({
  phone: { 'zh-CN': '手机', en: 'phone' },
  tablet: { 'zh-CN': '平板', en: 'tablet' },
  computer: { 'zh-CN': '电脑', en: 'computer' },
})
