import { messagesOf } from '../../platform/i18n.ts'

/** For those who look after tablets. */
export const tabletMessages = messagesOf({
  title: { 'zh-CN': '公用平板', en: 'Shared tablets' },
  lead: {
    'zh-CN': '科室公用的平板：各人选自己的姓名，输入数字密码即可登录，用完换人。',
    en: 'A ward’s tablet: everybody chooses their name, types their PIN, and hands it on.',
  },
  none: { 'zh-CN': '还没有公用平板', en: 'No shared tablets yet' },
  noneHelp: {
    'zh-CN': '请在要公用的那台平板上登录，再打开本页，点“把这台设为公用平板”。',
    en: 'Sign in on the tablet itself, open this page there, and make it a shared one.',
  },
  new: { 'zh-CN': '把这台设为公用平板', en: 'Make this device a shared tablet' },
  caption: { 'zh-CN': '公用平板', en: 'Shared tablets' },
  name: { 'zh-CN': '名称', en: 'Name' },
  nameHint: { 'zh-CN': '如“护士站平板”', en: 'Such as “nurses’ station”' },
  unit: { 'zh-CN': '科室', en: 'Unit' },
  madeBy: { 'zh-CN': '设置人', en: 'Set up by' },
  used: { 'zh-CN': '上次登录', en: 'Last sign-in' },
  neverUsed: { 'zh-CN': '尚无', en: 'not yet' },
  state: { 'zh-CN': '状态', en: 'State' },
  active: { 'zh-CN': '使用中', en: 'In use' },
  revoked: { 'zh-CN': '已停用', en: 'Revoked' },
  revoke: { 'zh-CN': '停用', en: 'Revoke' },
  revokeTitle: { 'zh-CN': '停用“{name}”？', en: 'Revoke “{name}”?' },
  revokeMeans: { 'zh-CN': '停用之后', en: 'What this means' },
  revokeSessions: {
    'zh-CN': '正在这台平板上登录的人立即退出；',
    en: 'Whoever is signed in on it is signed out at once.',
  },
  revokePins: {
    'zh-CN': '各人在这台平板上的数字密码作废；各人自己的设备不受影响。',
    en: 'The PINs set on it are gone. Nobody’s own devices are touched.',
  },
  back: { 'zh-CN': '公用平板', en: 'Shared tablets' },
  here: {
    'zh-CN': '设置之后，您会在这台设备上退出登录，任何人只有用自己的数字密码才能登录。',
    en: 'You are signed out here then. Everybody signs in with a PIN of their own.',
  },
  onlyRounds: {
    'zh-CN': '在公用平板上只能查看和完成任务，不能修改设置。',
    en: 'On a shared tablet people see and do rounds; they change no settings.',
  },
  notYourOwn: {
    'zh-CN': '请只在科室公用的平板上操作，不要在自己的手机或电脑上设置。',
    en: 'Do this on the ward’s tablet only, never on a phone or computer of your own.',
  },
})

/** For everybody who stands before one. */
export const onTabletMessages = messagesOf({
  title: { 'zh-CN': '请选择您的姓名', en: 'Who are you?' },
  where: { 'zh-CN': '{tablet} · {unit}', en: '{tablet} · {unit}' },
  nobody: { 'zh-CN': '还没有人在这台平板上设置数字密码', en: 'Nobody has set a PIN on this tablet yet' },
  find: { 'zh-CN': '按姓名查找', en: 'Find a name' },
  search: { 'zh-CN': '查找', en: 'Find' },
  noneFound: { 'zh-CN': '没有找到“{text}”', en: 'No name has “{text}” in it' },
  all: { 'zh-CN': '显示全部', en: 'Show everybody' },
  locked: { 'zh-CN': '已锁定', en: 'locked' },
  firstTime: { 'zh-CN': '第一次用，或密码已锁定？', en: 'First time here, or locked?' },
  firstTimeHelp: {
    'zh-CN': '请先用登录码、登录链接或通行密钥登录一次，再设置数字密码。',
    en: 'Sign in once by code, link or passkey, and set a PIN.',
  },
  firstTimeGo: { 'zh-CN': '用其他方式登录', en: 'Sign in another way' },

  pin: { 'zh-CN': '数字密码', en: 'PIN' },
  pinHint: { 'zh-CN': '您在这台平板上设置的6位数字', en: 'The six digits that you set on this tablet' },
  signIn: { 'zh-CN': '登录', en: 'Sign in' },
  someoneElse: { 'zh-CN': '不是我，返回', en: 'Not me, back' },

  setTitle: { 'zh-CN': '设置数字密码', en: 'Set your PIN' },
  setLead: {
    'zh-CN': '以后在“{tablet}”上，选姓名、输入这6位数字即可登录。',
    en: 'From now on you sign in on “{tablet}” by your name and these six digits.',
  },
  setHint: {
    'zh-CN': '6位数字；不要用连续或相同的数字，也不要告诉别人',
    en: 'Six digits, not in a row nor all the same. Tell nobody.',
  },
  again: { 'zh-CN': '再输一次', en: 'Once more' },
  set: { 'zh-CN': '保存', en: 'Save' },
  later: { 'zh-CN': '这次先不设置', en: 'Not this time' },
  onlyHere: {
    'zh-CN': '此密码只在这台平板上有效。30分钟没有操作会自动退出。',
    en: 'It is good on this tablet alone. After 30 minutes without a change you are signed out.',
  },

  deadTitle: { 'zh-CN': '此平板已停用', en: 'This tablet was revoked' },
  deadLead: {
    'zh-CN': '它不再是公用平板。如仍要公用，请科室负责人或系统管理员在这台平板上登录后重新设置。',
    en: 'It is no shared tablet any more. To make it one again, a lead or an administrator signs in on it.',
  },
  toSignIn: { 'zh-CN': '前往登录', en: 'Go to sign-in' },

  resumeTitle: {
    'zh-CN': '已自动退出，您填写的内容还在',
    en: 'You were signed out. What you typed is still here',
  },
  resumeLead: {
    'zh-CN': '请{name}输入数字密码，再提交一次。',
    en: '{name}, type your PIN, then send it once more.',
  },
  resumeReady: { 'zh-CN': '您填写的内容还没有提交', en: 'What you typed is not sent yet' },
  resumeReadyLead: { 'zh-CN': '{name}，请点下面的按钮提交。', en: '{name}, send it with the button below.' },
  resumeSend: { 'zh-CN': '提交', en: 'Send it' },
  resumeDrop: { 'zh-CN': '不提交，回到今日', en: 'Do not send it; go to Today' },
})
