import { readdirSync, readFileSync } from 'node:fs'

/** In milliseconds; Linux counts CPU in hundredths of a second. */
const tick = 10

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}

/** CPU that a process has used so far, user and system, in milliseconds; null where the system does not say. */
export function cpuOf(pid: number | null): number | null {
  const fields = pid === null ? null : statOf(pid)
  return fields && (Number(fields[11]) + Number(fields[12])) * tick
}

/** The workerd that runs the Worker, among all processes below this one; null off Linux. */
export function workerdBelow(ancestor: number): number | null {
  // wrangler runs a second workerd, a proxy, which has no inspector.
  return processesBelow(ancestor).find((pid) => /workerd.*--inspector-addr/.test(commandOf(pid))) ?? null
}

/** Children and theirs; none off Linux. */
export function processesBelow(ancestor: number): number[] {
  if (process.platform !== 'linux') return []
  const parents = new Map(processes().map((pid) => [pid, Number(statOf(pid)?.[1])]))
  const isBelow = (pid: number | undefined): boolean =>
    pid !== undefined && pid > 1 && (pid === ancestor || isBelow(parents.get(pid)))
  return [...parents.keys()].filter((pid) => pid !== ancestor && isBelow(pid))
}

function processes(): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid))
}

/** From the third field on: state, parent, … */
function statOf(pid: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}
