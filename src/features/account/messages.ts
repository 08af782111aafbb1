import { messagesOf, plural } from '../../platform/i18n.ts'

export const accountMessages = messagesOf({
  title: { 'zh-CN': '我的账户', en: 'My account' },
  name: { 'zh-CN': '姓名', en: 'Name' },
  role: { 'zh-CN': '角色', en: 'Role' },
  units: { 'zh-CN': '所在科室', en: 'Units' },
  noUnits: { 'zh-CN': '不属于任何科室', en: 'None' },
  between: { 'zh-CN': '、', en: ', ' },
  whoChanges: {
    'zh-CN': '如有错误，请系统管理员更正。',
    en: 'If something is wrong here, an administrator can put it right.',
  },
  language: { 'zh-CN': '界面语言', en: 'Language' },
  more: { 'zh-CN': '我的其他设置', en: 'Also mine' },
  passkeys: { 'zh-CN': '通行密钥', en: 'Passkeys' },
  passkeysAre: {
    'zh-CN': '用指纹、面容或锁屏密码登录，不必再要登录码',
    en: 'Sign in by fingerprint, face or screen lock, without a code',
  },
  leave: { 'zh-CN': '休假与代理', en: 'Leave and deputy' },
  leaveIs: { 'zh-CN': '不在时由谁代做', en: 'Who does your work while you are away' },
  tablets: { 'zh-CN': '公用平板', en: 'Shared tablets' },
  tabletsAre: {
    'zh-CN': '科室公用、各人用数字密码登录的平板',
    en: 'Tablets of the ward, on which everybody signs in by a PIN',
  },
  feeds: { 'zh-CN': '日历订阅', en: 'Calendar feeds' },
  feedsAre: { 'zh-CN': '在手机日历中看到自己的任务', en: 'Your rounds in the calendar of your phone' },

  sessions: { 'zh-CN': '已登录的设备', en: 'Where you are signed in' },
  sessionsLead: {
    'zh-CN': '有不认识的设备，或手机遗失，请立即退出该处登录，并告知系统管理员。',
    en: 'End what you do not recognise, or what you have lost, and tell an administrator.',
  },
  device: { 'zh-CN': '设备', en: 'Device' },
  thisOne: { 'zh-CN': '本机', en: 'this one' },
  onTablet: { 'zh-CN': '科室共用平板“{name}”', en: 'Shared tablet “{name}”' },
  begun: { 'zh-CN': '登录', en: 'Signed in' },
  begunByLink: { 'zh-CN': '用登录链接', en: 'by a link' },
  begunByCode: { 'zh-CN': '用登录码', en: 'by a code' },
  begunByPasskey: { 'zh-CN': '用通行密钥', en: 'by a passkey' },
  begunByPin: { 'zh-CN': '用平板密码', en: 'by a PIN' },
  begunByDemo: { 'zh-CN': '从演示页', en: 'from the demo' },
  used: { 'zh-CN': '最近使用', en: 'Last used' },
  inUse: { 'zh-CN': '正在使用', en: 'Now' },
  ends: { 'zh-CN': '有效期至', en: 'Until' },
  actions: { 'zh-CN': '操作', en: 'Actions' },
  end: { 'zh-CN': '退出', en: 'Sign out' },
  endOf: { 'zh-CN': '：{device}', en: ' of {device}' },
  endOthers: { 'zh-CN': '退出其他所有设备', en: 'Sign out of all others' },
  endAll: { 'zh-CN': '全部退出（含本机）', en: 'Sign out everywhere, here too' },
  endMeans: {
    'zh-CN': '退出后要再登录，需要新的登录码、链接，或通行密钥。',
    en: 'To come back in there, a new code, a link or a passkey is needed.',
  },
  onTabletOnly: {
    'zh-CN': '这是科室共用平板：已登录的设备请在自己的手机或电脑上查看。',
    en: 'This is a shared tablet. Look at your sessions on a device of your own.',
  },
  signOut: { 'zh-CN': '退出登录', en: 'Sign out' },

  signOutTitle: { 'zh-CN': '让{name}在所有设备上退出登录？', en: 'Sign {name} out everywhere?' },
  signOutMember: { 'zh-CN': '退出其所有登录', en: 'Sign out everywhere' },
  signOutMeans: { 'zh-CN': '退出之后', en: 'What this means' },
  losesSessions: {
    'zh-CN':
      '所有手机、电脑和平板上的登录立即失效，还没用的登录码和链接、通行密钥、公用平板上的数字密码也失效；',
    en: 'Every session ends at once, on phones, computers and tablets; their passkeys, tablet PINs, and a code or link that waits for them no longer work.',
  },
  keepsAccount: {
    'zh-CN': '账户照常保留，可以用新的登录码或链接再登录。',
    en: 'The account stays, and a new code or link lets them in again.',
  },
  noneNow: { 'zh-CN': '此人现在没有登录任何设备。', en: 'They are not signed in anywhere now.' },
  someNow: {
    'zh-CN': '此人现在登录在{count}处。',
    en: ({ count }) => `They are signed in in ${plural(count, 'place')} now.`,
  },
  isSelf: {
    'zh-CN': '这是您自己的账户：您会立即退出登录。',
    en: 'This is your own account: you will be signed out at once.',
  },
})
