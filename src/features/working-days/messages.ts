import { messagesOf, plural } from '../../platform/i18n.ts'

export const workingDaysMessages = messagesOf({
  title: { 'zh-CN': '工作日历', en: 'Working days' },
  separator: { 'zh-CN': '、', en: ', ' },
  what: {
    'zh-CN': '安排中的“逢休息日顺延”“每个工作日”等都以此为准。修改后，尚未动过的任务会自动重新排期。',
    en: 'Plans that keep off days off, or come each working day, go by these. After a change, rounds that nobody has touched are planned again.',
  },
  basis: { 'zh-CN': '地区与周末', en: 'Country and weekend' },
  correct: { 'zh-CN': '指定某天', en: 'Set one day' },
  close: { 'zh-CN': '登记停诊', en: 'Close a unit' },
  nameDays: { 'zh-CN': '自定日期', en: 'Name some days' },
  import: { 'zh-CN': '导入日历', en: 'Import a calendar' },
  back: { 'zh-CN': '工作日历', en: 'Working days' },

  provisional: { 'zh-CN': '{year}年的放假安排尚未公布', en: 'Holidays of {year} are not announced yet' },
  provisionalHelp: {
    'zh-CN':
      '暂按法定节假日推算，没有调休。公布后随系统更新生效，尚未动过的任务会自动重新排期；急用时也可以先手工指定。',
    en: 'Until then the days given by law are used, without make-up days. The announcement comes with an update of the service, and rounds that nobody has touched are planned again. What cannot wait can be set by hand.',
  },
  unknownYear: { 'zh-CN': '{year}年没有放假数据', en: 'Holidays of {year} are not known' },
  unknownYearHelp: {
    'zh-CN': '只有每周休息日和手工指定的日子算休息日。',
    en: 'Only weekends and what is set by hand are off.',
  },
  bySighting: { 'zh-CN': '部分节日以官方公布为准', en: 'Some holidays wait for the moon' },
  bySightingHelp: {
    'zh-CN': '按月相确定的节日可能相差一天，请与官方公布核对，必要时手工指定。',
    en: 'They may be a day off. Compare with the announcement, and set the day by hand where it differs.',
  },

  holidays: { 'zh-CN': '{year}年放假安排', en: 'Holidays of {year}' },
  noHolidays: { 'zh-CN': '没有节假日。', en: 'There are none.' },
  holiday: { 'zh-CN': '节日', en: 'Holiday' },
  off: { 'zh-CN': '放假', en: 'Days off' },
  madeUp: { 'zh-CN': '调休上班', en: 'Worked instead' },
  stretch: {
    'zh-CN': '{from}至{until}，共{count}天',
    en: ({ from, until, count }) => `${from} to ${until}, ${plural(count, 'day')}`,
  },

  year: { 'zh-CN': '{year}年', en: '{year}' },
  years: { 'zh-CN': '年份', en: 'Years' },
  calendar: { 'zh-CN': '全年日历', en: 'The year' },
  count: { 'zh-CN': '全年{working}个工作日', en: '{working} working days' },
  legendOff: { 'zh-CN': '每周休息日', en: 'weekend' },
  legendHoliday: { 'zh-CN': '节假日', en: 'holiday' },
  legendMadeUp: { 'zh-CN': '周末上班', en: 'weekend that is worked' },
  legendSet: { 'zh-CN': '带下划线：本院指定', en: 'underlined: set by yourselves' },
  markOff: { 'zh-CN': '休', en: 'off' },
  markWorked: { 'zh-CN': '班', en: 'work' },

  corrections: { 'zh-CN': '本院指定的日子', en: 'Days you have set' },
  day: { 'zh-CN': '日期', en: 'Day' },
  is: { 'zh-CN': '当天', en: 'It is' },
  working: { 'zh-CN': '上班', en: 'worked' },
  resting: { 'zh-CN': '休息', en: 'off' },
  name: { 'zh-CN': '名称', en: 'Name' },
  imports: { 'zh-CN': '导入的日历', en: 'Imported calendars' },
  importOf: {
    'zh-CN': '{source}：{count}天',
    en: ({ source, count }) => `${source}: ${plural(count, 'day')}`,
  },
  closures: { 'zh-CN': '科室停诊', en: 'Closed units' },
  unit: { 'zh-CN': '科室', en: 'Unit' },
  named: { 'zh-CN': '自定日期', en: 'Named days' },
  days: { 'zh-CN': '日期', en: 'Days' },
  remove: { 'zh-CN': '删除', en: 'Remove' },
  fromTo: { 'zh-CN': '{from}至{until}', en: '{from} to {until}' },
})

