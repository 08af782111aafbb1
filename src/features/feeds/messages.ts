import { messagesOf } from '../../platform/i18n.ts'

export const feedMessages = messagesOf({
  noSuchFeed: { 'zh-CN': '此日历地址无效或已撤销。', en: 'There is no calendar at this address.' },

  title: { 'zh-CN': '日历订阅', en: 'Feeds' },
  lead: {
    'zh-CN': '在您常用的日历软件中查看任务。任务变动后，日历会自行更新。',
    en: 'See rounds in the calendar you already use. It follows when they change.',
  },
  listCaption: { 'zh-CN': '我的订阅', en: 'My feeds' },
  none: { 'zh-CN': '还没有订阅', en: 'No feeds yet' },
  noneHint: {
    'zh-CN': '新建一个订阅，把地址添加到日历软件即可。',
    en: 'Make one, then add its address to your calendar program.',
  },
  name: { 'zh-CN': '名称', en: 'Name' },
  nameHint: { 'zh-CN': '日历软件中显示的名称', en: 'What the calendar program will call it' },
  scope: { 'zh-CN': '范围', en: 'Scope' },
  language: { 'zh-CN': '语言', en: 'Language' },
  lastFetched: { 'zh-CN': '最近读取', en: 'Last fetched' },
  neverFetched: { 'zh-CN': '尚未被读取', en: 'Never yet' },
  fetchedBy: { 'zh-CN': '（{program}）', en: ' by {program}' },
  actions: { 'zh-CN': '操作', en: 'Actions' },
  make: { 'zh-CN': '新建订阅', en: 'Make a feed' },
  revoke: { 'zh-CN': '撤销', en: 'Revoke' },

  scopeMine: { 'zh-CN': '我的任务', en: 'My rounds' },
  scopeMineHint: {
    'zh-CN': '指派给我的，以及本科室未指派到人的任务',
    en: 'What is assigned to me, or to nobody in my units',
  },
  scopeMember: { 'zh-CN': '某一人员的任务', en: 'Rounds of one person' },
  scopeUnit: { 'zh-CN': '科室：{name}', en: 'Unit: {name}' },
  scopeDuty: { 'zh-CN': '例行工作：{name}', en: 'Duty: {name}' },
  scopeOrganisation: { 'zh-CN': '全院任务', en: 'The whole organisation' },
  scopeGone: { 'zh-CN': '已不存在', en: 'no longer there' },

  madeTitle: { 'zh-CN': '订阅已建立：{name}', en: 'The feed is made: {name}' },
  madeOnce: {
    'zh-CN': '地址只显示这一次，请现在就添加到日历软件。',
    en: 'The address is shown only this once. Add it to your calendar program now.',
  },
  address: { 'zh-CN': '订阅地址', en: 'Address' },
  copy: { 'zh-CN': '复制地址', en: 'Copy the address' },
  addressHint: { 'zh-CN': '选中并复制全部内容', en: 'Select all of it and copy' },
  holder: {
    'zh-CN':
      '知道此地址的人都能看到其中任务的名称、地点、时间和状态，看不到执行记录、备注、照片和人员姓名。请勿转发；如已泄露，请撤销后重建。',
    en: 'Whoever knows this address sees the titles, places, times and states of these rounds; no records, notes, photos or names of people. Do not pass it on. If it got out, revoke it and make another.',
  },
  holderSeesNames: {
    'zh-CN':
      '知道此地址的人都能看到其中任务的名称、地点、时间、状态和被指派人的姓名，看不到执行记录、备注和照片。请勿转发；如已泄露，请撤销后重建。',
    en: 'Whoever knows this address sees the titles, places, times and states of these rounds and whom they are assigned to; no records, notes or photos. Do not pass it on. If it got out, revoke it and make another.',
  },
  openApple: { 'zh-CN': '在苹果日历中打开', en: 'Open in Apple Calendar' },
  openOutlook: { 'zh-CN': '在 Outlook 网页版中打开', en: 'Open in Outlook on the web' },
  openGoogle: { 'zh-CN': '在 Google 日历中打开', en: 'Open in Google Calendar' },
  qr: { 'zh-CN': '用手机扫描二维码添加', en: 'Scan with a phone to add it' },
  backToFeeds: { 'zh-CN': '返回日历订阅', en: 'Back to feeds' },

  howTo: { 'zh-CN': '如何添加，多久更新一次', en: 'How to add it, and how often it updates' },
  howToLead: {
    'zh-CN': '多久更新由日历软件决定，我们无法加快。当前状态以本系统页面为准。',
    en: 'Each program decides how often it looks; we cannot hurry it. What holds this minute is on the pages here.',
  },
  outlook: { 'zh-CN': 'Outlook', en: 'Outlook' },
  outlookHow: {
    'zh-CN':
      '网页版和新版：日历 → 添加日历 → 从 Web 订阅，粘贴 https 地址。经典版：文件 → 帐户设置 → Internet 日历 → 新建。约3小时更新一次，有时长达24小时，不能设置。',
    en: 'On the web and new Outlook: Calendar → Add calendar → Subscribe from web, paste the https address. Classic: File → Account Settings → Internet Calendars → New. Updates about every 3 hours, sometimes only after 24; it cannot be set.',
  },
  google: { 'zh-CN': 'Google 日历', en: 'Google Calendar' },
  googleHow: {
    'zh-CN': '电脑网页版：其他日历旁的“+” → 通过网址添加，粘贴 https 地址。每4至24小时更新一次，不能设置。',
    en: 'On a computer: + beside Other calendars → From URL, paste the https address. Updates every 4 to 24 hours; it cannot be set.',
  },
  apple: { 'zh-CN': '苹果日历（iPhone、iPad、Mac）', en: 'Apple Calendar (iPhone, iPad, Mac)' },
  appleHow: {
    'zh-CN': '点击“在苹果日历中打开”，或扫描二维码。更新间隔可在日历的设置中选择，从5分钟到每周。',
    en: 'Press “Open in Apple Calendar” or scan the code. How often it updates is yours to set in Calendar, from 5 minutes to a week.',
  },
  thunderbird: { 'zh-CN': 'Thunderbird', en: 'Thunderbird' },
  thunderbirdHow: {
    'zh-CN': '新建日历 → 网络上的日历，粘贴 https 地址（不要用 webcal）。更新间隔可在日历属性中设置。',
    en: 'New calendar → On the network, paste the https address (not webcal). How often it updates is set in the calendar’s properties.',
  },

  revokeTitle: { 'zh-CN': '撤销订阅“{name}”？', en: 'Revoke the feed “{name}”?' },
  revokeEffect: {
    'zh-CN':
      '地址立即失效，使用它的日历软件在下次读取时将不再更新，其中的任务可能消失。此操作不能恢复。任务本身不受影响。',
    en: 'Its address stops working at once: programs that use it no longer update and may drop its events. It cannot be brought back. The rounds themselves stay as they are.',
  },
  revokeFetched: {
    'zh-CN': '最近一次读取：{when}（{program}）。',
    en: 'It was last fetched {when}, by {program}.',
  },
  revokeConfirm: { 'zh-CN': '撤销此订阅', en: 'Revoke this feed' },
  keep: { 'zh-CN': '保留', en: 'Keep it' },
})

export const programMessages = messagesOf({
  google: { 'zh-CN': 'Google 日历', en: 'Google Calendar' },
  outlook: { 'zh-CN': 'Outlook', en: 'Outlook' },
  apple: { 'zh-CN': '苹果日历', en: 'Apple Calendar' },
  thunderbird: { 'zh-CN': 'Thunderbird', en: 'Thunderbird' },
  evolution: { 'zh-CN': 'Evolution', en: 'Evolution' },
  icsx5: { 'zh-CN': 'ICSx⁵', en: 'ICSx⁵' },
  browser: { 'zh-CN': '浏览器', en: 'a browser' },
  other: { 'zh-CN': '其他软件', en: 'another program' },
})
