import type { Plan, Rhythm, Targets } from '../src/domain/schedule/plan.ts'

type Drafted = { id: string; performedBy: string; plan: Plan }

export const wards = Array.from({ length: 40 }, (_, index) => ({
  id: `unit_bench_ward${String(index).padStart(2, '0')}`,
  tags: index < 10 ? ['ward', 'high-risk'] : ['ward'],
}))
export const offices = Array.from({ length: 10 }, (_, index) => ({
  id: `unit_bench_office${index}`,
  tags: ['office'],
}))

const none: Targets = { none: true }
const each: Targets = { units: { tags: ['ward'] }, coverage: 'each' }
const highRisk: Targets = { units: { tags: ['high-risk'] }, coverage: 'each' }
const inTurn: Targets = { units: { tags: ['ward'] }, coverage: 'rotate', perOccurrence: 2 }

const weekly: Rhythm = { kind: 'rule', start: '2026-01-01', rrule: 'FREQ=WEEKLY;BYDAY=TH' }
const daily: Rhythm = { kind: 'rule', start: '2026-01-01', rrule: 'FREQ=DAILY' }
const quota = (period: 'month' | 'quarter' | 'year', min = 1): Rhythm => ({
  kind: 'quota',
  period,
  min,
  max: null,
})

/** How many duties there are of each sort: 300 that make about 20,000 rounds in 400 days. */
const sorts: readonly (readonly [number, Rhythm, Targets])[] = [
  [13, quota('month'), each],
  [10, quota('quarter'), each],
  [4, weekly, highRisk],
  [2, daily, highRisk],
  [6, daily, none],
  [60, weekly, none],
  [100, quota('month'), none],
  [50, quota('quarter', 2), none],
  [20, quota('year'), none],
  [8, { kind: 'season', months: [4, 5, 9, 10], min: 1, max: null }, each],
  [15, weekly, inTurn],
  [6, { kind: 'interval', every: 'P6M', from: 'done' }, each],
  [6, { kind: 'follow', duty: 'duty_bench_000', of: 'planned', offset: 'P1W' }, none],
]

export function dutiesOfYear(): Drafted[] {
  return sorts
    .flatMap(([count, rhythm, targets]) => Array.from({ length: count }, () => ({ rhythm, targets })))
    .map(({ rhythm, targets }, index) => ({
      id: `duty_bench_${String(index).padStart(3, '0')}`,
      performedBy: targets === none ? (offices[index % offices.length]?.id ?? '') : 'target',
      plan: {
        id: `plan_bench_${index}`,
        from: '2026-01-01',
        until: null,
        timeZone: 'Asia/Shanghai',
        rhythm,
        window: {},
        holidays: 'keep',
        targets,
      },
    }))
}
