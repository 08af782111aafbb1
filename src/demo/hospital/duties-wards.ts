import { everyDay, everyMonday, everyMorning, everyShift, inItsPeriod, onceAMonth } from './rhythms.ts'
import { everyWard, nothingInParticular } from './targets.ts'
import type { SeedDuty } from './types.ts'

export const wardsDuties: SeedDuty[] = [
  {
    slug: 'crash-trolley-seal',
    title: { 'zh-CN': '抢救车封条核查', en: 'Crash trolley seal check' },
    category: 'nursing',
    kind: 'check',
    ownedBy: 'nursing-office',
    performedBy: 'target',
    checklist: 'crash-trolley',
    makeUp: 'forbidden',
    reference: {
      'zh-CN': '本院抢救车管理制度，日常交接部分',
      en: 'House rules on crash trolleys, daily hand-over',
    },
    plans: [
      {
        rhythm: everyDay,
        window: inItsPeriod,
        targets: {
          assets: { ids: ['crash-trolley-01', 'crash-trolley-02', 'crash-trolley-09'] },
          coverage: 'each',
        },
      },
    ],
  },
  {
    slug: 'crash-trolley-count',
    title: { 'zh-CN': '抢救车开封清点', en: 'Crash trolley opened and counted' },
    category: 'nursing',
    kind: 'check',
    ownedBy: 'nursing-office',
    performedBy: 'target',
    with: ['pharmacy'],
    checklist: 'crash-trolley',
    makeUp: 'allowed',
    reference: {
      'zh-CN': '本院抢救车管理制度，定期清点部分',
      en: 'House rules on crash trolleys, regular counting',
    },
    plans: [
      {
        rhythm: onceAMonth,
        window: inItsPeriod,
        targets: { assets: { types: ['crash-trolley'] }, coverage: 'each' },
      },
    ],
  },
  {
    slug: 'icu-controlled-drugs',
    title: { 'zh-CN': '麻精药品班班交接', en: 'Controlled drugs, counted at each shift' },
    category: 'pharmacy',
    kind: 'check',
    ownedBy: 'pharmacy',
    performedBy: 'icu',
    with: ['nursing-office'],
    checklist: 'high-alert-drugs',
    makeUp: 'forbidden',
    reference: {
      'zh-CN': '本院麻精药品管理制度，交接班部分',
      en: 'House rules on controlled drugs, hand-over',
    },
    plans: [{ rhythm: everyShift, window: inItsPeriod, targets: nothingInParticular }],
  },
  {
    slug: 'high-alert-drug-check',
    title: { 'zh-CN': '病区高警示药品检查', en: 'High-alert drugs on the wards' },
    category: 'pharmacy',
    kind: 'check',
    ownedBy: 'pharmacy',
    performedBy: 'inpatient-pharmacy',
    with: ['nursing-office'],
    checklist: 'high-alert-drugs',
    makeUp: 'allowed',
    reference: {
      'zh-CN': '本院高警示药品管理制度，病区备用药部分',
      en: 'House rules on high-alert drugs, ward stock',
    },
    plans: [{ rhythm: onceAMonth, window: inItsPeriod, targets: everyWard }],
  },
  {
    slug: 'pharmacy-fridge-temperature',
    title: { 'zh-CN': '药房冷藏柜温度登记', en: 'Pharmacy fridge temperature' },
    category: 'pharmacy',
    kind: 'monitoring',
    ownedBy: 'pharmacy',
    performedBy: 'target',
    makeUp: 'forbidden',
    reference: { 'zh-CN': '本院药品储存管理制度，冷链部分', en: 'House rules on drug storage, cold chain' },
    plans: [
      {
        rhythm: everyMorning,
        window: inItsPeriod,
        targets: { assets: { types: ['medicine-fridge'], under: 'pharmacy' }, coverage: 'each' },
      },
    ],
  },
  {
    slug: 'blood-fridge-temperature',
    title: { 'zh-CN': '储血冰箱温度登记', en: 'Blood fridge temperature' },
    category: 'blood',
    kind: 'monitoring',
    ownedBy: 'blood-bank',
    performedBy: 'blood-bank',
    makeUp: 'forbidden',
    reference: { 'zh-CN': '本院临床用血管理制度，血液储存部分', en: 'House rules on blood, storage' },
    plans: [
      {
        rhythm: everyMorning,
        window: inItsPeriod,
        targets: { assets: { types: ['blood-fridge'] }, coverage: 'each' },
      },
    ],
  },
  {
    slug: 'ward-study',
    title: { 'zh-CN': '临床科室周一业务学习', en: 'Monday study session of the wards' },
    category: 'training',
    kind: 'training',
    ownedBy: 'education',
    performedBy: 'target',
    checklist: 'training',
    makeUp: 'allowed',
    source: '003-1-11',
    reference: {
      'zh-CN': '医务科年度工作计划，业务学习部分',
      en: 'Annual plan of a medical affairs office, section on study',
    },
    plans: [{ rhythm: everyMonday, window: inItsPeriod, targets: everyWard }],
  },
  {
    slug: 'pathway-review',
    title: { 'zh-CN': '临床路径月度总结评价', en: 'Monthly review of clinical pathways' },
    category: 'medical-quality',
    kind: 'report',
    ownedBy: 'medical-affairs',
    performedBy: 'target',
    with: ['quality-control'],
    makeUp: 'allowed',
    source: '003-5-04',
    reference: {
      'zh-CN': '临床路径管理工作计划，总结评价部分',
      en: 'Plan for clinical pathways, section on evaluation',
    },
    plans: [
      {
        rhythm: onceAMonth,
        window: inItsPeriod,
        targets: {
          units: { ids: ['respiratory-ward', 'general-surgery-ward', 'obstetrics-ward'] },
          coverage: 'each',
        },
      },
    ],
  },
  {
    slug: 'ward-learning-plan',
    title: { 'zh-CN': '科室年度进修学习计划', en: "Department's learning plan for the year" },
    category: 'training',
    kind: 'report',
    ownedBy: 'education',
    performedBy: 'target',
    makeUp: 'allowed',
    source: '001-4-02',
    reference: {
      'zh-CN': '科教工作年度计划，学习计划部分',
      en: 'Annual plan for education and research, section on learning plans',
    },
    plans: [
      { rhythm: { kind: 'season', months: [1], min: 1, max: 1 }, window: inItsPeriod, targets: everyWard },
    ],
  },
]
