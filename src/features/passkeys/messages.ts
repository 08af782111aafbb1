import { messagesOf } from '../../platform/i18n.ts'

export const passkeyMessages = messagesOf({
  title: { 'zh-CN': '通行密钥', en: 'Passkeys' },
  lead: {
    'zh-CN': '用指纹、面容或锁屏密码登录，不再需要链接或登录码。',
    en: 'Sign in with your finger, your face or the code of your screen lock: no link, no code.',
  },
  backToAccount: { 'zh-CN': '我的账户', en: 'My account' },
  none: { 'zh-CN': '还没有通行密钥', en: 'No passkeys yet' },
  caption: { 'zh-CN': '您的通行密钥', en: 'Your passkeys' },
  name: { 'zh-CN': '名称', en: 'Name' },
  nameHint: { 'zh-CN': '方便日后辨认，如“我的手机”', en: 'To know it again, such as “my phone”' },
  defaultName: { 'zh-CN': '我的{device}', en: 'My {device}' },
  device: { 'zh-CN': '设备', en: 'device' },
  added: { 'zh-CN': '添加时间', en: 'Added' },
  used: { 'zh-CN': '上次使用', en: 'Last used' },
  neverUsed: { 'zh-CN': '尚未使用', en: 'not yet' },

  addTitle: { 'zh-CN': '添加通行密钥', en: 'Add a passkey' },
  addHelp: {
    'zh-CN': '通行密钥保存在您自己的设备上；指纹和面容不会离开设备。',
    en: 'It stays on your own device. Your fingerprint and your face never leave it.',
  },
  ownDevice: {
    'zh-CN': '请只在自己的手机或电脑上添加，不要在公用电脑上添加。',
    en: 'Add one on your own phone or computer only, never on one that others use.',
  },
  add: { 'zh-CN': '添加通行密钥', en: 'Add a passkey' },
  unable: {
    'zh-CN': '这个浏览器不能使用通行密钥。请换用较新的浏览器，或继续用登录链接、登录码登录。',
    en: 'This browser cannot use passkeys. Try a newer one, or go on signing in by link or code.',
  },
  full: {
    'zh-CN': '最多{most}个，请先删除不再使用的。',
    en: 'You have {most}, and more are not possible. Remove one that you no longer use.',
  },
  cancelled: {
    'zh-CN': '已取消或超时，请重试。',
    en: 'Cancelled, or it took too long. Please try again.',
  },
  known: { 'zh-CN': '此设备上已有您的通行密钥。', en: 'This device has a passkey of yours already.' },

  edit: { 'zh-CN': '通行密钥“{name}”', en: 'Passkey “{name}”' },
  removeTitle: { 'zh-CN': '删除', en: 'Remove it' },
  removeMeans: {
    'zh-CN': '删除后，不能再用它登录。设备上保存的那一份，请在设备的密码设置中删除。',
    en: 'It signs nobody in any more. The half on your device is removed in the device’s own settings.',
  },
  remove: { 'zh-CN': '删除通行密钥', en: 'Remove the passkey' },

  signIn: { 'zh-CN': '用通行密钥登录', en: 'Sign in with a passkey' },
  refusedTitle: { 'zh-CN': '未能登录', en: 'You are not signed in' },
  refusedLead: {
    'zh-CN': '此通行密钥在这里无效，或等待时间过长。',
    en: 'This passkey opens nothing here, or it took too long.',
  },
  refusedHelp: {
    'zh-CN': '请重试；仍不行时，请用登录链接或登录码登录。',
    en: 'Try again. If that does not help, sign in by link or code.',
  },
  again: { 'zh-CN': '返回登录页', en: 'Back to the sign-in page' },

  suggestion: { 'zh-CN': '下次直接用指纹或面容登录', en: 'Next time, sign in with your finger or face' },
  suggestionHelp: {
    'zh-CN': '在自己的设备上添加通行密钥，一分钟即可。',
    en: 'Add a passkey on this device of yours; it takes a minute.',
  },
  suggestionYes: { 'zh-CN': '去添加', en: 'Add one' },
  suggestionNo: { 'zh-CN': '不用了', en: 'No, thanks' },
})
