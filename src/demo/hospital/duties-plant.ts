import { inItsPeriod, onceAMonth, onceAYear } from './rhythms.ts'
import type { SeedDuty } from './types.ts'

export const plantDuties: SeedDuty[] = [
  {
    slug: 'lift-inspection',
    title: { 'zh-CN': '电梯年度检验', en: 'Yearly inspection of lifts' },
    category: 'logistics',
    kind: 'check',
    ownedBy: 'logistics',
    performedBy: 'logistics',
    with: ['equipment'],
    makeUp: 'allowed',
    source: '001-5-08',
    reference: {
      'zh-CN': '后勤保障部年度工作计划，特种设备部分',
      en: 'Annual plan of a support services department, section on special equipment',
    },
    plans: [
      { rhythm: onceAYear, window: inItsPeriod, targets: { assets: { types: ['lift'] }, coverage: 'each' } },
    ],
  },
  {
    slug: 'boiler-inspection',
    title: { 'zh-CN': '锅炉与灭菌器年度检验', en: 'Yearly inspection of boilers and sterilisers' },
    category: 'logistics',
    kind: 'check',
    ownedBy: 'logistics',
    performedBy: 'logistics',
    with: ['equipment', 'cssd'],
    makeUp: 'allowed',
    source: '001-2-25',
    reference: {
      'zh-CN': '总务后勤年度工作计划，特种设备部分',
      en: 'Annual plan of a logistics office, section on special equipment',
    },
    plans: [
      {
        rhythm: onceAYear,
        window: inItsPeriod,
        targets: {
          assets: { types: ['boiler', 'autoclave'], tags: ['special-equipment'] },
          coverage: 'each',
        },
      },
    ],
  },
  {
    slug: 'oxygen-cylinder-inspection',
    title: { 'zh-CN': '氧气瓶年度检验', en: 'Yearly inspection of oxygen cylinders' },
    category: 'logistics',
    kind: 'check',
    ownedBy: 'logistics',
    performedBy: 'gas-station',
    checklist: 'oxygen',
    makeUp: 'allowed',
    source: '001-5-10',
    reference: {
      'zh-CN': '后勤保障部年度工作计划，氧气管理部分',
      en: 'Annual plan of a support services department, section on oxygen',
    },
    plans: [
      {
        rhythm: onceAYear,
        window: inItsPeriod,
        targets: { assets: { types: ['oxygen-cylinder-set'] }, coverage: 'each' },
      },
    ],
  },
  {
    slug: 'oxygen-manifold-check',
    title: { 'zh-CN': '医用氧汇流排检查', en: 'Oxygen manifold check' },
    category: 'logistics',
    kind: 'check',
    ownedBy: 'logistics',
    performedBy: 'gas-station',
    with: ['equipment'],
    checklist: 'oxygen',
    makeUp: 'allowed',
    source: '001-5-09',
    reference: {
      'zh-CN': '后勤保障部年度工作计划，氧气管理部分',
      en: 'Annual plan of a support services department, section on oxygen',
    },
    plans: [
      {
        rhythm: onceAMonth,
        window: inItsPeriod,
        targets: { assets: { types: ['oxygen-manifold'] }, coverage: 'each' },
      },
    ],
  },
  {
    slug: 'switchgear-test',
    title: { 'zh-CN': '雷雨季前配电设备检测', en: 'Switchgear test before the thunder season' },
    category: 'logistics',
    kind: 'check',
    ownedBy: 'logistics',
    performedBy: 'power-plant',
    makeUp: 'allowed',
    source: '001-5-11',
    reference: {
      'zh-CN': '后勤保障部年度工作计划，供电保障部分',
      en: 'Annual plan of a support services department, section on power supply',
    },
    plans: [
      {
        rhythm: { kind: 'season', months: [4, 5], min: 1, max: 1 },
        window: inItsPeriod,
        targets: { assets: { types: ['switchgear', 'generator'] }, coverage: 'each' },
      },
    ],
  },
]
