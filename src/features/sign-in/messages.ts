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
})
