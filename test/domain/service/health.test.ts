import { describe, expect, it } from 'vitest'
import {
  jobNames,
  storageTroubles,
  troublesOf,
  type Heartbeat,
  type Trouble,
} from '../../../src/domain/service/health.ts'
import { troubleSentence } from '../../../src/domain/service/trouble-messages.ts'

const minute = 60_000
const now = 1_000 * minute
const today = 20_000

/** Everything done a minute ago. */
function heartbeat(changed: Partial<Heartbeat> = {}): Heartbeat {
  const run = { newest: now - minute, oldest: now - minute }
  const jobs = Object.fromEntries(jobNames.map((job) => [job, run]))
  return {
    at: now - minute,
    organisations: 1,
    jobs,
    plannedUntil: today + 60,
    waitingSince: today + 1,
    ...changed,
  }
}

const ranBefore = (minutes: number) => ({ newest: now - minute, oldest: now - minutes * minute })

describe('what is wrong', () => {
  it.each<[string, Heartbeat | null, Trouble['code'][]]>([
    ['nothing', heartbeat(), []],
    ['the jobs have never run', null, ['never-ran']],
    ['they ran 15 minutes ago: a new version takes so long', heartbeat({ at: now - 15 * minute }), []],
    ['they stopped', heartbeat({ at: now - 15 * minute - 1 }), ['stopped']],
    [
      'they stopped, and of what else was wrong then nothing is known any more',
      heartbeat({ at: 0, waitingSince: 0, jobs: { 'seal-audit': ranBefore(900) } }),
      ['stopped'],
    ],
    ['one is late', heartbeat({ jobs: { 'seal-audit': ranBefore(17) } }), ['job-late']],
    ['one is not late yet', heartbeat({ jobs: { 'seal-audit': ranBefore(16) } }), []],
    [
      'of 30 organisations each waits for its turn',
      heartbeat({ organisations: 30, jobs: { 'seal-audit': ranBefore(45) } }),
      [],
    ],
    [
      'one of 30 waits longer',
      heartbeat({ organisations: 30, jobs: { 'seal-audit': ranBefore(46) } }),
      ['job-late'],
    ],
    ['what is done daily was done yesterday', heartbeat({ jobs: { 'forget-old': ranBefore(2_880) } }), []],
    ['and not for two days', heartbeat({ jobs: { 'forget-old': ranBefore(2_882) } }), ['job-late']],
    ['a duty is planned too short since yesterday', heartbeat({ waitingSince: today - 1 }), []],
    ['and since the day before', heartbeat({ waitingSince: today - 2 }), ['planning-late']],
    ['there is nothing to plan', heartbeat({ plannedUntil: null, waitingSince: null }), []],
    ['there is no organisation yet', heartbeat({ organisations: 0, jobs: {} }), []],
  ])('%s', (_, found, codes) => {
    expect(troublesOf(found, now, today).map(({ code }) => code)).toEqual(codes)
  })

  it.each([
    [null, []],
    [9e9, []],
    [9e9 + 1, ['storage-full']],
  ])('a store of %s bytes: %s', (bytes, codes) => {
    expect(storageTroubles(bytes).map(({ code }) => code)).toEqual(codes)
  })
})

describe('in words', () => {
  const print = { instant: (at: number) => `#${at}`, day: (day: number) => `#${day}` }
  it.each<Trouble>([
    { code: 'never-ran' },
    { code: 'stopped', since: 7 },
    { code: 'job-late', job: 'plan-rounds', since: 7 },
    { code: 'planning-late', since: 7 },
    { code: 'storage-full' },
    { code: 'storage-unreachable' },
    { code: 'unencrypted' },
  ])('$code', (trouble) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const sentence = troubleSentence(trouble, locale, print)
      expect(sentence).not.toMatch(/[{}]|undefined/)
      if ('since' in trouble) expect(sentence).toContain('#7')
      if ('job' in trouble) expect(sentence).toMatch(/Planning rounds|排定任务/)
    }
  })
})
