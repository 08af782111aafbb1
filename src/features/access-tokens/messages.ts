import { messagesOf, plural } from '../../platform/i18n.ts'

export const tokenMessages = messagesOf({
  title: { 'zh-CN': '访问令牌', en: 'Access tokens' },
  lead: {
    'zh-CN': '供其他系统（如排班、人事系统）通过接口读写本系统的数据。',
    en: 'With these, other programs such as the rota or the personnel system use the API.',
  },
  howTo: { 'zh-CN': '接口说明', en: 'How programs use the API' },
  listCaption: { 'zh-CN': '访问令牌，最近新建的在前', en: 'Access tokens, the newest first' },
  none: { 'zh-CN': '还没有访问令牌', en: 'No access tokens yet' },
  noneHint: {
    'zh-CN': '每个系统新建一个，停用某个系统时只需撤销它的令牌。',
    en: 'Make one for each program, so that one can be taken away without the others.',
  },
  program: { 'zh-CN': '系统名称', en: 'Program' },
  programHint: {
    'zh-CN': '例如“排班系统”，操作日志中会显示此名称',
    en: 'Such as “Rota”: the audit trail will call it so',
  },
  maker: { 'zh-CN': '创建人', en: 'Made by' },
  role: { 'zh-CN': '权限', en: 'May' },
  until: { 'zh-CN': '有效期至', en: 'Until' },
  state: { 'zh-CN': '状态', en: 'State' },
  actions: { 'zh-CN': '操作', en: 'Actions' },
  itsChanges: { 'zh-CN': '查看其操作', en: 'What it changed' },

  works: { 'zh-CN': '有效', en: 'Works' },
  expired: { 'zh-CN': '已过期', en: 'Expired' },
  revoked: { 'zh-CN': '已撤销', en: 'Revoked' },
  'maker-closed': { 'zh-CN': '创建人已停用，不能使用', en: 'Dead: its maker’s account is closed' },
  lessNow: {
    'zh-CN': '创建人的角色已变更，现仅为{role}',
    en: 'Only {role} now: its maker’s role has changed',
  },
  withAudit: { 'zh-CN': '{role}，可查看操作日志', en: '{role}, and the audit trail' },

  make: { 'zh-CN': '新建访问令牌', en: 'Make an access token' },
  viewerIs: {
    'zh-CN': '只能读取，范围为您所在的科室及其全部下级',
    en: 'Reads only: your units and all below them',
  },
  viewerOfNothing: {
    'zh-CN': '只能读取您所在科室的内容；您目前不属于任何科室，将读不到内容',
    en: 'Reads only what is of your units; you belong to none, so it would find nothing',
  },
  adminIs: {
    'zh-CN': '读取全院，维护科室、人员和设备，如与人事系统同步',
    en: 'Reads everything and keeps units, members and assets, such as the personnel system',
  },
  rights: { 'zh-CN': '另外授权', en: 'Further rights' },
  audit: { 'zh-CN': '查看操作日志', en: 'Read the audit trail' },
  auditHint: { 'zh-CN': '系统管理员令牌本来就可以查看', en: 'An administrator’s token reads it anyway' },
  validFor: { 'zh-CN': '有效期', en: 'Valid for' },
  validForHint: {
    'zh-CN': '到期前请新建令牌并在对方系统中更换。',
    en: 'Before that, make another and give it to the program.',
  },
  days: { 'zh-CN': '{count}天', en: ({ count }) => plural(count, 'day') },
  rule: {
    'zh-CN':
      '令牌的权限不超过创建人当前的权限：创建人停用后令牌立即失效，创建人的角色变更后令牌权限随之减少。令牌不能用于新建令牌、登录链接或日历订阅。',
    en: 'A token never may more than its maker may at that moment: it dies with the maker’s account and shrinks with the maker’s role. No token makes tokens, sign-in links or feeds.',
  },

  madeTitle: { 'zh-CN': '访问令牌已建立：{name}', en: 'The access token is made: {name}' },
  madeOnce: {
    'zh-CN': '令牌只显示这一次，请现在就复制到对方系统中。',
    en: 'The token is shown only this once. Copy it into the program now.',
  },
  madeUntil: { 'zh-CN': '有效期至{day}。', en: 'It works until {day}.' },
  token: { 'zh-CN': '访问令牌', en: 'Access token' },
  tokenHint: {
    'zh-CN':
      '持有令牌的人可以以此权限使用接口，请像密码一样保管：不要写进程序源码或网址，不要通过聊天软件或邮件发送。',
    en: 'Whoever holds it has these rights. Keep it as you would a password: not in source code, not in an address, not in a chat or mail.',
  },
  copy: { 'zh-CN': '复制令牌', en: 'Copy the token' },
  tryIt: { 'zh-CN': '试一试', en: 'Try it' },
  backToTokens: { 'zh-CN': '返回访问令牌', en: 'Back to access tokens' },

  revoke: { 'zh-CN': '撤销', en: 'Revoke' },
  revokeTitle: { 'zh-CN': '撤销访问令牌“{name}”？', en: 'Revoke the access token “{name}”?' },
  revokeEffect: {
    'zh-CN': '使用它的系统将立即无法访问，此操作不能恢复。它已做的变更不受影响。',
    en: 'The program that uses it is shut out at once, and it cannot be brought back. What it changed stays.',
  },
  revokeConfirm: { 'zh-CN': '撤销此令牌', en: 'Revoke this token' },
  keep: { 'zh-CN': '保留', en: 'Keep it' },
})
