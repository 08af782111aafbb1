/** What the load knows of a round: whether it is ticked, and how many ticks and undos of it were acknowledged. */
export type Round = { id: string; isDone: boolean; acknowledged: number; isAsked: boolean }

export type Load = {
  rounds: readonly Round[]
  /** of each acknowledged tick or undo, in milliseconds */
  times: number[]
  refused: string[]
}

const ticksASecond = 20

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
