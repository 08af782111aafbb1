import { seesAll, type Actor } from '../../domain/access.ts'
import type { Instant } from '../../domain/time/zone.ts'
import { query } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'

/** For whom a statement leaves out what is hidden; `reader` null: it shows everything. */
export type HiddenParams = { reader: string | null; now: Instant }

/** The values of `hiddenColumn`. */
export function hiddenFrom(actor: Actor, now: Instant): HiddenParams {
  if (seesAll(actor)) return { reader: null, now }
  const reader = {
    id: actor.memberId,
    mine: [actor.memberId, ...actor.standsInFor],
    memberOf: [...actor.memberOf],
    above: [...actor.unitsAbove],
    own: [...actor.ownUnits],
  }
  return { reader: JSON.stringify(reader), now }
}

/**
 * Whether a round is hidden from `:reader` at `:now`, as `isHiddenFrom` has it. `round` is the name that the statement has for
 * it. CASE: the lists are looked through for those rounds alone that are hidden from anybody.
 */
export function hiddenColumn(round: string): string {
  const isIn = (column: string, list: string) =>
    `${round}.${column} IN (SELECT value FROM json_each(:reader, '$.${list}'))`
  return `CASE WHEN ${round}.hidden_until > :now AND :reader IS NOT NULL THEN coalesce(
    ${round}.target_id = :reader ->> 'id' OR (NOT coalesce(${isIn('assignee_id', 'mine')}, 0)
      AND (${isIn('target_unit_id', 'memberOf')} OR (${isIn('target_unit_id', 'above')}
        AND NOT ${isIn('performed_by', 'own')} AND NOT EXISTS (
          SELECT 1 FROM json_each(${round}.with_units) AS joined
          WHERE joined.value IN (SELECT value FROM json_each(:reader, '$.own'))
        )))), 0) ELSE 0 END`
}

const selectHidden = query<{ id: string }, HiddenParams & { ids: string }>(
  'rounds.hidden-among',
  `SELECT rounds.id FROM json_each(:ids) AS asked
   CROSS JOIN rounds ON rounds.org_id = :org AND rounds.id = asked.value
   WHERE ${hiddenColumn('rounds')}`,
)

/** Those of these rounds that are hidden. */
export async function hiddenAmong(
  store: Store,
  ids: readonly string[],
  hidden: HiddenParams,
): Promise<Set<string>> {
  if (hidden.reader === null || ids.length === 0) return new Set()
  const rows = await store.all(selectHidden({ ids: JSON.stringify([...new Set(ids)]), ...hidden }))
  return new Set(rows.map(({ id }) => id))
}
