import fc from 'fast-check'
import * as rruleModule from 'rrule'
import { RRuleTemporal } from 'rrule-temporal'
import { describe, expect, test } from 'vitest'
import { expandRule, nextAfter } from '../../../src/domain/recurrence/expand.ts'
import { parseRule, printRule, type Rule } from '../../../src/domain/recurrence/rule.ts'
import { type Day, printDate } from '../../../src/domain/time/civil.ts'
import { readRuleText } from '../../../src/domain/recurrence/rule-text.ts'
import { readOptions } from '../../../src/domain/recurrence/rrule-options.ts'
import { anyRuleText, anyStart } from './arbitrary-rule.ts'
import { bruteForce } from './brute-force.ts'

const DAY = 86_400_000
const { RRule } = rruleModule
const YEARS = 3 * 366
/** The other libraries have faults of their own, that not every run should look for. */
const SEED = 20_261_122

/** Runs `check` on the random rules that are not refused, with a window of three years from the start. */
function forAnyRule(runs: number, check: (rule: Rule, from: Day, to: Day) => void, seed?: number): void {
  let accepted = 0
  const property = fc.property(
    anyRuleText,
    anyStart,
    fc.integer({ min: -50, max: 700 }),
    (text, start, delay) => {
      const parsed = parseRule(text, start, 'UTC')
      if (!parsed.ok) return
      accepted += 1
      check(parsed.rule, start + delay, start + YEARS)
    },
  )
  fc.assert(property, { numRuns: runs, ...(seed === undefined ? {} : { seed }) })
  expect(accepted).toBeGreaterThan(runs / 3)
}

describe('random rules', () => {
  test('are expanded as by looking at every day', () => {
    forAnyRule(300, (rule, from, to) => {
      const expected = bruteForce(rule, to).filter((day) => day >= from)
      expect(expandRule(rule, from, to, Infinity)).toEqual(expected)
    })
  })

  test('end at UNTIL', () => {
    forAnyRule(60, (endless, from, to) => {
      const rule = { ...endless, count: null, until: { day: to - 300, second: null, instant: null } }
      expect(expandRule(rule, from, to, Infinity)).toEqual(bruteForce(rule, to).filter((day) => day >= from))
    })
  })

  test('in two windows are as in one, and day by day', () => {
    forAnyRule(200, (rule, from, to) => {
      const all = expandRule(rule, from, to, Infinity)
      const middle = from + Math.floor((to - from) / 3)
      const halves = [
        ...expandRule(rule, from, middle, Infinity),
        ...expandRule(rule, middle + 1, to, Infinity),
      ]
      expect(halves).toEqual(all)
      expect(expandRule(rule, from, to, 3)).toEqual(all.slice(0, 3))
      const next = nextAfter(rule, from - 1)
      expect(next !== null && next <= to ? [next] : []).toEqual(all.slice(0, 1))
    })
  })

  test('print as a text that says the same', () => {
    forAnyRule(300, (rule) => {
      expect(parseRule(printRule(rule), rule.start, 'UTC')).toEqual({ ok: true, rule })
    })
  })

  test('refused as empty are empty for a generation', () => {
    fc.assert(
      fc.property(anyRuleText, anyStart, (text, start) => {
        const parsed = parseRule(text, start, 'UTC')
        if (parsed.ok || parsed.faults[0]?.code !== 'rule.empty') return
        const read = readRuleText(text)
        expect(read.ok && bruteForce(readOptions(read.text, start, 'UTC'), start + 2 * YEARS)).toEqual([])
      }),
    )
  })
})

describe('rrule, floating', () => {
  test('agrees', () => {
    forAnyRule(
      300,
      (rule, from, to) => {
        if (isBeyondRrule(rule)) return
        const dtstart = new Date(rule.start * DAY)
        const oracle = new RRule({ ...RRule.parseString(printRule(rule)), dtstart })
        const expected = oracle.between(new Date(from * DAY), new Date(to * DAY), true)
        const days = expected.map((date) => date.getTime() / DAY)
        expect(expandRule(rule, from, to, Infinity), printRule(rule)).toEqual(days)
      },
      SEED,
    )
  })

  // It takes the first candidate for "the fifth last of four"; takes all seven days of a numbered week without BYDAY
  // where RFC 5545 takes the start's; looks for weeks before -1 in their own calendar year only; and for
  // BYDAY=MO,1TU wants days that are both.
  function isBeyondRrule({ positions, weekNumbers, weekdays, monthDays, yearDays }: Rule): boolean {
    const hasNoDay = weekdays.length + monthDays.length + yearDays.length === 0
    return (
      positions.some((position) => position < 0) ||
      weekNumbers.some((week) => week < -1) ||
      (weekNumbers.length > 0 && hasNoDay) ||
      new Set(weekdays.map(({ nth }) => nth === null)).size > 1
    )
  }
})

describe('rrule-temporal', () => {
  test('agrees', () => {
    forAnyRule(
      200,
      (rule, from, to) => {
        if (isBeyondTemporal(rule)) return
        const dtstart = printDate(rule.start).replaceAll('-', '')
        const oracle = new RRuleTemporal({
          rruleString: `DTSTART;TZID=UTC:${dtstart}T000000\nRRULE:${printRule(rule)}`,
        })
        const expected = oracle.between(new Date(from * DAY), new Date(to * DAY), true)
        const days = expected.map((date) => date.epochMilliseconds / DAY)
        expect(expandRule(rule, from, to, Infinity), printRule(rule)).toEqual(days)
      },
      SEED,
    )
  })

  // It misses days of the weeks that reach into another year, and weekdays of the year beyond the 52nd; beside
  // BYYEARDAY it forgets BYDAY and BYMONTHDAY; beside BYMONTHDAY or plain weekdays it misreads ordinal ones.
  function isBeyondTemporal({ weekNumbers, weekdays, monthDays, yearDays }: Rule): boolean {
    const ordinals = weekdays.flatMap(({ nth }) => (nth === null ? [] : [Math.abs(nth)]))
    const isMixed = monthDays.length > 0 || ordinals.length < weekdays.length
    return (
      weekNumbers.length > 0 ||
      ordinals.some((nth) => nth > 52) ||
      (ordinals.length > 0 && isMixed) ||
      (yearDays.length > 0 && weekdays.length + monthDays.length > 0)
    )
  }
})
