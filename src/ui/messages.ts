import { messagesOf, plural } from '../platform/i18n.ts'

/** Words of the frame that every page stands in. */
export const frameMessages = messagesOf({
  skip: { 'zh-CN': '跳到正文', en: 'Skip to the content' },
  navigation: { 'zh-CN': '主导航', en: 'Main' },
  more: { 'zh-CN': '更多', en: 'More' },
  switchPerson: { 'zh-CN': '换人', en: 'Switch person' },
  signOut: { 'zh-CN': '退出登录', en: 'Sign out' },
  account: { 'zh-CN': '账户：{name}', en: 'Account: {name}' },
  home: { 'zh-CN': '回到今日', en: 'Back to Today' },
  requestNumber: { 'zh-CN': '如需求助，请告知编号 {id}', en: 'If you ask for help, give this number: {id}' },
})

/** In a line; what to do is told on the Service page. */
export const alarmMessages = messagesOf({
  'jobs-stopped': {
    'zh-CN': '定时任务已停止：新任务不再排定，逾期数目不再更新。',
    en: 'The jobs have stopped: nothing is planned, and counts of what is overdue stand still.',
  },
  unencrypted: {
    'zh-CN': '当前连接未加密（没有 https）。',
    en: 'The connection is not encrypted (no https).',
  },
})

export const navigationMessages = messagesOf({
  today: { 'zh-CN': '今日', en: 'Today' },
  overdue: { 'zh-CN': '逾期', en: 'Overdue' },
  owned: { 'zh-CN': '归口任务', en: 'Owned' },
  duties: { 'zh-CN': '例行工作', en: 'Duties' },
  yearPlan: { 'zh-CN': '年度计划', en: 'Year plan' },
  workingDays: { 'zh-CN': '工作日历', en: 'Working days' },
  feeds: { 'zh-CN': '日历订阅', en: 'Feeds' },
  units: { 'zh-CN': '科室', en: 'Units' },
  assets: { 'zh-CN': '设备设施', en: 'Assets' },
  checklists: { 'zh-CN': '检查表', en: 'Checklists' },
  members: { 'zh-CN': '人员', en: 'Members' },
  audit: { 'zh-CN': '操作日志', en: 'Audit trail' },
  account: { 'zh-CN': '我的账户', en: 'My account' },
  service: { 'zh-CN': '服务状况', en: 'Service' },
  settings: { 'zh-CN': '设置', en: 'Settings' },
})

/** Each language under its own name: who cannot read this page must find it. */
export const languageNames = { 'zh-CN': '中文', en: 'English' } as const

export const noticeMessages = messagesOf({
  info: { 'zh-CN': '提示：', en: 'Note: ' },
  success: { 'zh-CN': '成功：', en: 'Done: ' },
  warning: { 'zh-CN': '注意：', en: 'Warning: ' },
  error: { 'zh-CN': '出错：', en: 'Error: ' },
})

export const copyMessages = messagesOf({
  copied: { 'zh-CN': '已复制', en: 'Copied' },
})

export const formMessages = messagesOf({
  optional: { 'zh-CN': '（选填）', en: '(optional)' },
  errorPrefix: { 'zh-CN': '错误：', en: 'Error: ' },
  errorCount: {
    'zh-CN': '有{count}处需要修改，已填的内容都还在',
    en: ({ count }) => `${plural(count, 'thing')} to put right. What you typed is still here`,
  },
  errorOf: { 'zh-CN': '{label}：{error}', en: '{label}: {error}' },
  choose: { 'zh-CN': '请选择', en: 'Please choose' },
  save: { 'zh-CN': '保存', en: 'Save' },
  cancel: { 'zh-CN': '取消', en: 'Cancel' },
  staleDetail: {
    'zh-CN': '您填写的内容还在下面。请先查看最新内容；再次保存将以您填写的为准。',
    en: 'What you typed is below. Look at the latest first; saving again puts yours in its place.',
  },
  staleCurrent: { 'zh-CN': '查看最新内容（新窗口）', en: 'See the latest (new window)' },
})

export const pagerMessages = messagesOf({
  label: { 'zh-CN': '翻页', en: 'Pages' },
  first: { 'zh-CN': '回到开头', en: 'Back to the start' },
  next: { 'zh-CN': '下一页', en: 'Next page' },
})

export const stateMessages = messagesOf({
  planned: { 'zh-CN': '未开始', en: 'Planned' },
  open: { 'zh-CN': '待做', en: 'To do' },
  behind: { 'zh-CN': '进度滞后', en: 'Behind' },
  overdue: { 'zh-CN': '逾期', en: 'Overdue' },
  done: { 'zh-CN': '已完成', en: 'Done' },
  late: { 'zh-CN': '逾期完成', en: 'Done late' },
  'made-up': { 'zh-CN': '已补做', en: 'Made up' },
  missed: { 'zh-CN': '过期未做', en: 'Missed' },
  excused: { 'zh-CN': '免做（已批准）', en: 'Excused' },
  withdrawn: { 'zh-CN': '已取消', en: 'Withdrawn' },
})

/** How dates and distances are said; `format.ts` chooses among them. */
export const timeMessages = messagesOf({
  day: { 'zh-CN': '{month}月{day}日 {weekday}', en: '{weekday} {day} {monthName}' },
  dayOfYear: { 'zh-CN': '{year}年{month}月{day}日 {weekday}', en: '{weekday} {day} {monthName} {year}' },
  shortDay: { 'zh-CN': '{month}月{day}日', en: '{day} {monthName}' },
  shortDayOfYear: { 'zh-CN': '{year}年{month}月{day}日', en: '{day} {monthName} {year}' },
  dayAndTime: { 'zh-CN': '{day} {time}', en: '{day}, {time}' },
  exact: { 'zh-CN': '{day} {time}（{zone}）', en: '{day}, {time} ({zone})' },
  span: { 'zh-CN': '{from} 至 {until}', en: '{from} – {until}' },

  today: { 'zh-CN': '今天', en: 'today' },
  tomorrow: { 'zh-CN': '明天', en: 'tomorrow' },
  nextWeekday: { 'zh-CN': '下{weekday}', en: '{longWeekday}' },
  thisWeekday: { 'zh-CN': '{weekday}', en: '{longWeekday}' },

  due: { 'zh-CN': '{when}截止', en: 'due {when}' },
  dueAtTime: { 'zh-CN': '{when}{time}截止', en: 'due {when} at {time}' },
  dueInDays: { 'zh-CN': '{days}天后截止', en: ({ days }) => `due in ${plural(days, 'day')}` },
  opens: { 'zh-CN': '{when}开始', en: 'opens {when}' },
  opensInDays: { 'zh-CN': '{days}天后开始', en: ({ days }) => `opens in ${plural(days, 'day')}` },

  late: { 'zh-CN': '逾期{length}', en: '{length} late' },
  doneLate: { 'zh-CN': '逾期{length}完成', en: 'done {length} late' },
  days: { 'zh-CN': '{count}天', en: ({ count }) => plural(count, 'day') },
  hours: { 'zh-CN': '{count}小时', en: ({ count }) => plural(count, 'hour') },
  minutes: { 'zh-CN': '{count}分钟', en: ({ count }) => plural(count, 'minute') },

  justNow: { 'zh-CN': '刚刚', en: 'just now' },
  ago: { 'zh-CN': '{length}前', en: '{length} ago' },
})
