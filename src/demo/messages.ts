import { messagesOf } from '../platform/i18n.ts'

export const demoMessages = messagesOf({
  title: { 'zh-CN': '演示医院', en: 'Demo hospital' },
  choose: {
    'zh-CN': '选择一位人员登录。所有数据都是虚构的，只保存在这台电脑上。',
    en: 'Choose a person to sign in as. Everything here is invented and stays on this machine.',
  },
  signIn: { 'zh-CN': '以此身份登录', en: 'Sign in' },
  supervisor: { 'zh-CN': '分管副院长：看逾期与总体情况', en: 'Vice president: sees what is overdue' },
  planner: {
    'zh-CN': '感染管理科计划人员：制定例行工作',
    en: 'Planner in infection control: makes the duties',
  },
  inspector: { 'zh-CN': '病区护士：完成每天的检查', en: 'Ward nurse: does the rounds' },
  lead: { 'zh-CN': '病区护士长：安排本病区的任务', en: 'Head nurse: steers the rounds of her ward' },
  auditor: { 'zh-CN': '评审专家：查阅记录与审计日志', en: 'Auditor: reads records and the audit trail' },
  admin: { 'zh-CN': '系统管理员：维护科室、人员和设备', en: 'Administrator: keeps units, people and assets' },
  clock: { 'zh-CN': '演示时钟', en: 'The demo’s clock' },
  now: { 'zh-CN': '现在是{now}', en: 'It is now {now}' },
  aDay: { 'zh-CN': '快进一天', en: 'A day on' },
  aWeek: { 'zh-CN': '快进一周', en: 'A week on' },
  aMonth: { 'zh-CN': '快进一个月', en: 'A month on' },
  clockHint: {
    'zh-CN': '只能向前。快进时会照常生成任务、判定逾期与过期。',
    en: 'Forward only. Rounds are planned, become overdue and are missed just as they would.',
  },
  empty: {
    'zh-CN': '演示数据尚未生成，请先运行 npm start。',
    en: 'The demo is not filled yet: run npm start.',
  },
})
