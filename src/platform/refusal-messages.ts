import type { RefusalCode } from '../domain/errors.ts'
import { plural, type Message } from './i18n.ts'

type Refused = { title: Message; detail: Message }

/** What is wrong (title) and what to do (detail), for every code. */
export const refusalMessages: Record<RefusalCode | 'fault', Refused> = {
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
  'already-done': {
    title: { 'zh-CN': '已有人完成', en: 'Already done' },
    detail: {
      'zh-CN': '{who}已于{when}完成此任务。您填写的内容仍保留在页面上。',
      en: '{who} completed this round at {when}. What you typed is still on the page.',
    },
  },
  'already-excused': {
    title: { 'zh-CN': '已批准免做', en: 'Already excused' },
    detail: { 'zh-CN': '{who}已于{when}批准免做此任务。', en: '{who} excused this round at {when}.' },
  },
  'round-withdrawn': {
    title: { 'zh-CN': '任务已取消', en: 'The round was withdrawn' },
    detail: {
      'zh-CN': '计划已变更或已暂停，此任务不再需要完成。',
      en: 'The plan was changed or suspended; this round need not be done any more.',
    },
  },
  'not-open-yet': {
    title: { 'zh-CN': '尚未到开始时间', en: 'Not open yet' },
    detail: { 'zh-CN': '此任务自{when}起方可完成。', en: 'This round can be done from {when}.' },
  },
  'make-up-forbidden': {
    title: { 'zh-CN': '已过期，不能补做', en: 'Missed, and cannot be made up' },
    detail: {
      'zh-CN': '此项工作不允许补做，请填写未完成原因。',
      en: 'This duty cannot be made up. Please state why it was missed.',
    },
  },
  'not-missed': {
    title: { 'zh-CN': '任务尚未过期', en: 'The round is not missed' },
    detail: { 'zh-CN': '只有过期未做的任务需要填写原因。', en: 'Only a missed round takes a reason.' },
  },
  'already-missed': {
    title: { 'zh-CN': '任务已过期未做', en: 'The round was missed' },
    detail: {
      'zh-CN': '已过期的任务不能改期、延期或申请免做，请补做或填写未做原因。',
      en: 'A missed round cannot be moved or excused any more. Make it up, or state why it was missed.',
    },
  },
  'round-in-progress': {
    title: { 'zh-CN': '任务正在执行', en: 'The round is in progress' },
    detail: {
      'zh-CN': '已有人开始执行，不能批量改期；如需改期请打开该任务办理。',
      en: 'Somebody has begun it. Open the round itself to move it.',
    },
  },
  'already-planned-then': {
    title: { 'zh-CN': '已安排在这一天', en: 'Planned for that day already' },
    detail: { 'zh-CN': '日期没有变化，不需要改期。', en: 'Its day would not change.' },
  },
  'outside-period': {
    title: { 'zh-CN': '超出本周期', en: 'Outside its period' },
    detail: {
      'zh-CN': '按周期计次的任务只能改到本周期内的日期。',
      en: 'What is to be done so often a period can only be moved within its period.',
    },
  },
  'no-miss-reason': {
    title: { 'zh-CN': '尚未填写原因', en: 'No reason was given yet' },
    detail: {
      'zh-CN': '请等执行科室填写未做原因后再确认。',
      en: 'It can be acknowledged once the performer has stated why it was missed.',
    },
  },
  'already-acknowledged': {
    title: { 'zh-CN': '原因已确认', en: 'The reason was acknowledged' },
    detail: {
      'zh-CN': '归口科室已确认此原因，不能再修改。',
      en: 'The owning unit has acknowledged it; it cannot be changed any more.',
    },
  },
  'not-done': {
    title: { 'zh-CN': '任务尚未完成', en: 'The round is not done' },
    detail: { 'zh-CN': '没有可以撤销或更正的完成记录。', en: 'There is no completion to undo or correct.' },
  },
  'undo-too-late': {
    title: { 'zh-CN': '已超过撤销时限', en: 'Too late to undo' },
    detail: {
      'zh-CN': '本人可在15分钟内撤销，之后请科室负责人说明理由后撤销。',
      en: 'You can undo within 15 minutes; after that a lead can, with a reason.',
    },
  },
  'correction-too-late': {
    title: { 'zh-CN': '已超过更正时限', en: 'Too late to correct' },
    detail: {
      'zh-CN': '本人可在24小时内更正，之后请科室负责人更正。',
      en: 'You can correct within 24 hours; after that a lead can.',
    },
  },
  'no-late-entry': {
    title: { 'zh-CN': '不是补录', en: 'Not a late entry' },
    detail: {
      'zh-CN': '只有补录的完成记录需要确认。',
      en: 'Only a completion that was entered late is confirmed.',
    },
  },
  'already-confirmed': {
    title: { 'zh-CN': '已确认', en: 'Already confirmed' },
    detail: { 'zh-CN': '此项已由他人确认。', en: 'Somebody has confirmed it already.' },
  },
  'excuse-pending': {
    title: { 'zh-CN': '免做申请待审批', en: 'An excuse is waiting' },
    detail: {
      'zh-CN': '此任务已有一份免做申请，正在等待归口科室审批。',
      en: 'This round has a request to be excused; the owning unit will decide.',
    },
  },
  'no-excuse-pending': {
    title: { 'zh-CN': '没有待审批的免做申请', en: 'No request is waiting' },
    detail: {
      'zh-CN': '此任务没有等待审批的免做申请。',
      en: 'This round has no request to be excused that waits for a decision.',
    },
  },
  'duty-closed': {
    title: { 'zh-CN': '例行工作已停用', en: 'The duty is closed' },
    detail: { 'zh-CN': '已停用的例行工作不能再修改。', en: 'A closed duty cannot be changed.' },
  },
  'unit-in-use': {
    title: { 'zh-CN': '科室仍在使用', en: 'The unit is in use' },
    detail: {
      'zh-CN': '请先处理其下级科室、设备设施，以及归口和执行的例行工作。',
      en: 'First settle the units below it, its assets, and the duties it owns or performs.',
    },
  },
  'no-draw-secret': {
    title: { 'zh-CN': '无法抽签', en: 'Nothing can be drawn' },
    detail: {
      'zh-CN':
        '本系统尚未设置抽签用的密钥（ROUNDS_SECRET），日期和对象暂不能抽取。请联系信息科设置，或改用其他安排方式。',
      en: 'This service has no secret to draw by (ROUNDS_SECRET), so dates and targets cannot be drawn. Ask those who run it to set one, or choose another way.',
    },
  },
  'already-suspended': {
    title: { 'zh-CN': '已暂停', en: 'Already suspended' },
    detail: { 'zh-CN': '该时段已暂停，请先恢复。', en: 'It is suspended for that time. Resume it first.' },
  },
  'not-suspended': {
    title: { 'zh-CN': '未暂停', en: 'Not suspended' },
    detail: { 'zh-CN': '当前没有生效的暂停。', en: 'There is no suspension to end.' },
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
