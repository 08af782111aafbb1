import { DatabaseSync } from 'node:sqlite'
import { databaseIn } from '../serve/sqlite-d1.ts'

/** What the load knows of a round: whether it is ticked, and how many ticks and undos of it were acknowledged. */
export type Round = { id: string; isDone: boolean; acknowledged: number; isAsked: boolean }

export type Load = {
  rounds: readonly Round[]
  /** of each acknowledged tick or undo, in milliseconds */
  times: number[]
  refused: string[]
}

const ticksASecond = 20
const mostRounds = 400

/** Rounds of the demo that nobody has touched and that its supervisor may tick now without a checklist. */
export function openRounds(folder: string, orgId: string): Round[] {
  const database = new DatabaseSync(databaseIn(folder), { readOnly: true })
  const rows = database
    .prepare(
      `SELECT id FROM rounds WHERE org_id = ?1 AND settled = 0 AND touched = 0 AND checklist_id IS NULL
         AND opens_at < ?2 AND due_at > ?2 + 3600000
         AND NOT EXISTS (SELECT 1 FROM audit WHERE audit.org_id = ?1 AND subject_id = rounds.id)
       ORDER BY due_at LIMIT ?3`,
    )
    .all(orgId, Date.now(), mostRounds)
  database.close()
  return rows.map(({ id }) => ({ id: String(id), isDone: false, acknowledged: 0, isAsked: false }))
}

/** As the demo's supervisor; answers the cookies. */
export async function signIn(origin: string): Promise<string> {
  const answer = await fetch(`${origin}/demo/sign-in`, {
    method: 'POST',
    headers: { Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'member=supervisor',
    redirect: 'manual',
  })
  const cookies = answer.headers.getSetCookie().map((one) => one.split(';', 1)[0])
  if (cookies.length === 0) throw new Error(`signing in answered ${answer.status}`)
  return cookies.join('; ')
}

/**
 * Ticks round after round, 20 a second whether or not the last answer has come, until told to stop; a round that is ticked already is
 * unticked, so that they never run out. A round waits for its own answer only.
 */
export function startLoad(origin: string, cookie: string, load: Load, from: number): () => number {
  let next = from
  const timer = setInterval(() => {
    const round = load.rounds[next % load.rounds.length]
    next += 1
    if (round && !round.isAsked) void tick(origin, cookie, load, round)
  }, 1000 / ticksASecond)
  return () => {
    clearInterval(timer)
    return next
  }
}

async function tick(origin: string, cookie: string, load: Load, round: Round): Promise<void> {
  round.isAsked = true
  const began = performance.now()
  const answer = await fetch(`${origin}/api/v1/rounds/${round.id}/completion`, {
    method: round.isDone ? 'DELETE' : 'POST',
    headers: { Cookie: cookie, Origin: origin, 'Content-Type': 'application/json' },
    body: JSON.stringify(round.isDone ? { reason: '误点' } : {}),
  }).catch(() => null)
  // Without an answer nobody knows; the round stays asked until the store has been looked at.
  if (answer === null) return
  if (!answer.ok) {
    const words = await answer.text().catch(() => '')
    if (answer.status < 500) load.refused.push(`${round.id}: ${answer.status} ${words}`)
    return
  }
  load.times.push(performance.now() - began)
  round.isDone = !round.isDone
  round.acknowledged += 1
  round.isAsked = false
}
