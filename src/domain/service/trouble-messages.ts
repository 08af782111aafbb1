import type { Day } from '../time/civil.ts'
import type { Instant } from '../time/zone.ts'
import { fewestDaysAhead, type JobName, type Trouble } from './health.ts'

type Locale = 'zh-CN' | 'en'
/** `{name}` stands for a value of the trouble. */
type Sentence = Readonly<Record<Locale, string>>
type Print = { instant(instant: Instant): string; day(day: Day): string }

const jobs: Readonly<Record<JobName, Sentence>> = {
  'note-overdue': { 'zh-CN': '登记逾期任务', en: 'Noting what is overdue' },
  'note-missed': { 'zh-CN': '登记过期未做的任务', en: 'Noting what was missed' },
  'seal-audit': { 'zh-CN': '封存操作日志', en: 'Sealing the audit trail' },
  'plan-rounds': { 'zh-CN': '排定任务', en: 'Planning rounds' },
  'forget-old': { 'zh-CN': '清理过期数据', en: 'Clearing away what has expired' },
}

const troubles: Readonly<Record<Trouble['code'], Sentence>> = {
  'never-ran': {
    'zh-CN':
      '定时任务还从未运行。部署后15分钟内应开始运行；如仍未运行，请负责运维的人员检查部署的定时触发器（cron）。',
    en: 'The jobs have never run. After a deployment they begin within 15 minutes; if they do not, whoever runs the service should check its cron trigger.',
  },
  stopped: {
    'zh-CN':
      '定时任务自{since}起停止运行：不再排定新任务，逾期数目不再更新。请通知负责运维的人员。恢复后会自动补上。',
    en: 'The jobs stopped at {since}: no rounds are planned, and counts of what is overdue stand still. Tell whoever runs the service. What was left out is caught up by itself.',
  },
  'job-late': {
    'zh-CN': '“{job}”自{since}起没有成功运行。请负责运维的人员查看服务的错误日志。',
    en: '“{job}” has not succeeded since {since}. Whoever runs the service should look at its error log.',
  },
  'planning-late': {
    'zh-CN': '有例行工作自{since}起等待排定，已排定的任务不足{days}天。通常是因为每天可写入的数据量已用完。',
    en: 'A duty has been waiting to be planned since {since}, and less than {days} days of it are planned. Most often the rows that may be written a day are used up.',
  },
  'storage-full': {
    'zh-CN': '数据库接近10 GB的上限；达到上限后，任何内容都无法保存。',
    en: 'The database is close to 10 GB, beyond which nothing can be saved any more.',
  },
  'storage-unreachable': { 'zh-CN': '数据库没有响应。', en: 'The database does not answer.' },
  unencrypted: {
    'zh-CN':
      '本系统未使用加密连接（https）：同一网络中的人可能看到内容，并冒用他人的登录。只应在封闭的内部网络中这样使用。',
    en: 'The connection is not encrypted (no https): others on the network could read along and take over a session. Use it so on a closed network only.',
  },
}

export function jobInWords(job: JobName, locale: Locale): string {
  return jobs[job][locale]
}

/** What is wrong and what to do, for readers and for monitors alike. */
export function troubleSentence(trouble: Trouble, locale: Locale, print: Print): string {
  const values = valuesOf(trouble, locale, print)
  return troubles[trouble.code][locale].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name]))
}

function valuesOf(trouble: Trouble, locale: Locale, print: Print): Record<string, string | number> {
  switch (trouble.code) {
    case 'stopped':
      return { since: print.instant(trouble.since) }
    case 'job-late':
      return { job: jobInWords(trouble.job, locale), since: print.instant(trouble.since) }
    case 'planning-late':
      return { since: print.day(trouble.since), days: fewestDaysAhead }
    default:
      return {}
  }
}
