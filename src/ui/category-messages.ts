import { messagesOf, type Message } from '../platform/i18n.ts'
import type { View } from './view.ts'

const names: Record<string, Message> = messagesOf({
  'infection-control': { 'zh-CN': '感染管理', en: 'Infection control' },
  nursing: { 'zh-CN': '护理管理', en: 'Nursing' },
  'medical-quality': { 'zh-CN': '医疗质量', en: 'Quality of care' },
  training: { 'zh-CN': '培训与考核', en: 'Training and exams' },
  pharmacy: { 'zh-CN': '药事管理', en: 'Pharmacy' },
  blood: { 'zh-CN': '临床用血', en: 'Blood' },
  radiology: { 'zh-CN': '放射影像', en: 'Radiology' },
  equipment: { 'zh-CN': '医学装备', en: 'Equipment' },
  logistics: { 'zh-CN': '后勤保障', en: 'Logistics' },
  'fire-safety': { 'zh-CN': '消防与安全', en: 'Fire and safety' },
  'public-health': { 'zh-CN': '公共卫生', en: 'Public health' },
  it: { 'zh-CN': '信息管理', en: 'IT' },
  administration: { 'zh-CN': '行政综合', en: 'Administration' },
})

/** Categories of duties that have a name in both languages; an organisation may use others. */
export const knownCategories: readonly string[] = Object.keys(names)

/** One that we do not know is shown as the organisation wrote it. */
export function categoryName(view: Pick<View, 't'>, category: string): string {
  const name = Object.hasOwn(names, category) ? names[category] : undefined
  return name === undefined ? category : view.t(name)
}
