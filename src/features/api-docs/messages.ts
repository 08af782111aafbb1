import { messagesOf } from '../../platform/i18n.ts'

/** The frame of the docs; what the description itself says is in `platform/openapi/guide-messages.ts`. */
export const docsMessages = messagesOf({
  title: { 'zh-CN': '接口说明', en: 'How programs use Rounds' },
  lead: {
    'zh-CN': '供信息科和其他系统的开发人员使用的 JSON 接口。字段说明为英文。',
    en: 'The JSON API, for those who connect other systems.',
  },
  document: { 'zh-CN': 'OpenAPI 3.1 文件', en: 'The OpenAPI 3.1 document' },
  contents: { 'zh-CN': '目录', en: 'Contents' },
  guide: { 'zh-CN': '总则', en: 'What holds everywhere' },
  start: { 'zh-CN': '第一个请求', en: 'A first request' },
  startText: {
    'zh-CN': '先输入访问令牌（不会显示，也不会留在命令历史中），再读取科室：',
    en: 'Type or paste the token (it is not shown and stays in no history), then read the units:',
  },
  statuses: { 'zh-CN': '状态码', en: 'Statuses' },
  status: { 'zh-CN': '状态码', en: 'Status' },
  meaning: { 'zh-CN': '含义', en: 'Meaning' },
  parameters: { 'zh-CN': '参数', en: 'Parameters' },
  parameter: { 'zh-CN': '参数', en: 'Parameter' },
  placeOf: { 'zh-CN': '位置', en: 'In' },
  path: { 'zh-CN': '路径', en: 'path' },
  query: { 'zh-CN': '查询', en: 'query' },
  header: { 'zh-CN': '请求头', en: 'header' },
  type: { 'zh-CN': '类型', en: 'Type' },
  description: { 'zh-CN': '说明', en: 'What it is' },
  required: { 'zh-CN': '必填', en: 'required' },
  body: { 'zh-CN': '请求正文：', en: 'Sends: ' },
  answers: { 'zh-CN': '返回：', en: 'Answers: ' },
  refusals: { 'zh-CN': '可能的错误：', en: 'May be refused with ' },
  peopleOnly: {
    'zh-CN': '仅限本人在自己的浏览器中操作，访问令牌不可用。',
    en: 'For people in a browser of their own; not with a token.',
  },
  schemas: { 'zh-CN': '数据结构', en: 'What is sent and answered' },
  field: { 'zh-CN': '字段', en: 'Field' },
  comma: { 'zh-CN': '、', en: ', ' },
})
