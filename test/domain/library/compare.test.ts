import { expect, test } from 'vitest'
import type { LibraryDuty, LibraryPlan } from '../../../src/domain/library/pack.ts'
import type { Annotation } from './annotations.ts'
import { difference } from './compare.ts'

const unsaid: Annotation = {
  id: '000-1-01',
  quote: '',
  kind: 'fixed',
  period: null,
  count_min: null,
  count_max: null,
  rrule: null,
  months: null,
  weekdays: null,
  monthday: null,
  deadline: null,
  borderline: false,
  duplicate_of: null,
}

const onceAMonth: Partial<Annotation> = { period: 'month', count_min: 1, count_max: 1 }
const coveredInQuarter: Partial<Annotation> = { kind: 'rotation', period: 'quarter', count_min: 1 }
const firstQuarter: Partial<Annotation> = { kind: 'dated', months: [1, 2, 3] }
const everyDay: Partial<Annotation> = { kind: 'continuous', period: 'day', count_min: 1 }

const monthly: LibraryPlan = plan({ kind: 'quota', period: 'month', min: 1, max: 1 })
const yearly: LibraryPlan = plan({ kind: 'quota', period: 'year', min: 1, max: 1 })

const inTurn: LibraryPlan['targets'] = {
  units: { tags: ['ward'] },
  coverage: 'rotate',
  perOccurrence: 'auto',
  coverWithin: 'quarter',
}

const table: [string, Partial<Annotation>, LibraryPlan[], string | null][] = [
  ['once a month is once a month', onceAMonth, [monthly], null],
  ['each of two plans has to be so', onceAMonth, [monthly, yearly], '0 rounds in 2026-M01 instead of 1 to 1'],
  ['two plans that are so', onceAMonth, [monthly, monthly], null],
  [
    'more may be added than the plan says',
    onceAMonth,
    [plan({ kind: 'quota', period: 'month', min: 1, max: null })],
    'at most null in 2026-M01 instead of 1',
  ],
  [
    'two or three, where exactly two are allowed',
    { ...onceAMonth, kind: 'quota', count_min: 2, count_max: 3 },
    [plan({ kind: 'quota', period: 'month', min: 2, max: 2 })],
    'at most 2 in 2026-M01 instead of 3',
  ],
  [
    'all covered in a quarter, in rounds of which there are enough',
    coveredInQuarter,
    [{ ...monthly, targets: inTurn }],
    null,
  ],
  [
    'all covered in a quarter, with a round a year',
    coveredInQuarter,
    [{ ...yearly, targets: inTurn }],
    'nobody is visited in',
  ],
  [
    'a season that goes on after the months',
    firstQuarter,
    [plan({ kind: 'season', months: [2, 3, 4], min: 1, max: 1 })],
    'rounds outside the months: 2026-04-30',
  ],
  [
    'twice on each day instead of once',
    everyDay,
    [plan({ kind: 'quota', period: 'day', min: 2, max: 2 })],
    '730 rounds on 365 days',
  ],
]

test.each(table)('%s', (_, annotation, plans, expected) => {
  const found = difference({ ...unsaid, ...annotation }, duty(plans))
  if (expected === null) expect(found).toBeNull()
  else expect(found).toContain(expected)
})

function plan(rhythm: LibraryPlan['rhythm']): LibraryPlan {
  return { rhythm, targets: { none: true } }
}

function duty(plans: LibraryPlan[]): LibraryDuty {
  const words = { 'zh-CN': '查', en: 'check' }
  const rest = { kind: 'check', performedBy: 'owner', makeUp: 'allowed', checklist: null } as const
  return { id: 'check', title: words, plans, sources: [], ...rest }
}
