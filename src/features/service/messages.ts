import { messagesOf, plural } from '../../platform/i18n.ts'

export const serviceMessages = messagesOf({
  title: { 'zh-CN': '服务状况', en: 'Service' },
  lead: {
    'zh-CN': '系统是否在正常工作，哪些工作已无人在做。',
    en: 'Whether the service does its work, and what stands still without anybody having said so.',
  },
  allWell: { 'zh-CN': '系统运行正常', en: 'The service works as it should' },
  trouble: { 'zh-CN': '系统有异常', en: 'Something is wrong with the service' },

  workings: { 'zh-CN': '后台工作', en: 'What it does by itself' },
  job: { 'zh-CN': '定时任务', en: 'Job' },
  lastRun: { 'zh-CN': '最近运行', en: 'Last run' },
  neverRan: { 'zh-CN': '从未运行', en: 'Never yet' },
  everyMinute: { 'zh-CN': '每分钟运行一次。', en: 'They run every minute.' },

  figures: { 'zh-CN': '余量', en: 'How much room there is' },
  plannedUntil: { 'zh-CN': '任务已排定至', en: 'Rounds are planned until' },
  nothingPlanned: { 'zh-CN': '没有需要排定的例行工作', en: 'No duty has anything to plan' },
  rowsToday: { 'zh-CN': '今天写入的数据行', en: 'Rows written today' },
  rowsOf: {
    'zh-CN': '排定任务用了{rows}行，每天最多{most}行（免费版全部操作每天共{free}行）',
    en: '{rows} by planning, which may write {most} a day (the free plan has {free} for everything)',
  },
  database: { 'zh-CN': '数据库大小', en: 'Size of the database' },
  databaseOf: {
    'zh-CN': '{size}（免费版上限{free}，付费版上限{most}）',
    en: '{size} (the free plan ends at {free}, the paid one at {most})',
  },
  unknown: { 'zh-CN': '未知', en: 'Not known' },
  databaseNear: {
    'zh-CN': '使用免费版时，数据库已接近上限。请考虑升级，或缩短数据保留期限。',
    en: 'On the free plan the database is nearly full: think of the paid one, or keep data for a shorter time.',
  },

  undoable: { 'zh-CN': '无人能做的例行工作', en: 'Duties that nobody can do' },
  undoableNone: {
    'zh-CN': '每项例行工作都有人可做。',
    en: 'There is somebody for every duty.',
  },
  duty: { 'zh-CN': '例行工作', en: 'Duty' },
  reason: { 'zh-CN': '原因', en: 'Why' },
  noTarget: { 'zh-CN': '没有在用的检查对象', en: 'None of its targets is open' },
  targetsSuspended: { 'zh-CN': '检查对象全部暂停', en: 'All of its targets are suspended' },
  nobodyIn: { 'zh-CN': '没有可执行任务的人员', en: 'has nobody who may do rounds' },
  unitClosed: { 'zh-CN': '已停用', en: 'is closed' },

  neglected: { 'zh-CN': '连续三次未做的例行工作', en: 'Duties not done three times in a row' },
  neglectedNone: { 'zh-CN': '没有这样的例行工作。', en: 'There is none.' },
  lastDone: { 'zh-CN': '最近完成', en: 'Last done' },
  neverDone: { 'zh-CN': '没有完成记录', en: 'No record of it' },
  performer: { 'zh-CN': '执行科室', en: 'Performed by' },
  eachTarget: { 'zh-CN': '各受检科室', en: 'each inspected unit' },

  quietFeeds: { 'zh-CN': '没有日历软件读取的订阅', en: 'Feeds that no calendar fetches' },
  quietFeedsHint: {
    'zh-CN': '建立一周后仍未被读取，或已有两周未被读取。持有人可能以为日历会提醒自己。',
    en: 'Made over a week ago and never fetched, or not fetched for two weeks. Their owners may believe that the calendar reminds them.',
  },
  quietFeedsNone: { 'zh-CN': '所有订阅都在正常读取。', en: 'All feeds are fetched.' },
  feed: { 'zh-CN': '订阅', en: 'Feed' },
  owner: { 'zh-CN': '持有人', en: 'Owner' },
  lastFetched: { 'zh-CN': '最近读取', en: 'Last fetched' },
  neverFetched: { 'zh-CN': '从未（{day}建立）', en: 'Never (made {day})' },

  more: {
    'zh-CN': '只列出前{count}项，处理后会显示其余各项。',
    en: ({ count }) =>
      `These are the first ${plural(count, 'entry', 'entries')}; the others follow as these are settled.`,
  },
})
