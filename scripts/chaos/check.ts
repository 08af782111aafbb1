import { DatabaseSync } from 'node:sqlite'
import { keptCounts, recountedCounts, strayFlags } from '../../test/features/rounds/recount.ts'
import { databaseIn } from '../serve/sqlite-d1.ts'
import type { Round } from './load.ts'

/** What is wrong in the store after a kill, in sentences, and what became of those that had no answer. */
export type Checked = { faults: string[]; kept: number; gone: number }

type Stored = { id: string; isDone: number; completed: number; undone: number }

/** Looks at the file itself, and makes the load know what the store knows. */
export function checkStore(folder: string, orgId: string, rounds: readonly Round[]): Checked {
  const database = new DatabaseSync(databaseIn(folder), { readOnly: true, timeout: 5_000 })
  try {
    const stored = new Map(storedRounds(database, orgId).map((row) => [row.id, row]))
    const checked: Checked = { faults: storeFaults(database, orgId), kept: 0, gone: 0 }
    for (const round of rounds) settle(checked, round, stored.get(round.id))
    return checked
  } finally {
    database.close()
  }
}

/** Each tick of a round is one audit entry, and the last of them says whether it has an outcome. */
function storedRounds(database: DatabaseSync, orgId: string): Stored[] {
  const text = `SELECT rounds.id,
      EXISTS (SELECT 1 FROM outcomes WHERE outcomes.org_id = ?1 AND outcomes.round_id = rounds.id) AS isDone,
      sum(action = 'round.completed') AS completed, sum(action = 'round.completion-undone') AS undone
    FROM rounds LEFT JOIN audit ON audit.org_id = ?1 AND audit.subject_id = rounds.id
    WHERE rounds.org_id = ?1 GROUP BY rounds.id`
  return database.prepare(text).all(orgId) as Stored[]
}

function settle(checked: Checked, round: Round, stored: Stored | undefined): void {
  if (!stored) {
    checked.faults.push(`${round.id} is gone`)
    return
  }
  const written = stored.completed + stored.undone
  const extra = written - round.acknowledged
  const isDone = stored.isDone === 1
  if (extra < 0) checked.faults.push(`${round.id}: ${-extra} acknowledged ticks were lost`)
  if (extra > (round.isAsked ? 1 : 0)) checked.faults.push(`${round.id}: ${extra} ticks that nobody sent`)
  if (stored.completed - stored.undone !== stored.isDone) {
    checked.faults.push(`${round.id}: its outcome and its audit trail differ`)
  }
  if (round.isAsked) checked[extra > 0 ? 'kept' : 'gone'] += 1
  Object.assign(round, { isDone, acknowledged: written, isAsked: false })
}

/** Whatever must be so in a whole store, whoever wrote last. */
export function storeFaults(database: DatabaseSync, orgId: string): string[] {
  const lines = (text: string) => JSON.stringify(database.prepare(text).all(orgId))
  const [sound] = database.prepare('PRAGMA quick_check').all()
  const trail = database
    .prepare('SELECT count(*) AS entries, coalesce(max(seq), 0) AS last FROM audit WHERE org_id = ?')
    .get(orgId)
  const stray = database.prepare(strayFlags).all(orgId)
  return [
    ...(sound?.quick_check === 'ok' ? [] : [`SQLite: ${JSON.stringify(sound)}`]),
    ...(trail?.entries === trail?.last ? [] : [`the audit trail has gaps: ${JSON.stringify(trail)}`]),
    ...(lines(keptCounts) === lines(recountedCounts) ? [] : ['the kept counts do not equal a recount']),
    ...stray.map((row) => `settled without an outcome, or the other way round: ${JSON.stringify(row)}`),
  ]
}
