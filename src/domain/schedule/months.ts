/** A run of consecutive months; `count` months from `first` (1…12), which may cross New Year. */
export type MonthRun = { first: number; count: number }

/**
 * The runs of consecutive months among these, ordered by their first month. December and January are consecutive:
 * such a run belongs to the year it begins in. All twelve months are one run from January.
 */
export function monthRuns(months: readonly number[]): MonthRun[] {
  const wanted = new Set(months)
  if (wanted.size === 12) return [{ first: 1, count: 12 }]
  return [...wanted]
    .filter((month) => !wanted.has(monthAfter(month, -1)))
    .toSorted((a, b) => a - b)
    .map((first) => ({ first, count: lengthOfRun(first, wanted) }))
}

export function monthAfter(month: number, count: number): number {
  return ((((month - 1 + count) % 12) + 12) % 12) + 1
}

function lengthOfRun(first: number, wanted: ReadonlySet<number>): number {
  let count = 1
  while (count < 12 && wanted.has(monthAfter(first, count))) count += 1
  return count
}
