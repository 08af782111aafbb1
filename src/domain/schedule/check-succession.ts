import { parseDuration } from '../time/duration.ts'
import { checkDuration } from './check-window.ts'
import type { FollowRhythm, IntervalRhythm, Plan } from './plan.ts'
import { fault, type PlanFault } from './plan-fault.ts'

type Checked = Omit<Plan, 'id'>

/** Twenty years: pipes and pressure vessels are inspected that seldom. */
const LONGEST_INTERVAL = 20 * 366

/** Rounds that are counted from the last one, or from the end of a certificate. */
export function checkInterval(
  { every, from }: IntervalRhythm,
  { holidays, window, targets }: Checked,
): PlanFault[] {
  const hasNoCertificates = 'none' in targets || targets.assets === undefined
  const hasOthers = !('none' in targets) && (targets.units !== undefined || targets.members !== undefined)
  return [
    ...checkDays('rhythm.every', every, LONGEST_INTERVAL),
    ...(lastsNoDay(every) ? [fault('rhythm.every', 'no-interval')] : []),
    ...(from === 'expiry' && (hasNoCertificates || hasOthers) ? [fault('targets', 'expiry-of-assets')] : []),
    ...(holidays === 'skip' ? [fault('holidays', 'skip-ends-it')] : []),
    ...(window.missAfter === 'next' ? [fault('window.missAfter', 'none-next')] : []),
  ]
}

/** Rounds that follow those of another duty. Which duty that is, only the organisation can tell. */
export function checkFollow({ offset }: FollowRhythm): PlanFault[] {
  return checkDays('rhythm.offset', offset)
}

function checkDays(path: string, text: string, most?: number): PlanFault[] {
  const faults = checkDuration(path, text, most)
  const { milliseconds = 0 } = parseDuration(text) ?? {}
  return faults.length === 0 && milliseconds > 0 ? [fault(path, 'whole-days', { text })] : faults
}

function lastsNoDay(text: string): boolean {
  const duration = parseDuration(text)
  return duration !== null && duration.months === 0 && duration.days === 0
}
