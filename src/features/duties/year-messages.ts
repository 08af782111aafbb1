import { messagesOf, plural } from '../../platform/i18n.ts'

/** Words of the year plan (年度工作计划). */
export const yearMessages = messagesOf({
  title: { 'zh-CN': '{year}年度工作计划', en: 'Plan of work for {year}' },
  titleOf: { 'zh-CN': '{name}{year}年度工作计划', en: '{name}: plan of work for {year}' },
  lead: {
    'zh-CN': '共{total}项工作，{time}的完成情况',
    en: ({ total, time }) => `${total === 1 ? '1 duty' : `${total} duties`}, as of ${time}`,
  },
  leadOfSome: { 'zh-CN': '{time}的完成情况', en: 'As of {time}' },
  year: { 'zh-CN': '年度', en: 'Year' },
  yearOption: { 'zh-CN': '{year}年', en: '{year}' },
  unit: { 'zh-CN': '归口或执行科室', en: 'Owned or done by' },
  by: { 'zh-CN': '排列', en: 'Grouped' },
  byCategory: { 'zh-CN': '按类别', en: 'by category' },
  byOwner: { 'zh-CN': '按归口科室', en: 'by owning unit' },
  wholeSheet: { 'zh-CN': '打印', en: 'Print' },
  rounds: { 'zh-CN': '任务清单、批量改期', en: 'Rounds: list and move' },
  sheetPart: {
    'zh-CN': '共{total}项，这里是第{first}至{last}项，每页分别打印。',
    en: 'These are {first} to {last} of {total}; each page is printed by itself.',
  },
  sheetOfSome: {
    'zh-CN': '工作较多，分几页，每页分别打印。',
    en: 'There are several pages; each is printed by itself.',
  },
  sheetHint: {
    'zh-CN': '用浏览器的“打印”输出，纸张选A4或A3横向，也可以另存为PDF。',
    en: 'Print with your browser, on A4 or A3 landscape, or save as PDF.',
  },
  backToPlan: { 'zh-CN': '返回年度计划', en: 'Back to the year plan' },
  caption: { 'zh-CN': '各项工作全年各月的安排和完成情况', en: 'What is planned and done in each month' },
  number: { 'zh-CN': '序号', en: 'No.' },
  duty: { 'zh-CN': '工作内容', en: 'Duty' },
  who: { 'zh-CN': '责任科室', en: 'Unit' },
  performer: { 'zh-CN': '执行：{name}', en: 'done by {name}' },
  sum: { 'zh-CN': '合计', en: 'Year' },
  standing: { 'zh-CN': '常态工作', en: 'Standing work' },
  none: { 'zh-CN': '这一年没有安排工作', en: 'Nothing is planned for this year' },
  noneHelp: {
    'zh-CN': '请换一个年度或放宽筛选条件。',
    en: 'Choose another year, or widen the filters.',
  },
  noneOnPage: { 'zh-CN': '这一页没有，请看下一页。', en: 'None on this page; see the next one.' },

  legend: { 'zh-CN': '图例', en: 'Signs' },
  forecast: { 'zh-CN': '预计（任务尚未生成）', en: 'to be expected, not yet planned in detail' },
  suspended: { 'zh-CN': '暂停', en: 'suspended' },
  extra: { 'zh-CN': '另加的临时任务', en: 'rounds made by hand besides' },
  legendCount: {
    'zh-CN': '已完成次数/应做次数；跨月的格子在其间任意时间完成',
    en: 'done / to be done; what spans months may be done at any time in them',
  },
  legendSample: { 'zh-CN': '3/12', en: '3/12' },
  spanOf: { 'zh-CN': '{first}至{last}', en: '{first} to {last}' },
  cell: { 'zh-CN': '{months}：{counts}', en: '{months}: {counts}' },
  countOf: { 'zh-CN': '{state}{count}次', en: '{state}: {count}' },
  countSeparator: { 'zh-CN': '，', en: ', ' },
  extraOf: { 'zh-CN': '另加{count}次', en: ({ count }) => plural(count, 'extra round') },
  forecastOf: { 'zh-CN': '预计', en: 'expected' },
  suspendedOf: { 'zh-CN': '{months}：暂停', en: '{months}: suspended' },

  rowSuspended: { 'zh-CN': '暂停 {when}：{reason}', en: 'Suspended {when}: {reason}' },
  subjectSuspended: { 'zh-CN': '{name}暂停 {when}：{reason}', en: '{name} suspended {when}: {reason}' },
  between: { 'zh-CN': '{from}–{until}', en: '{from} – {until}' },
  since: { 'zh-CN': '{from}起', en: 'from {from}' },

  preparedBy: { 'zh-CN': '编制人：', en: 'Prepared by:' },
  reviewedBy: { 'zh-CN': '审核人：', en: 'Reviewed by:' },
  approvedBy: { 'zh-CN': '批准人：', en: 'Approved by:' },
  date: { 'zh-CN': '日期：', en: 'Date:' },
  stamp: { 'zh-CN': '（盖章）', en: '(Stamp)' },
})
