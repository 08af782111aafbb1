import { messagesOf, type Locale } from '../../platform/i18n.ts'

export const signInMessages = messagesOf({
  title: { 'zh-CN': '登录', en: 'Sign in' },
  lead: {
    'zh-CN': '请输入科室负责人或系统管理员告诉您的登录码；如收到的是链接，直接打开即可。',
    en: 'Type the code that your lead or an administrator gave you. If it was a link, just open it.',
  },
  code: { 'zh-CN': '登录码', en: 'Sign-in code' },
  codeHint: {
    'zh-CN': '8位字母和数字，例如 7K3M-Q2X8；不分大小写，短横线可不输',
    en: '8 letters and digits, such as 7K3M-Q2X8. Capitals and the hyphen do not matter.',
  },
  organisation: { 'zh-CN': '机构代码', en: 'Organisation key' },
  organisationHint: {
    'zh-CN': '与登录码一起告诉您的那一串字母和数字',
    en: 'The letters and digits that you were told with the code',
  },
  organisationIs: { 'zh-CN': '机构代码：{key}', en: 'Organisation key: {key}' },
  changeOrganisation: { 'zh-CN': '更改', en: 'Change' },
  none: {
    'zh-CN': '没有登录码，或登录码已过期？请联系所在科室的负责人重新生成，15分钟内有效。',
    en: 'No code, or an old one? Ask the lead of your unit for a new one; it works for 15 minutes.',
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

export const sendAgainMessages = messagesOf({
  title: { 'zh-CN': '您填写的内容还没有提交', en: 'What you typed is not sent yet' },
  lead: {
    'zh-CN': '您已退出登录，填写的内容还在本页。请先在新页面登录，再回到本页点“再次提交”。',
    en: 'You were signed out, and this page keeps what you typed. Sign in on a new page, come back to this one, and send it again.',
  },
  signInBeside: { 'zh-CN': '在新页面登录', en: 'Sign in on a new page' },
  sendAgain: { 'zh-CN': '再次提交', en: 'Send it again' },
})

export const newCodeMessages = messagesOf({
  make: { 'zh-CN': '生成登录码', en: 'Make a sign-in code' },
  madeTitle: { 'zh-CN': '{name}的登录码和链接', en: 'Sign-in code and link for {name}' },
  madeOnce: {
    'zh-CN': '只在这里显示一次，请现在告诉本人',
    en: 'Shown only here and only now: pass it on at once',
  },
  madeUntil: {
    'zh-CN': '{time}前有效。登录码和链接任用其一，只能用一次；此前生成的已失效。',
    en: 'Code or link, whichever is used first, works once, until {time}. What was made before no longer works.',
  },
  holder: {
    'zh-CN': '谁拿到登录码或链接，谁就能以其身份登录：请当面或私下告诉本人，不要发到群里。',
    en: 'Whoever has either can sign in as them: tell them alone, never a group.',
  },
  code: { 'zh-CN': '登录码：念给本人', en: 'The code, to read out' },
  spelled: { 'zh-CN': '念作：{spelling}', en: 'Spelled: {spelling}' },
  typeItIn: { 'zh-CN': '请本人用手机或电脑打开此网址输入：', en: 'They type it in at' },
  showAddressQr: { 'zh-CN': '用二维码打开这个网址', en: 'Show this address as a QR code' },
  addressQr: { 'zh-CN': '扫码打开登录页，再输入登录码', en: 'Opens the page where the code is typed in' },
  link: { 'zh-CN': '链接：扫码或发给本人', en: 'The link, to scan or to send' },
  linkQr: { 'zh-CN': '本人扫码即可登录，不必输入登录码', en: 'Signs them in, without the code' },
  address: { 'zh-CN': '登录链接', en: 'Sign-in link' },
  copy: { 'zh-CN': '复制链接', en: 'Copy the link' },
  backToMembers: { 'zh-CN': '人员', en: 'Members' },
})

/** One and seven sound alike in Chinese; letters are called as in English there. */
const chineseDigits = '零幺二三四五六七八九'

const englishLetters: Record<string, string> = {
  A: 'Alfa',
  B: 'Bravo',
  C: 'Charlie',
  D: 'Delta',
  E: 'Echo',
  F: 'Foxtrot',
  G: 'Golf',
  H: 'Hotel',
  J: 'Juliett',
  K: 'Kilo',
  M: 'Mike',
  N: 'November',
  P: 'Papa',
  Q: 'Quebec',
  R: 'Romeo',
  S: 'Sierra',
  T: 'Tango',
  V: 'Victor',
  W: 'Whiskey',
  X: 'X-ray',
  Y: 'Yankee',
  Z: 'Zulu',
}

/** A code as it is said on the telephone. */
export function spelling(code: string, locale: Locale): string {
  const isChinese = locale === 'zh-CN'
  const nameOf = (one: string) => (isChinese ? chineseDigits[Number(one)] : englishLetters[one]) ?? one
  return Array.from(code, nameOf).join(isChinese ? '、' : ', ')
}
