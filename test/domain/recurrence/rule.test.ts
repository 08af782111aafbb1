import { describe, expect, test } from 'vitest'
import { describeRuleFault } from '../../../src/domain/recurrence/describe-faults.ts'
import { parseRule, printRule } from '../../../src/domain/recurrence/rule.ts'
import { date, faultsOf, rule } from './helpers.ts'

/** The text with the place of its (only) fault in brackets, and the fault's code. */
function marked(text: string, start?: string): string {
  return faultsOf(text, start)
    .map(({ at, code }) => {
      const place =
        at === null
          ? text
          : `${text.slice(0, at.start)}[${text.slice(at.start, at.end)}]${text.slice(at.end)}`
      return `${code}: ${place}`
    })
    .join(' + ')
}

describe('refused, with the place', () => {
  test.each([
    // typing errors
    ['FREQ=[WEKLY]', 'freq.unknown'],
    ['FREQ=WEEKLY;BYDAY=MO,[MOO]', 'weekday.unknown'],
    ['FREQ=WEEKLY;BYDAY=MO,[]', 'weekday.unknown'],
    ['FREQ=WEEKLY;BYDAY=MO,[ TU]', 'weekday.unknown'],
    ['FREQ=WEEKLY;BYDAY=[周一]', 'weekday.unknown'],
    ['FREQ=MONTHLY;BYDAY=[1.5MO]', 'weekday.unknown'],
    ['FREQ=WEEKLY;[BYDAYS]=MO', 'part.unknown'],
    ['FREQ=WEEKLY;[ BYDAY]=MO', 'part.unknown'],
    ['FREQ=WEEKLY;[BYWEEKDAY]=MO', 'part.unknown'],
    ['FREQ=WEEKLY;[DTSTART]=20260101', 'part.unknown'],
    ['FREQ=WEEKLY;[X-FOO]=1', 'part.unknown'],
    ['FREQ=WEEKLY;[BYEASTER]=1', 'part.unknown'],
    ['FREQ=WEEKLY;[]', 'part.malformed'],
    ['FREQ=WEEKLY;[BYDAY]', 'part.malformed'],
    ['[每周一]', 'part.malformed'],
    ['FREQ=WEEKLY;[FREQ=WEEKLY]', 'part.doubled'],
    ['FREQ=WEEKLY;BYDAY=MO;[BYDAY=TU]', 'part.doubled'],
    ['[FREQ=WEEKLY,DAILY]', 'part.single'],
    ['FREQ=WEEKLY;[INTERVAL=1,2]', 'part.single'],
    ['FREQ=WEEKLY;WKST=[1MO]', 'weekday.unknown'],
    // numbers
    ['FREQ=DAILY;INTERVAL=[0]', 'value.range'],
    ['FREQ=DAILY;INTERVAL=[-1]', 'value.malformed'],
    ['FREQ=DAILY;INTERVAL=[1e3]', 'value.malformed'],
    ['FREQ=DAILY;INTERVAL=[10000]', 'value.range'],
    ['FREQ=DAILY;COUNT=[0]', 'value.range'],
    ['FREQ=DAILY;COUNT=[1000000000]', 'value.range'],
    ['FREQ=DAILY;COUNT=[999999999999999999999]', 'value.malformed'],
    ['FREQ=MONTHLY;BYMONTHDAY=1,[32]', 'value.signedRange'],
    ['FREQ=MONTHLY;BYMONTHDAY=[-32],1', 'value.signedRange'],
    ['FREQ=MONTHLY;BYMONTHDAY=[0]', 'value.signedRange'],
    ['FREQ=YEARLY;BYMONTH=[13]', 'value.range'],
    ['FREQ=YEARLY;BYMONTH=[-1]', 'value.malformed'],
    ['FREQ=YEARLY;BYMONTH=[5L]', 'value.malformed'],
    ['FREQ=YEARLY;BYYEARDAY=[367]', 'value.signedRange'],
    ['FREQ=YEARLY;BYWEEKNO=[54]', 'value.signedRange'],
    ['FREQ=YEARLY;BYWEEKNO=[0]', 'value.signedRange'],
    ['FREQ=MONTHLY;BYDAY=[0MO]', 'weekday.ordinalRange'],
    ['FREQ=YEARLY;BYDAY=[54MO]', 'weekday.ordinalRange'],
    ['FREQ=MONTHLY;BYDAY=1MO,[6MO]', 'weekday.ordinalRange'],
    ['FREQ=YEARLY;BYMONTH=5;BYDAY=[20MO]', 'weekday.ordinalRange'],
    ['FREQ=MONTHLY;BYDAY=MO;BYSETPOS=[0]', 'value.signedRange'],
    ['FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1,[32]', 'position.outOfReach'],
    ['FREQ=WEEKLY;BYDAY=MO;BYSETPOS=[-8]', 'position.outOfReach'],
    ['FREQ=DAILY;BYDAY=MO;BYSETPOS=[2]', 'position.outOfReach'],
    // not ours
    ['FREQ=[HOURLY]', 'freq.tooFast'],
    ['FREQ=[MINUTELY];INTERVAL=30', 'freq.tooFast'],
    ['FREQ=[SECONDLY]', 'freq.tooFast'],
    ['FREQ=DAILY;[BYHOUR]=8,16', 'part.timeOfDay'],
    ['FREQ=DAILY;[BYMINUTE]=0', 'part.timeOfDay'],
    ['FREQ=DAILY;[BYSECOND]=0', 'part.timeOfDay'],
    ['[RSCALE]=CHINESE;FREQ=YEARLY', 'part.otherCalendar'],
    ['FREQ=MONTHLY;[SKIP]=BACKWARD', 'part.otherCalendar'],
    // not together
    ['FREQ=WEEKLY;[BYMONTHDAY=1]', 'part.notWithFrequency'],
    ['FREQ=MONTHLY;[BYWEEKNO=1]', 'part.notWithFrequency'],
    ['FREQ=DAILY;[BYYEARDAY=1]', 'part.notWithFrequency'],
    ['FREQ=WEEKLY;[BYYEARDAY=1]', 'part.notWithFrequency'],
    ['FREQ=MONTHLY;[BYYEARDAY=1]', 'part.notWithFrequency'],
    ['FREQ=WEEKLY;BYDAY=MO,[1TU]', 'weekday.ordinalFrequency'],
    ['FREQ=DAILY;BYDAY=[-1FR]', 'weekday.ordinalFrequency'],
    ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=[1MO]', 'weekday.ordinalWeekNumber'],
    ['FREQ=MONTHLY;[BYSETPOS=1]', 'position.alone'],
    ['FREQ=DAILY;[BYSETPOS=366]', 'position.alone'],
    ['FREQ=DAILY;COUNT=3;[UNTIL=20270101]', 'count.withUntil'],
    // ends
    ['FREQ=DAILY;UNTIL=[20260230]', 'until.malformed'],
    ['FREQ=DAILY;UNTIL=[2026-12-31]', 'until.malformed'],
    ['FREQ=DAILY;UNTIL=[20261231T080000]', 'until.malformed'],
    ['FREQ=DAILY;UNTIL=[20261231T250000Z]', 'until.malformed'],
    ['FREQ=DAILY;[UNTIL=20251231]', 'until.beforeStart'],
    ['FREQ=DAILY;[UNTIL=20251231T155959Z]', 'until.beforeStart'],
    ['FREQ=WEEKLY;BYDAY=WE;[UNTIL=20260106]', 'until.beforeFirst'],
    // nothing
    ['[FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30]', 'rule.empty'],
    ['[FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30]', 'rule.empty'],
    ['[FREQ=YEARLY;BYMONTH=4,6;BYMONTHDAY=31]', 'rule.empty'],
    ['[FREQ=MONTHLY;BYDAY=2TU;BYSETPOS=2]', 'rule.empty'],
    ['[FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6]', 'rule.empty'],
    ['[FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=8]', 'rule.empty'],
    ['[FREQ=MONTHLY;INTERVAL=12;BYMONTH=2]', 'rule.empty'],
    ['[FREQ=DAILY;INTERVAL=7;BYDAY=MO,TU]', 'rule.empty'],
    ['[FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1]', 'rule.empty'],
    ['[FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29]', 'rule.empty'],
    ['[FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6]', 'rule.empty'],
    ['[FREQ=YEARLY;BYDAY=MO;BYSETPOS=54]', 'rule.empty'],
    ['FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1,[3]', 'position.outOfReach'],
  ])('%s %s', (bracketed, code) => {
    const text = bracketed.replaceAll(/[[\]]/g, '')
    expect(marked(text)).toBe(`${code}: ${bracketed}`)
    const [fault] = faultsOf(text)
    const sentences =
      fault === undefined ? [] : [describeRuleFault(fault, 'zh-CN'), describeRuleFault(fault, 'en')]
    expect(sentences).toEqual([expect.stringMatching(/。$/), expect.stringMatching(/\.$/)])
    expect(sentences.join(' ')).not.toContain('undefined')
  })

  test.each([
    ['', 'rule.blank'],
    ['  ', 'rule.blank'],
    ['BYDAY=MO', 'freq.missing'],
    [`FREQ=DAILY;BYMONTHDAY=${'1,'.repeat(120)}1`, 'rule.tooLong'],
  ])('%j as a whole: %s', (text, code) => {
    expect(marked(text)).toBe(`${code}: ${text}`)
  })

  test('places are those of the typed text, RRULE: before it included', () => {
    expect(marked('RRULE:FREQ=WEKLY')).toBe('freq.unknown: RRULE:FREQ=[WEKLY]')
  })

  test('every fault is told at once', () => {
    expect(faultsOf('FREQ=WEKLY;BYDAY=MOO,TU,WEE;FOO=1').map(({ code }) => code)).toEqual([
      'freq.unknown',
      'weekday.unknown',
      'weekday.unknown',
      'part.unknown',
    ])
  })

  test.each(['1899-12-31', '2201-01-01'])('a start on %s', (start) => {
    expect(faultsOf('FREQ=DAILY', start)).toEqual([
      { code: 'start.range', at: null, params: { least: 1900, most: 2200 } },
    ])
  })

  test('each has a sentence of its own in both languages', () => {
    const texts = [
      '',
      'FREQ=WEKLY',
      'FREQ=HOURLY',
      'FREQ=DAILY;BYHOUR=8',
      'FREQ=MONTHLY;BYMONTHDAY=32',
      'FREQ=DAILY;COUNT=1;UNTIL=20270101',
    ]
    const faults = texts.flatMap((text) => faultsOf(text))
    const chinese = faults.map((fault) => describeRuleFault(fault, 'zh-CN'))
    const english = faults.map((fault) => describeRuleFault(fault, 'en'))
    expect(chinese[1]).toBe('“WEKLY”不是有效的频率，应为 DAILY、WEEKLY、MONTHLY 或 YEARLY。')
    expect(english[4]).toBe('BYMONTHDAY takes 1 to 31, or -1 to -31 counted from the end, not 32.')
    expect([...chinese, ...english].filter((sentence) => sentence.includes('undefined'))).toEqual([])
    expect(new Set(chinese).size).toBe(texts.length)
  })
})

