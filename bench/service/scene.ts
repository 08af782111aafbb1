import { query } from '../../src/platform/sql.ts'
import type { Store } from '../../src/platform/store.ts'
import type { Scene } from '../scene.ts'

const mostTicks = 1500

type Tick = Scene['page']

const openRounds = (checklist: 'IS NULL' | 'IS NOT NULL') => `
  SELECT rounds.id AS roundId, min(member_units.member_id) AS memberId
  FROM rounds
    JOIN member_units ON member_units.org_id = :org AND member_units.unit_id = rounds.performed_by
    JOIN members ON members.org_id = :org AND members.id = member_units.member_id AND members.role IN ('lead', 'inspector')
  WHERE rounds.org_id = :org AND rounds.settled = 0 AND rounds.opens_at < :now AND rounds.due_at > :now
    AND rounds.checklist_id ${checklist}
  GROUP BY rounds.id ORDER BY rounds.due_at LIMIT :limit`

const selectTicks = query<Tick, { now: number; limit: number }>('bench.ticks', openRounds('IS NULL'))
const selectPage = query<Tick, { now: number; limit: number }>('bench.page', openRounds('IS NOT NULL'))

const selectDutyOfFeed = query<Scene['dutyOfFeed'], { from: number; until: number }>(
  'bench.duty-of-feed',
  `SELECT duty_id AS id, count(*) AS rounds FROM rounds
   WHERE org_id = :org AND due_at >= :from AND due_at < :until AND duty_id IS NOT NULL
   GROUP BY duty_id ORDER BY abs(count(*) - 500) LIMIT 1`,
)

const countRounds = query<{ rounds: number }>(
  'bench.rounds',
  `SELECT count(*) AS rounds FROM rounds WHERE org_id = :org`,
)

const day = 86_400_000

export async function readScene(store: Store, now: number): Promise<Scene> {
  const ticks = await store.all(selectTicks({ now, limit: mostTicks }))
  const page = await store.first(selectPage({ now, limit: 1 }))
  const dutyOfFeed = await store.first(selectDutyOfFeed({ from: now - 30 * day, until: now + 400 * day }))
  const counted = await store.first(countRounds({}))
  if (!page || !dutyOfFeed || !counted) throw new Error('the store holds nothing to measure')
  return { rounds: counted.rounds, ticks, page, dutyOfFeed }
}
