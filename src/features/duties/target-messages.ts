import { messagesOf } from '../../platform/i18n.ts'

/** What is inspected. */
export const targetMessages = messagesOf({
  where: { 'zh-CN': '检查对象', en: 'Targets' },
  whereNone: { 'zh-CN': '无具体对象', en: 'nothing in particular' },
  whereUnits: { 'zh-CN': '科室', en: 'units' },
  whereAssets: { 'zh-CN': '设备设施', en: 'assets' },
  whereMembers: { 'zh-CN': '人员', en: 'people' },
  whereKept: { 'zh-CN': '保持原对象', en: 'as it is now' },
  noneHelp: {
    'zh-CN': '会议、培训、报表等每次只有一项任务。',
    en: 'A meeting, a training or a report: one round each time.',
  },
  unitTags: { 'zh-CN': '凡属以下类别的科室', en: 'All units that are' },
  tagsHint: { 'zh-CN': '多选时须同时符合。', en: 'Of several, a target must be all.' },
  moreUnits: { 'zh-CN': '更多：单个科室、下属、例外', en: 'More: single units, a branch, exceptions' },
  unitIds: { 'zh-CN': '以及这些科室', en: 'And these units' },
  unitUnder: { 'zh-CN': '只限其下属', en: 'Only below' },
  exceptUnitTags: { 'zh-CN': '排除类别', en: 'Except units that are' },
  exceptUnits: { 'zh-CN': '排除科室', en: 'Except these units' },
  assetTypes: { 'zh-CN': '设备类型', en: 'Assets of these types' },
  assetTags: { 'zh-CN': '且具有以下标签', en: 'That are' },
  assetUnder: { 'zh-CN': '所在科室', en: 'Standing in' },
  assetIds: { 'zh-CN': '以及这些设备', en: 'And these assets' },
  exceptAssetTags: { 'zh-CN': '排除标签', en: 'Except assets that are' },
  exceptAssets: { 'zh-CN': '排除设备', en: 'Except these assets' },
  moreAssets: { 'zh-CN': '更多：标签、科室、例外', en: 'More: tags, unit, exceptions' },
  showAssets: { 'zh-CN': '列出设备', en: 'List assets' },
  assetsListed: { 'zh-CN': '逐个选择哪个科室的设备', en: 'Single assets of' },
  memberRoles: { 'zh-CN': '以下角色的人员', en: 'Everybody who is' },
  memberUnder: { 'zh-CN': '所在科室（含下属）', en: 'Belonging to' },
  moreMembers: {
    'zh-CN': '更多：科室类别、指定人员、例外',
    en: 'More: sorts of units, single people, exceptions',
  },
  memberTags: { 'zh-CN': '所在科室的类别', en: 'In units that are' },
  memberIds: { 'zh-CN': '以及这些人员', en: 'And these people' },
  showMembers: { 'zh-CN': '列出人员', en: 'List people' },
  membersListed: { 'zh-CN': '逐个选择哪个科室的人员', en: 'Single people of' },
  listedHint: {
    'zh-CN': '只用来列出名单，最多100个；选中的才算。',
    en: 'Only to list them, at most 100; those that you tick count.',
  },
  exceptMemberTags: { 'zh-CN': '排除以下科室的人员', en: 'Except those in units that are' },
  exceptMembers: { 'zh-CN': '排除人员', en: 'Except these people' },
  anywhere: { 'zh-CN': '不限', en: 'anywhere' },
  wordsUnits: { 'zh-CN': '各{names}', en: 'every {names} unit' },
  wordsUnder: { 'zh-CN': '{unit}下属各科室', en: 'every unit of {unit}' },
  wordsTagsUnder: { 'zh-CN': '{unit}下属各{names}', en: 'every {names} unit of {unit}' },
  wordsAssets: { 'zh-CN': '各{names}', en: 'every {names}' },
  wordsAssetsUnder: { 'zh-CN': '{unit}的各{names}', en: 'every {names} in {unit}' },
  anyAsset: { 'zh-CN': '设备', en: 'asset' },
  taggedAsset: { 'zh-CN': '{tags}类{names}', en: '{tags} {names}' },
  wordsExcept: { 'zh-CN': '{words}（除{names}）', en: '{words} except {names}' },
  wordsMembers: { 'zh-CN': '全体{names}', en: 'every {names}' },
  wordsMembersIn: { 'zh-CN': '{units}的全体{names}', en: 'every {names} of {units}' },
  anyMember: { 'zh-CN': '人员', en: 'member' },
  unitsTagged: { 'zh-CN': '{tags}', en: '{tags} units' },
  planOf: { 'zh-CN': '{rhythm}：{targets}', en: '{rhythm}: {targets}' },
  listSeparator: { 'zh-CN': '、', en: ', ' },
  clauseSeparator: { 'zh-CN': '，', en: ', ' },
})

