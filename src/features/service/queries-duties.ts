import type { Named } from '../../domain/named.ts'
import type { Day } from '../../domain/time/civil.ts'
import type { Instant } from '../../domain/time/zone.ts'
import { query } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'

/** A running duty that is not suspended, as far as it tells whether its rounds get done. */
export type WatchedDuty = {
  id: string
  title: string
  titleEn: string | null
  /** a unit, or 'target': every inspected unit checks itself */
  performedBy: string
  hasRoundsAhead: boolean
  /** how many due times passed since the last one that was met by anybody, three at most */
  cyclesMissed: number
  /** when one of its rounds was last done; null: never, or longer ago than anybody looks */
  lastDoneAt: Instant | null
}

export type IdleUnit = Named & { id: string; isClosed: boolean }

type DutyRow = {
  id: string
  title: string
  title_en: string | null
  performed_by: string
  has_rounds: 0 | 1
  cycles_missed: number
  last_done_at: number | null
}

export const cyclesThatTell = 3

/** More than any hospital has. */
const most = { duties: 2000, units: 2000, rounds: 500 }
/** Three cycles of what comes once a year, and a year more. */
const lookBack = 4 * 366 * 86_400_000
/** What a unit has to do within five weeks holds what it does every month. */
const lookAhead = 35 * 86_400_000

/** Granted excuses count as met: somebody has looked. What was made by hand on top says nothing of the rhythm. */
const selectDuties = query<
  DutyRow,
  { now: Instant; today: Day; since: Instant; cycles: number; limit: number }
>(
  'service.duties',
  `WITH running AS MATERIALIZED (
     SELECT id, title, title_en, performed_by,
       EXISTS (SELECT 1 FROM rounds AS ahead
         WHERE ahead.org_id = :org AND ahead.duty_id = duties.id AND ahead.settled = 0 AND ahead.due_at > :now
       ) AS has_rounds,
       (SELECT met.id FROM rounds AS met
          JOIN outcomes ON outcomes.org_id = :org AND outcomes.round_id = met.id
        WHERE met.org_id = :org AND met.duty_id = duties.id AND met.settled = 1 AND met.due_at > :since
        ORDER BY met.due_at DESC LIMIT 1) AS last_met
     FROM duties
     WHERE org_id = :org AND closed_on IS NULL AND NOT EXISTS (
       SELECT 1 FROM suspensions WHERE suspensions.org_id = :org AND suspensions.subject_id = duties.id
         AND suspensions.from_on <= :today AND (suspensions.until_on IS NULL OR suspensions.until_on >= :today)
     )
     ORDER BY id LIMIT :limit
   )
   SELECT running.id, running.title, running.title_en, running.performed_by, has_rounds,
     (SELECT count(*) FROM (
        SELECT DISTINCT late.due_at FROM rounds AS late
        WHERE late.org_id = :org AND late.duty_id = running.id AND late.settled IN (0, 1)
          AND late.due_at > coalesce(met.due_at, :since) AND late.due_at <= :now
          AND late.withdrawn_at IS NULL AND late.extra = 0
        LIMIT :cycles
     )) AS cycles_missed,
     outcomes.performed_at AS last_done_at
   FROM running
     LEFT JOIN rounds AS met ON met.org_id = :org AND met.id = running.last_met
     LEFT JOIN outcomes ON outcomes.org_id = :org AND outcomes.round_id = running.last_met
       AND outcomes.kind = 'done'`,
)

type UnitRow = { id: string; name: string; name_en: string | null; closed: 0 | 1 }

/** Leads and inspectors do what their unit and those below it perform, supervisors see to what is their own unit's. */
const selectIdleUnits = query<UnitRow, { today: Day; limit: number }>(
  'service.idle-units',
  `SELECT id, name, name_en, coalesce(closed_on <= :today, 0) AS closed FROM units
   WHERE org_id = :org AND (closed_on <= :today OR NOT EXISTS (
     WITH RECURSIVE above (id) AS (
       SELECT units.id
       UNION
       SELECT parent.parent_id FROM above JOIN units AS parent ON parent.org_id = :org AND parent.id = above.id
       WHERE parent.parent_id IS NOT NULL
     )
     SELECT 1 FROM above
       JOIN member_units ON member_units.org_id = :org AND member_units.unit_id = above.id
       JOIN members ON members.org_id = :org AND members.id = member_units.member_id
     WHERE members.closed_on IS NULL
       AND (members.role IN ('lead', 'inspector') OR (members.role = 'supervisor' AND above.id = units.id))
   ))
   LIMIT :limit`,
)

const selectWaiting = query<
  { duty_id: string; unit_id: string },
  { units: string; now: Instant; until: Instant; limit: number }
>(
  'service.rounds-of-units',
  `SELECT DISTINCT rounds.duty_id, unit.value AS unit_id
   FROM json_each(:units) AS unit
     CROSS JOIN rounds ON rounds.org_id = :org AND rounds.performed_by = unit.value AND rounds.settled = 0
       AND rounds.due_at > :now AND rounds.due_at <= :until AND rounds.assignee_id IS NULL
   WHERE rounds.duty_id IS NOT NULL
   LIMIT :limit`,
)

/** Up to ten rows a duty: nobody keeps these figures, for they are asked for by few and seldom. */
export async function watchedDuties(store: Store, now: Instant, today: Day): Promise<WatchedDuty[]> {
  const rows = await store.all(
    selectDuties({ now, today, since: now - lookBack, cycles: cyclesThatTell, limit: most.duties }),
  )
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    titleEn: row.title_en,
    performedBy: row.performed_by,
    hasRoundsAhead: row.has_rounds === 1,
    cyclesMissed: row.cycles_missed,
    lastDoneAt: row.last_done_at,
  }))
}

/** Units that are closed, or have no open member who may do rounds. Most of them have none to do either. */
export async function idleUnits(store: Store, today: Day): Promise<IdleUnit[]> {
  const rows = await store.all(selectIdleUnits({ today, limit: most.units }))
  return rows.map(({ id, name, name_en: nameEn, closed }) => ({ id, name, nameEn, isClosed: closed === 1 }))
}

/** Which duties have rounds coming up for these units to do, that nobody is assigned to. */
export async function dutiesWaitingFor(
  store: Store,
  unitIds: readonly string[],
  now: Instant,
): Promise<{ dutyId: string; unitId: string }[]> {
  if (unitIds.length === 0) return []
  const rows = await store.all(
    selectWaiting({ units: JSON.stringify(unitIds), now, until: now + lookAhead, limit: most.rounds }),
  )
  return rows.map(({ duty_id: dutyId, unit_id: unitId }) => ({ dutyId, unitId }))
}
