import { messagesOf } from '../../platform/i18n.ts'

/** The page that all settings are reached from. */
export const hubMessages = messagesOf({
  title: { 'zh-CN': '设置', en: 'Settings' },
  lead: {
    'zh-CN': '{name}的机构信息、人员、数据与运行',
    en: '{name}: how it is set up, its people and data',
  },
  back: { 'zh-CN': '设置', en: 'Settings' },
  ofOrganisation: { 'zh-CN': '机构', en: 'The organisation' },
  ofPeople: { 'zh-CN': '人员与科室', en: 'People and units' },
  ofService: { 'zh-CN': '接口与运行', en: 'Programs and operation' },

  organisation: { 'zh-CN': '机构信息', en: 'Organisation' },
  organisationIs: {
    'zh-CN': '{name}；{zone}；{language}；每周从{weekday}开始',
    en: '{name}; {zone}; {language}; weeks begin on {weekday}',
  },
  names: { 'zh-CN': '姓名与隐私', en: 'Names and privacy' },
  namesAre: {
    'zh-CN': '日历订阅：{inFeeds}；对其他科室：{toOthers}',
    en: 'In calendar feeds: {inFeeds}. To other units: {toOthers}',
  },
  retention: { 'zh-CN': '记录保存期限', en: 'How long records are kept' },
  retentionForEver: { 'zh-CN': '已完成的任务记录长期保存', en: 'Finished rounds are kept for ever' },
  retentionMonths: {
    'zh-CN': '已完成的任务记录保存{months}个月',
    en: 'Finished rounds are kept for {months} months',
  },
  workingDays: { 'zh-CN': '工作日历', en: 'Working days' },
  holidays: { 'zh-CN': '地区与周末', en: 'Country and weekend' },
  excuses: { 'zh-CN': '免做原因', en: 'Reasons for excuses' },
  excusesAre: { 'zh-CN': '在用：{reasons}', en: 'In use: {reasons}' },

  units: { 'zh-CN': '科室', en: 'Units' },
  unitsIs: { 'zh-CN': '院区、科室与病区', en: 'Campuses, departments and wards' },
  members: { 'zh-CN': '人员', en: 'Members' },
  membersIs: { 'zh-CN': '账户、角色、登录链接', en: 'Accounts, roles and sign-in links' },
  assets: { 'zh-CN': '设备设施', en: 'Assets' },
  assetsIs: { 'zh-CN': '要检查的设备与点位', en: 'Equipment and points to inspect' },
  imports: { 'zh-CN': '导入与导出', en: 'Import and export' },
  importsIs: {
    'zh-CN': '用表格批量导入科室、人员和设备',
    en: 'Units, members and assets from a spreadsheet',
  },
  tablets: { 'zh-CN': '病区平板', en: 'Ward tablets' },
  tabletsIs: { 'zh-CN': '科室共用的平板与个人密码', en: 'Shared tablets and personal PINs' },
  tokens: { 'zh-CN': '访问令牌', en: 'Access tokens' },
  tokensIs: { 'zh-CN': '供其他系统调用接口', en: 'For programs that use the API' },
  service: { 'zh-CN': '服务状况', en: 'Service' },
  serviceIs: { 'zh-CN': '后台任务、容量与异常', en: 'Jobs, limits and what needs looking at' },
  audit: { 'zh-CN': '操作日志', en: 'Audit trail' },
  auditIs: { 'zh-CN': '每次变更的人员、时间与内容', en: 'Who changed what, and when' },
})

export const organisationMessages = messagesOf({
  name: { 'zh-CN': '机构名称', en: 'Name' },
  nameEn: { 'zh-CN': '英文名称', en: 'English name' },
  locale: { 'zh-CN': '默认语言', en: 'Language' },
  localeHint: {
    'zh-CN':
      '浏览器没有指定中文或英文、本人也没有选择语言时使用；新建的日历订阅也默认用它。每个人仍可自行切换。',
    en: 'For people whose browser asks for neither Chinese nor English and who have not chosen, and for new calendar feeds. Everybody may still switch.',
  },
  firstWeekday: { 'zh-CN': '每周第一天', en: 'Weeks begin on' },
  firstWeekdayHint: {
    'zh-CN':
      '用于“本周”“下周”的说法、星期的排列和新建的按周规则。已有的执行安排不变；按周计次始终按周一至周日（ISO 周）计算。',
    en: 'For “this” and “next” week, for the order of weekdays and for new weekly rules. Existing plans keep theirs. Counts per week always run from Monday to Sunday (ISO weeks).',
  },
  timeZone: { 'zh-CN': '时区', en: 'Time zone' },
  timeZoneHint: {
    'zh-CN': '常用时区在前，其余按地区排列。',
    en: 'The usual ones come first, then all of them by region.',
  },
  zoneTitle: { 'zh-CN': '更改时区会改变什么', en: 'What another time zone changes' },
  zoneChanges: {
    'zh-CN':
      '会改变：页面、接口和日历订阅中“今天”从何时开始、时间如何显示；科室和设备的暂停日期；新建执行安排的默认时区。',
    en: 'It changes when “today” begins and how times are shown on pages, in the API and in feeds, the days of suspensions, and the zone of new plans.',
  },
  zoneKeeps: {
    'zh-CN':
      '不会改变：已有执行安排仍按各自的时区（含夏令时）安排，已排任务的开始与截止时刻不变，只是按新时区显示，例如当天24:00截止可能显示为次日01:00。要让它们改用新时区，请逐项调整执行安排。',
    en: 'It does not change plans that exist, which keep their own zone with its summer time, nor the instants at which their rounds open and are due: these are only shown on the new clock, so that the end of a day may read 01:00 of the next. To move them, revise the plans.',
  },
  zoneConfirm: { 'zh-CN': '我已了解，确认更改时区', en: 'I understand. Change the time zone' },
})

