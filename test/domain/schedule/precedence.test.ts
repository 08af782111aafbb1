import { describe, expect, it } from 'vitest'
import type { Plan } from '../../../src/domain/schedule/plan.ts'
import { chainsOf, withPrecedence } from '../../../src/domain/schedule/precedence.ts'

function plan(id: string, from: string, until: string | null = null): Plan {
  return {
    id,
    from,
    until,
    timeZone: 'Asia/Shanghai',
    rhythm: { kind: 'quota', period: 'month', min: 1, max: 1 },
    window: {},
    holidays: 'keep',
    targets: { none: true },
  }
}

const plans = [
  plan('a', '2026-01-01', '2026-05-31'),
  plan('a2', '2026-06-01'),
  plan('b', '2026-01-01'),
  plan('c', '2026-01-01', '2026-12-31'),
  plan('c2', '2027-01-01'),
]

describe('plans and those that took their place', () => {
  it('stand together', () => {
    expect(chainsOf(plans).map((chain) => chain.map(({ id }) => id))).toEqual([
      ['a', 'a2'],
      ['b'],
      ['c', 'c2'],
    ])
  })

  it('so they do where the first never held', () => {
    const never = [plan('a', '2026-06-01', '2026-05-31'), plan('a2', '2026-06-01')]
    expect(chainsOf(never)).toHaveLength(1)
  })

  it.each([
    ['b', 'a', ['b', 'a', 'a2', 'c', 'c2']],
    ['c', 'b', ['a', 'a2', 'c', 'c2', 'b']],
    ['c2', 'a2', ['c', 'c2', 'a', 'a2', 'b']],
    ['a', 'b', ['a', 'a2', 'b', 'c', 'c2']],
    ['a', 'a2', ['a', 'a2', 'b', 'c', 'c2']],
    ['x', 'a', ['a', 'a2', 'b', 'c', 'c2']],
  ])('%s goes before %s', (id, before, expected) => {
    expect(withPrecedence(plans, id, before).map((each) => each.id)).toEqual(expected)
  })
})
