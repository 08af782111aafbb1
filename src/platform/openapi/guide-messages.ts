import { messagesOf, type Message } from '../i18n.ts'

/** What holds for every route: a part of the docs each, and in English the description of the document. `…` is code. */
export const guide: readonly { id: string; title: Message; text: readonly Message[] }[] = [
  {
    id: 'authentication',
    title: { 'zh-CN': '身份验证', en: 'Who asks' },
    text: [
      {
        'zh-CN':
          '程序在每个请求中带上 `Authorization: Bearer <访问令牌>`。访问令牌由系统管理员在“访问令牌”页面新建，只显示一次，有效期最长一年。',
        en: 'A program sends `Authorization: Bearer <token>` with every request. An administrator makes the token on the page Access tokens; it is shown once and works for a year at most.',
      },
      {
        'zh-CN':
          '令牌的权限是它的角色与创建人当前角色的共同部分。创建人停用、令牌撤销或过期后，下一个请求即返回 401。令牌不能用于新建令牌、登录链接、登录码或日历订阅，这些请求返回 403（`own-browser-only`）。',
        en: 'It may what its role and its maker’s present role both may. Where its maker’s account is closed, or the token is revoked or has expired, the next request is answered 401. No token makes tokens, sign-in links, codes or feeds: 403, `own-browser-only`.',
      },
      {
        'zh-CN':
          '浏览器使用会话 Cookie，且写入只接受来自本系统页面的请求。带有 `Authorization` 时忽略 Cookie。令牌只能放在此请求头中，放在网址或正文中无效。本接口不返回任何 CORS 头。',
        en: 'A browser comes with its session cookie, and its writes only from our own pages. Beside `Authorization` the cookie is ignored. A token counts in that header alone, never in an address or a body. No CORS header is ever sent.',
      },
    ],
  },
  {
    id: 'errors',
    title: { 'zh-CN': '错误', en: 'Errors' },
    text: [
      {
        'zh-CN':
          '错误以 `application/problem+json`（RFC 9457）返回。`title`、`detail` 和 `errors[].message` 按 `Accept-Language` 给出中文或英文，可直接显示给用户；程序请依据不变的 `code` 判断。',
        en: 'They are `application/problem+json` (RFC 9457). `title`, `detail` and `errors[].message` follow `Accept-Language` (zh-CN, en) and may be shown to people; programs go by `code`, which never changes.',
      },
      {
        'zh-CN': '`errors` 列出每个有问题的字段：`path` 为其在正文中的位置。求助时请提供 `requestId`。',
        en: '`errors` names each field that is wrong, `path` as in the body. Give `requestId` when you ask for help.',
      },
    ],
  },
  {
    id: 'lists',
    title: { 'zh-CN': '列表与翻页', en: 'Lists and pages' },
    text: [
      {
        'zh-CN':
          '列表返回 `{ "items": […], "next": "…" }`。`next` 不为 `null` 时，把它作为 `cursor` 参数再次请求即得到下一页。某页可能为空而仍有下一页，请以 `next` 为准。游标无需解读。',
        en: 'A list answers `{ "items": […], "next": "…" }`. Where `next` is not `null`, ask again with it as `cursor` for the next page. A page can be short or empty and still have a next one. What a cursor holds is not for reading.',
      },
    ],
  },
  {
    id: 'versions',
    title: { 'zh-CN': '版本与并发修改', en: 'Versions' },
    text: [
      {
        'zh-CN':
          '可修改的对象带有 `version`，读取单个对象时也在 `ETag` 中。修改时须在 `If-Match` 中带上读到的版本（如 `"3"`）：缺少返回 428，期间被他人修改返回 412，请重新读取后再改。',
        en: 'What can be changed has a `version`, which reading it alone also answers as `ETag`. A change sends the version it has read in `If-Match` (`"3"`): without it 428; changed by somebody in the meantime, 412: read again, then send it again.',
      },
      {
        'zh-CN':
          '完成任务时可带 `Idempotency-Key`（由您生成的唯一值）：网络中断后用同一个值重发，不会重复完成。',
        en: 'Ticking off takes an `Idempotency-Key` of your making: sent again with it after a lost connection, it is answered as the first time.',
      },
    ],
  },
  {
    id: 'values',
    title: { 'zh-CN': '数据格式', en: 'Values' },
    text: [
      {
        'zh-CN':
          '日期为 `2026-03-31`，时间为带时差的 RFC 3339（`2026-03-31T08:00:00+08:00`），时长为 ISO 8601。id 是不需解读的字符串；其他机构的 id 一律返回 404。正文为 UTF-8 编码的 JSON，不认识的字段返回 422。',
        en: 'Dates are `2026-03-31`, instants RFC 3339 with their offset (`2026-03-31T08:00:00+08:00`), durations ISO 8601. Ids are opaque texts; those of another organisation are answered 404. Bodies are JSON in UTF-8; a field that nobody knows is answered 422.',
      },
    ],
  },
  {
    id: 'limits',
    title: { 'zh-CN': '频率与重试', en: 'How often' },
    text: [
      {
        'zh-CN':
          '429 和 503 带有 `Retry-After`（秒），请等待后重试。正文不超过 1 MB。请按需读取，不要逐条轮询：列表可按条件筛选。',
        en: '429 and 503 bring `Retry-After` in seconds: wait that long. Bodies hold 1 MB at most. Lists take filters: ask for what you need rather than for each thing in turn.',
      },
    ],
  },
]

/** What an answer of that status means, wherever it comes. */
export const statusMessages = messagesOf({
  400: { 'zh-CN': '请求无法识别', en: 'The request cannot be read' },
  401: { 'zh-CN': '未登录，或访问令牌无效', en: 'Nobody is signed in, or the token is not good' },
  403: { 'zh-CN': '没有权限，或不能以此方式操作', en: 'Not allowed, or not by this way in' },
  404: { 'zh-CN': '不存在，或不属于您', en: 'Not there, or not yours' },
  409: { 'zh-CN': '已被他人抢先，或当前状态不允许', en: 'Lost a race, or not possible in this state' },
  412: { 'zh-CN': '期间已被他人修改', en: 'Changed by somebody in the meantime' },
  413: { 'zh-CN': '正文过大', en: 'The body is too large' },
  415: { 'zh-CN': '正文须为 application/json', en: 'The body is not application/json' },
  422: { 'zh-CN': '有字段需要更正，见 errors', en: 'Something needs correcting: see `errors`' },
  428: { 'zh-CN': '缺少 If-Match', en: '`If-Match` is missing' },
  429: { 'zh-CN': '过于频繁，请按 Retry-After 等待', en: 'Too many: wait for `Retry-After`' },
  500: { 'zh-CN': '系统出错', en: 'Something went wrong on our side' },
  503: { 'zh-CN': '系统繁忙，请按 Retry-After 等待', en: 'Busy: wait for `Retry-After`' },
})
