import { inItsPeriod, onceAMonth } from './rhythms.ts'
import { everyCampus, everyMedicalTechnologyUnit, everyWard, nothingInParticular } from './targets.ts'
import type { SeedDuty } from './types.ts'

export const equipmentDuties: SeedDuty[] = [
  {
    slug: 'device-round',
    title: { 'zh-CN': '全院医疗设备巡查', en: 'Round of medical devices' },
    category: 'equipment',
    kind: 'check',
    ownedBy: 'equipment',
    performedBy: 'equipment',
    makeUp: 'allowed',
    source: '001-7-11',
    reference: {
      'zh-CN': '医学装备管理年度工作计划，日常巡查部分',
      en: 'Annual plan of an equipment office, section on rounds',
    },
    plans: [{ rhythm: onceAMonth, window: inItsPeriod, targets: everyWard }],
  },
  {
    slug: 'device-committee-round',
    title: { 'zh-CN': '设施安全委员会设备巡查', en: 'Device round with the safety committee' },
    category: 'equipment',
    kind: 'check',
    ownedBy: 'equipment',
    performedBy: 'equipment',
    with: ['logistics', 'security'],
    makeUp: 'allowed',
    source: '001-7-23',
    reference: {
      'zh-CN': '医学装备管理年度工作计划，委员会配合部分',
      en: 'Annual plan of an equipment office, section on work with the committee',
    },
    plans: [{ rhythm: onceAMonth, window: inItsPeriod, targets: everyCampus }],
  },
  {
    slug: 'monitor-test',
    title: { 'zh-CN': '监护仪年度检测', en: 'Patient monitor test' },
    category: 'equipment',
    kind: 'check',
    ownedBy: 'equipment',
    performedBy: 'equipment',
    makeUp: 'allowed',
    source: '001-7-15',
    reference: {
      'zh-CN': '医学装备管理年度工作计划，性能检测部分',
      en: 'Annual plan of an equipment office, section on performance tests',
    },
    plans: [
      {
        rhythm: { kind: 'season', months: [2], min: 1, max: 1 },
        window: inItsPeriod,
        targets: { assets: { types: ['patient-monitor'] }, coverage: 'each' },
      },
    ],
  },
  {
    slug: 'defibrillator-test',
    title: { 'zh-CN': '除颤仪年度检测', en: 'Defibrillator test' },
    category: 'equipment',
    kind: 'check',
    ownedBy: 'equipment',
    performedBy: 'equipment',
    checklist: 'defibrillator-test',
    makeUp: 'allowed',
    source: '001-7-18',
    reference: {
      'zh-CN': '医学装备管理年度工作计划，性能检测部分',
      en: 'Annual plan of an equipment office, section on performance tests',
    },
    plans: [
      {
        rhythm: { kind: 'season', months: [3], min: 1, max: 1 },
        window: inItsPeriod,
        targets: { assets: { types: ['defibrillator'] }, coverage: 'each' },
      },
    ],
  },
  {
    slug: 'dialysis-machine-test',
    title: { 'zh-CN': '血液透析机年度检测', en: 'Dialysis machine test' },
    category: 'equipment',
    kind: 'check',
    ownedBy: 'equipment',
    performedBy: 'equipment',
    with: ['haemodialysis'],
    makeUp: 'allowed',
    source: '001-7-16',
    reference: {
      'zh-CN': '医学装备管理年度工作计划，性能检测部分',
      en: 'Annual plan of an equipment office, section on performance tests',
    },
    plans: [
      {
        rhythm: { kind: 'season', months: [4], min: 1, max: 1 },
        window: inItsPeriod,
        targets: { assets: { types: ['dialysis-machine'] }, coverage: 'each' },
      },
    ],
  },
  {
    slug: 'incubator-test',
    title: { 'zh-CN': '婴儿培养箱年度检测', en: 'Infant incubator test' },
    category: 'equipment',
    kind: 'check',
    ownedBy: 'equipment',
    performedBy: 'equipment',
    makeUp: 'allowed',
    source: '001-7-13',
    reference: {
      'zh-CN': '医学装备管理年度工作计划，性能检测部分',
      en: 'Annual plan of an equipment office, section on performance tests',
    },
    plans: [
      {
        rhythm: { kind: 'season', months: [5], min: 1, max: 1 },
        window: inItsPeriod,
        targets: { assets: { types: ['incubator'] }, coverage: 'each' },
      },
    ],
  },
  {
    slug: 'electrosurgical-test',
    title: { 'zh-CN': '高频电刀年度检测', en: 'Electrosurgical unit test' },
    category: 'equipment',
    kind: 'check',
    ownedBy: 'equipment',
    performedBy: 'equipment',
    makeUp: 'allowed',
    source: '001-7-17',
    reference: {
      'zh-CN': '医学装备管理年度工作计划，性能检测部分',
      en: 'Annual plan of an equipment office, section on performance tests',
    },
    plans: [
      {
        rhythm: { kind: 'season', months: [5], min: 1, max: 1 },
        window: inItsPeriod,
        targets: { assets: { types: ['electrosurgical-unit'] }, coverage: 'each' },
      },
    ],
  },
  {
    slug: 'statutory-verification',
    title: { 'zh-CN': '强制检定设备送检', en: 'Statutory verification of devices' },
    category: 'equipment',
    kind: 'check',
    ownedBy: 'equipment',
    performedBy: 'equipment',
    makeUp: 'allowed',
    source: '001-7-19',
    reference: {
      'zh-CN': '医学装备管理年度工作计划，强制检定部分',
      en: 'Annual plan of an equipment office, section on statutory verification',
    },
    plans: [
      {
        rhythm: { kind: 'season', months: [5], min: 1, max: 1 },
        window: inItsPeriod,
        targets: { assets: { tags: ['metrology'] }, coverage: 'each' },
      },
    ],
  },
  {
    slug: 'ventilator-test',
    title: { 'zh-CN': '呼吸机与麻醉机年度检测', en: 'Ventilator and anaesthesia machine test' },
    category: 'equipment',
    kind: 'check',
    ownedBy: 'equipment',
    performedBy: 'equipment',
    checklist: 'ventilator-test',
    makeUp: 'allowed',
    source: '001-7-14',
    reference: {
      'zh-CN': '医学装备管理年度工作计划，性能检测部分',
      en: 'Annual plan of an equipment office, section on performance tests',
    },
    plans: [
      {
        rhythm: { kind: 'season', months: [6], min: 1, max: 1 },
        window: inItsPeriod,
        targets: { assets: { types: ['ventilator', 'anaesthesia-machine'] }, coverage: 'each' },
      },
    ],
  },
  {
    slug: 'infusion-pump-test',
    title: { 'zh-CN': '输注泵年度检测', en: 'Infusion pump test' },
    category: 'equipment',
    kind: 'check',
    ownedBy: 'equipment',
    performedBy: 'equipment',
    checklist: 'infusion-pump-test',
    makeUp: 'allowed',
    source: '001-7-12',
    reference: {
      'zh-CN': '医学装备管理年度工作计划，性能检测部分',
      en: 'Annual plan of an equipment office, section on performance tests',
    },
    plans: [
      {
        rhythm: { kind: 'season', months: [8], min: 1, max: 1 },
        window: inItsPeriod,
        targets: { assets: { types: ['infusion-pump'] }, coverage: 'each' },
      },
    ],
  },
  {
    slug: 'instrument-quality',
    title: { 'zh-CN': '四季度仪器质量检查', en: 'Instrument quality in the fourth quarter' },
    category: 'equipment',
    kind: 'check',
    ownedBy: 'equipment',
    performedBy: 'equipment',
    makeUp: 'allowed',
    source: '002-11-15',
    reference: {
      'zh-CN': '后勤分季度工作计划，第四季度仪器管理部分',
      en: 'Logistics plan by quarters, section on instruments, fourth quarter',
    },
    plans: [
      {
        rhythm: { kind: 'season', months: [10, 11, 12], min: 1, max: null },
        window: inItsPeriod,
        targets: everyMedicalTechnologyUnit,
      },
    ],
  },
  {
    slug: 'repair-review',
    title: { 'zh-CN': '四季度设备维修管理检查', en: 'Repair management in the fourth quarter' },
    category: 'equipment',
    kind: 'check',
    ownedBy: 'equipment',
    performedBy: 'equipment',
    with: ['logistics'],
    makeUp: 'allowed',
    source: '002-11-18',
    reference: {
      'zh-CN': '后勤分季度工作计划，第四季度维修管理部分',
      en: 'Logistics plan by quarters, section on repairs, fourth quarter',
    },
    plans: [
      {
        rhythm: { kind: 'season', months: [10, 11, 12], min: 1, max: null },
        window: inItsPeriod,
        targets: nothingInParticular,
      },
    ],
  },
]
