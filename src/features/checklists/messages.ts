import { messagesOf, plural } from '../../platform/i18n.ts'

export const checklistMessages = messagesOf({
  heading: { 'zh-CN': '检查表', en: 'Checklists' },
  lead: {
    'zh-CN': '每项回答“是、否、不适用”，可附说明。修改后生成新版本，以往的记录不变。',
    en: 'Each item is answered yes, no or not applicable, with a note. A change makes a new version; past records stay.',
  },
  none: { 'zh-CN': '还没有检查表', en: 'There are no checklists yet' },
  noneHelp: {
    'zh-CN': '没有检查表的例行工作，完成时直接打勾即可。',
    en: 'A duty without a checklist is simply ticked off.',
  },
  backToList: { 'zh-CN': '全部检查表', en: 'All checklists' },
  title: { 'zh-CN': '名称', en: 'Title' },
  titleEn: { 'zh-CN': '英文名称', en: 'English title' },
  items: { 'zh-CN': '检查内容', en: 'Items' },
  itemsHint: {
    'zh-CN':
      '每行一项，可直接粘贴清单，行首的序号和符号会自动去掉。需要时可写成“内容 | 英文 | 说明 | 英文说明”。内容没有改动的行与以往的记录仍可对比。',
    en: 'One item a line; a pasted list loses its numbers and bullets. Where needed: “text | English | explanation | explanation in English”. Lines whose text stays the same remain comparable with past records.',
  },
  itemCount: { 'zh-CN': '{count}项', en: ({ count }) => plural(count, 'item') },
  itemFault: { 'zh-CN': '第{number}项：{fault}', en: 'Item {number}: {fault}' },
  edition: { 'zh-CN': '版本', en: 'Version' },
  editionNumber: { 'zh-CN': '第{number}版', en: 'Version {number}' },
  published: { 'zh-CN': '第{number}版，{day}起使用', en: 'Version {number}, in use since {day}' },
  olderNotice: {
    'zh-CN': '这是以前的第{number}版，仅供查阅。',
    en: 'This is version {number}, which is no longer in use.',
  },
  toCurrent: { 'zh-CN': '查看现行版本', en: 'See the version in use' },
  older: { 'zh-CN': '历次版本', en: 'Versions' },

  new: { 'zh-CN': '新增检查表', en: 'New checklist' },
  edit: { 'zh-CN': '修改', en: 'Edit' },
  editTitle: { 'zh-CN': '修改{name}', en: 'Edit {name}' },
  editLead: {
    'zh-CN': '保存后即为新版本；已经开始填写的任务仍用原来的版本。',
    en: 'Saving makes a new version; rounds that were begun keep the one they have.',
  },
})
