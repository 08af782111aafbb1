import { messagesOf } from '../../platform/i18n.ts'

export const memberMessages = messagesOf({
  title: { 'zh-CN': '人员', en: 'Members' },
  lead: {
    'zh-CN': '可以登录的人员、角色和所在科室。',
    en: 'Who can sign in, in which role, and where they belong.',
  },
  leadOfUnits: {
    'zh-CN': '本科室及下级科室的人员。可为执行人和查阅人生成登录链接。',
    en: 'Who belongs to your units. You can make sign-in links for inspectors and viewers.',
  },
  search: { 'zh-CN': '姓名或工号开头', en: 'Name or staff number begins with' },
  noneFound: { 'zh-CN': '没有找到人员', en: 'Nobody was found' },
  showAll: { 'zh-CN': '显示全部人员', en: 'Show everybody' },
  backToList: { 'zh-CN': '全部人员', en: 'All members' },
  filter: { 'zh-CN': '筛选', en: 'Show' },
  allUnits: { 'zh-CN': '全部科室', en: 'All units' },

  code: { 'zh-CN': '工号', en: 'Staff number' },
  codeHint: {
    'zh-CN': '按工号导入名单时，凭它认出是同一个人',
    en: 'By which an imported list knows the person again',
  },
  name: { 'zh-CN': '姓名', en: 'Name' },
  nameEn: { 'zh-CN': '英文姓名', en: 'Name in English' },
  nameEnHint: { 'zh-CN': '如拼音，供英文界面显示', en: 'Shown on English pages' },
  role: { 'zh-CN': '角色', en: 'Role' },
  roleHint: {
    'zh-CN': '改为查阅人或系统管理员后，已指派给本人的任务退回科室。',
    en: 'Who becomes a viewer or an administrator gives back to the unit the rounds that are assigned to them.',
  },
  rights: { 'zh-CN': '另外授权', en: 'Further rights' },
  units: { 'zh-CN': '所在科室', en: 'Units' },
  unitsHint: {
    'zh-CN': '可选多个；选上级科室即包括其全部下级。',
    en: 'More than one is possible; a unit brings all units below it.',
  },
  unitsNow: { 'zh-CN': '现在所在：{units}。', en: 'Now: {units}. ' },
  unit: { 'zh-CN': '科室', en: 'Unit' },
  signIn: { 'zh-CN': '登录', en: 'Sign-in' },
  state: { 'zh-CN': '状态', en: 'State' },
  active: { 'zh-CN': '在职', en: 'Active' },
  closed: { 'zh-CN': '已停用', en: 'Closed' },
  closedSince: { 'zh-CN': '此账户已于{day}停用', en: 'This account was closed on {day}' },
  closedHelp: {
    'zh-CN': '不能登录；以往的记录仍署此人姓名。',
    en: 'It cannot sign in. What it did keeps its name.',
  },

  adminIs: {
    'zh-CN': '维护科室、人员、设备和设置；不填写检查',
    en: 'Keeps units, members, assets and settings; does no rounds',
  },
  supervisorIs: {
    'zh-CN': '查看和管理全部科室的工作，如职能部门、分管领导',
    en: 'Sees and steers the work of all units: offices, management',
  },
  leadIs: {
    'zh-CN': '管理本科室的工作和归口的例行工作，如科主任、护士长',
    en: 'Steers the work of own units and the duties they own',
  },
  inspectorIs: { 'zh-CN': '完成本科室的任务', en: 'Does the rounds of own units' },
  viewerIs: { 'zh-CN': '只查看，不能填写', en: 'Reads only' },
  audit: { 'zh-CN': '查看操作日志', en: 'Read the audit trail' },
  auditHint: {
    'zh-CN': '用于评审、质控等只读检查的人员；主管和系统管理员本来就有。',
    en: 'For surveyors and reviewers; supervisors and administrators have it anyway.',
  },

  new: { 'zh-CN': '新增人员', en: 'New member' },
  edit: { 'zh-CN': '修改', en: 'Edit' },
  editTitle: { 'zh-CN': '修改{name}', en: 'Edit {name}' },
  signOut: { 'zh-CN': '退出其所有登录', en: 'Sign out everywhere' },
  leave: { 'zh-CN': '休假与代理', en: 'Leave and deputy' },
  leaves: { 'zh-CN': '办理离职', en: 'Leaving' },
  reopen: { 'zh-CN': '恢复账户', en: 'Open the account again' },
})
