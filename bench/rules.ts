import { expandRule } from '../src/domain/recurrence/expand.ts'
import { parseRule } from '../src/domain/recurrence/rule.ts'
import { checkPlan } from '../src/domain/schedule/check-plan.ts'
import { occurrencesOf } from '../src/domain/schedule/occurrences.ts'
import type { Plan } from '../src/domain/schedule/plan.ts'
import { parseDate, type Day } from '../src/domain/time/civil.ts'
import { weekendsOff } from '../src/domain/time/working-days.ts'
import { toInstant } from '../src/domain/time/zone.ts'
import { median } from './measure.ts'
import type { Figure } from './table.ts'

/** The rules by themselves, in this process: no server, no store. */
export function benchRules(): Figure[] {
  return [
    ...bombs.map(([text, start]): Figure => ({
      name: `rule ${text} from ${start}, 40 years`,
      value: cold(() => expand(text, start)),
      unit: 'ms',
      most: 5,
    })),
    ...hostilePlans.map(([name, rhythm]): Figure => ({
      name: `plan ${name}: checked and previewed, a year, twenty years from its start`,
      value: cold(() => preview(rhythm)),
      unit: 'ms',
      most: 5,
    })),
    { name: '1,000 mixed rules from 2021, one year each', value: warm(mixedRules), unit: 'ms' },
    { name: '1,000 wall-clock times to instants, 5 zones', value: warm(conversions), unit: 'ms' },
    {
      name: '1,000 rounds of 20 targets, weekly: occurrences',
      value: warm(thousandRounds),
      unit: 'ms',
      most: 10,
    },
  ]
}

const bombs = [
  ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', '2026-01-01'],
  ['FREQ=MONTHLY;BYDAY=2TU;BYSETPOS=2', '2026-01-01'],
  ['FREQ=DAILY;COUNT=1000000000', '2026-01-01'],
  ['FREQ=DAILY;COUNT=9999', '1900-01-01'],
  ['FREQ=WEEKLY;BYMONTH=2;COUNT=9999', '1900-01-01'],
  ['FREQ=DAILY;INTERVAL=7;BYMONTHDAY=31;BYDAY=MO', '2026-01-06'],
  ['FREQ=YEARLY;BYDAY=MO;BYSETPOS=54', '2026-01-01'],
  ['FREQ=YEARLY;BYWEEKNO=1,2,3,53,-1;BYMONTH=6', '2026-01-01'],
  ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', '1900-01-01'],
] as const

const start = '2006-01-01'
const everyHalfHour = Array.from({ length: 48 }, (_, half) => {
  return `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`
})

/** What takes longest to look at of all that is accepted, or to refuse. */
const hostilePlans: [string, Plan['rhythm']][] = [
  ['FREQ=DAILY;COUNT=9999', { kind: 'rule', start, rrule: 'FREQ=DAILY;COUNT=9999' }],
  ['FREQ=DAILY, 48 times a day', { kind: 'rule', start, rrule: 'FREQ=DAILY', times: everyHalfHour }],
  ['29 February, a Monday', { kind: 'rule', start, rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO' }],
  ['27 times a day', { kind: 'quota', period: 'day', min: 27, max: null }],
  ['190 times a week', { kind: 'quota', period: 'week', min: 190, max: null }],
  ['60 times in each of six months', { kind: 'season', months: [1, 3, 5, 7, 9, 11], min: 60, max: null }],
]

const mixed = [
  'FREQ=DAILY',
  'FREQ=WEEKLY;BYDAY=TH',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,FR',
  'FREQ=MONTHLY;BYMONTHDAY=-1',
  'FREQ=MONTHLY;BYDAY=1MO',
  'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
  'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15',
  'FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=1',
  'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO',
  'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13',
]

const zones = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'UTC']

function expand(text: string, start: string, from = '2026-06-01', to = '2066-06-01'): number {
  const parsed = parseRule(text, day(start), 'Asia/Shanghai')
  return parsed.ok ? expandRule(parsed.rule, day(from), day(to), 20_000).length : 0
}

/** As the route of previews does it, but for the store. A new plan each time, so that nothing is remembered. */
function preview(rhythm: Plan['rhythm']): void {
  const plan: Omit<Plan, 'id'> = {
    from: start,
    until: null,
    timeZone: 'Asia/Shanghai',
    rhythm: { ...rhythm },
    window: { missAfter: 'next' },
    holidays: 'nearest',
    targets: { none: true },
  }
  if (checkPlan(plan).faults.length > 0) return
  const context = { dutyId: 'duty', targetId: null, workingDays: weekendsOff }
  occurrencesOf(plan, context, { from: day('2026-01-01'), to: day('2026-12-31'), limit: 1000 })
}

function mixedRules(): void {
  for (let index = 0; index < 1000; index += 1) {
    expand(mixed[index % mixed.length] ?? '', '2021-01-01', '2026-01-01', '2026-12-31')
  }
}

function conversions(): void {
  const first = day('2026-01-01')
  for (let index = 0; index < 1000; index += 1) {
    toInstant(first + (index % 400), 8.5 * 3600, zones[index % zones.length] ?? 'UTC')
  }
}

function thousandRounds(): void {
  // A plan is read once for all its targets, as planning does; a new one each time, so that nothing is remembered.
  const plan: Omit<Plan, 'id'> = {
    from: '2026-01-01',
    until: null,
    timeZone: 'Asia/Shanghai',
    rhythm: { kind: 'rule', start: '2026-01-01', rrule: 'FREQ=WEEKLY;BYDAY=TH' },
    window: { openBefore: 'P1D', dueAfter: 'P2D' },
    holidays: 'keep',
    targets: { none: true },
  }
  for (let target = 0; target < 20; target += 1) {
    const context = { dutyId: 'duty', targetId: `unit${target}`, workingDays: weekendsOff }
    occurrencesOf(plan, context, { from: day('2026-01-01'), to: day('2027-06-01'), limit: 50 })
  }
}

/** The best of a few first calls: nothing of the rule is remembered, for each is parsed anew. */
function cold(task: () => unknown): number {
  return Math.min(...times(5, task))
}

function warm(task: () => unknown): number {
  times(5, task)
  return median(times(15, task))
}

function times(count: number, task: () => unknown): number[] {
  return Array.from({ length: count }, () => {
    const began = performance.now()
    task()
    return performance.now() - began
  })
}

function day(text: string): Day {
  const parsed = parseDate(text)
  if (parsed === null) throw new Error(`no date: ${text}`)
  return parsed
}
