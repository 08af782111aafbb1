import { messagesOf } from '../../platform/i18n.ts'

export const assetMessages = messagesOf({
  title: { 'zh-CN': '设备设施', en: 'Assets' },
  lead: {
    'zh-CN': '需要检查的设备、设施和点位，按所在科室列出。',
    en: 'Machines, installations and points that are inspected, by the unit they are in.',
  },
  none: { 'zh-CN': '还没有登记设备设施', en: 'No assets are registered yet' },
  noneFound: { 'zh-CN': '没有符合条件的设备设施', en: 'No assets match' },
  noneOnPage: {
    'zh-CN': '这一页没有符合条件的，请看下一页',
    en: 'None match on this page; look at the next one',
  },
  clear: { 'zh-CN': '取消筛选', en: 'Show all' },
  backToList: { 'zh-CN': '全部设备设施', en: 'All assets' },

  filter: { 'zh-CN': '筛选', en: 'Show' },
  allUnits: { 'zh-CN': '全部科室', en: 'All units' },
  allTypes: { 'zh-CN': '全部类型', en: 'All types' },

  name: { 'zh-CN': '名称', en: 'Name' },
  nameEn: { 'zh-CN': '英文名称', en: 'English name' },
  unit: { 'zh-CN': '所在科室', en: 'Unit' },
  type: { 'zh-CN': '类型', en: 'Type' },
  typeHint: {
    'zh-CN': '同类设备写同一个类型，如：输注泵、除颤仪、采样点。例行工作可按类型选择检查对象。',
    en: 'The same for all of a kind, such as infusion pump, defibrillator, sampling point. Duties can pick targets by type.',
  },
  code: { 'zh-CN': '设备编号', en: 'Asset number' },
  codeHint: { 'zh-CN': '设备标签上的编号', en: 'As on its label' },
  tags: { 'zh-CN': '标签', en: 'Tags' },
  tag: { 'zh-CN': '标签', en: 'Tag' },
  tagsHint: {
    'zh-CN': '用逗号或顿号隔开，如：生命支持、强制检定、特种设备。',
    en: 'Between commas, such as life-support, metrology, special-equipment.',
  },
  validUntil: { 'zh-CN': '证书有效期至', en: 'Certificate valid until' },
  validUntilHint: {
    'zh-CN': '检定证书、使用登记证等的最后有效日期；没有证书可不填',
    en: 'The last day of its verification or licence; leave it empty where it has none',
  },
  expired: { 'zh-CN': '{day}（已过期）', en: '{day} (expired)' },
  closed: { 'zh-CN': '已停用', en: 'Out of use' },
  closedSince: { 'zh-CN': '已于{day}停用', en: 'Out of use since {day}' },
  closedHelp: {
    'zh-CN': '以往的任务、记录和日志都保留，可随时恢复使用。',
    en: 'Its past rounds, records and audit trail are kept. It can be taken into use again.',
  },

  new: { 'zh-CN': '新增设备设施', en: 'New asset' },
  edit: { 'zh-CN': '修改', en: 'Edit' },
  editTitle: { 'zh-CN': '修改{name}', en: 'Edit {name}' },
  close: { 'zh-CN': '停用', en: 'Take out of use' },
  reopen: { 'zh-CN': '恢复使用', en: 'Take into use again' },

  closeTitle: { 'zh-CN': '停用{name}？', en: 'Take {name} out of use?' },
  closeNow: { 'zh-CN': '停用此设备', en: 'Take it out of use' },
  closeMeans: { 'zh-CN': '停用之后', en: 'What this means' },
  losesRounds: {
    'zh-CN': '不再为它安排新的检查任务；',
    en: 'No more rounds are planned for it.',
  },
  losesChoice: {
    'zh-CN': '新的例行工作和临时检查不能再选择它；',
    en: 'It cannot be chosen for new duties or rounds by hand.',
  },
  losesNothing: {
    'zh-CN': '以往的任务、记录和操作日志全部保留，日后可恢复使用。',
    en: 'Past rounds, records and the audit trail are all kept, and it can be taken into use again.',
  },
  insteadSuspend: {
    'zh-CN': '只是维修或暂时不用的，请用“暂停”，不要停用。',
    en: 'Where it is only being repaired or not needed for a while, suspend it instead.',
  },
})
