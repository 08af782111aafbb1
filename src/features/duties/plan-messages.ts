import { messagesOf } from '../../platform/i18n.ts'

/** Several plans of one duty: their order, and ending one. */
export const planMessages = messagesOf({
  orderHelp: {
    'zh-CN': '一个对象同时属于几个安排时，按排在前面的执行。',
    en: 'A target that several of these pick belongs to the first of them.',
  },
  rank: { 'zh-CN': '第{rank}个安排', en: 'Schedule {rank}' },
  planned: { 'zh-CN': '已排出的任务', en: 'Planned rounds' },
  noneYet: { 'zh-CN': '目前没有排出的任务。', en: 'No rounds are planned at present.' },
  end: { 'zh-CN': '结束安排', en: 'End it' },
  first: { 'zh-CN': '移到前面', en: 'Move up' },
  endTitle: { 'zh-CN': '结束安排：{name}', en: 'End a schedule of {name}' },
  lastDay: { 'zh-CN': '最后一天', en: 'Its last day' },
  lastDayHint: {
    'zh-CN': '此后无人动过的任务将取消，历史记录保留。不填则一直执行。',
    en: 'Later rounds that nobody has touched are withdrawn; its history stays. Left empty, it has no end.',
  },
  showEffect: { 'zh-CN': '查看影响', en: 'See what it changes' },
  endNow: { 'zh-CN': '确认结束', en: 'End it' },
  firstTitle: { 'zh-CN': '调整安排的先后：{name}', en: 'The order of the schedules of {name}' },
  firstHelp: {
    'zh-CN': '将排在“{other}”之前。两个安排都有的对象，改按此安排执行。',
    en: 'It will stand before “{other}”. Targets of both then belong to it.',
  },
  firstNow: { 'zh-CN': '确认移到前面', en: 'Move it up' },
})