describe('printed', () => {
  test.each([
    ['freq=weekly;byday=mo', 'FREQ=WEEKLY;BYDAY=MO'],
    ['RRULE:BYDAY=FR,MO,MO;FREQ=WEEKLY;INTERVAL=1;WKST=MO', 'FREQ=WEEKLY;BYDAY=MO,FR'],
    ['FREQ=MONTHLY;BYDAY=-1FR,+1MO,TU', 'FREQ=MONTHLY;BYDAY=TU,1MO,-1FR'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1,+15,01', 'FREQ=MONTHLY;BYMONTHDAY=1,15,-1'],
    ['FREQ=WEEKLY;WKST=SU;COUNT=5;INTERVAL=2', 'FREQ=WEEKLY;INTERVAL=2;WKST=SU;COUNT=5'],
    ['FREQ=DAILY;UNTIL=20260131', 'FREQ=DAILY;UNTIL=20260131'],
    ['FREQ=DAILY;UNTIL=20260131T160000Z', 'FREQ=DAILY;UNTIL=20260131T160000Z'],
    ['FREQ=YEARLY;BYSETPOS=-1;BYDAY=MO,TU;BYMONTH=12,1', 'FREQ=YEARLY;BYMONTH=1,12;BYDAY=MO,TU;BYSETPOS=-1'],
  ])('%s', (text, expected) => {
    const parsed = rule(text, '2026-01-01')
    expect(printRule(parsed)).toBe(expected)
    expect(parseRule(expected, date('2026-01-01'), 'Asia/Shanghai')).toEqual({ ok: true, rule: parsed })
  })
})
