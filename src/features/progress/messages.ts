import { messagesOf, plural } from '../../platform/i18n.ts'

export const progressMessages = messagesOf({
  title: { 'zh-CN': '本期完成情况', en: 'How far everyone is' },
  lead: {
    'zh-CN': '{first}至{last}：已完成{finished}个，未完成{unfinished}个，其中进度滞后{behind}个',
    en: ({ first, last, finished, unfinished, behind }) =>
      `${first} to ${last}: ${finished} finished, ${unfinished} not yet, ${behind} of them behind`,
  },
  target: { 'zh-CN': '对象', en: 'Target' },
  progress: { 'zh-CN': '已做/应做', en: 'Done of needed' },
  left: { 'zh-CN': '还差', en: 'To go' },
  leftCount: { 'zh-CN': '{count}次', en: ({ count }) => plural(count, 'time') },
  state: { 'zh-CN': '状态', en: 'State' },
  none: { 'zh-CN': '本期没有可以查看的安排', en: 'Nothing of this period is yours to see' },
  noneHint: {
    'zh-CN': '按次数安排的工作在每一期开始后，这里会列出每个对象的完成情况。',
    en: 'Of work that is counted by period, each target is listed here once its period has begun.',
  },
})
