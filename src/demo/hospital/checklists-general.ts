import type { SeedChecklist } from './types.ts'

export const generalChecklists: SeedChecklist[] = [
  {
    slug: 'meeting',
    title: { 'zh-CN': '会议', en: 'Meeting' },
    items: [
      {
        slug: 'quorum',
        text: { 'zh-CN': '应到人员到齐，缺席有请假', en: 'Those expected are present, absences excused' },
      },
      { slug: 'agenda', text: { 'zh-CN': '议题会前已通知', en: 'Agenda was sent out beforehand' } },
      {
        slug: 'last-actions',
        text: {
          'zh-CN': '上次会议决定事项已逐项回顾',
          en: 'Decisions of the last meeting were gone through',
        },
      },
      { slug: 'discussion', text: { 'zh-CN': '讨论意见已记录', en: 'Discussion is on record' } },
      {
        slug: 'decisions',
        text: { 'zh-CN': '决定事项明确到人、到期限', en: 'Every decision names a person and a date' },
      },
      { slug: 'minutes', text: { 'zh-CN': '会议记录已签字归档', en: 'Minutes are signed and filed' } },
    ],
  },
  {
    slug: 'training',
    title: { 'zh-CN': '培训', en: 'Training' },
    items: [
      { slug: 'plan', text: { 'zh-CN': '内容与培训计划一致', en: 'Content is as planned' } },
      { slug: 'teacher', text: { 'zh-CN': '授课人与课件已落实', en: 'Teacher and slides are ready' } },
      { slug: 'attendance', text: { 'zh-CN': '签到表完整', en: 'Attendance list is complete' } },
      {
        slug: 'absent-staff',
        text: { 'zh-CN': '缺席人员已安排补课', en: 'Absent staff have a date to catch up' },
      },
      {
        slug: 'evaluation',
        text: { 'zh-CN': '培训后有考核或提问', en: 'Learning was tested or questions asked' },
      },
      {
        slug: 'feedback',
        text: { 'zh-CN': '学员意见已收集', en: 'Opinions of those taught were collected' },
      },
      { slug: 'filed', text: { 'zh-CN': '课件、签到、照片已归档', en: 'Slides, list and photos are filed' } },
    ],
  },
  {
    slug: 'drill',
    title: { 'zh-CN': '应急演练', en: 'Drill' },
    items: [
      { slug: 'scenario', text: { 'zh-CN': '演练方案与脚本已批准', en: 'Scenario and script are approved' } },
      {
        slug: 'notice',
        text: { 'zh-CN': '参演科室与人员已通知', en: 'Departments and people taking part are informed' },
      },
      {
        slug: 'alarm',
        text: { 'zh-CN': '报告与启动流程正确', en: 'Alarm and start followed the procedure' },
      },
      { slug: 'arrival', text: { 'zh-CN': '人员按时到位', en: 'People were in place in time' } },
      {
        slug: 'supplies',
        text: { 'zh-CN': '应急物资到位且可用', en: 'Emergency supplies at hand and usable' },
      },
      {
        slug: 'protection',
        text: { 'zh-CN': '个人防护符合要求', en: 'Protective equipment worn correctly' },
      },
      {
        slug: 'coordination',
        text: { 'zh-CN': '部门间联络畅通', en: 'Departments could reach one another' },
      },
      { slug: 'patients', text: { 'zh-CN': '病人安全转移与安置', en: 'Patients moved and settled safely' } },
      { slug: 'review', text: { 'zh-CN': '现场点评与总结已完成', en: 'Review was held on the spot' } },
      {
        slug: 'improvement',
        text: { 'zh-CN': '改进措施明确责任人', en: 'Improvements have someone in charge' },
      },
    ],
  },
]
