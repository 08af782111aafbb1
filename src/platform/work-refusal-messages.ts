import type { Refused } from './refusal-messages.ts'

/** Of rounds and duties. */
export const workRefusalMessages = {
  'already-done': {
    title: { 'zh-CN': '已有人完成', en: 'Already done' },
    detail: {
      'zh-CN': '{who}已于{when}完成此任务。您填写的内容仍保留在页面上。',
      en: '{who} completed this round at {when}. What you typed is still on the page.',
    },
  },
  'already-excused': {
    title: { 'zh-CN': '已批准免做', en: 'Already excused' },
    detail: { 'zh-CN': '{who}已于{when}批准免做此任务。', en: '{who} excused this round at {when}.' },
  },
  'round-withdrawn': {
    title: { 'zh-CN': '任务已取消', en: 'The round was withdrawn' },
    detail: {
      'zh-CN': '计划已变更或已暂停，此任务不再需要完成。',
      en: 'The plan was changed or suspended; this round need not be done any more.',
    },
  },
  'not-open-yet': {
    title: { 'zh-CN': '尚未到开始时间', en: 'Not open yet' },
    detail: { 'zh-CN': '此任务自{when}起方可完成。', en: 'This round can be done from {when}.' },
  },
  'make-up-forbidden': {
    title: { 'zh-CN': '已过期，不能补做', en: 'Missed, and cannot be made up' },
    detail: {
      'zh-CN': '此项工作不允许补做，请填写未完成原因。',
      en: 'This duty cannot be made up. Please state why it was missed.',
    },
  },
  'not-missed': {
    title: { 'zh-CN': '任务尚未过期', en: 'The round is not missed' },
    detail: { 'zh-CN': '只有过期未做的任务需要填写原因。', en: 'Only a missed round takes a reason.' },
  },
  'already-missed': {
    title: { 'zh-CN': '任务已过期未做', en: 'The round was missed' },
    detail: {
      'zh-CN': '已过期的任务不能改期、延期或申请免做，请补做或填写未做原因。',
      en: 'A missed round cannot be moved or excused any more. Make it up, or state why it was missed.',
    },
  },
  'round-in-progress': {
    title: { 'zh-CN': '任务正在执行', en: 'The round is in progress' },
    detail: {
      'zh-CN': '已有人开始执行，不能批量改期；如需改期请打开该任务办理。',
      en: 'Somebody has begun it. Open the round itself to move it.',
    },
  },
  'already-planned-then': {
    title: { 'zh-CN': '已安排在这一天', en: 'Planned for that day already' },
    detail: { 'zh-CN': '日期没有变化，不需要改期。', en: 'Its day would not change.' },
  },
  'outside-period': {
    title: { 'zh-CN': '超出本周期', en: 'Outside its period' },
    detail: {
      'zh-CN': '按周期计次的任务只能改到本周期内的日期。',
      en: 'What is to be done so often a period can only be moved within its period.',
    },
  },
  'no-miss-reason': {
    title: { 'zh-CN': '尚未填写原因', en: 'No reason was given yet' },
    detail: {
      'zh-CN': '请等执行科室填写未做原因后再确认。',
      en: 'It can be acknowledged once the performer has stated why it was missed.',
    },
  },
  'already-acknowledged': {
    title: { 'zh-CN': '原因已确认', en: 'The reason was acknowledged' },
    detail: {
      'zh-CN': '归口科室已确认此原因，不能再修改。',
      en: 'The owning unit has acknowledged it; it cannot be changed any more.',
    },
  },
  'not-done': {
    title: { 'zh-CN': '任务尚未完成', en: 'The round is not done' },
    detail: { 'zh-CN': '没有可以撤销或更正的完成记录。', en: 'There is no completion to undo or correct.' },
  },
  'undo-too-late': {
    title: { 'zh-CN': '已超过撤销时限', en: 'Too late to undo' },
    detail: {
      'zh-CN': '本人可在15分钟内撤销，之后请科室负责人说明理由后撤销。',
      en: 'You can undo within 15 minutes; after that a lead can, with a reason.',
    },
  },
  'correction-too-late': {
    title: { 'zh-CN': '已超过更正时限', en: 'Too late to correct' },
    detail: {
      'zh-CN': '本人可在24小时内更正，之后请科室负责人更正。',
      en: 'You can correct within 24 hours; after that a lead can.',
    },
  },
  'no-late-entry': {
    title: { 'zh-CN': '不是补录', en: 'Not a late entry' },
    detail: {
      'zh-CN': '只有补录的完成记录需要确认。',
      en: 'Only a completion that was entered late is confirmed.',
    },
  },
  'already-confirmed': {
    title: { 'zh-CN': '已确认', en: 'Already confirmed' },
    detail: { 'zh-CN': '此项已由他人确认。', en: 'Somebody has confirmed it already.' },
  },
  'excuse-pending': {
    title: { 'zh-CN': '免做申请待审批', en: 'An excuse is waiting' },
    detail: {
      'zh-CN': '此任务已有一份免做申请，正在等待归口科室审批。',
      en: 'This round has a request to be excused; the owning unit will decide.',
    },
  },
  'no-excuse-pending': {
    title: { 'zh-CN': '没有待审批的免做申请', en: 'No request is waiting' },
    detail: {
      'zh-CN': '此任务没有等待审批的免做申请。',
      en: 'This round has no request to be excused that waits for a decision.',
    },
  },
  'duty-closed': {
    title: { 'zh-CN': '例行工作已停用', en: 'The duty is closed' },
    detail: { 'zh-CN': '已停用的例行工作不能再修改。', en: 'A closed duty cannot be changed.' },
  },
  'unit-in-use': {
    title: { 'zh-CN': '科室仍在使用', en: 'The unit is in use' },
    detail: {
      'zh-CN': '请先处理其下级科室、设备设施，以及归口和执行的例行工作。',
      en: 'First settle the units below it, its assets, and the duties it owns or performs.',
    },
  },
  'no-draw-secret': {
    title: { 'zh-CN': '无法抽签', en: 'Nothing can be drawn' },
    detail: {
      'zh-CN':
        '本系统尚未设置抽签用的密钥（ROUNDS_SECRET），日期和对象暂不能抽取。请联系信息科设置，或改用其他安排方式。',
      en: 'This service has no secret to draw by (ROUNDS_SECRET), so dates and targets cannot be drawn. Ask those who run it to set one, or choose another way.',
    },
  },
  'already-suspended': {
    title: { 'zh-CN': '已暂停', en: 'Already suspended' },
    detail: { 'zh-CN': '该时段已暂停，请先恢复。', en: 'It is suspended for that time. Resume it first.' },
  },
  'not-suspended': {
    title: { 'zh-CN': '未暂停', en: 'Not suspended' },
    detail: { 'zh-CN': '当前没有生效的暂停。', en: 'There is no suspension to end.' },
  },
} satisfies Record<string, Refused>
