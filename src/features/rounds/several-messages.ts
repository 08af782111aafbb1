import { messagesOf, plural } from '../../platform/i18n.ts'

/** Words about several rounds at once. */
export const severalMessages = messagesOf({
  select: { 'zh-CN': '选择', en: 'Select' },
  selectOne: { 'zh-CN': '选择：{title}', en: 'Select {title}' },
  handOverSelected: { 'zh-CN': '转交选中的', en: 'Hand over the selected' },
  excuseSelected: { 'zh-CN': '批准选中的免做', en: 'Excuse the selected' },
  handOverTitle: { 'zh-CN': '批量转交', en: 'Hand over several rounds' },
  excuseTitle: { 'zh-CN': '批量免做', en: 'Excuse several rounds' },
  back: { 'zh-CN': '返回逾期', en: 'Back to what is overdue' },
  none: { 'zh-CN': '没有选中任务', en: 'No round is selected' },
  noneHint: { 'zh-CN': '请先在逾期列表中勾选任务。', en: 'Select some in the list of what is overdue.' },
  rounds: { 'zh-CN': '选中的任务', en: 'The selected rounds' },
  toMember: { 'zh-CN': '交给', en: 'To' },
  anyone: { 'zh-CN': '科室内任何人员', en: 'Anyone of the unit' },
  toUnit: { 'zh-CN': '由哪个科室执行', en: 'Performed by' },
  sameUnit: { 'zh-CN': '科室不变', en: 'The unit stays' },
  handOver: {
    'zh-CN': '转交{count}项',
    en: ({ count }) => `Hand over ${plural(count, 'round')}`,
  },
  excuse: { 'zh-CN': '免做{count}项', en: ({ count }) => `Excuse ${plural(count, 'round')}` },
  handedOver: {
    'zh-CN': '已转交{count}项',
    en: ({ count }) => `${plural(count, 'round')} handed over`,
  },
  excused: { 'zh-CN': '已免做{count}项', en: ({ count }) => `${plural(count, 'round')} excused` },
  refused: {
    'zh-CN': '{count}项未能办理，未作改动',
    en: ({ count }) => `${plural(count, 'round')} could not be changed and stayed as before`,
  },
})
