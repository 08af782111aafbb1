import { messagesOf } from '../../platform/i18n.ts'

/** Words of the list of rounds by planned day. */
export const plannedMessages = messagesOf({
  title: { 'zh-CN': '任务清单', en: 'Rounds' },
  lead: {
    'zh-CN': '按计划日期查看，勾选后可一并改期、转交或免做',
    en: 'By planned day. Select some to move, hand over or excuse them together.',
  },
  leadReader: { 'zh-CN': '按计划日期查看', en: 'By planned day' },
  unit: { 'zh-CN': '执行科室', en: 'Performing unit' },
  chooseUnit: { 'zh-CN': '请选择科室', en: 'Choose a unit' },
  anyUnit: { 'zh-CN': '全部科室', en: 'All units' },
  from: { 'zh-CN': '计划日期自', en: 'Planned from' },
  to: { 'zh-CN': '至', en: 'to' },
  show: { 'zh-CN': '查看', en: 'Show' },
  ofDuty: { 'zh-CN': '“{name}”的任务', en: 'Rounds of {name}' },
  caption: { 'zh-CN': '所选日期内的任务', en: 'The rounds planned in these days' },
  round: { 'zh-CN': '任务', en: 'Round' },
  target: { 'zh-CN': '对象', en: 'Target' },
  planned: { 'zh-CN': '计划日期', en: 'Planned' },
  due: { 'zh-CN': '截止', en: 'Due' },
  state: { 'zh-CN': '状态', en: 'State' },
  none: { 'zh-CN': '所选日期内没有任务', en: 'Nothing is planned in these days' },
  noneHelp: { 'zh-CN': '请换一个科室或日期。', en: 'Choose another unit or other days.' },
  chooseFirst: { 'zh-CN': '请先选择科室和日期', en: 'Choose a unit and days first' },
  selectAll: { 'zh-CN': '全部勾选', en: 'Select all' },
  selectNone: { 'zh-CN': '全部取消', en: 'Select none' },
  dutyPage: { 'zh-CN': '查看这项工作', en: 'See the duty' },
})
