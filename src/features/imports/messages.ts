import { messagesOf, plural, type Message } from '../../platform/i18n.ts'
import { nothingWords, type ImportKind } from '../../domain/imports/words.ts'

export const importMessages = messagesOf({
  title: { 'zh-CN': '导入名单', en: 'Import a list' },
  lead: {
    'zh-CN': '从 Excel 或 CSV 文件批量新增、修改科室、人员和设备设施。先逐行预览，确认后才生效。',
    en: 'Make and change units, members and assets from a spreadsheet. You see line by line what would change before anything does.',
  },
  kind: { 'zh-CN': '导入什么', en: 'What is on the list' },
  file: { 'zh-CN': '文件', en: 'File' },
  fileHint: {
    'zh-CN': '.xlsx 或 .csv，第一行为列名；最多5000行、1 MB。',
    en: '.xlsx or .csv; the first row names the columns; at most 5,000 lines and 1 MB.',
  },
  preview: { 'zh-CN': '预览', en: 'Preview' },

  howTitle: { 'zh-CN': '导入规则', en: 'How it works' },
  howMatch: {
    'zh-CN': '先按系统编号、再按编码（工号）、最后按名称对应现有记录；对应不上的按新增处理。',
    en: 'A line means what has its ID, else its number, else its name. What is found by none of them is new.',
  },
  howEmpty: {
    'zh-CN': '空白单元格和没有的列不改动原有内容；要清空原有内容，请写“（空）”。',
    en: 'An empty cell, or a column that is left out, changes nothing. To empty a field, write (nothing).',
  },
  howMissing: {
    'zh-CN': '名单中没有的人员和设备保持原样；要停用，请在“状态”列写“停用”。',
    en: 'Who or what is not on the list stays as it is. To close something, write Closed under State.',
  },
  howAgain: {
    'zh-CN': '同一份文件可以重复导入，第二次不会再有变化。',
    en: 'The same file can be imported again: the second time nothing changes.',
  },
  columnsOf: { 'zh-CN': '可以填写的列：{kind}', en: 'Columns: {kind}' },
  column: { 'zh-CN': '列名', en: 'Column' },
  meaning: { 'zh-CN': '填写说明', en: 'What to write' },

  files: { 'zh-CN': '模板与现有数据', en: 'Templates and what is there now' },
  filesHelp: {
    'zh-CN': '导出的文件可以修改后再导入。',
    en: 'An exported file can be changed and imported again.',
  },
  templateOf: { 'zh-CN': '{kind}模板', en: 'Template: {kind}' },
  exportOf: { 'zh-CN': '导出{kind}', en: 'Export: {kind}' },
  asXlsx: { 'zh-CN': 'Excel（.xlsx）', en: 'Excel (.xlsx)' },
  asCsv: { 'zh-CN': 'CSV', en: 'CSV' },
  import: { 'zh-CN': '导入', en: 'Import' },
  exportXlsx: { 'zh-CN': '导出 Excel', en: 'Export to Excel' },
  exportCsv: { 'zh-CN': '导出 CSV', en: 'Export as CSV' },

  previewTitle: { 'zh-CN': '导入预览：{kind}', en: 'Preview: {kind}' },
  previewLead: {
    'zh-CN': '{file}，尚未生效。',
    en: '{file}. Nothing has been changed yet.',
  },
  another: { 'zh-CN': '换一个文件', en: 'Another file' },
  nothing: { 'zh-CN': '没有变化', en: 'Nothing changes' },
  nothingHelp: {
    'zh-CN': '名单与现有数据一致，无需导入。',
    en: 'The list says what is there already.',
  },
  nothingSound: {
    'zh-CN': '没有可以导入的行。请按下面的说明改正后再上传。',
    en: 'No line can be imported. Put right what is told below and choose the file again.',
  },
  someFaulty: {
    'zh-CN': ({ count }) => `有${count}行有问题，不会导入`,
    en: ({ count }) => `${plural(count, 'line')} will be left out`,
  },
  someFaultyHelp: {
    'zh-CN': '可以先导入其余的行，改正后再导入一次同一个文件；也可以现在改好，重新上传。',
    en: 'Import the others now and the same file again once these are put right; or put them right first.',
  },
  ignored: {
    'zh-CN': '这些列没有用到：{columns}',
    en: 'Nothing was read from these columns: {columns}',
  },
  stillClosed: {
    'zh-CN': '名单中有{count}项已停用，导入后仍为停用',
    en: 'Closed, and stays closed: {count}',
  },
  stillClosedHelp: {
    'zh-CN': '要恢复，请在“状态”列写“在职”或“在用”。',
    en: 'To open it again, write Active or In use under State.',
  },
  namesakes: { 'zh-CN': '有{count}个科室与别的科室同名', en: 'Units called as another one is: {count}' },
  namesakesHelp: {
    'zh-CN': '页面和日历只显示科室名称，同名的难以分辨。建议写全称，如“内科一病区”。',
    en: 'Pages and calendars show the name alone. Better write it in full, such as “Medicine Ward 1”.',
  },
  renamed: { 'zh-CN': '有{count}人将改名', en: 'Members who get another name: {count}' },
  renamedHelp: {
    'zh-CN': '账户和以往的记录都会改署新姓名。如果不是同一个人，说明工号错位或被重新使用，请先改正。',
    en: 'Their account and all they did will bear it. Where it is somebody else, a number has slipped or is used again: put that right first.',
  },
  withoutUnits: { 'zh-CN': '有{count}名新增人员没有填写科室', en: 'New members without a unit: {count}' },
  withoutUnitsHelp: {
    'zh-CN': '他们登录后看不到任何任务，除非直接指派给本人。可现在补上“所在科室”再上传，也可以导入后再设置。',
    en: 'They will see no rounds but those assigned to themselves. Give their units now and choose the file again, or do so later.',
  },
  changedMeanwhile: {
    'zh-CN': '数据在预览之后有了变化，什么都没有导入',
    en: 'Something changed after the preview. Nothing was imported',
  },
  changedMeanwhileHelp: {
    'zh-CN': '下面是按最新数据重新比对的结果，请看过后再确认。',
    en: 'Below is the list beside how things are now. Look at it again before you confirm.',
  },
  lastAdmin: {
    'zh-CN': '这样就没有系统管理员了，什么都没有导入',
    en: 'Nobody would be left to administer. Nothing was imported',
  },
  confirm: { 'zh-CN': '确认导入{count}行', en: ({ count }) => `Import ${plural(count, 'line')}` },
  caption: { 'zh-CN': '逐行结果', en: 'Line by line' },
  show: { 'zh-CN': '显示', en: 'Show' },
  all: { 'zh-CN': '全部有变化的', en: 'All that matter' },
  line: { 'zh-CN': '行', en: 'Line' },
  name: { 'zh-CN': '名称', en: 'Name' },
  outcome: { 'zh-CN': '结果', en: 'Outcome' },
  details: { 'zh-CN': '内容', en: 'Details' },
  none: nothingWords,
  more: { 'zh-CN': '后面{count}行', en: ({ count }) => `The next ${plural(count, 'line')}` },
  appliedTitle: { 'zh-CN': '已导入：{kind}', en: 'Imported: {kind}' },
  appliedDone: { 'zh-CN': '导入完成', en: 'The list is imported' },
  appliedFaulty: {
    'zh-CN': '有问题的行没有导入。改正后，再导入一次同一个文件即可。',
    en: 'Lines with faults were left out. Put them right and import the same file again.',
  },
  seeList: { 'zh-CN': '查看{kind}', en: 'See: {kind}' },
})

