import type { Day } from '../time/civil.ts'

/** `2026-M07/2`: the second round of July's quota (docs/schedules.md, "keys"). */
export type QuotaKey = { period: string; number: number }

/** Null for the keys of rounds that belong to no quota or season. */
export function quotaKeyOf(occurrenceKey: string): QuotaKey | null {
  const match = /^(\d{4}(?:-(?:M\d\d|B\d|Q\d|H\d|W\d\d|S\d+|\d\d-\d\d))?)\/(\d+)$/.exec(occurrenceKey)
  return match === null ? null : { period: match[1] ?? '', number: Number(match[2]) }
}

export type PeriodKind = 'day' | 'week' | 'month' | 'bimonth' | 'quarter' | 'halfyear' | 'year' | 'season'

export function periodKindOf(period: string): PeriodKind {
  const letter = /^\d{4}-([MBQHWS])/.exec(period)?.[1]
  const kinds = { M: 'month', B: 'bimonth', Q: 'quarter', H: 'halfyear', W: 'week', S: 'season' } as const
  if (letter !== undefined) return kinds[letter as keyof typeof kinds]
  return period.length === 4 ? 'year' : 'day'
}

/** One round of a quota's period; excused ones are owed by nobody. */
export type QuotaRound = { plannedOn: Day; outcome: 'done' | 'excused' | null }

export type QuotaProgress = {
  done: number
  /** how many are still owed */
  left: number
  /** k planned dates have passed and fewer than k rounds are done (进度滞后) */
  isBehind: boolean
}

export function quotaProgress(rounds: readonly QuotaRound[], today: Day): QuotaProgress {
  const owed = rounds.filter(({ outcome }) => outcome !== 'excused')
  const done = owed.filter(({ outcome }) => outcome === 'done').length
  const passed = owed.filter(({ plannedOn }) => plannedOn < today).length
  return { done, left: owed.length - done, isBehind: done < passed }
}
