import type { SuccessionFaultCode, SuccessionWarningCode } from './plan-fault.ts'

type Sentence = Readonly<Record<'zh-CN' | 'en', string>>

/** Of intervals, of duties that follow others and of topics. */
export const SUCCESSION_FAULTS: Readonly<Record<SuccessionFaultCode, Sentence>> = {
  'blank-topic': {
    'zh-CN': '这一项没有内容，请填写或删去。',
    en: 'This topic is empty. Write it, or remove it.',
  },
  'expiry-of-assets': {
    'zh-CN': '按证书到期日安排时，对象须为设备（不含科室和人员）：请选择设备，或改为从上次完成起算。',
    en: 'Only assets have certificates that end. Pick assets alone, or count from when it was last done.',
  },
  'no-interval': {
    'zh-CN': '间隔至少1天。',
    en: 'There must be at least a day from one to the next.',
  },
  'no-topics': {
    'zh-CN': '请至少填写一项主题，或取消主题轮换。',
    en: 'Write at least one topic, or leave topics out.',
  },
  'none-next': {
    'zh-CN': '本次完成后才会安排下一次，不能以“下一次开放时”为过期时间：请填写天数，或选择“一直逾期”。',
    en: 'The next one only comes when this one is done, so it cannot end the wait for it. Give a number of days, or never.',
  },
  'skip-ends-it': {
    'zh-CN': '本次不做就不会有下一次，休息日不能跳过：请改为顺延或提前。',
    en: 'Without this one no other would follow, so days off cannot be skipped. Let it be moved instead.',
  },
  'too-many-topics': {
    'zh-CN': '主题最多{most}项，请删减。',
    en: 'There may be at most {most} topics. Remove some.',
  },
  'topic-too-long': {
    'zh-CN': '每项主题不超过{most}个字，请缩短。',
    en: 'A topic may have at most {most} characters. Shorten it.',
  },
  'topics-of-followers': {
    'zh-CN': '跟随其他工作时，主题不能按次轮换：请按月或按季度轮换，或不填，沿用所跟随工作的主题。',
    en: 'What follows another duty cannot change its topic each time. Change it by month or quarter, or leave topics out to take over those of the other duty.',
  },
  'whole-days': {
    'zh-CN': '“{text}”含有小时，请按天、周、月或年填写，例如 P7D（7天）、P6M（6个月）。',
    en: '“{text}” has hours in it. Write days, weeks, months or years, for example P7D (seven days) or P6M (six months).',
  },
}

export const SUCCESSION_WARNINGS: Readonly<Record<SuccessionWarningCode, Sentence>> = {
  'as-if-done': {
    'zh-CN': '下一次的日期要等上一次完成后才能确定；以下按每次都在计划当天完成推算。',
    en: 'When the next one comes depends on when the last one was done. These dates suppose that each is done on its day.',
  },
  'as-if-done-there': {
    'zh-CN': '所跟随的工作完成后才会安排；以下按其都在计划当天完成推算。',
    en: 'These come when the other duty is done. The dates suppose that it is done on its days.',
  },
  'as-if-renewed': {
    'zh-CN': '日期以登记的证书有效期为准；以后各次按每次续期同样长的时间推算。',
    en: 'Dates follow the certificates. Later ones suppose that each is renewed for as long again.',
  },
  'followed-is-closed': {
    'zh-CN': '所跟随的工作已停用，不会再有新的任务。',
    en: 'The duty that it follows is closed, so no more rounds will come.',
  },
  'followed-has-none': {
    'zh-CN': '所跟随的工作没有安排日期：只有手工安排的任务才会带来这里的任务。',
    en: 'The duty that it follows has no dates of its own. Only rounds made by hand there bring one here.',
  },
  'without-certificate': {
    'zh-CN': '{count}台设备没有登记有效期，登记前不会安排。',
    en: '{count} of the assets have no end of validity. Until one is entered, nothing is planned for them.',
  },
}
