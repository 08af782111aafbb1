/** Examples of what is answered, by the name of the schema: parts of one hospital, so that they fit together. */

const org = 'h7k2m9'
const office = `unit_${org}_office`
const ward = `unit_${org}_ward3`
const nurse = `member_${org}_chenyutong`
const morning = '2026-03-02T09:12:00+08:00'

const unit = {
  id: ward,
  name: '内科三病区',
  nameEn: 'Medical Ward 3',
  parentId: `unit_${org}_medicine`,
  code: 'NK3',
  tags: ['ward', 'clinical'],
  order: 3,
  closedOn: null,
  version: 2,
}

const asset = {
  id: `asset_${org}_pump5`,
  unitId: ward,
  type: 'infusion-pump',
  name: '输注泵5号',
  nameEn: 'Infusion pump 5',
  code: 'SYB-005',
  tags: [],
  validUntil: '2027-06-30',
  closedOn: null,
  version: 1,
}

const member = {
  id: nurse,
  code: '10423',
  name: '陈雨桐',
  nameEn: 'Chen Yutong',
  role: 'inspector',
  rights: [],
  unitIds: [ward],
  closedOn: null,
  version: 4,
}

const item = { id: 'seal', text: '封条完整', textEn: 'Seal whole', help: null, helpEn: null }
const checklistSummary = {
  id: `checklist_${org}_trolley`,
  title: '抢救车检查',
  titleEn: 'Crash trolley',
  currentVersion: 2,
  itemCount: 1,
  version: 2,
}
const { itemCount: _, ...checklistHead } = checklistSummary
const checklist = { ...checklistHead, publishedAt: '2026-02-01T10:00:00+08:00', items: [item] }

const suspension = { from: '2026-04-01', until: '2026-04-30', reason: '病区装修' }

const duty = {
  id: `duty_${org}_handhygiene`,
  title: '手卫生依从性检查',
  titleEn: 'Hand-hygiene check',
  kind: 'check',
  category: '院感防控',
  ownedBy: office,
  performedBy: ward,
  with: [],
  plans: [
    {
      id: `plan_${org}_monthly`,
      from: '2026-01-01',
      timeZone: 'Asia/Shanghai',
      rhythm: { kind: 'quota', period: 'month', min: 1, max: null },
    },
  ],
  makeUp: 'allowed',
  checklistId: null,
  references: [{ standard: 'WS/T 313-2019', clause: '5.1' }],
  suspended: false,
  suspension: null,
  describe: { 'zh-CN': '每月至少1次', en: 'at least once a month' },
  closedOn: null,
  version: 3,
}

const outcome = {
  kind: 'done',
  memberId: nurse,
  performedAt: morning,
  enteredAt: morning,
  lateEntry: false,
  confirmedBy: null,
  confirmedAt: null,
  code: null,
  reason: null,
  note: '一切正常',
}

const roundSummary = {
  id: `round_${org}_0f6k2r9t4w8x1z5c3v7n`,
  dutyId: duty.id,
  key: '2026-03/1',
  title: duty.title,
  titleEn: duty.titleEn,
  topic: null,
  state: 'done',
  planned: '2026-03-02',
  startsAt: null,
  opensAt: '2026-03-01T00:00:00+08:00',
  dueAt: '2026-04-01T00:00:00+08:00',
  missesAt: null,
  firstDueAt: null,
  postponeReason: null,
  ownedBy: office,
  performedBy: ward,
  assigneeId: nurse,
  targetKind: 'unit',
  targetId: ward,
  targetUnitId: ward,
  checklistId: checklist.id,
  checklistVersion: 2,
  makeUp: 'allowed',
  extra: false,
  startedAt: morning,
  startedBy: nurse,
  withdrawnAt: null,
  withdrawnReason: null,
  missReason: null,
  outcome,
  version: 2,
}

const answer = {
  id: 'a1',
  item: 'seal',
  value: 'yes',
  note: null,
  at: morning,
  memberId: nurse,
  reason: null,
}
const record = { checklistVersion: 2, items: [item], answers: [answer] }
const round = { ...roundSummary, excuse: null }

const feed = {
  id: `feed_${org}_mine`,
  name: '我的任务',
  scope: { kind: 'member', id: nurse },
  options: { language: 'zh-CN' },
  createdAt: morning,
  lastFetchedAt: null,
  lastFetchedBy: null,
}
const feedPath = `calendar/${org}-${'0123456789abcdefghjkmnpqrs'.repeat(2)}.ics`

const deputy = {
  id: `deputy_${org}_march`,
  memberId: nurse,
  deputyId: `member_${org}_lina`,
  from: '2026-03-05',
  until: '2026-03-10',
  lasts: false,
  madeBy: nurse,
}

export const answerExamples: Readonly<Record<string, unknown>> = {
  Unit: unit,
  Asset: asset,
  Member: member,
  ChecklistItem: item,
  ChecklistSummary: checklistSummary,
  Checklist: checklist,
  Suspension: suspension,
  Suspended: { ...suspension, withdrawn: 4 },
  Duty: duty,
  InBothLanguages: duty.describe,
  Revised: { withdrawn: 4, added: 4, kept: 1 },
  Outcome: outcome,
  MissReason: {
    reason: '当日全院停电，已安排补查',
    memberId: nurse,
    at: morning,
    acknowledgedBy: null,
    acknowledgedAt: null,
  },
  RoundSummary: roundSummary,
  Round: round,
  RoundWithRecord: { ...round, record },
  Record: record,
  Answer: answer,
  Feed: feed,
  MadeFeed: feed,
  NewFeedAddress: {
    ...feed,
    url: `https://rounds.example.org/${feedPath}`,
    webcalUrl: `webcal://rounds.example.org/${feedPath}`,
  },
  Deputy: deputy,
  Deputies: { deputies: [deputy], standsIn: [] },
  AuditEntry: {
    seq: 1042,
    at: morning,
    memberId: `member_${org}_wangmin`,
    action: 'member.changed',
    subjectId: nurse,
    unitId: null,
    before: { role: 'viewer' },
    after: { role: 'inspector' },
    requestId: '9ce02b73-1664-4316-9ea6-91c375626337',
  },
  Preview: {
    occurrences: [
      {
        key: '2026-01-05',
        date: '2026-01-05',
        planned: '2026-01-05',
        startsAt: null,
        opensAt: '2026-01-05T00:00:00+08:00',
        dueAt: '2026-01-06T00:00:00+08:00',
        missesAt: null,
      },
    ],
    next: null,
    describe: { 'zh-CN': '每周一', en: 'every week on Monday' },
    warnings: [],
  },
  Problem: {
    type: 'urn:rounds:problem:invalid',
    title: 'Something needs correcting',
    status: 422,
    detail: 'Correct what is marked and send it again; nothing you typed is lost.',
    code: 'invalid',
    requestId: '9ce02b73-1664-4316-9ea6-91c375626337',
    errors: [{ path: 'name', message: 'Please fill this in.', code: 'required' }],
  },
}
