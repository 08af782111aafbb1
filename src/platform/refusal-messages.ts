import type { RefusalCode } from '../domain/errors.ts'
import { plural, type Message } from './i18n.ts'
import { workRefusalMessages } from './work-refusal-messages.ts'

export type Refused = { title: Message; detail: Message }

/** What is wrong (title) and what to do (detail), for every code. */
export const refusalMessages: Record<RefusalCode | 'fault', Refused> = {
  ...workRefusalMessages,
  malformed: {
    title: { 'zh-CN': '请求无法识别', en: 'The request cannot be read' },
    detail: { 'zh-CN': '请检查请求的格式后重试。', en: 'Check the form of the request and send it again.' },
  },
  'not-signed-in': {
    title: { 'zh-CN': '请先登录', en: 'Please sign in' },
    detail: {
      'zh-CN': '您尚未登录，或登录已过期。',
      en: 'You are not signed in, or your session has ended.',
    },
  },
  'bad-token': {
    title: { 'zh-CN': '访问令牌无效', en: 'The access token is not good' },
    detail: {
      'zh-CN': '令牌有误、已过期或已撤销，或其创建人已停用。请由系统管理员新建令牌。',
      en: 'It is mistyped, expired or revoked, or its maker’s account is closed. An administrator can make another.',
    },
  },
  'not-allowed': {
    title: { 'zh-CN': '没有权限', en: 'Not allowed' },
    detail: {
      'zh-CN': '您的角色不能进行此操作，请联系科室负责人或系统管理员。',
      en: 'Your role does not permit this. Ask the lead of the unit or an administrator.',
    },
  },
  'own-browser-only': {
    title: { 'zh-CN': '请在自己的浏览器中操作', en: 'Only in a browser of your own' },
    detail: {
      'zh-CN': '访问令牌和科室的公用平板不能进行此操作。请在自己的电脑或手机上登录后再操作。',
      en: 'Programs with an access token and shared tablets cannot do this. Sign in on a device of your own.',
    },
  },
  'cross-site': {
    title: { 'zh-CN': '已拒绝外部网站的请求', en: 'A request from another site was refused' },
    detail: { 'zh-CN': '请在本系统的页面中重新操作。', en: 'Open the page here and do it again.' },
  },
  'not-found': {
    title: { 'zh-CN': '找不到内容', en: 'Not found' },
    detail: {
      'zh-CN': '它不存在，或不属于您。请从列表中重新打开。',
      en: 'It does not exist, or it is not yours. Open it again from a list.',
    },
  },
  'method-not-allowed': {
    title: { 'zh-CN': '不支持该操作', en: 'Method not allowed' },
    detail: { 'zh-CN': '该地址不支持这种请求方式。', en: 'This address does not take this kind of request.' },
  },
  'last-admin': {
    title: { 'zh-CN': '至少保留一名系统管理员', en: 'The last administrator' },
    detail: { 'zh-CN': '请先指定另一名系统管理员。', en: 'Make somebody else an administrator first.' },
  },
  'member-closed': {
    title: { 'zh-CN': '账户已停用', en: 'The account is closed' },
    detail: {
      'zh-CN': '已停用的账户不能登录，如需使用请由系统管理员先恢复。',
      en: 'A closed account cannot sign in. An administrator can open it again first.',
    },
  },
  'admin-has-no-deputy': {
    title: { 'zh-CN': '系统管理员不设代理人', en: 'An administrator has no deputy' },
    detail: {
      'zh-CN':
        '系统管理员没有要执行的任务，其权限也不能转给他人代理。休假期间请由另一名系统管理员处理；没有的，请先新增一名。',
      en: 'An administrator has no rounds to do, and nobody is given an administrator’s rights for a while. Another administrator takes over; if there is none, add one first.',
    },
  },
  'nothing-to-stand-in-for': {
    title: { 'zh-CN': '不需要代理人', en: 'There is nothing to stand in for' },
    detail: {
      'zh-CN': '查阅人没有要执行的任务，休假时不需要安排代理。',
      en: 'A viewer has no rounds to do, so nobody has to do them meanwhile.',
    },
  },
  'leave-over': {
    title: { 'zh-CN': '代理已结束', en: 'It is over already' },
    detail: {
      'zh-CN': '此次代理已到期或已提前结束，无需再操作。',
      en: 'This leave has ended, or somebody has ended it before. There is nothing left to do.',
    },
  },
  'already-revoked': {
    title: { 'zh-CN': '订阅已撤销', en: 'Already revoked' },
    detail: { 'zh-CN': '此订阅地址已失效。', en: 'This address no longer works.' },
  },
  'token-revoked': {
    title: { 'zh-CN': '令牌已撤销', en: 'Already revoked' },
    detail: { 'zh-CN': '此访问令牌已失效。', en: 'This access token no longer works.' },
  },
  'too-many-tokens': {
    title: { 'zh-CN': '访问令牌数量已达上限', en: 'Too many access tokens' },
    detail: { 'zh-CN': '请先撤销不再使用的令牌。', en: 'Revoke one that is no longer used first.' },
  },
  'too-many-feeds': {
    title: { 'zh-CN': '订阅数量已达上限', en: 'Too many feeds' },
    detail: { 'zh-CN': '请先撤销不再使用的订阅。', en: 'Revoke one that you no longer use first.' },
  },
  'passkey-refused': {
    title: { 'zh-CN': '通行密钥未能添加', en: 'The passkey was not added' },
    detail: {
      'zh-CN': '设备没有给出可用的答复，或等待时间过长，请重试。',
      en: 'Your device gave no answer that we can use, or it took too long. Please try again.',
    },
  },
  'too-many-passkeys': {
    title: { 'zh-CN': '通行密钥数量已达上限', en: 'Too many passkeys' },
    detail: {
      'zh-CN': '最多{most}个，请先删除不再使用的。',
      en: 'At most {most}. Remove one that you no longer use first.',
    },
  },
  'tablet-revoked': {
    title: { 'zh-CN': '平板已停用', en: 'The tablet is revoked already' },
    detail: { 'zh-CN': '此平板已不能登录。', en: 'Nobody can sign in on it any more.' },
  },
  'wrong-pin': {
    title: { 'zh-CN': '数字密码不正确，或已锁定', en: 'Wrong PIN, or a locked one' },
    detail: {
      'zh-CN': '请重试。连续输错5次即锁定，须用登录码、登录链接或通行密钥登录后重新设置。',
      en: 'Try again. Five wrong ones in a row lock it; then sign in by code, link or passkey and set a new one.',
    },
  },
  'stale-version': {
    title: { 'zh-CN': '内容已被他人修改', en: 'Changed in the meantime' },
    detail: {
      'zh-CN': '请刷新后查看最新内容，再提交您的修改。',
      en: 'Load it again to see the latest, then send your change once more.',
    },
  },
  'wrong-type': {
    title: { 'zh-CN': '内容类型不受支持', en: 'Unsupported content type' },
    detail: { 'zh-CN': '接口请使用 application/json。', en: 'The API takes application/json.' },
  },
  invalid: {
    title: { 'zh-CN': '有内容需要修改', en: 'Something needs correcting' },
    detail: {
      'zh-CN': '请按提示修改后重新提交，已填写的内容不会丢失。',
      en: 'Correct what is marked and send it again; nothing you typed is lost.',
    },
  },
  'in-the-future': {
    title: { 'zh-CN': '完成时间在未来', en: 'The time lies ahead' },
    detail: {
      'zh-CN': '完成时间不能晚于现在，请检查设备时钟。',
      en: 'It cannot have been done later than now. Check the clock of your device.',
    },
  },
  'version-missing': {
    title: { 'zh-CN': '缺少版本号', en: 'If-Match is missing' },
    detail: { 'zh-CN': '请在 If-Match 中带上读取时的版本号。', en: 'Send the version you read in If-Match.' },
  },
  'too-large': {
    title: { 'zh-CN': '内容过大', en: 'Too large' },
    detail: {
      'zh-CN': '一次最多提交1 MB。若是文件，请删去图片和不需要的工作表、列，另存后再上传。',
      en: 'At most 1 MB at once. Of a file, leave out pictures and the sheets and columns that are not needed.',
    },
  },
  'too-many': {
    title: { 'zh-CN': '操作过于频繁', en: 'Too many requests' },
    detail: {
      'zh-CN': '请在{seconds}秒后再试。',
      en: ({ seconds }) => `Please try again in ${plural(seconds, 'second')}.`,
    },
  },
  busy: {
    title: { 'zh-CN': '系统繁忙', en: 'Busy' },
    detail: { 'zh-CN': '请稍候几秒再试。', en: 'Please try again in a few seconds.' },
  },
  fault: {
    title: { 'zh-CN': '系统出错', en: 'Something went wrong' },
    detail: {
      'zh-CN': '请稍后重试；如仍有问题，请把请求编号告诉系统管理员。',
      en: 'Try again later; if it persists, give the request id to your administrator.',
    },
  },
}
