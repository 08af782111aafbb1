import { parseArgs } from 'node:util'
import {
  checkPart,
  holdsUpTo,
  newCheck,
  type ChainCheck,
  type ChainFault,
  type ChainHead,
  type SealableEntry,
} from '../src/domain/audit/seal.ts'
import { execute, fail, orUsage } from './d1.ts'

/**
 * `npm run audit:verify -- [--remote] [--org ID] [--expect SEQ:SEAL]`: reads the whole audit trail and says up to which entry
 * it holds. Write the head's seal down where nobody who can write to the store can change it; a later run with `--expect` shows
 * whether even the whole chain was made anew. Ends with 1 where something is wrong, 2 where nothing was verified.
 */
const usage = 'npm run audit:verify -- [--remote] [--org ID] [--expect SEQ:SEAL]'

const { remote, org, expected } = orUsage(usage, readOptions)

const entriesAPage = 5_000

const faultWords: Record<ChainFault['kind'], string> = {
  edited: 'the entry or its seal was edited',
  moved: 'the entry stands in the place of another one',
  missing: 'the entry was deleted',
  unsealed: 'the seal was deleted',
  unexpected: 'the seal is not the one that was written down',
}

type Bounds = { lastEntry: number | null; lastSealed: number | null }

let isSound = true
for (const orgId of organisations()) {
  const { check, unsealed } = verify(orgId)
  report(orgId, check, unsealed)
  if (check.faults.length > 0) isSound = false
}
process.exitCode = isSound ? 0 : 1

function readOptions() {
  const { values } = parseArgs({
    options: {
      remote: { type: 'boolean', default: false },
      org: { type: 'string' },
      expect: { type: 'string' },
    },
  })
  return { remote: values.remote, org: values.org, expected: parseExpected(values) }
}

function parseExpected(values: { org?: string; expect?: string }): ChainHead | undefined {
  if (values.expect === undefined) return undefined
  const match = /^([1-9]\d{0,14}):([0-9a-f]{64})$/.exec(values.expect)
  if (!match || values.org === undefined) throw new Error('--expect takes SEQ:SEAL and needs --org')
  return { seq: Number(match[1]), seal: match[2] ?? '' }
}

function organisations(): string[] {
  const [rows] = execute<[{ id: string }[]]>('SELECT id FROM organisations ORDER BY id', { remote })
  const wanted = rows.map(({ id }) => id).filter((id) => org === undefined || id === org)
  if (wanted.length > 0) return wanted
  return fail(`There is no organisation ${org === undefined ? '' : `${org} `}in this store.`)
}

function verify(orgId: string): { check: ChainCheck; unsealed: number } {
  const [[bounds]] = execute<[Bounds[]]>(
    `SELECT (SELECT max(seq) FROM audit WHERE org_id = '${orgId}') AS lastEntry,
       (SELECT max(seq) FROM audit_seals WHERE org_id = '${orgId}') AS lastSealed`,
    { remote },
  )
  const lastSealed = bounds?.lastSealed ?? 0
  const last = Math.max(bounds?.lastEntry ?? 0, lastSealed, expected?.seq ?? 0)
  let check = newCheck
  while (check.head.seq < last) {
    const after = check.head.seq
    const upTo = Math.min(after + entriesAPage, last)
    check = checkPart(check, { ...readPart(orgId, after, upTo), upTo, lastSealed, expected })
  }
  return { check, unsealed: Math.max(0, (bounds?.lastEntry ?? 0) - lastSealed) }
}

function readPart(
  orgId: string,
  after: number,
  upTo: number,
): { entries: SealableEntry[]; seals: ChainHead[] } {
  const within = `org_id = '${orgId}' AND seq > ${after} AND seq <= ${upTo} ORDER BY seq`
  const [entries, seals] = execute<[SealableEntry[], ChainHead[]]>(
    `SELECT org_id AS orgId, seq, at, member_id AS memberId, action, subject_id AS subjectId, unit_id AS unitId,
       before, after, request_id AS requestId FROM audit WHERE ${within};
     SELECT seq, seal FROM audit_seals WHERE ${within}`,
    { remote },
  )
  return { entries, seals }
}

function report(orgId: string, check: ChainCheck, unsealed: number): void {
  const sealedUpTo = check.head.seq - unsealed
  const sound = Math.min(holdsUpTo(check), sealedUpTo)
  console.log(`${orgId}: holds up to entry ${sound}; ${unsealed} not sealed yet`)
  for (const { seq, kind } of check.faults) console.log(`  entry ${seq}: ${faultWords[kind]}`)
  if (check.faults.length === 0 && sealedUpTo > 0)
    console.log(`  write down: ${sealedUpTo}:${sealAt(orgId, sealedUpTo)}`)
}

function sealAt(orgId: string, seq: number): string {
  const [[row]] = execute<[{ seal: string }[]]>(
    `SELECT seal FROM audit_seals WHERE org_id = '${orgId}' AND seq = ${seq}`,
    { remote },
  )
  return row?.seal ?? ''
}
