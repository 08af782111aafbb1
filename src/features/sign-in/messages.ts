import { messagesOf } from '../../platform/i18n.ts'

export const signInMessages = messagesOf({
  title: { 'zh-CN': '登录', en: 'Sign in' },
  lead: {
    'zh-CN': '请打开科室负责人或系统管理员发给您的登录链接。',
    en: 'Open the sign-in link that your lead or an administrator gave you.',
  },
  none: {
    'zh-CN': '没有链接？请联系所在科室的负责人。',
    en: 'No link? Ask the lead of your unit for one.',
  },

  whose: { 'zh-CN': '{organisation} · {name}', en: '{name} · {organisation}' },
  isYou: {
    'zh-CN': '如果这是您本人，请点击下面的按钮登录。链接只能使用一次。',
    en: 'If this is you, sign in with the button below. The link works once.',
  },
  notYou: {
    'zh-CN': '不是您本人？请不要登录，并告知发给您链接的人。',
    en: 'Not you? Do not sign in, and tell whoever gave you the link.',
  },
  signIn: { 'zh-CN': '登录', en: 'Sign in' },
  otherSession: {
    'zh-CN': '这台设备上现在登录的是{name}，继续后将退出该账户。',
    en: '{name} is signed in here now and will be signed out.',
  },

  deadTitle: { 'zh-CN': '登录链接无效', en: 'This sign-in link does not work' },
  deadLead: {
    'zh-CN': '链接可能已用过、已超过15分钟，或已被新的链接取代。',
    en: 'It was used, is older than 15 minutes, or a newer one took its place.',
  },
  deadHelp: {
    'zh-CN': '请联系科室负责人或系统管理员重新发一个。',
    en: 'Ask your lead or an administrator for a new one.',
  },
})

export const newLinkMessages = messagesOf({
  make: { 'zh-CN': '生成登录链接', en: 'Make a sign-in link' },
  madeTitle: { 'zh-CN': '{name}的登录链接', en: 'Sign-in link for {name}' },
  madeOnce: {
    'zh-CN': '链接只在这里显示一次，请现在发给本人',
    en: 'The link is shown only here and only now: hand it over at once',
  },
  madeUntil: {
    'zh-CN': '{time}前有效，只能使用一次。此前为其生成的链接已失效。',
    en: 'It works once, until {time}. An earlier link of theirs no longer works.',
  },
  holder: {
    'zh-CN': '谁持有此链接，谁就能以其身份登录：请当面或私下发给本人，不要发到群里。',
    en: 'Whoever has the link can sign in as them: give it to them alone, never to a group.',
  },
  address: { 'zh-CN': '登录链接', en: 'Sign-in link' },
  copy: { 'zh-CN': '复制链接', en: 'Copy the link' },
  copied: { 'zh-CN': '已复制', en: 'Copied' },
  backToMembers: { 'zh-CN': '人员', en: 'Members' },
})