/** Whether all are visited each time, and if not, who. */
export const coverageMessages = messagesOf({
  coverage: { 'zh-CN': '每次做哪些', en: 'Each time' },
  each: { 'zh-CN': '全部都做', en: 'all of them' },
  rotate: { 'zh-CN': '轮流', en: 'in turn' },
  rotateHint: { 'zh-CN': '最久没轮到的先来', en: 'who waited longest comes first' },
  draw: { 'zh-CN': '抽签', en: 'by lot' },
  drawHint: { 'zh-CN': '随机抽取，事先不公布', en: 'at random, not known beforehand' },
  perKind: { 'zh-CN': '一次几个', en: 'How many at a time' },
  one: { 'zh-CN': '1个', en: 'one' },
  some: { 'zh-CN': '指定个数', en: 'a number' },
  auto: { 'zh-CN': '按需要自动', en: 'as many as needed' },
  per: { 'zh-CN': '个数', en: 'Number' },
  cover: { 'zh-CN': '多久之内全部轮到', en: 'All have had a turn within' },
  coverNone: { 'zh-CN': '不要求', en: 'no set time' },
  coverWeek: { 'zh-CN': '每周内', en: 'each week' },
  coverMonth: { 'zh-CN': '每月内', en: 'each month' },
  coverQuarter: { 'zh-CN': '每季度内', en: 'each quarter' },
  coverHalfyear: { 'zh-CN': '每半年内', en: 'each half-year' },
  coverYear: { 'zh-CN': '每年内', en: 'each year' },
  autoInWords: { 'zh-CN': '每次个数按需要定', en: 'as many at a time as needed' },
  atATime: { 'zh-CN': '每次{count}个', en: '{count} at a time' },
})

export const allWithin = messagesOf({
  week: { 'zh-CN': '每周内全部轮到', en: 'all of them each week' },
  month: { 'zh-CN': '每月内全部轮到', en: 'all of them each month' },
  quarter: { 'zh-CN': '每季度内全部轮到', en: 'all of them each quarter' },
  halfyear: { 'zh-CN': '每半年内全部轮到', en: 'all of them each half-year' },
  year: { 'zh-CN': '每年内全部轮到', en: 'all of them each year' },
})

/** What changes from round to round. */
export const topicMessages = messagesOf({
  fold: { 'zh-CN': '更多：每次不同的内容', en: 'More: a topic that changes' },
  topics: { 'zh-CN': '内容，每行一项', en: 'Topics, one a line' },
  topicsHint: {
    'zh-CN': '例如 心肺复苏、针刺伤处理；依次轮换，用完从头再来。显示在任务名称后。',
    en: 'For example: resuscitation, needlestick injuries. They take turns and begin again at the end; shown behind the name.',
  },
  per: { 'zh-CN': '多久换一项', en: 'The next one' },
  perOccurrence: { 'zh-CN': '每次', en: 'each time' },
  perMonth: { 'zh-CN': '每月', en: 'each month' },
  perQuarter: { 'zh-CN': '每季度', en: 'each quarter' },
  perKept: { 'zh-CN': '保持原内容', en: 'as it is now' },
})

export const topicsInWords = messagesOf({
  occurrence: { 'zh-CN': '内容每次轮换：{items}', en: 'a topic each time: {items}' },
  month: { 'zh-CN': '内容每月轮换：{items}', en: 'a topic each month: {items}' },
  quarter: { 'zh-CN': '内容每季度轮换：{items}', en: 'a topic each quarter: {items}' },
})
