import { everyDay, inItsPeriod, onceAHalfYear, onceAQuarter, onceAWeek } from './rhythms.ts'
import { everyClinicalUnit, everyMedicalTechnologyUnit } from './targets.ts'
import type { SeedDuty } from './types.ts'

export const infectionDisinfectionDuties: SeedDuty[] = [
  {
    slug: 'uv-lamp-intensity',
    title: { 'zh-CN': '紫外线灯照射强度监测', en: 'UV lamp intensity measurement' },
    category: 'infection-control',
    kind: 'monitoring',
    ownedBy: 'infection-control',
    performedBy: 'target',
    checklist: 'disinfection-uv',
    makeUp: 'allowed',
    source: '002-4-03',
    reference: {
      'zh-CN': '县级医院感染管理年度工作计划，消毒设备监测部分',
      en: 'Annual infection control plan of a county hospital, section on disinfection equipment',
    },
    plans: [{ rhythm: onceAQuarter, window: inItsPeriod, targets: everyClinicalUnit }],
  },
  {
    slug: 'uv-lamp-evaluation',
    title: { 'zh-CN': '医技科室紫外线灯效果评价', en: 'UV lamp evaluation in technical departments' },
    category: 'infection-control',
    kind: 'monitoring',
    ownedBy: 'infection-control',
    performedBy: 'infection-control',
    checklist: 'disinfection-uv',
    makeUp: 'allowed',
    source: '002-16-04',
    reference: {
      'zh-CN': '二级医院感染管理年度工作计划，消毒效果监测部分',
      en: 'Annual infection control plan of a secondary hospital, section on disinfection results',
    },
    plans: [{ rhythm: onceAHalfYear, window: inItsPeriod, targets: everyMedicalTechnologyUnit }],
  },
  {
    slug: 'cssd-bowie-dick',
    title: { 'zh-CN': '预真空灭菌器B-D试验', en: 'Bowie-Dick test before the first load' },
    category: 'infection-control',
    kind: 'monitoring',
    ownedBy: 'infection-control',
    performedBy: 'cssd',
    checklist: 'cssd-sterilisation',
    makeUp: 'forbidden',
    source: '001-7-58',
    reference: {
      'zh-CN': '医院感染监测与控制工作计划，消毒供应中心监测部分',
      en: 'Plan for infection monitoring and control, section on the sterile supply centre',
    },
    plans: [
      {
        rhythm: everyDay,
        window: inItsPeriod,
        targets: { assets: { tags: ['pre-vacuum'] }, coverage: 'each' },
      },
    ],
  },
  {
    slug: 'cssd-biological',
    title: { 'zh-CN': '灭菌器生物监测', en: 'Biological monitoring of sterilisers' },
    category: 'infection-control',
    kind: 'monitoring',
    ownedBy: 'infection-control',
    performedBy: 'cssd',
    with: ['laboratory'],
    checklist: 'cssd-sterilisation',
    makeUp: 'allowed',
    source: '001-7-59',
    reference: {
      'zh-CN': '医院感染监测与控制工作计划，消毒供应中心监测部分',
      en: 'Plan for infection monitoring and control, section on the sterile supply centre',
    },
    plans: [
      {
        rhythm: onceAWeek,
        window: inItsPeriod,
        targets: { assets: { types: ['autoclave'] }, coverage: 'each' },
      },
    ],
  },
]
