import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Day } from '../time/civil.ts'
import type { WorkingDays } from '../time/working-days.ts'
import type { Draw } from './draw.ts'
import type { Spread } from './plan.ts'

/** One of the `min` parts of a period's days; `working` are its working days. */
export type Part = { last: Day; working: readonly Day[] }

/**
 * Cuts n days into `count` parts, part k being days ⌊(k−1)·n/count⌋+1 … ⌊k·n/count⌋. A part of no days, as when a
 * day is cut in three, ends with the part before it, or on the first day.
 */
export function cutIntoParts(days: readonly Day[], count: number, workingDays: WorkingDays): Part[] {
  const working = days.filter((day) => workingDays.isWorking(day))
  const lastOfAll = days.at(-1) ?? 0
  const parts: Part[] = []
  let next = 0
  for (let number = 1; number <= count; number += 1) {
    const end = Math.floor((number * days.length) / count)
    const last = days[Math.max(end, 1) - 1] ?? lastOfAll
    const start = next
    while (end > 0 && next < working.length && (working[next] ?? 0) <= last) next += 1
    parts.push({ last, working: working.slice(start, next) })
  }
  return parts
}

/** The planned day of the round with that index (from 0); a part without a working day takes its last day. */
export function plannedDay(parts: readonly Part[], index: number, spread: Spread, choose: Draw): Day {
  const part = spread === 'end' ? lastWorkingPart(parts) : parts[index]
  if (part === undefined) throw new RangeError(`round ${index} of ${parts.length}`)
  const { length } = part.working
  if (length === 0) return part.last
  const isFree = spread === 'stagger' || spread === 'draw'
  return part.working[isFree ? choose(length) : length - 1] ?? part.last
}

/** What is said of a drawn round to those who must not know its day. */
export function lastOfAll(parts: readonly Part[]): Day {
  return parts.at(-1)?.last ?? 0
}

function lastWorkingPart(parts: readonly Part[]): Part | undefined {
  return parts.findLast((part) => part.working.length > 0) ?? parts.at(-1)
}

/** Makes each target's day its own and always the same: the first four bytes, big-endian, of a SHA-256. */
export function staggerHash(dutyId: string, targetId: string | null): number {
  const digest = sha256(utf8ToBytes(`${dutyId}|${targetId ?? ''}`))
  return new DataView(digest.buffer, digest.byteOffset).getUint32(0)
}
