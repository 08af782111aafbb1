import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * The chain that makes the audit trail tamper-evident: a seal is the SHA-256 of the seal before it and the canonical bytes of
 * its entry. Whoever has written down one seal elsewhere can tell whether anything up to it was edited, taken out or moved.
 */

/** An entry as it is stored; `before` and `after` are JSON texts and are sealed as such. */
export type SealableEntry = {
  orgId: string
  seq: number
  at: number
  memberId: string | null
  action: string
  subjectId: string
  unitId: string | null
  before: string | null
  after: string | null
  requestId: string
}

/** The last sealed entry. */
export type ChainHead = { seq: number; seal: string }

/** Before the first entry. */
export const chainStart: ChainHead = { seq: 0, seal: '' }

export function sealOf(previousSeal: string, entry: SealableEntry): string {
  return bytesToHex(sha256(utf8ToBytes(`${previousSeal}\n${canonicalText(entry)}`)))
}

/** Every field in a fixed order; JSON escapes leave one way only to write each text. */
function canonicalText(entry: SealableEntry): string {
  const { orgId, seq, at, memberId, action, subjectId, unitId, before, after, requestId } = entry
  return JSON.stringify([orgId, seq, at, memberId, action, subjectId, unitId, before, after, requestId])
}

/** `missing`: the entry is gone. `unsealed`: its seal is, though later ones are there. `moved`: it is another one's content. */
export type ChainFault = { seq: number; kind: 'edited' | 'moved' | 'missing' | 'unsealed' | 'unexpected' }

export type ChainCheck = {
  /** where the next part goes on */
  head: ChainHead
  faults: readonly ChainFault[]
}

export const newCheck: ChainCheck = { head: chainStart, faults: [] }

/** Entries and seals of the same stretch, beginning right after the check's head. */
export type ChainPart = {
  entries: readonly SealableEntry[]
  seals: readonly ChainHead[]
  /** the last number of the stretch */
  upTo: number
  /** the last seal there is: what lies after it is not sealed yet */
  lastSealed: number
  /** a seal that was written down elsewhere */
  expected?: ChainHead | undefined
}

const mostFaults = 100

/** Checks the next stretch. After a fault it goes on from the stored seal, so that every fault is told once. */
export function checkPart(check: ChainCheck, part: ChainPart): ChainCheck {
  const entries = new Map(part.entries.map((entry) => [entry.seq, entry]))
  const seals = new Map(part.seals.map(({ seq, seal }) => [seq, seal]))
  const faults = [...check.faults]
  let { seal: previous } = check.head
  for (let seq = check.head.seq + 1; seq <= part.upTo && faults.length < mostFaults; seq += 1) {
    const entry = entries.get(seq)
    const seal = seals.get(seq)
    const kind = faultAt(previous, entry, seal, { ...part, seq })
    if (kind !== null) faults.push({ seq, kind })
    if (part.expected?.seq === seq && part.expected.seal !== seal) faults.push({ seq, kind: 'unexpected' })
    previous = seal ?? (entry ? sealOf(previous, entry) : previous)
  }
  return { head: { seq: part.upTo, seal: previous }, faults }
}

function faultAt(
  previous: string,
  entry: SealableEntry | undefined,
  seal: string | undefined,
  { entries, lastSealed, seq }: ChainPart & { seq: number },
): ChainFault['kind'] | null {
  if (!entry) return 'missing'
  if (seal === undefined) return seq <= lastSealed ? 'unsealed' : null
  if (sealOf(previous, entry) === seal) return null
  const isAnothers = entries.some(
    (other) => other.seq !== seq && sealOf(previous, { ...other, seq }) === seal,
  )
  return isAnothers ? 'moved' : 'edited'
}

/** The last entry that everything holds up to. */
export function holdsUpTo(check: ChainCheck): number {
  return check.faults.reduce((least, { seq }) => Math.min(least, seq - 1), check.head.seq)
}
