import { inEnglish } from './describe-en.ts'
import { inChinese } from './describe-zh.ts'
import { outlineOf } from './outline.ts'
import type { Rule } from './rule.ts'

/** The rule in words, without its start: `每月最后一个工作日`, `on the last working day of each month`. */
export function describeRule(rule: Rule, locale: 'zh-CN' | 'en'): string {
  const outline = outlineOf(rule)
  return locale === 'zh-CN' ? inChinese(outline) : inEnglish(outline)
}
