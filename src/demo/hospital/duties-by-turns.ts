import { inItsPeriod } from './rhythms.ts'
import { everyCampus, nothingInParticular } from './targets.ts'
import type { SeedDuty } from './types.ts'

/** What a calendar program cannot say: turns, lots, days before holidays, certificates, what follows something else. */
export const dutiesByTurns: SeedDuty[] = [
  {
    slug: 'ward-quality-in-turn',
    title: { 'zh-CN': '病区医疗质量轮查', en: 'Ward quality review, in turn' },
    category: 'medical-quality',
    kind: 'check',
    ownedBy: 'medical-affairs',
    performedBy: 'medical-affairs',
    with: ['nursing-office'],
    makeUp: 'allowed',
    reference: { 'zh-CN': '院内惯例：每周四一个病区', en: 'House custom: a ward each Thursday' },
    plans: [
      {
        rhythm: { kind: 'rule', start: '2025-01-01', rrule: 'FREQ=WEEKLY;BYDAY=TH' },
        window: {},
        holidays: 'next',
        targets: { units: { tags: ['ward'] }, coverage: 'rotate', perOccurrence: 1 },
      },
    ],
  },
  {
    slug: 'ward-quality-answer',
    title: { 'zh-CN': '轮查问题整改回头看', en: 'Second look after the ward review' },
    category: 'medical-quality',
    kind: 'check',
    ownedBy: 'medical-affairs',
    performedBy: 'target',
    makeUp: 'allowed',
    reference: { 'zh-CN': '院内惯例：轮查后两周', en: 'House custom: two weeks after the review' },
    plans: [
      {
        rhythm: { kind: 'follow', duty: 'ward-quality-in-turn', of: 'planned', offset: 'P14D' },
        window: { dueAfter: 'P2D' },
        holidays: 'next',
        targets: { units: { tags: ['ward'] }, coverage: 'each' },
      },
    ],
  },
  {
    slug: 'unannounced-hand-hygiene',
    title: { 'zh-CN': '手卫生飞行检查', en: 'Unannounced hand hygiene check' },
    category: 'infection-control',
    kind: 'check',
    ownedBy: 'infection-control',
    performedBy: 'infection-control',
    checklist: 'hand-hygiene',
    makeUp: 'allowed',
    reference: { 'zh-CN': '院内惯例：不打招呼', en: 'House custom: without notice' },
    plans: [
      {
        rhythm: { kind: 'quota', period: 'month', min: 2, max: 4, spread: 'draw' },
        window: inItsPeriod,
        targets: { units: { tags: ['ward'] }, coverage: 'draw', perOccurrence: 2 },
      },
    ],
  },
  {
    slug: 'safety-before-holidays',
    title: { 'zh-CN': '节前安全大检查', en: 'Safety check before public holidays' },
    category: 'fire-safety',
    kind: 'check',
    ownedBy: 'security',
    performedBy: 'security',
    with: ['logistics', 'equipment'],
    makeUp: 'allowed',
    reference: { 'zh-CN': '院内惯例：每个法定节假日前', en: 'House custom: before each public holiday' },
    plans: [
      {
        rhythm: { kind: 'calendar', days: 'holiday', pick: 'first', shift: -1 },
        window: { openBefore: 'P2D' },
        targets: everyCampus,
      },
    ],
  },
  {
    slug: 'certificates-of-instruments',
    title: { 'zh-CN': '强检器具到期送检', en: 'Instruments to verify before their certificate ends' },
    category: 'equipment',
    kind: 'other',
    ownedBy: 'equipment',
    performedBy: 'equipment',
    makeUp: 'allowed',
    reference: { 'zh-CN': '计量器具检定证书有效期', en: 'Validity of verification certificates' },
    plans: [
      {
        rhythm: { kind: 'interval', every: 'P1Y', from: 'expiry' },
        window: { openBefore: 'P30D' },
        targets: { assets: { tags: ['metrology'] }, coverage: 'each' },
      },
    ],
  },
  {
    slug: 'skills-of-the-quarter',
    title: { 'zh-CN': '护理技能季度培训', en: 'Nursing skill of the quarter' },
    category: 'training',
    kind: 'training',
    ownedBy: 'nursing-office',
    performedBy: 'nursing-office',
    makeUp: 'allowed',
    reference: { 'zh-CN': '院内惯例：一季度一项', en: 'House custom: a skill each quarter' },
    plans: [
      {
        rhythm: { kind: 'quota', period: 'quarter', min: 1, max: 2, spread: 'even' },
        window: inItsPeriod,
        targets: nothingInParticular,
        topics: { per: 'quarter', items: ['心肺复苏', '静脉穿刺', '除颤仪使用', '气管插管配合'] },
      },
    ],
  },
  {
    slug: 'lessons-by-leads',
    title: { 'zh-CN': '科主任、护士长业务讲课', en: 'Lessons held by heads of departments' },
    category: 'training',
    kind: 'training',
    ownedBy: 'education',
    performedBy: 'target',
    makeUp: 'allowed',
    reference: { 'zh-CN': '院内惯例：每人每年两讲', en: 'House custom: two lessons a year each' },
    plans: [
      {
        rhythm: { kind: 'quota', period: 'year', min: 2, max: null },
        window: inItsPeriod,
        targets: { members: { types: ['lead'] }, coverage: 'each' },
      },
    ],
  },
]
