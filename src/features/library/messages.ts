import { messagesOf, plural } from '../../platform/i18n.ts'

export const libraryMessages = messagesOf({
  title: { 'zh-CN': '工作库', en: 'Library' },
  lead: {
    'zh-CN': '医院常见的例行工作，已配好频次和检查表。选一类，勾选适用的，即可排出全年。',
    en: 'Duties that hospitals usually have, with their rhythm and checklists. Pick a pack, tick what applies, and have the year.',
  },
  dutyCount: { 'zh-CN': '工作', en: 'Duties' },
  pack: { 'zh-CN': '类别', en: 'Pack' },
  about: { 'zh-CN': '内容', en: 'What is in it' },
})

/** The page of a pack. */
export const packMessages = messagesOf({
  choose: { 'zh-CN': '选择工作', en: 'Choose the duties' },
  chooseHint: {
    'zh-CN': '不适用的请取消勾选；两项择一的、少数医院才有的没有预先勾选。归口科室不同的，可分几次选取。',
    en: 'Untick what does not apply. What stands in for another duty, or few hospitals have, is not ticked beforehand. Where owners differ, take the pack over in several goes.',
  },
  tickNone: { 'zh-CN': '全部不选', en: 'Untick all' },
  tickUsual: { 'zh-CN': '勾选常用的', en: 'Tick the usual ones' },
  there: { 'zh-CN': '已在用：', en: 'Already there: ' },
  more: { 'zh-CN': '说明与检查项', en: 'Notes and checklist' },
  byOwner: { 'zh-CN': '归口科室执行', en: 'Done by its owner' },
  byTargets: { 'zh-CN': '受检科室或人员自己执行', en: 'Done by those it is about, each for itself' },
  checklist: { 'zh-CN': '检查表：{title}', en: 'Checklist: {title}' },
  source: { 'zh-CN': '出处：{sources}', en: 'Asked for in: {sources}' },
  who: { 'zh-CN': '谁来管、谁来做', en: 'Who owns it, who does it' },
  owner: { 'zh-CN': '归口科室', en: 'Owning unit' },
  ownerHint: { 'zh-CN': '负责安排、查看结果、批准免做', en: 'Sets it, reads its results, grants excuses' },
  performer: { 'zh-CN': '执行科室', en: 'Done by' },
  performerAsOwner: { 'zh-CN': '归口科室自己', en: 'The owning unit itself' },
  performerHint: {
    'zh-CN': '只用于由归口科室执行的工作；科室自查的仍由各科室自己做。',
    en: 'For what the owner would do; what units check themselves stays with them.',
  },
  where: { 'zh-CN': '检查哪些科室', en: 'Which units' },
  matching: {
    'zh-CN': '{words}：今天有{count}个',
    en: '{words}: {count} today',
  },
  noneMatching: {
    'zh-CN': '今天没有科室带此标签，排不出任务。请在下面点选科室，或先给科室加标签。',
    en: 'No unit carries the tag today, so there would be no rounds. Pick units below, or give units the tag first.',
  },
  pickUnits: { 'zh-CN': '改为点选科室', en: 'Pick units instead' },
  pickUnitsHint: {
    'zh-CN': '不选则按标签，以后新增的科室自动包括在内。',
    en: 'None: by the tag, new units included.',
  },
  from: { 'zh-CN': '自哪天起', en: 'From' },
  fromHint: { 'zh-CN': '今天，或新的一年的 {newYear}', en: 'Today, or {newYear} for the new year' },
  preview: { 'zh-CN': '预览全年', en: 'Preview the year' },
  take: { 'zh-CN': '建立所选工作', en: 'Make these duties' },
  previewTitle: { 'zh-CN': '今后12个月的任务数', en: 'Rounds in the next twelve months' },
  previewHint: {
    'zh-CN': '按今天的科室、设备和人员估算。',
    en: 'About so many, with the units, equipment and people of today.',
  },
  total: { 'zh-CN': '合计', en: 'Together' },
  inYear: {
    'zh-CN': '12个月约{count}次',
    en: ({ count }) => `about ${plural(count, 'round')} in twelve months`,
  },
  made: {
    'zh-CN': '已建立{count}项，还有{left}项',
    en: ({ count, left }) => `${plural(count, 'duty', 'duties')} made, ${left} to go`,
  },
  madeHelp: {
    'zh-CN': '可以现在继续，也可以以后回到本页，已建立的不会重复。',
    en: 'Go on now, or come back to the pack later: what is made is not made twice.',
  },
  goOn: { 'zh-CN': '继续', en: 'Go on' },
  taken: { 'zh-CN': '{title}：已在用的工作', en: '{title}: duties in use' },
  planned: {
    'zh-CN': '任务由系统逐项自动安排，几分钟后陆续出现在各科室的待办中；工作多的，约需一小时排完。',
    en: 'Their rounds are planned by the service, one duty after another: the first within minutes, those of many duties within an hour or so.',
  },
  noneTaken: { 'zh-CN': '还没有选取这一类的工作。', en: 'Nothing of this pack has been taken over yet.' },
  back: { 'zh-CN': '回到工作库', en: 'Back to the library' },
  duty: { 'zh-CN': '工作', en: 'Duty' },
})
