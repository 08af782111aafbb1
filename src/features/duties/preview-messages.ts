import { messagesOf, plural } from '../../platform/i18n.ts'

/** The sentence being built and its dates. */
export const previewMessages = messagesOf({
  title: { 'zh-CN': '预览', en: 'Preview' },
  show: { 'zh-CN': '显示日期', en: 'Show dates' },
  picked: { 'zh-CN': '今天有{count}个', en: ({ count }) => `${plural(count, 'target')} today` },
  andMore: { 'zh-CN': '{names}……', en: '{names} …' },
  separator: { 'zh-CN': '、', en: ', ' },
  byLot: {
    'zh-CN': '日期在期内抽签决定，事先不公布。',
    en: 'The day is drawn by lot within the period, and not known beforehand.',
  },
  targetsByLot: {
    'zh-CN': '对象抽签决定，事先不公布。',
    en: 'Who it is is drawn by lot, and not known beforehand.',
  },
  next: { 'zh-CN': '接下来{count}次', en: ({ count }) => `The next ${plural(count, 'date')}` },
  nextPeriods: { 'zh-CN': '接下来{count}期', en: ({ count }) => `The next ${plural(count, 'period')}` },
  none: { 'zh-CN': '今后不再有日期。', en: 'No dates are left.' },
  anyDay: { 'zh-CN': '期内任何一天都可以做。', en: 'It can be done on any day of the period.' },
  times: { 'zh-CN': '{count}次', en: ({ count }) => plural(count, 'time') },
  moved: { 'zh-CN': '原为{day}', en: 'moved from {day}' },
  dueBy: { 'zh-CN': '{when}截止', en: 'due {when}' },
  wrong: { 'zh-CN': '还不能安排', en: 'Not yet a schedule' },
  standing: { 'zh-CN': '常态工作：不安排日期。', en: 'Standing work: it has no dates.' },
})

/** What a change of plans does to rounds. */
export const effectMessages = messagesOf({
  title: { 'zh-CN': '保存后将会', en: 'Saving will do this' },
  withdrawn: {
    'zh-CN': '取消{count}个无人动过的任务',
    en: ({ count }) => `withdraw ${plural(count, 'untouched round')}`,
  },
  added: { 'zh-CN': '新增{count}个任务', en: ({ count }) => `add ${plural(count, 'round')}` },
  nothing: { 'zh-CN': '没有任务取消或新增。', en: 'No rounds are withdrawn or added.' },
  kept: { 'zh-CN': '保留{count}个任务', en: ({ count }) => `keep ${plural(count, 'round')}` },
  separator: { 'zh-CN': '、', en: ', ' },
  more: { 'zh-CN': '……', en: ' …' },
  onTargets: { 'zh-CN': '{day}（{count}个）', en: '{day} ({count})' },
  help: {
    'zh-CN': '已开始、已完成、已调整的任务都不变。',
    en: 'What was started, done or moved stays as it is.',
  },
  gapTitle: { 'zh-CN': '注意：中间会空一段时间', en: 'Mind the gap' },
  gapOf: { 'zh-CN': '{names}：{sentence}', en: '{names}: {sentence}' },
  gapHelp: {
    'zh-CN': '可将开始日期提前，或在中间手工安排一次。',
    en: 'Let it begin sooner, or make a round by hand in between.',
  },
  andOthers: { 'zh-CN': '{names}等{count}个', en: '{names} and others, {count} in all' },
})
