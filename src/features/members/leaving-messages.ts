import { messagesOf, plural } from '../../platform/i18n.ts'

export const leavingMessages = messagesOf({
  title: { 'zh-CN': '{name}离职', en: '{name} is leaving' },
  lead: {
    'zh-CN': '先看此人还有哪些未了的事，再一步交接并停用账户。',
    en: 'See what is left to do, then hand it over and close the account in one step.',
  },
  isSelf: {
    'zh-CN': '这是您自己的账户：停用后您会立即退出登录。',
    en: 'This is your own account: you will be signed out at once.',
  },
  isLastAdmin: {
    'zh-CN': '这是最后一名系统管理员，不能停用',
    en: 'This is the last administrator, who cannot leave',
  },
  isLastAdminHelp: {
    'zh-CN': '请先把另一人设为系统管理员，再来办理。',
    en: 'Make somebody else an administrator first.',
  },

  onlyLead: {
    'zh-CN': '以下科室没有其他负责人：{units}',
    en: 'No other lead looks after: {units}',
  },
  onlyLeadHelp: {
    'zh-CN': '离职后无人审批免做、补录和未完成原因，请先指定新的负责人。',
    en: 'Nobody there would decide on excuses, late entries and misses. Put somebody in charge first.',
  },
  onlyPerformer: {
    'zh-CN': '以下科室没有其他人能执行任务：{units}',
    en: 'Nobody else does the rounds of: {units}',
  },
  onlyPerformerHelp: {
    'zh-CN': '离职后这些科室的任务将无人完成，请先安排人员。',
    en: 'Their rounds would be done by nobody. Put somebody there first.',
  },
  standsIn: {
    'zh-CN': '正在或将要代理他人：{names}',
    en: 'Stands in for: {names}',
  },
  standsInHelp: {
    'zh-CN': '代理随账户停用而结束，请为其另行安排代理人。',
    en: 'That ends with the account. Give them another deputy.',
  },

  rounds: { 'zh-CN': '指派给此人的未完成任务', en: 'Rounds assigned and not done' },
  roundCount: { 'zh-CN': '{count}项', en: ({ count }) => plural(count, 'round') },
  roundMore: { 'zh-CN': '{count}多项', en: 'more than {count} rounds' },
  noRounds: {
    'zh-CN': '没有指派给此人的未完成任务。',
    en: 'No round that is still to do is assigned to them.',
  },
  firstDue: { 'zh-CN': '{count}项，最早{day}截止', en: '{count}, the first due {day}' },
  firstOnly: {
    'zh-CN': '只列出最早截止的{count}项，其余一并交接。',
    en: 'Only the first {count} are listed; the others are handed over with them.',
  },

  waiting: { 'zh-CN': '等待此人处理', en: 'Waiting for their word' },
  excuses: {
    'zh-CN': '免做申请{count}项',
    en: ({ count }) => plural(count, 'request to be excused', 'requests to be excused'),
  },
  lateEntries: {
    'zh-CN': '待确认的补录{count}项',
    en: ({ count }) => plural(count, 'late entry', 'late entries'),
  },
  missReasons: {
    'zh-CN': '待确认的未完成原因{count}项',
    en: ({ count }) => plural(count, 'reason of a miss', 'reasons of misses'),
  },

  ends: { 'zh-CN': '立即失效', en: 'What ends at once' },
  sessions: { 'zh-CN': '{count}处登录', en: ({ count }) => plural(count, 'session') },
  signInLink: { 'zh-CN': '尚未使用的登录链接和登录码', en: 'a sign-in link and code that were not used yet' },
  passkeys: { 'zh-CN': '{count}个通行密钥', en: ({ count }) => plural(count, 'passkey') },
  pins: {
    'zh-CN': '{count}台公用平板上的PIN码',
    en: ({ count }) => plural(count, 'PIN on a ward tablet', 'PINs on ward tablets'),
  },
  tokens: {
    'zh-CN': '此人创建的{count}个访问令牌：使用它们的程序将中断，请通知其负责人',
    en: ({ count }) => `${plural(count, 'access token')} they made: tell those whose programs use them`,
  },
  feed: { 'zh-CN': '日历订阅“{name}”', en: 'the calendar feed “{name}”' },
  leave: { 'zh-CN': '登记的休假及代理（{deputy}）', en: 'a leave for which {deputy} stands in' },
  nothingEnds: { 'zh-CN': '没有登录、订阅或令牌。', en: 'There are no sessions, feeds or tokens.' },
  kept: {
    'zh-CN': '以往的记录和操作日志全部保留，仍署此人姓名。日后可恢复账户，但上述各项不会恢复。',
    en: 'What they did is kept under their name, as is the audit trail. The account can be opened again, but none of this comes back.',
  },

  handOverTo: { 'zh-CN': '未完成的任务交给', en: 'Hand the rounds over to' },
  toUnit: { 'zh-CN': '交回科室（科室内任何人员）', en: 'Back to the unit: anybody there' },
  leavesNow: { 'zh-CN': '交接并停用账户', en: 'Hand over and close the account' },
  closeNow: { 'zh-CN': '停用账户', en: 'Close the account' },
  comma: { 'zh-CN': '、', en: ', ' },
})
