import { messagesOf, plural } from '../../platform/i18n.ts'

/** Words about a round that several pages say. */
export const roundMessages = messagesOf({
  withTopic: { 'zh-CN': '{title}：{topic}', en: '{title}: {topic}' },
  unknown: { 'zh-CN': '（已删除）', en: '(gone)' },
  assignedTo: { 'zh-CN': '指派给{name}', en: 'assigned to {name}' },
  standsInFor: { 'zh-CN': '代{name}', en: 'for {name}, on leave' },
  joint: { 'zh-CN': '联合（{unit}牵头）', en: 'joint, led by {unit}' },
  assignedToMe: { 'zh-CN': '指派给我', en: 'assigned to me' },
  startsAt: { 'zh-CN': '{time}开始', en: 'starts at {time}' },
  planned: { 'zh-CN': '计划{day}', en: 'planned for {day}' },
  wasDue: { 'zh-CN': '应于{when}完成', en: 'was due {when}' },
  reasonWanted: { 'zh-CN': '原因待填', en: 'no reason given yet' },
  reasonGiven: { 'zh-CN': '原因：{reason}', en: 'why: {reason}' },
  tick: { 'zh-CN': '去完成', en: 'Do it' },
  goOn: { 'zh-CN': '继续填写', en: 'Go on' },
  makeUp: { 'zh-CN': '补做', en: 'Make up' },
  giveReason: { 'zh-CN': '填写原因', en: 'State why' },
  open: { 'zh-CN': '查看', en: 'Open' },
})

/** How a quota stands in its period: 本月已做1次，还差1次，剩9天. */
export const quotaMessages = messagesOf({
  progress: {
    'zh-CN': '{period}已做{done}次，还差{left}次，{rest}',
    en: ({ period, done, left, rest }) => `${done} done ${period}, ${left} to go, ${rest}`,
  },
  daysLeft: { 'zh-CN': '剩{days}天', en: ({ days }) => `${plural(days, 'day')} left` },
  lastDay: { 'zh-CN': '今天是最后一天', en: 'today is the last day' },
  periodOver: { 'zh-CN': '期限已过', en: 'the period is over' },
  day: { 'zh-CN': '今天', en: 'today' },
  week: { 'zh-CN': '本周', en: 'this week' },
  month: { 'zh-CN': '本月', en: 'this month' },
  bimonth: { 'zh-CN': '这两个月', en: 'in these two months' },
  quarter: { 'zh-CN': '本季度', en: 'this quarter' },
  halfyear: { 'zh-CN': '本半年', en: 'this half-year' },
  year: { 'zh-CN': '今年', en: 'this year' },
  season: { 'zh-CN': '本期', en: 'this season' },
  thatPeriod: { 'zh-CN': '该期', en: 'in that period' },
})

/** Why a round need not be done. */
export const excuseMessages = messagesOf({
  'out-of-service': { 'zh-CN': '停用或维修', en: 'Out of service or in repair' },
  'in-use': { 'zh-CN': '使用中，无法检查', en: 'In use' },
  'area-closed': { 'zh-CN': '区域关闭', en: 'Area closed' },
  'not-applicable': { 'zh-CN': '本次没有适用对象', en: 'Nothing it applies to' },
  instruction: { 'zh-CN': '上级通知', en: 'Instruction from above' },
})
