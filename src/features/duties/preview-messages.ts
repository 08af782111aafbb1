import { messagesOf, plural } from '../../platform/i18n.ts'

/** The sentence being built and its dates. */
export const previewMessages = messagesOf({
  title: { 'zh-CN': '预览', en: 'Preview' },
  show: { 'zh-CN': '显示日期', en: 'Show dates' },
  targets: {
    'zh-CN': '每次{count}个对象，各有一项任务',
    en: ({ count }) => `${plural(count, 'target')} each time, a round for each`,
  },
  noTargets: {
    'zh-CN': '目前没有符合条件的对象，不会产生任务。',
    en: 'Nothing fits at present: there will be no rounds.',
  },
  next: { 'zh-CN': '接下来{count}次', en: ({ count }) => `The next ${plural(count, 'date')}` },
  none: { 'zh-CN': '今后不再有日期。', en: 'No dates are left.' },
  anyDay: { 'zh-CN': '期内任何一天都可以做。', en: 'It can be done on any day of the period.' },
  times: { 'zh-CN': '{count}次', en: ({ count }) => plural(count, 'time') },
  moved: { 'zh-CN': '原为{day}', en: 'moved from {day}' },
  dueBy: { 'zh-CN': '{day}截止', en: 'due {day}' },
  wrong: { 'zh-CN': '还不能安排', en: 'Not yet a schedule' },
  standing: { 'zh-CN': '常态工作：不安排日期。', en: 'Standing work: it has no dates.' },
})
