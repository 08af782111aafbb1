import { messagesOf } from '../../platform/i18n.ts'

export const deputyMessages = messagesOf({
  title: { 'zh-CN': '休假与代理', en: 'Leave and deputy' },
  titleOf: { 'zh-CN': '{name}的休假与代理', en: 'Leave of {name}' },
  lead: {
    'zh-CN': '休假期间，分派给您的任务由代理人完成，记录署代理人的姓名。您本人仍可查看和处理。',
    en: 'While you are away, what is assigned to you is your deputy’s to do, in the deputy’s own name. You can still see and do it.',
  },
  leadOf: {
    'zh-CN': '休假期间，分派给此人的任务由代理人完成，记录署代理人的姓名。',
    en: 'While they are away, what is assigned to them is the deputy’s to do, in the deputy’s own name.',
  },
  account: { 'zh-CN': '我的账户', en: 'My account' },
  members: { 'zh-CN': '全部人员', en: 'All members' },

  leaves: { 'zh-CN': '已登记的休假', en: 'Leaves entered' },
  noLeaves: { 'zh-CN': '没有登记休假。', en: 'No leave is entered.' },
  leave: { 'zh-CN': '{days}，由{deputy}代理', en: '{days}: {deputy} stands in' },
  lastsNow: { 'zh-CN': '休假中', en: 'On leave now' },
  deputyAway: {
    'zh-CN': '{deputy}在{days}也休假，两人都不在时无人代理。',
    en: '{deputy} is on leave too, {days}. While both are away nobody stands in.',
  },
  endNow: { 'zh-CN': '提前结束', en: 'End it now' },
  cancel: { 'zh-CN': '取消休假', en: 'Cancel it' },

  standsIn: { 'zh-CN': '代理他人', en: 'Stands in for' },
  standsInFor: { 'zh-CN': '代{name}：{days}', en: '{name}: {days}' },

  enter: { 'zh-CN': '登记休假', en: 'Enter a leave' },
  deputy: { 'zh-CN': '代理人', en: 'Deputy' },
  deputyHint: {
    'zh-CN': '可选本科室和上级科室中能执行任务的人员。',
    en: 'People of the unit, and of those above it, who do rounds.',
  },
  deputyHintOfRank: {
    'zh-CN': '由同为{role}的人员代理时，所在科室的工作也一并代管；由他人代理时，只代做分派到人的任务。',
    en: 'A deputy with the same role ({role}) looks after the units too; any other only does what is assigned by name.',
  },
  nobody: {
    'zh-CN': '没有可选的代理人，请联系系统管理员。',
    en: 'There is nobody to choose. Ask an administrator.',
  },
  from: { 'zh-CN': '休假第一天', en: 'First day of leave' },
  until: { 'zh-CN': '休假最后一天', en: 'Last day of leave' },
  save: { 'zh-CN': '登记', en: 'Enter' },

  awayUntil: { 'zh-CN': '休假至{day}，由{deputy}代', en: 'On leave until {day}; {deputy} stands in' },
  awayFrom: { 'zh-CN': '{day}起休假，由{deputy}代', en: 'On leave from {day}; {deputy} stands in' },
})
