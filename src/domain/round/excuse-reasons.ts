import { invalid } from '../errors.ts'
import { excuseCodes } from './excuse.ts'

/** A reason for which a round need not be done, as an organisation uses it. */
export type ExcuseReason = {
  code: string
  /** null: the words that are built in */
  name: string | null
  nameEn: string | null
  /** false: no longer offered; what was excused with it keeps its words */
  isUsed: boolean
}

export const mostOwnReasons = 20

/** Those that are built in, as the organisation changed them, then its own. */
export function excuseReasonsOf(kept: readonly ExcuseReason[]): ExcuseReason[] {
  const builtIn = excuseCodes.map(
    (code) => kept.find((one) => one.code === code) ?? { code, name: null, nameEn: null, isUsed: true },
  )
  return [...builtIn, ...kept.filter(({ code }) => !isBuiltIn(code))]
}

export function isBuiltIn(code: string): boolean {
  return excuseCodes.some((one) => one === code)
}

export function usedReasons(reasons: readonly ExcuseReason[]): ExcuseReason[] {
  return reasons.filter(({ isUsed }) => isUsed)
}

/** Refuses a code that the organisation does not have or no longer uses, and names those it does. */
export function requireUsedReason(reasons: readonly ExcuseReason[], code: string): void {
  const used = usedReasons(reasons).map((reason) => reason.code)
  if (used.includes(code)) return
  throw invalid({ path: 'code', code: 'unknown-excuse', params: { codes: used.join(', ') } })
}
