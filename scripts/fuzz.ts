/**
 * Holds our rules against `rrule-temporal` and `rrule` on random ones: `npm run fuzz -- [HOW MANY] [SEED]`, by default 2,000.
 * What differs is judged by looking at every day, and has to be a fault that we know the other library has.
 */
import fc from 'fast-check'
import { parseRule } from '../src/domain/recurrence/rule.ts'
import { anyRuleText, anyStart } from '../test/domain/recurrence/arbitrary-rule.ts'
import { compare, rrule, rruleTemporal, type Oracle } from '../test/domain/recurrence/oracles.ts'
import { expandRule } from '../src/domain/recurrence/expand.ts'

const [count = '2000', seedText] = process.argv.slice(2)
const seed = seedText === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(seedText)
const twoYears = 730

const tally = new Map<string, number>()
let failures = 0

console.log(`seed ${seed}`)
for (const [text, start] of fc.sample(fc.tuple(anyRuleText, anyStart), { numRuns: Number(count), seed })) {
  const parsed = parseRule(text, start, 'UTC')
  if (!parsed.ok) {
    note('refused')
    continue
  }
  const { rule } = parsed
  const yieldsSomething = expandRule(rule, start, start + twoYears, 1).length > 0
  // Over a rule that yields nothing rrule may sit for seconds.
  const oracles = yieldsSomething ? [rruleTemporal, rrule] : [rruleTemporal]
  for (const oracle of oracles) compareWith(oracle, rule, start)
}
for (const [what, times] of tally) console.log(`${String(times).padStart(7)}  ${what}`)
if (failures > 0) process.exitCode = 1

function compareWith(oracle: Oracle, rule: Parameters<typeof compare>[1], start: number): void {
  try {
    const fault = compare(oracle, rule, start, start + twoYears)
    note(`${oracle.name}: ${fault?.what ?? 'says the same'}`)
  } catch (fault) {
    failures += 1
    console.error(String(fault))
  }
}

function note(what: string): void {
  tally.set(what, (tally.get(what) ?? 0) + 1)
}
