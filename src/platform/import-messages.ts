import { messagesOf, type Message } from './i18n.ts'

/** What is wrong with a file, with one of its lines, or with a cell; `field-messages.ts` has them with the others. */
export const importFaultMessages: Record<string, Message> = messagesOf({
  'file-missing': { 'zh-CN': '请选择文件。', en: 'Choose a file.' },
  'file-empty': { 'zh-CN': '文件是空的。', en: 'The file is empty.' },
  'file-old-excel': {
    'zh-CN': '这是旧版 Excel（.xls）或加了密码的文件。请在 Excel 中打开，取消密码，另存为 .xlsx 后再上传。',
    en: 'This is an old Excel file (.xls) or one with a password. Open it in Excel, save it as .xlsx without a password, and choose that.',
  },
  'file-not-a-sheet': {
    'zh-CN': '这不是表格文件。请在 Excel 或 WPS 中另存为 .xlsx 或 .csv 后再上传。',
    en: 'This is not a list. Save it as .xlsx or .csv in your spreadsheet program, and choose that.',
  },
  'file-unknown-encoding': {
    'zh-CN': '认不出文件的文字编码。请在 Excel 或 WPS 中另存为 .xlsx 或“CSV UTF-8”后再上传。',
    en: 'The encoding of the text is unknown. Save the list as .xlsx or as “CSV UTF-8”, and choose that.',
  },
  'file-broken-quotes': {
    'zh-CN': '第{line}行的引号不成对，文件从这里起读不下去。请改正，或另存为 .xlsx。',
    en: 'A quotation mark on line {line} has no partner. Put it right, or save the list as .xlsx.',
  },
  'file-unpacks-too-large': {
    'zh-CN': '文件解压后过大。请只保留需要导入的工作表和列，另存后再上传。',
    en: 'The file unpacks to too much. Keep only the sheet and the columns that are to be imported.',
  },
  'file-too-many-lines': {
    'zh-CN': '一次最多导入{most}行。请分成几个文件，依次导入。',
    en: 'At most {most} lines at a time. Split the list into several files and import them one after another.',
  },
  'file-too-much-text': {
    'zh-CN': '表中文字过多。请删去不需要的列，或分成几个文件。',
    en: 'There is too much text in it. Leave out the columns that are not needed, or split the list.',
  },
  'file-without-header': {
    'zh-CN': '没有找到表头。请在第一行写列名，至少要有名称（姓名）或编码（工号）；可下载模板对照。',
    en: 'There is no header. Name the columns in the first row: at least a name or a number. The template shows how.',
  },
  'file-with-doubled-column': {
    'zh-CN': '“{column}”与另一列是同一项内容。请只保留一列。',
    en: 'The column “{column}” means the same as another one. Keep one of them.',
  },
  'file-without-lines': { 'zh-CN': '表头下面没有内容。', en: 'There is nothing below the header.' },
  'file-too-many-things': {
    'zh-CN': '现有记录过多，无法逐一对照。',
    en: 'There are too many records to compare the list with.',
  },

  'line-unknown-id': {
    'zh-CN': '系统编号“{text}”不存在。新增的行请将系统编号留空。',
    en: 'There is nothing with the ID “{text}”. Leave the ID empty for what is new.',
  },
  'line-ambiguous-code': {
    'zh-CN': '有{count}项的编码都是“{text}”，不知道指哪一项。请先改正编码，或填写系统编号。',
    en: '{count} things have the number “{text}”. Put their numbers right first, or give the ID.',
  },
  'line-ambiguous-name': {
    'zh-CN': '有{count}项都叫“{text}”，不知道指哪一项。请填写编码（工号）或系统编号。',
    en: '{count} are called “{text}”. Give the number or the ID.',
  },
  'line-doubled': {
    'zh-CN': '与第{other}行说的是同一项。请只保留一行。',
    en: 'Line {other} is about the same. Keep one of them.',
  },
  'line-last-admin': {
    'zh-CN': '这样就没有系统管理员了。请先指定另一位系统管理员。',
    en: 'Nobody would be left to administer. Make somebody else an administrator first.',
  },
  'line-parent-left-out': {
    'zh-CN': '上级科室在第{other}行，那一行有问题，未能导入。',
    en: 'The unit that it belongs to is on line {other}, which cannot be imported.',
  },
  'line-units-below': {
    'zh-CN': '它还有未停用的下级科室，不能停用。',
    en: 'There are open units below it. It cannot be closed yet.',
  },
  'line-unit-in-use': {
    'zh-CN': '它还有在用的设备或例行工作，不能停用。',
    en: 'It still has assets in use or duties. It cannot be closed yet.',
  },

  'cell-formula': {
    'zh-CN': '这里是公式（或以 = + - @ 开头）。请复制后“选择性粘贴”为数值。',
    en: 'This is a formula (or begins with = + - @). Paste its value in its place.',
  },
  'cell-cut-number': {
    'zh-CN':
      '“{text}”是被表格软件改成科学计数法的长编号，后几位已丢失。请把这一列设为“文本”格式并填写完整编号，另存为 .xlsx 后再上传。',
    en: '“{text}” is a long number that the spreadsheet has cut. Format its column as text, write the whole number, and save the list as .xlsx.',
  },
  'cell-unknown-role': {
    'zh-CN': '没有“{text}”这个角色。请写：系统管理员、主管、科室负责人、执行人或查阅人。',
    en: 'There is no role “{text}”. Write Administrator, Supervisor, Lead, Inspector or Viewer.',
  },
  'cell-role-missing': {
    'zh-CN': '新增人员请填写角色：系统管理员、主管、科室负责人、执行人或查阅人。',
    en: 'Give a new member a role: Administrator, Supervisor, Lead, Inspector or Viewer.',
  },
  'cell-unknown-right': {
    'zh-CN': '没有“{text}”这项授权。可写：查看操作日志。',
    en: 'There is no right “{text}”. It can be: Read the audit trail.',
  },
  'cell-unknown-state': {
    'zh-CN': '看不懂状态“{text}”。请写：在职（在用）或停用。',
    en: 'The state “{text}” is unknown. Write Active (In use) or Closed.',
  },
  'cell-unknown-unit': {
    'zh-CN': '没有“{text}”这个科室。请填写现有科室的名称或编码，或先导入科室。',
    en: 'There is no unit “{text}”. Give the name or the code of one, or import the units first.',
  },
  'cell-ambiguous-unit': {
    'zh-CN': '有{count}个科室都叫“{text}”。请改填科室编码，或写明上级，如“内科 / 一病区”。',
    en: '{count} units are called “{text}”. Give the code, or the path, such as “Medicine / Ward 1”.',
  },
  'cell-closed-unit': {
    'zh-CN': '科室“{text}”已停用，请换一个。',
    en: 'The unit “{text}” is closed. Choose another one.',
  },
  'cell-bad-tag': {
    'zh-CN': '“{text}”不能用：只能由文字、数字和连字符组成，最多40个字。',
    en: '“{text}” will not do: letters, digits and hyphens only, at most 40.',
  },
  'cell-not-a-number': {
    'zh-CN': '“{text}”不是 0 到 100000 的整数。',
    en: '“{text}” is not a whole number from 0 to 100,000.',
  },
})
