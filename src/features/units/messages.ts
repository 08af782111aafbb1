import { messagesOf } from '../../platform/i18n.ts'

export const unitMessages = messagesOf({
  title: { 'zh-CN': '科室', en: 'Units' },
  lead: {
    'zh-CN': '机构的院区、科室与病区，下级列在上级之下。',
    en: 'Campuses, departments and wards, each below the one it belongs to.',
  },
  none: { 'zh-CN': '您还不属于任何科室', en: 'You belong to no unit yet' },
  noneHelp: {
    'zh-CN': '请联系系统管理员，把您加入所在科室。',
    en: 'Ask an administrator to add you to your unit.',
  },
  backToList: { 'zh-CN': '全部科室', en: 'All units' },
  closed: { 'zh-CN': '已停用', en: 'Closed' },
  closedSince: { 'zh-CN': '此科室已于{day}停用', en: 'This unit was closed on {day}' },
  closedHelp: {
    'zh-CN': '以往的任务、记录和日志都保留，可随时恢复使用。',
    en: 'Its past rounds, records and audit trail are kept. It can be opened again.',
  },

  new: { 'zh-CN': '新增科室', en: 'New unit' },
  newBelow: { 'zh-CN': '新增下级科室', en: 'New unit below' },
  edit: { 'zh-CN': '修改', en: 'Edit' },
  editTitle: { 'zh-CN': '修改{name}', en: 'Edit {name}' },
  close: { 'zh-CN': '停用', en: 'Close' },
  reopen: { 'zh-CN': '恢复使用', en: 'Open again' },

  name: { 'zh-CN': '名称', en: 'Name' },
  nameEn: { 'zh-CN': '英文名称', en: 'English name' },
  parent: { 'zh-CN': '上级科室', en: 'Belongs to' },
  noParent: { 'zh-CN': '无（最上级）', en: 'None (top of the tree)' },
  code: { 'zh-CN': '科室编码', en: 'Code' },
  codeHint: { 'zh-CN': '表单上使用的简写，如 NK1', en: 'As staff write it on forms, such as NK1' },
  tags: { 'zh-CN': '标签', en: 'Tags' },
  tagsHint: {
    'zh-CN': '用逗号或顿号隔开，如：临床科室、重点部门。例行工作可按标签选择检查对象。',
    en: 'Between commas, such as clinical, high-risk. Duties can pick their targets by tag.',
  },
  order: { 'zh-CN': '显示顺序', en: 'Order' },
  orderHint: {
    'zh-CN': '同级科室中数字小的排在前面；新增时不填则排在最后',
    en: 'Among its neighbours, small numbers come first; a new one without a number comes last',
  },

  below: { 'zh-CN': '下级科室', en: 'Units below' },
  assets: { 'zh-CN': '设备设施', en: 'Assets' },
  noAssets: { 'zh-CN': '没有登记设备设施', en: 'No assets are registered here' },
  allAssets: { 'zh-CN': '查看全部设备设施（含下级科室）', en: 'All assets, with those of the units below' },
  members: { 'zh-CN': '人员', en: 'Members' },
  noMembers: { 'zh-CN': '没有直属人员', en: 'Nobody belongs to it directly' },
  moreMembers: { 'zh-CN': '仅列出{count}人', en: 'Only {count} are listed' },
  allMembers: { 'zh-CN': '查看全部人员（含下级科室）', en: 'All members, with those of the units below' },
  owns: { 'zh-CN': '归口的例行工作', en: 'Duties it owns' },
  ownsNothing: { 'zh-CN': '没有归口的例行工作', en: 'It owns no duties' },
  moreDuties: { 'zh-CN': '查看全部归口的例行工作', en: 'All duties it owns' },

  closeTitle: { 'zh-CN': '停用{name}？', en: 'Close {name}?' },
  closeNow: { 'zh-CN': '停用此科室', en: 'Close this unit' },
  closeLoses: { 'zh-CN': '停用之后', en: 'What closing means' },
  losesChoice: {
    'zh-CN': '从今天起，新的例行工作、设备设施和人员不能再选择它；',
    en: 'From today it cannot be chosen for new duties, assets or members.',
  },
  losesTargets: {
    'zh-CN': '按标签选择检查对象的例行工作不再为它安排任务；',
    en: 'Duties that pick their targets by tag plan no more rounds for it.',
  },
  losesNothing: {
    'zh-CN': '以往的任务、记录和操作日志全部保留，日后可恢复使用。',
    en: 'Past rounds, records and the audit trail are all kept, and it can be opened again.',
  },
  cannotClose: { 'zh-CN': '现在还不能停用', en: 'It cannot be closed yet' },
  heldByUnits: { 'zh-CN': '它还有未停用的下级科室', en: 'There are open units below it' },
  heldByAssets: { 'zh-CN': '它还有在用的设备设施', en: 'It still has assets in use' },
  heldByOwned: { 'zh-CN': '它还归口管理例行工作', en: 'It still owns duties' },
  heldByPerformed: { 'zh-CN': '它还负责执行例行工作', en: 'It still performs duties' },
})
