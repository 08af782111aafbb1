import {
  type ExpandContext,
  type Occurrence,
  occurrencesOf,
} from '../../../src/domain/schedule/occurrences.ts'
import type { Plan, QuotaRhythm, RuleRhythm, SeasonRhythm } from '../../../src/domain/schedule/plan.ts'
import { type Day, parseDate, printDate } from '../../../src/domain/time/civil.ts'
import { weekendsOff } from '../../../src/domain/time/working-days.ts'
import { type Instant, printInstant } from '../../../src/domain/time/zone.ts'

export type Draft = Omit<Plan, 'id'>

/** Valid from 2026 on, all-day, in Shanghai, unless said otherwise. */
export function planOf(rhythm: Plan['rhythm'], rest: Partial<Draft> = {}): Draft {
  return {
    from: '2026-01-01',
    until: null,
    timeZone: 'Asia/Shanghai',
    window: {},
    holidays: 'keep',
    targets: { none: true },
    rhythm,
    ...rest,
  }
}

export function rule(rrule: string, rest: Partial<RuleRhythm> = {}): RuleRhythm {
  return { kind: 'rule', start: '2026-01-01', rrule, ...rest }
}

export function quota(period: QuotaRhythm['period'], rest: Partial<QuotaRhythm> = {}): QuotaRhythm {
  return { kind: 'quota', period, min: 1, max: null, spread: 'end', ...rest }
}

export function season(months: number[], rest: Partial<SeasonRhythm> = {}): SeasonRhythm {
  return { kind: 'season', months, min: 1, max: null, spread: 'end', ...rest }
}

export function day(text: string): Day {
  const parsed = parseDate(text)
  if (parsed === null) throw new TypeError(text)
  return parsed
}

export const context: ExpandContext = { dutyId: 'duty-1', targetId: null, workingDays: weekendsOff }

export function expand(
  plan: Draft,
  from: string,
  to: string,
  rest: Partial<ExpandContext & { limit: number }> = {},
): Occurrence[] {
  const { limit = 1_000, ...others } = rest
  return occurrencesOf(plan, { ...context, ...others }, { from: day(from), to: day(to), limit }).occurrences
}

/** `key planned`, the shortest that shows what was expanded. */
export function keysAndDays(occurrences: readonly Occurrence[]): string[] {
  return occurrences.map(({ key, planned }) => `${key} ${printDate(planned)}`)
}

/** Opening, due and miss time on the wall clock of the plan's zone, with its offset. */
export function windowOf(plan: Draft, occurrence: Occurrence | undefined): (string | null)[] {
  if (occurrence === undefined) throw new TypeError('no occurrence')
  const print = (instant: Instant | null) => (instant === null ? null : printInstant(instant, plan.timeZone))
  return [print(occurrence.opensAt), print(occurrence.dueAt), print(occurrence.missesAt)]
}
