import { byTheTenth, everyDay, inItsPeriod, onceAHalfYear, onceAMonth, onceAYear } from './rhythms.ts'
import { everySurgicalWard, everyWard, nothingInParticular } from './targets.ts'
import type { SeedDuty } from './types.ts'

export const infectionSurveillanceDuties: SeedDuty[] = [
  {
    slug: 'surgical-site-infection',
    title: { 'zh-CN': '手术部位感染目标监测', en: 'Surgical site infection surveillance' },
    category: 'infection-control',
    kind: 'monitoring',
    ownedBy: 'infection-control',
    performedBy: 'infection-control',
    makeUp: 'allowed',
    source: '001-7-06',
    reference: {
      'zh-CN': '医院感染监测与控制工作计划，目标性监测部分',
      en: 'Plan for infection monitoring and control, section on targeted surveillance',
    },
    plans: [{ rhythm: onceAMonth, window: inItsPeriod, targets: everySurgicalWard }],
  },
  {
    slug: 'daily-case-survey',
    title: { 'zh-CN': '感染病例临床调查', en: 'Look for infections on the wards' },
    category: 'infection-control',
    kind: 'monitoring',
    ownedBy: 'infection-control',
    performedBy: 'infection-control',
    makeUp: 'allowed',
    source: '001-7-75',
    reference: {
      'zh-CN': '医院感染监测与控制工作计划，病例监测部分',
      en: 'Plan for infection monitoring and control, section on case finding',
    },
    plans: [{ rhythm: everyDay, window: inItsPeriod, targets: nothingInParticular }],
  },
  {
    slug: 'prevalence-survey',
    title: { 'zh-CN': '医院感染现患率调查', en: 'Point prevalence survey of infections' },
    category: 'infection-control',
    kind: 'monitoring',
    ownedBy: 'infection-control',
    performedBy: 'infection-control',
    with: ['medical-affairs', 'nursing-office'],
    makeUp: 'allowed',
    source: '002-17-26',
    reference: {
      'zh-CN': '综合医院感染管理科年度工作计划，综合性监测部分',
      en: "Annual plan of a general hospital's infection control office, section on overall surveillance",
    },
    plans: [{ rhythm: onceAYear, window: inItsPeriod, targets: everyWard }],
  },
  {
    slug: 'resistance-results',
    title: { 'zh-CN': '耐药菌监测结果公布', en: 'Publish results on resistant organisms' },
    category: 'infection-control',
    kind: 'report',
    ownedBy: 'infection-control',
    performedBy: 'infection-control',
    with: ['laboratory'],
    makeUp: 'allowed',
    source: '002-4-08',
    reference: {
      'zh-CN': '县级医院感染管理年度工作计划，细菌耐药监测部分',
      en: 'Annual infection control plan of a county hospital, section on antimicrobial resistance',
    },
    plans: [{ rhythm: onceAHalfYear, window: byTheTenth, targets: nothingInParticular }],
  },
]
