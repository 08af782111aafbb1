import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Cycle, cycleOf as realCycleOf } from '../../../src/domain/recurrence/cycle.ts'
import { expandRule } from '../../../src/domain/recurrence/expand.ts'
import { parseRule } from '../../../src/domain/recurrence/rule.ts'
import { date } from './helpers.ts'

const looked = vi.hoisted(() => ({ blocks: 0 }))

// The engine's work is to look at weeks, months or years; here they are counted.
vi.mock('../../../src/domain/recurrence/cycle.ts', async (original) => {
  const { cycleOf } = await original<{ cycleOf: typeof realCycleOf }>()
  const counting = (cycle: Cycle): Cycle => ({
    ...cycle,
    offsetsIn(block) {
      looked.blocks += 1
      return cycle.offsetsIn(block)
    },
  })
  return { cycleOf: (...rule: Parameters<typeof cycleOf>) => counting(cycleOf(...rule)) }
})

beforeEach(() => {
  looked.blocks = 0
})

// What each costs in milliseconds is measured by `npm run bench`.
describe('read and, where it is not refused, expanded over forty years, looking at so many weeks, months or years', () => {
  test.each([
    ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', '2026-01-01', 0],
    ['FREQ=MONTHLY;BYDAY=2TU;BYSETPOS=2', '2026-01-01', 0],
    ['FREQ=DAILY;BYSETPOS=366', '2026-01-01', 0],
    ['FREQ=DAILY;COUNT=1000000000', '2026-01-01', 0],
    ['FREQ=DAILY;COUNT=9999', '1900-01-01', 400],
    ['FREQ=WEEKLY;BYMONTH=2;COUNT=9999', '1900-01-01', 9000],
    ['FREQ=DAILY;INTERVAL=7;BYDAY=MO,TU,TH', '2026-01-07', 0],
    ['FREQ=DAILY;INTERVAL=7;BYMONTHDAY=31;BYDAY=MO', '2026-01-06', 0],
    ['FREQ=DAILY;BYMONTHDAY=-2', '1900-01-01', 500],
    ['FREQ=YEARLY;BYDAY=MO;BYSETPOS=54', '2026-01-01', 401],
    ['FREQ=YEARLY;BYWEEKNO=1,2,3,53,-1;BYMONTH=6', '2026-01-01', 401],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', '1900-01-01', 500],
  ])('%s from %s: %i', (text, start, most) => {
    const parsed = parseRule(text, date(start), 'Asia/Shanghai')
    if (parsed.ok) expandRule(parsed.rule, date('2026-06-01'), date('2066-06-01'), 20_000)
    expect(looked.blocks).toBeLessThanOrEqual(most)
  })
})