export const workingDaysFormMessages = messagesOf({
  correctLead: {
    'zh-CN': '优先于国家放假安排和周末，例如院庆放假、某个周六上班。',
    en: 'It goes before holidays and weekends: a founding day, a Saturday that is worked.',
  },
  nameHint: { 'zh-CN': '例如“院庆”', en: 'For example “Founding day”' },
  closeLead: {
    'zh-CN': '这些日子该科室（含下级科室）不算上班。安排了“逢休息日顺延”等的任务会避开。',
    en: 'On these days nothing is worked there, nor in the units below. Rounds whose plans keep off days off move away.',
  },
  closeSuspend: {
    'zh-CN': '长期停用、期间不做任何检查的科室，请在科室页面“暂停”。',
    en: 'To have no rounds at all for a time, suspend the unit on its own page.',
  },
  reason: { 'zh-CN': '原因', en: 'Why' },
  reasonHint: { 'zh-CN': '例如“病房装修”', en: 'For example “Ward refurbished”' },
  nameDaysLead: {
    'zh-CN': '起个名字，安排任务时就可以选用，例如“开学第一周”。同一名称可以登记多段日期，每年添加一次即可。',
    en: 'Plans can then be made for them, such as “First week of term”. One name may have days in every year.',
  },
  dayName: { 'zh-CN': '名称', en: 'Name' },
  dayNameHint: { 'zh-CN': '例如“开学第一周”', en: 'For example “First week of term”' },
  from: { 'zh-CN': '自', en: 'From' },
  until: { 'zh-CN': '至（含当天）', en: 'Until, that day included' },
  importLead: {
    'zh-CN': '从其他系统导出的节假日日历（.ics）。只读取全天的日程；先预览，再保留。',
    en: 'A calendar of holidays in a file that ends in .ics. Only whole days are read, and nothing is kept before you have seen it.',
  },
  file: { 'zh-CN': '日历文件', en: 'Calendar file' },
  fileHint: { 'zh-CN': '.ics 文件', en: 'A file that ends in .ics' },
  source: { 'zh-CN': '日历名称', en: 'Name of the calendar' },
  sourceHint: {
    'zh-CN': '不填则用文件中的名称。再次用同一名称导入，会替换上次的内容。',
    en: 'Left empty, what the file calls itself. Importing under the same name again replaces what came before.',
  },
  preview: { 'zh-CN': '预览', en: 'Preview' },
  previewTitle: { 'zh-CN': '导入“{source}”', en: 'Import “{source}”' },
  previewLead: { 'zh-CN': '勾选要保留的日子。', en: 'Tick the days to keep.' },
  events: { 'zh-CN': '会有变化的日子', en: 'What would change' },
  eventOff: { 'zh-CN': '{days} 休息', en: '{days}: off' },
  eventWorked: { 'zh-CN': '{days} 上班', en: '{days}: worked' },
  nothingNew: { 'zh-CN': '没有新的日子', en: 'Nothing in it is new' },
  nothingNewHelp: {
    'zh-CN': '文件中的日子已经过去，或者工作日历中本来就是如此。',
    en: 'Its days lie behind, or are in the calendar already.',
  },
  known: {
    'zh-CN': '另有{count}天本来就是如此，不再列出。',
    en: ({ count }) => `${plural(count, 'more day')} are so already and not listed.`,
  },
  keptByHand: {
    'zh-CN': '有{count}天已由本院指定，保持不变。',
    en: ({ count }) => `${plural(count, 'day')} that you have set yourselves stay as they are.`,
  },
  skipped: {
    'zh-CN': '有{count}个日程未读取：不是全天、重复、已取消，或超过31天。',
    en: ({ count }) =>
      `${plural(count, 'event')} are left out: not of whole days, repeating, cancelled or longer than 31 days.`,
  },
  keep: { 'zh-CN': '保留勾选的日子', en: 'Keep the days ticked' },
})
