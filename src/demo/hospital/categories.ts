import type { SeedCategory } from './types.ts'

export const categories: SeedCategory[] = [
  { slug: 'infection-control', name: { 'zh-CN': '感染管理', en: 'Infection control' } },
  { slug: 'nursing', name: { 'zh-CN': '护理管理', en: 'Nursing' } },
  { slug: 'medical-quality', name: { 'zh-CN': '医疗质量', en: 'Quality of care' } },
  { slug: 'training', name: { 'zh-CN': '培训与考核', en: 'Training and exams' } },
  { slug: 'pharmacy', name: { 'zh-CN': '药事管理', en: 'Pharmacy' } },
  { slug: 'blood', name: { 'zh-CN': '临床用血', en: 'Blood' } },
  { slug: 'radiology', name: { 'zh-CN': '放射影像', en: 'Radiology' } },
  { slug: 'equipment', name: { 'zh-CN': '医学装备', en: 'Equipment' } },
  { slug: 'logistics', name: { 'zh-CN': '后勤保障', en: 'Logistics' } },
  { slug: 'fire-safety', name: { 'zh-CN': '消防与安全', en: 'Fire and safety' } },
  { slug: 'public-health', name: { 'zh-CN': '公共卫生', en: 'Public health' } },
  { slug: 'it', name: { 'zh-CN': '信息管理', en: 'IT' } },
  { slug: 'administration', name: { 'zh-CN': '行政综合', en: 'Administration' } },
]
