import { messagesOf, plural } from '../../platform/i18n.ts'

export const todayMessages = messagesOf({
  title: { 'zh-CN': '今日', en: 'Today' },
  overdue: { 'zh-CN': '逾期', en: 'Overdue' },
  now: { 'zh-CN': '现在要做', en: 'Due now' },
  coming: { 'zh-CN': '一周内', en: 'Coming this week' },
  possible: { 'zh-CN': '本期内可做', en: 'Can be done in this period' },
  count: {
    'zh-CN': '{count}项',
    en: ({ count }) => plural(count, 'round'),
  },
  unit: { 'zh-CN': '科室', en: 'Unit' },
  allUnits: { 'zh-CN': '我的全部科室', en: 'All my units' },
  filter: { 'zh-CN': '筛选', en: 'Show' },
  newRound: { 'zh-CN': '临时检查', en: 'Round by hand' },
  nothingDue: { 'zh-CN': '眼下没有要做的任务', en: 'Nothing to do right now' },
  next: { 'zh-CN': '接下来：{title}，{when}', en: 'Next: {title}, {when}' },
  nothingPlanned: {
    'zh-CN': '您的科室近期没有安排任务。',
    en: 'Nothing is planned for your units in the near future.',
  },
  supervise: {
    'zh-CN': '您本人没有需要执行的任务。可以看看各科室的情况：',
    en: 'There is nothing for you to carry out yourself. See how the units stand:',
  },
  toOverdue: { 'zh-CN': '查看逾期任务', en: 'See what is overdue' },
  toOwned: { 'zh-CN': '查看归口任务', en: 'See the rounds you own' },
  noUnit: {
    'zh-CN': '您还没有加入任何科室，请联系系统管理员。',
    en: 'You do not belong to any unit yet. Ask an administrator.',
  },
})
