import type { ShownName } from '../domain/shown-name.ts'
import { messagesOf, nameIn, translate, type Locale } from './i18n.ts'

export const roleMessages = messagesOf({
  admin: { 'zh-CN': '系统管理员', en: 'Administrator' },
  supervisor: { 'zh-CN': '主管', en: 'Supervisor' },
  lead: { 'zh-CN': '科室负责人', en: 'Lead' },
  inspector: { 'zh-CN': '执行人', en: 'Inspector' },
  viewer: { 'zh-CN': '查阅人', en: 'Viewer' },
})

/** A person as their reader may see them called. */
export function printShownName(locale: Locale, shown: ShownName): string {
  return 'role' in shown ? translate(roleMessages[shown.role], locale) : nameIn(locale, shown)
}
