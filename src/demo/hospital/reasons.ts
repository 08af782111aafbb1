import type { Bilingual, ExcuseReason } from './types.ts'

/** What people wrote in the demo's past. */

export const excuseReasons: ExcuseReason[] = [
  {
    code: 'out-of-service',
    text: { 'zh-CN': '设备送厂家维修，未返院', en: 'Device is at the maker for repair' },
  },
  {
    code: 'out-of-service',
    text: { 'zh-CN': '已停用待报废，备用机替代', en: 'Out of use, to be scrapped; spare in place' },
  },
  {
    code: 'in-use',
    text: { 'zh-CN': '抢救患者使用中，无法停机检测', en: 'In use on a critical patient, cannot be stopped' },
  },
  {
    code: 'in-use',
    text: { 'zh-CN': '急诊手术连台，当日未能空出', en: 'Emergency operations all day, never free' },
  },
  { code: 'area-closed', text: { 'zh-CN': '病区改造封闭，暂停收治', en: 'Ward closed for building work' } },
  {
    code: 'area-closed',
    text: { 'zh-CN': '院区停电检修，区域关闭', en: 'Area closed while power was off for repairs' },
  },
  { code: 'not-applicable', text: { 'zh-CN': '本月无手术患者', en: 'No surgical patients this month' } },
  {
    code: 'not-applicable',
    text: { 'zh-CN': '本期无新入院带教人员', en: 'No new trainees in this period' },
  },
  {
    code: 'instruction',
    text: {
      'zh-CN': '上级迎检，院部通知顺延至下期',
      en: 'Put off by the hospital because of an outside inspection',
    },
  },
  {
    code: 'instruction',
    text: {
      'zh-CN': '全院应急响应，院部通知暂停',
      en: 'Paused by the hospital during an emergency response',
    },
  },
]

export const missReasons: Bilingual[] = [
  {
    'zh-CN': '当班收治危重患者多，交接时遗漏',
    en: 'Many critical patients that shift; forgotten at hand-over',
  },
  {
    'zh-CN': '负责人外出进修，未指定代办人',
    en: 'The person in charge was away on training, nobody stood in',
  },
  { 'zh-CN': '月底集中考核，安排冲突', en: 'Clashed with the exams at the end of the month' },
  { 'zh-CN': '采样耗材未到货', en: 'Sampling supplies had not arrived' },
  { 'zh-CN': '人员请病假，排班未及时调整', en: 'Sick leave, and the roster was not changed in time' },
  { 'zh-CN': '误以为由感染管理科统一完成', en: 'Thought the infection control office would do it' },
  { 'zh-CN': '已做但未登记，无法核实', en: 'Done but not recorded, cannot be verified' },
  { 'zh-CN': '新接手岗位，不了解本项工作', en: 'New in the post and not aware of this duty' },
]

export const doneNotes: Bilingual[] = [
  { 'zh-CN': '现场检查，未见异常', en: 'Seen on the spot, nothing unusual' },
  { 'zh-CN': '个别记录字迹不清，已当场提醒', en: 'Some entries hard to read, mentioned on the spot' },
  { 'zh-CN': '两瓶速干手消毒剂未注开启日期，已补', en: 'Two bottles of hand rub without a date, now dated' },
  { 'zh-CN': '利器盒接近上限，已更换', en: 'Sharps bin nearly full, replaced' },
  { 'zh-CN': '电池老化，已申请更换', en: 'Battery is ageing, replacement asked for' },
  { 'zh-CN': '通道堆放杂物，已清理', en: 'Things stood in the way, cleared' },
  { 'zh-CN': '按计划完成，资料已归档', en: 'Done as planned, papers filed' },
  { 'zh-CN': '到会人员齐，决定事项已分工', en: 'All present, decisions assigned' },
  { 'zh-CN': '结果合格，报告单附后', en: 'Results pass, report attached to the file' },
]

export const lateEntryRemarks: Bilingual[] = [
  { 'zh-CN': '当日已完成，系统故障，次日补录', en: 'Done that day; system was down, entered the next day' },
  { 'zh-CN': '现场信号差，回科室后补录', en: 'No signal on the spot, entered back at the office' },
  { 'zh-CN': '先记在纸质本上，现补录', en: 'Was kept on paper first' },
  { 'zh-CN': '夜班完成，休息后补录', en: 'Done on night shift, entered after rest' },
  { 'zh-CN': '等待检验结果，结果出具后补录', en: 'Waited for laboratory results' },
  { 'zh-CN': '忘记点击提交，按原始记录补录', en: 'Forgot to submit, entered from the original record' },
]
