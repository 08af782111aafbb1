import { messagesOf, plural, type Message } from './i18n.ts'
import { importFaultMessages } from './import-messages.ts'

/** Sentences beside fields, by the code of the fault. */
export const fieldMessages: Record<string, Message> = messagesOf({
  ...importFaultMessages,
  'invalid-value': { 'zh-CN': '请检查此项内容。', en: 'Check this value.' },
  'nothing-to-change': { 'zh-CN': '没有要修改的内容。', en: 'Say what should change.' },
  required: { 'zh-CN': '请填写此项。', en: 'Please fill this in.' },
  'too-short': { 'zh-CN': '请填写此项。', en: 'Please fill this in.' },
  'too-long': {
    'zh-CN': '最多{maximum}个字，请缩短。',
    en: ({ maximum }) => `At most ${plural(maximum, 'character')}. Please shorten it.`,
  },
  'too-many': { 'zh-CN': '最多{maximum}项。', en: 'At most {maximum} of these.' },
  'too-small': { 'zh-CN': '不能小于{minimum}。', en: 'Not less than {minimum}.' },
  'too-big': { 'zh-CN': '不能大于{maximum}。', en: 'Not more than {maximum}.' },
  'whole-number': { 'zh-CN': '请填写整数，例如 2。', en: 'Write a whole number, for example 2.' },
  'no-such-day': {
    'zh-CN': '所选月份没有这一天，请另选日期。',
    en: 'There is no such day in the month. Choose another one.',
  },
  'reason-to-postpone': {
    'zh-CN': '超过原截止时间，属于延期，须填写原因。',
    en: 'It passes its due time, so it is postponed: give a reason.',
  },
  'day-or-days': {
    'zh-CN': '日期和天数只填一项。',
    en: 'Give a day or a number of days, not both.',
  },
  'choose-one': { 'zh-CN': '请至少选择一项。', en: 'Choose at least one.' },
  'wrong-kind': { 'zh-CN': '此项的类型不对。', en: 'This has the wrong type.' },
  'unknown-key': { 'zh-CN': '不认识的字段：{keys}。', en: 'Unknown field: {keys}.' },
  'not-one-of': { 'zh-CN': '请从给出的选项中选择。', en: 'Choose one of the values offered.' },
  'role-of-others': {
    'zh-CN': '您的角色不包含此权限，请从给出的选项中选择。',
    en: 'Your own role does not include this one. Choose one that it does.',
  },
  'not-a-date': { 'zh-CN': '请写成 2026-03-31 这样的日期。', en: 'Write a date such as 2026-03-31.' },
  'not-an-instant': {
    'zh-CN': '请写成 2026-03-31T08:00:00+08:00 这样的时间。',
    en: 'Write a time such as 2026-03-31T08:00:00+08:00.',
  },
  'control-characters': {
    'zh-CN': '不能包含换行或控制字符。',
    en: 'Line breaks and control characters are not allowed here.',
  },
  'too-many-days': { 'zh-CN': '最多{most}天，请缩短。', en: 'At most {most} days. Please choose fewer.' },
  'not-a-calendar': {
    'zh-CN': '这不是日历文件，或文件不完整：请选择以 .ics 结尾的文件，必要时重新导出。',
    en: 'This is no calendar file, or not a whole one. Choose a file that ends in .ics, or export it again.',
  },
  'calendar-too-big': {
    'zh-CN': '日历文件太大：请只导出节假日日历。',
    en: 'The calendar is too big. Export only the one with the holidays.',
  },
  'bad-calendar-date': {
    'zh-CN': '日历文件中有无法识别的日期：请重新导出后再试。',
    en: 'The calendar holds a date that cannot be read. Export it again.',
  },
  'calendar-of-nothing': {
    'zh-CN': '日历文件中没有可导入的日子：只读取全天的日程，其中重复、已取消或超过31天的也不读取。',
    en: 'There is nothing to import: only events of whole days are read, and none that repeat, are cancelled or last over 31 days.',
  },
  'unknown-unit': {
    'zh-CN': '没有这个科室，请从列表中选择。',
    en: 'There is no such unit. Choose one from the list.',
  },
  'unknown-asset': {
    'zh-CN': '没有这台设备，请从列表中选择。',
    en: 'There is no such asset. Choose one from the list.',
  },
  'unknown-member': {
    'zh-CN': '没有这个人员，请从列表中选择。',
    en: 'There is no such member. Choose one from the list.',
  },
  'staff-number-taken': {
    'zh-CN': '这个工号已属于另一位人员。',
    en: 'This staff number is another member’s.',
  },
  'unknown-checklist': {
    'zh-CN': '没有这份检查表，请从列表中选择。',
    en: 'There is no such checklist. Choose one from the list.',
  },
  'unknown-duty': {
    'zh-CN': '没有这项例行工作，请从列表中选择。',
    en: 'There is no such duty. Choose one from the list.',
  },
  'follows-itself': {
    'zh-CN': '这项工作（直接或经其他工作）又跟随本项工作，会循环：请选择另一项。',
    en: 'That duty follows this one, itself or by others in between. Choose another one.',
  },
  'unknown-zone': {
    'zh-CN': '不认识的时区，请写成 Asia/Shanghai 这样。',
    en: 'Unknown time zone. Write one such as Asia/Shanghai.',
  },
  'unknown-excuse': {
    'zh-CN': '没有这个免做原因，或已不再使用。可用的代码：{codes}。',
    en: 'There is no such reason, or it is no longer used. These are: {codes}.',
  },
  'no-excuse-left': {
    'zh-CN': '请至少保留一个在用的免做原因。',
    en: 'Keep at least one reason in use.',
  },
  'not-a-code': {
    'zh-CN': '请用小写字母、数字和连字符，例如 night-shift，最多40个字符。',
    en: 'Use small letters, digits and hyphens, such as night-shift; at most 40 characters.',
  },
  'confirm-zone': {
    'zh-CN': '更改时区会影响全机构，请阅读说明后勾选确认。',
    en: 'Another time zone concerns everybody. Read what it changes, then tick to confirm.',
  },
  'confirm-shorter': {
    'zh-CN': '缩短保存期限会永久删除更早的记录，请阅读说明后勾选确认。',
    en: 'Older records will be removed for good. Read what that means, then tick to confirm.',
  },
  'unknown-item': {
    'zh-CN': '检查表中没有这一项，请刷新后重试。',
    en: 'The checklist has no such item. Load it again.',
  },
  unanswered: { 'zh-CN': '此项尚未填写。', en: 'This item has no answer yet.' },
  'note-wanted': { 'zh-CN': '选“否”时请说明发现的问题。', en: 'After a “no”, say what was found.' },
  'not-a-performer': {
    'zh-CN': '此人员的角色不能执行任务，请另选一人。',
    en: 'This member’s role does not do rounds. Choose somebody else.',
  },
  'outside-window': {
    'zh-CN': '请选择任务期限内的日期；超过截止时间请申请延期。',
    en: 'Choose a day inside the window of the round; past its due time it has to be postponed.',
  },
  'quota-due-fixed': {
    'zh-CN': '按周期计次的任务，截止时间不能更改。',
    en: 'The due time of a quota’s round does not move.',
  },
  'due-brought-forward': {
    'zh-CN': '延期后的截止时间不能早于原截止时间。',
    en: 'A postponed round cannot be due earlier than before.',
  },
  'unknown-plan': {
    'zh-CN': '没有这个执行安排，请从列表中选择。',
    en: 'There is no such plan. Choose one from the list.',
  },
  'target-without-targets': {
    'zh-CN': '由各对象自己完成时，请为每个安排选择检查对象。',
    en: 'Where each target does it itself, every schedule needs targets.',
  },
  'range-too-long': {
    'zh-CN': '最多{years}年，请缩短。',
    en: 'At most {years} years. Please choose a shorter time.',
  },
  duplicate: { 'zh-CN': '与另一项重复。', en: 'The same as another one.' },
  'own-ancestor': { 'zh-CN': '科室不能隶属于自己或自己的下级。', en: 'A unit cannot be below itself.' },
  'end-before-start': { 'zh-CN': '结束日期早于开始日期。', en: 'The end lies before the start.' },
  'quota-full': {
    'zh-CN': '此项工作本期最多{max}次，已经排满。确需再查的，请不选例行工作，直接填写任务名称。',
    en: 'This duty takes at most {max} in a period, and has them. To look again, leave the duty out and name the round.',
  },
  'too-far-ahead': { 'zh-CN': '最多提前一年登记。', en: 'At most a year ahead.' },
  'own-deputy': {
    'zh-CN': '不能由本人代理，请另选一人。',
    en: 'Nobody stands in for themselves. Choose somebody else.',
  },
  'leave-overlaps': {
    'zh-CN': '与已登记的另一次休假重叠。请改日期，或先结束那一次。',
    en: 'This overlaps with another leave of theirs. Choose other days, or end that one first.',
  },
  'deputy-away': {
    'zh-CN': '此人员在这段时间也休假，请另选一人。',
    en: 'They are on leave themselves all that time. Choose somebody else.',
  },
  'deputy-busy': {
    'zh-CN': '此人员在这段时间已代理{most}人，请另选一人。',
    en: 'They already stand in for {most} people in that time. Choose somebody else.',
  },
  'hands-to-leaver': {
    'zh-CN': '不能交给离职者本人，请另选一人。',
    en: 'They are leaving. Choose somebody else.',
  },
  'in-the-past': { 'zh-CN': '请选择今天或以后的日期。', en: 'Choose today or a later day.' },
  'not-a-sign-in-code': {
    'zh-CN': '登录码应为8位字母和数字，请对照后重新输入。',
    en: 'A sign-in code has 8 letters and digits. Compare it and type it again.',
  },
  'wrong-sign-in-code': {
    'zh-CN': '登录码不对，或已用过、已过期（15分钟）。请核对；输错5次后失效，需请负责人重新生成。',
    en: 'This code is wrong, used, or older than 15 minutes. Compare it; after 5 wrong tries it is dead and your lead makes a new one.',
  },
  'wrong-sign-in-code-or-organisation': {
    'zh-CN':
      '机构代码或登录码不对，或登录码已用过、已过期（15分钟）。请核对；输错5次后失效，需请负责人重新生成。',
    en: 'The key or the code is wrong, or the code is used or older than 15 minutes. Compare both; after 5 wrong tries a code is dead and your lead makes a new one.',
  },
  'passkey-known': { 'zh-CN': '此通行密钥已添加过。', en: 'This passkey was added before.' },
  'pin-not-digits': { 'zh-CN': '只能是数字。', en: 'Digits only.' },
  'pin-same-digit': {
    'zh-CN': '数字全部相同，太容易被猜到，请换一个。',
    en: 'All digits are the same: too easy to guess. Choose another.',
  },
  'pin-run': {
    'zh-CN': '连续的数字太容易被猜到，请换一个。',
    en: 'Digits in a row are too easy to guess. Choose another.',
  },
  'pin-length': { 'zh-CN': '请输入6位数字。', en: 'Six digits, please.' },
  'pin-not-again': {
    'zh-CN': '两次输入的不一样，请再输一次。',
    en: 'Not the same as above. Type it once more.',
  },
})
