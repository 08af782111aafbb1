import { messagesOf, type Message } from '../../platform/i18n.ts'

/** What the routes of one first path segment are about. */
export const tagMessages: Record<string, Message> = messagesOf({
  units: { 'zh-CN': '科室', en: 'Units' },
  assets: { 'zh-CN': '设备设施', en: 'Assets' },
  members: { 'zh-CN': '人员', en: 'Members' },
  checklists: { 'zh-CN': '检查表', en: 'Checklists' },
  duties: { 'zh-CN': '例行工作', en: 'Duties' },
  library: { 'zh-CN': '工作库', en: 'Library' },
  schedules: { 'zh-CN': '排期试算', en: 'Schedules' },
  rounds: { 'zh-CN': '任务', en: 'Rounds' },
  feeds: { 'zh-CN': '日历订阅', en: 'Feeds' },
  audit: { 'zh-CN': '操作日志', en: 'Audit trail' },
  tokens: { 'zh-CN': '访问令牌', en: 'Access tokens' },
  organisation: { 'zh-CN': '机构设置', en: 'Organisation' },
  'working-days': { 'zh-CN': '工作日历', en: 'Working days' },
  'day-stretches': { 'zh-CN': '停诊与自定日期', en: 'Closures and named days' },
  'holiday-imports': { 'zh-CN': '导入节假日', en: 'Imports of holidays' },
  sessions: { 'zh-CN': '登录会话', en: 'Sessions' },
  passkeys: { 'zh-CN': '通行密钥', en: 'Passkeys' },
  tablets: { 'zh-CN': '科室平板', en: 'Ward tablets' },
  service: { 'zh-CN': '系统运行', en: 'The service' },
  imports: { 'zh-CN': '导入', en: 'Imports' },
  deputies: { 'zh-CN': '代理', en: 'Deputies' },
})