export const daysMessages = messagesOf({
  lead: {
    'zh-CN': '决定哪些日子是休息日。修改后，尚未动过的任务会自动重新排期。',
    en: 'What days are off. After a change, rounds that nobody has touched are planned again.',
  },
  country: { 'zh-CN': '国家或地区', en: 'Country or region' },
  countryHint: {
    'zh-CN': '采用其法定节假日；中国内地含调休上班日。',
    en: 'Its public holidays are off; in mainland China some weekends are worked instead.',
  },
  noCountry: { 'zh-CN': '不采用国家放假安排', en: 'No public holidays' },
  weekend: { 'zh-CN': '每周休息日', en: 'Weekend' },
  weekendHint: {
    'zh-CN': '最多3天；全年无休则不勾选。',
    en: 'At most 3 days; none where every day is worked.',
  },
  basis: { 'zh-CN': '{country}；每{weekend}休息', en: '{country}; {weekend} off' },
  basisAlways: { 'zh-CN': '{country}；每周没有固定休息日', en: '{country}; no weekend' },
})

export const zoneMessages = messagesOf({
  'Asia/Shanghai': { 'zh-CN': '北京时间', en: 'China' },
  'Asia/Urumqi': { 'zh-CN': '新疆时间', en: 'Xinjiang' },
  'Asia/Hong_Kong': { 'zh-CN': '香港', en: 'Hong Kong' },
  'Asia/Macau': { 'zh-CN': '澳门', en: 'Macau' },
  'Asia/Taipei': { 'zh-CN': '台北', en: 'Taipei' },
  'Asia/Singapore': { 'zh-CN': '新加坡', en: 'Singapore' },
  'Asia/Tokyo': { 'zh-CN': '东京', en: 'Tokyo' },
  'Europe/London': { 'zh-CN': '伦敦', en: 'London' },
  'Europe/Berlin': { 'zh-CN': '柏林', en: 'Berlin' },
  'America/New_York': { 'zh-CN': '纽约', en: 'New York' },
  'America/Los_Angeles': { 'zh-CN': '洛杉矶', en: 'Los Angeles' },
  UTC: { 'zh-CN': '协调世界时', en: 'Universal time' },
})

export const namesMessages = messagesOf({
  inFeeds: { 'zh-CN': '日历订阅中的姓名', en: 'Names in calendar feeds' },
  inFeedsHint: {
    'zh-CN': '日历订阅由手机厂商或其他公司的服务器读取。',
    en: 'Feeds are read by servers of phone makers and other companies.',
  },
  inFeedsNone: { 'zh-CN': '不显示', en: 'none' },
  inFeedsNoneHint: {
    'zh-CN': '只写科室、设备和任务名称。',
    en: 'Only units, assets and what is to be done.',
  },
  inFeedsFull: { 'zh-CN': '显示执行人全名', en: 'whom it is assigned to, in full' },
  inFeedsFullHint: {
    'zh-CN': '任务指定了执行人时，写在日程的说明里。请先告知员工。',
    en: 'In the description of a round that is assigned to somebody. Tell your staff first.',
  },
  toOthers: { 'zh-CN': '对其他科室人员显示的姓名', en: 'Names to people of other units' },
  toOthersHint: {
    'zh-CN':
      '适用于执行人、查阅人和科室负责人看到与自己不在同一科室（含上下级）的人员时，如任务的完成人和处理经过。主管、系统管理员和有查阅日志权限的人始终看到全名，指派任务的人也能看到可选人员的姓名。',
    en: 'For inspectors, viewers and leads who see people of no unit of theirs, nor of one above or below: who did a round, who changed it. Supervisors, administrators and who may read the audit trail always see names, and so does whoever hands out work among those to choose from.',
  },
  full: { 'zh-CN': '全名', en: 'in full' },
  fullHint: { 'zh-CN': '王敏', en: 'Wang Min' },
  family: { 'zh-CN': '只显示姓', en: 'family name only' },
  familyHint: {
    'zh-CN': '王**；拉丁字母的姓名显示首字母',
    en: '王**, or the initials of a name in Latin letters: W. M.',
  },
  role: { 'zh-CN': '只显示角色', en: 'role only' },
  roleHint: { 'zh-CN': '执行人', en: 'Inspector' },
})

