import type { TagWords } from '../domain/imports/tag-words.ts'
import { messagesOf, translate, type Locale, type Message } from './i18n.ts'

// Tags and types are an organisation's own words. These few are usual enough to be said in both languages; in English a
// tag is its own name, so that what a form shows is what it takes.
const tagNames: Record<string, Message> = messagesOf({
  group: { 'zh-CN': '分组', en: 'group' },
  campus: { 'zh-CN': '院区', en: 'campus' },
  clinical: { 'zh-CN': '临床科室', en: 'clinical' },
  ward: { 'zh-CN': '病区', en: 'ward' },
  surgical: { 'zh-CN': '手术科室', en: 'surgical' },
  anaesthesia: { 'zh-CN': '麻醉', en: 'anaesthesia' },
  'high-risk': { 'zh-CN': '重点部门', en: 'high-risk' },
  'medical-technology': { 'zh-CN': '医技科室', en: 'medical-technology' },
  outpatient: { 'zh-CN': '门诊', en: 'outpatient' },
  office: { 'zh-CN': '职能科室', en: 'office' },
  logistics: { 'zh-CN': '后勤', en: 'logistics' },
  'life-support': { 'zh-CN': '生命支持', en: 'life-support' },
  'emergency-care': { 'zh-CN': '急救', en: 'emergency-care' },
  metrology: { 'zh-CN': '强制检定', en: 'metrology' },
  'special-equipment': { 'zh-CN': '特种设备', en: 'special-equipment' },
  'pre-vacuum': { 'zh-CN': '预真空', en: 'pre-vacuum' },
  'medicine-storage': { 'zh-CN': '药品储存', en: 'medicine-storage' },
})

const typeNames: Record<string, Message> = messagesOf({
  'anaesthesia-machine': { 'zh-CN': '麻醉机', en: 'Anaesthesia machine' },
  autoclave: { 'zh-CN': '压力蒸汽灭菌器', en: 'Autoclave' },
  'biosafety-cabinet': { 'zh-CN': '生物安全柜', en: 'Biosafety cabinet' },
  'blood-fridge': { 'zh-CN': '储血冰箱', en: 'Blood fridge' },
  boiler: { 'zh-CN': '锅炉', en: 'Boiler' },
  'crash-trolley': { 'zh-CN': '抢救车', en: 'Crash trolley' },
  'ct-scanner': { 'zh-CN': 'CT机', en: 'CT scanner' },
  defibrillator: { 'zh-CN': '除颤仪', en: 'Defibrillator' },
  'dialysis-machine': { 'zh-CN': '血液透析机', en: 'Dialysis machine' },
  'dialysis-water-system': { 'zh-CN': '透析用水系统', en: 'Dialysis water system' },
  'electrosurgical-unit': { 'zh-CN': '高频电刀', en: 'Electrosurgical unit' },
  'endoscope-washer': { 'zh-CN': '内镜清洗消毒机', en: 'Endoscope washer' },
  'fire-panel': { 'zh-CN': '火灾报警控制器', en: 'Fire panel' },
  generator: { 'zh-CN': '发电机', en: 'Generator' },
  incubator: { 'zh-CN': '婴儿培养箱', en: 'Incubator' },
  'infusion-pump': { 'zh-CN': '输注泵', en: 'Infusion pump' },
  lift: { 'zh-CN': '电梯', en: 'Lift' },
  'medicine-fridge': { 'zh-CN': '药品冰箱', en: 'Medicine fridge' },
  'oxygen-cylinder-set': { 'zh-CN': '氧气瓶组', en: 'Oxygen cylinder set' },
  'oxygen-manifold': { 'zh-CN': '氧气汇流排', en: 'Oxygen manifold' },
  'patient-monitor': { 'zh-CN': '监护仪', en: 'Patient monitor' },
  'pressure-gauge': { 'zh-CN': '压力表', en: 'Pressure gauge' },
  'server-ups': { 'zh-CN': '机房不间断电源', en: 'Server room UPS' },
  sphygmomanometer: { 'zh-CN': '血压计', en: 'Sphygmomanometer' },
  switchgear: { 'zh-CN': '配电柜', en: 'Switchgear' },
  ventilator: { 'zh-CN': '呼吸机', en: 'Ventilator' },
  'x-ray-unit': { 'zh-CN': 'X光机', en: 'X-ray unit' },
})

/** Whoever reads: their language says it. */
type Reader = { t(message: Message): string }

export function tagName(view: Reader, tag: string): string {
  return nameOf(tagNames, view, tag)
}

export function assetTypeName(view: Reader, type: string): string {
  return nameOf(typeNames, view, type)
}

/** Tags as typed in one field, between commas, 、 or spaces; a name in either language stands for its tag. */
export function tagsTyped(text: string): string[] {
  const words = text.split(/[\s,，、;；]+/).filter((word) => word !== '')
  return [...new Set(words.map((word) => keyOf(tagNames, word) ?? word))]
}

/** A type as typed: by its name in either language, else the words themselves with hyphens. */
export function assetTypeTyped(text: string): string {
  const words = text.trim()
  return keyOf(typeNames, words) ?? words.replaceAll(/\s+/g, '-')
}

/** How lists write tags and types; a list has few of them, each many times. */
export function tagWordsIn(locale: Locale): TagWords {
  const reader: Reader = { t: (message) => translate(message, locale) }
  return {
    readTags: remembered(tagsTyped),
    readType: remembered(assetTypeTyped),
    printTag: remembered((tag) => tagName(reader, tag)),
    printType: remembered((type) => assetTypeName(reader, type)),
  }
}

function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const value = known.get(text) ?? read(text)
    known.set(text, value)
    return value
  }
}

function nameOf(names: Record<string, Message>, view: Reader, key: string): string {
  const name = Object.hasOwn(names, key) ? names[key] : undefined
  return name === undefined ? key : view.t(name)
}

function keyOf(names: Record<string, Message>, word: string): string | undefined {
  const wanted = word.toLowerCase()
  return Object.keys(names).find((key) =>
    Object.values(names[key] ?? {}).some((name) => String(name).toLowerCase() === wanted),
  )
}
