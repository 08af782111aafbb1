import { messagesOf, plural } from '../../platform/i18n.ts'

/** Words about several rounds at once. */
export const severalMessages = messagesOf({
  select: { 'zh-CN': '选择', en: 'Select' },
  selectOne: { 'zh-CN': '选择：{title}', en: 'Select {title}' },
  handOverSelected: { 'zh-CN': '转交选中的', en: 'Hand over the selected' },
  moveSelected: { 'zh-CN': '改期选中的', en: 'Move the selected' },
  excuseSelected: { 'zh-CN': '批准选中的免做', en: 'Excuse the selected' },
  handOverTitle: { 'zh-CN': '批量转交', en: 'Hand over several rounds' },
  excuseTitle: { 'zh-CN': '批量免做', en: 'Excuse several rounds' },
  moveTitle: { 'zh-CN': '批量改期', en: 'Move several rounds' },
  backToRounds: { 'zh-CN': '返回任务清单', en: 'Back to the rounds' },
  back: { 'zh-CN': '返回逾期', en: 'Back to what is overdue' },
  none: { 'zh-CN': '没有选中任务', en: 'No round is selected' },
  noneHint: { 'zh-CN': '请先在任务清单或逾期列表中勾选任务。', en: 'Select some in a list of rounds first.' },
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
  moveTo: { 'zh-CN': '改到哪一天', en: 'To which day' },
  moveToHint: {
    'zh-CN': '所有任务都改到这一天；或者在下面填天数。',
    en: 'All of them to this day; or by days, below.',
  },
  moveBy: { 'zh-CN': '或推迟几天', en: 'Or by how many days' },
  moveByHint: {
    'zh-CN': '正数为推迟，负数为提前，例如 -7 为提前一周。',
    en: 'Later; earlier with a minus: -7 is a week earlier.',
  },
  moveByUnit: { 'zh-CN': '天', en: 'days' },
  moveReason: { 'zh-CN': '原因', en: 'Reason' },
  moveReasonHint: {
    'zh-CN': '超过原截止时间的，须写明原因，例如 迎接等级评审。',
    en: 'Wanted where a round passes its due time, for example: survey ahead.',
  },
  movePreview: { 'zh-CN': '先看结果', en: 'See what happens' },
  move: { 'zh-CN': '改期{count}项', en: ({ count }) => `Move ${plural(count, 'round')}` },
  moved: { 'zh-CN': '已改期{count}项', en: ({ count }) => `${plural(count, 'round')} moved` },
  willMove: { 'zh-CN': '可以改期：{count}项', en: 'Can be moved: {count}' },
  willNotMove: { 'zh-CN': '不能改期，将保持不变：{count}项', en: 'Cannot be moved and will stay: {count}' },
  movedFromTo: { 'zh-CN': '{from} → {to}', en: '{from} → {to}' },
  movedPostponed: { 'zh-CN': '{from} → {to}，延期至{due}', en: '{from} → {to}, due {due} then' },
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