export const retentionMessages = messagesOf({
  keepMonths: { 'zh-CN': '已完成任务的保存期限', en: 'Keep finished rounds for' },
  keepMonthsHint: {
    'zh-CN': '从截止之日算起。评审通常查阅近36个月，因此不能更短。',
    en: 'Counted from when they were due. Auditors ask for 36 months, so it cannot be less.',
  },
  forEver: { 'zh-CN': '长期保存', en: 'For ever' },
  months: { 'zh-CN': '{months}个月', en: '{months} months' },
  years: { 'zh-CN': '{years}年（{months}个月）', en: '{years} years ({months} months)' },
  whatTitle: { 'zh-CN': '到期后会怎样', en: 'What happens then' },
  removed: {
    'zh-CN': '每天自动永久删除到期的任务，连同其完成情况、检查结果和免做申请；分批进行，数量多时需要数日。',
    en: 'Each day the rounds that are past it are removed for good, with their outcomes, answers and requests to be excused; in small steps, which takes days where there are many.',
  },
  unfinished: {
    'zh-CN': '未了结的任务（如过期未做且没有说明原因）不会删除；期限内有过更正的也不会。',
    en: 'What is unfinished stays, such as a miss without its reason, and what somebody changed within the time.',
  },
  kept: {
    'zh-CN':
      '例行工作、检查表和人员保留。操作日志逐条加封，不能删除，始终完整保留，其中包括对这些任务的每次操作。',
    en: 'Duties, checklists and members stay. The audit trail is sealed entry by entry, so it is kept whole, with all that was done to those rounds.',
  },
  limit: {
    'zh-CN': '按此期限，{day}之前截止的任务将被删除。',
    en: 'With this, rounds that were due before {day} are removed.',
  },
  exportFirst: {
    'zh-CN': '如评审还需要更早的记录，请先备份（npm run backup）再更改。',
    en: 'If auditors may still ask for older ones, make a backup first (npm run backup).',
  },
  confirm: {
    'zh-CN': '我已备份，确认永久删除更早的记录',
    en: 'There is a backup. Remove older records for good',
  },
  others: {
    'zh-CN': '过期的登录状态、登录链接等会自动清除，与此设置无关。',
    en: 'Sessions and sign-in links that have expired are always cleared away.',
  },
})

export const reasonsMessages = messagesOf({
  lead: {
    'zh-CN': '申请免做时可选的原因。停用后不能再选，以往的记录仍显示原来的名称。',
    en: 'What may be chosen when a round need not be done. One that is no longer in use cannot be chosen, but past rounds keep its words.',
  },
  name: { 'zh-CN': '名称', en: 'Chinese words' },
  nameEn: { 'zh-CN': '英文名称', en: 'English words' },
  code: { 'zh-CN': '代码', en: 'Code' },
  codeHint: {
    'zh-CN': '供接口和导出使用，以后不能更改，例如 night-shift',
    en: 'For programs and exports, never changed later, such as night-shift',
  },
  add: { 'zh-CN': '新增原因', en: 'Add one' },
  addHint: { 'zh-CN': '不新增则留空；最多{most}个。', en: 'Leave empty to add none; at most {most}.' },
})

export const firstStepsMessages = messagesOf({
  title: { 'zh-CN': '开始使用', en: 'First steps' },
  lead: { 'zh-CN': '完成以下几步，即可开始排任务：', en: 'A few steps until there are rounds to do:' },
  done: { 'zh-CN': '已完成：', en: 'Done: ' },
  units: { 'zh-CN': '添加科室', en: 'Add your units' },
  unitsHint: {
    'zh-CN': '院区、科室、病区，也可以批量导入',
    en: 'Campuses, departments, wards, or import them',
  },
  members: { 'zh-CN': '添加人员', en: 'Add people' },
  membersHint: { 'zh-CN': '逐个添加，也可以批量导入', en: 'One by one, or import them' },
  letIn: { 'zh-CN': '生成登录链接，让大家登录', en: 'Make sign-in links so that they can come in' },
  letInHint: { 'zh-CN': '在人员列表中为每个人生成', en: 'For each of them, in the list of members' },
  duties: { 'zh-CN': '请主管或科室负责人添加例行工作', en: 'Have supervisors or leads add duties' },
  dutiesHint: {
    'zh-CN': '可从工作库成批选取；系统会据此自动安排任务',
    en: 'Whole packs from the library, or one by one; rounds are planned from them',
  },
})