export const kindMessages: Record<ImportKind, Message> = messagesOf({
  units: { 'zh-CN': '科室', en: 'units' },
  members: { 'zh-CN': '人员', en: 'members' },
  assets: { 'zh-CN': '设备设施', en: 'assets' },
})

export const outcomeMessages = messagesOf({
  faulty: { 'zh-CN': '有问题', en: 'Faulty' },
  new: { 'zh-CN': '新增', en: 'New' },
  changed: { 'zh-CN': '修改', en: 'Changed' },
  unchanged: { 'zh-CN': '无变化', en: 'Unchanged' },
})

const id: Message = {
  'zh-CN': '导出的文件里有，新增的行留空',
  en: 'As in an exported file; empty for what is new',
}
const several: Message = {
  'zh-CN': '多个用分号、顿号或逗号隔开',
  en: 'Several with semicolons or commas between them',
}
const state: Message = { 'zh-CN': '在用或停用', en: 'In use, or Closed' }

/** What to write into each column. */
export const columnHelp = {
  units: messagesOf({
    code: { 'zh-CN': '表单上使用的简写，如 NK1', en: 'As staff write it on forms, such as NK1' },
    name: { 'zh-CN': '必填', en: 'Required' },
    nameEn: { 'zh-CN': '供英文界面显示', en: 'Shown on English pages' },
    parent: {
      'zh-CN':
        '上级的名称或编码；重名时写路径，如“内科 / 一病区”。可以是同一文件里的科室；要移到最上级，写“（空）”',
      en: 'Its name or code; where several have that name, the path, such as “Medicine / Ward 1”. It may be on the same list. To move it to the top: (nothing)',
    },
    tags: several,
    order: { 'zh-CN': '同级科室中数字小的排在前面', en: 'Among its neighbours, small numbers come first' },
    state,
    id,
  }),
  members: messagesOf({
    code: { 'zh-CN': '建议填写，重名也不会弄错', en: 'Best given: it tells namesakes apart' },
    name: { 'zh-CN': '必填', en: 'Required' },
    nameEn: { 'zh-CN': '如拼音，供英文界面显示', en: 'Shown on English pages' },
    role: {
      'zh-CN': '系统管理员、主管、科室负责人、执行人或查阅人；新增人员必填',
      en: 'Administrator, Supervisor, Lead, Inspector or Viewer; required of new members',
    },
    units: {
      'zh-CN': '科室的名称或编码，多个用分号、顿号或逗号隔开',
      en: 'By name or code, several with semicolons or commas between them',
    },
    rights: { 'zh-CN': '可写“查看操作日志”', en: 'It can be: Read the audit trail' },
    state: { 'zh-CN': '在职或停用；停用即不能登录', en: 'Active or Closed; who is closed cannot sign in' },
    id,
  }),
  assets: messagesOf({
    code: { 'zh-CN': '设备标签上的编号，建议填写', en: 'As on its label; best given' },
    name: { 'zh-CN': '必填', en: 'Required' },
    nameEn: { 'zh-CN': '供英文界面显示', en: 'Shown on English pages' },
    unit: { 'zh-CN': '科室的名称或编码；新增必填', en: 'By name or code; required of what is new' },
    type: {
      'zh-CN': '同类设备写同一个类型，如输注泵；新增必填',
      en: 'The same for all of a kind, such as infusion pump; required of what is new',
    },
    tags: several,
    validUntil: { 'zh-CN': '日期，如 2027-06-30', en: 'A day, such as 2027-06-30' },
    state,
    id,
  }),
} satisfies Record<ImportKind, Record<string, Message>>
