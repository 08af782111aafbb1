import type { Named } from '../../domain/named.ts'
import type { Day } from '../../domain/time/civil.ts'
import type { Instant } from '../../domain/time/zone.ts'
import { query } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'

/** Something that can be chosen in a form. */
export type Choice = Named & { id: string }

type ChoiceRow = { id: string; name: string; name_en: string | null }

/** As many as a person can look through; the API takes any. */
const mostChoices = 300

const selectDuties = query<ChoiceRow, { own: string | null; limit: number }>(
  'rounds.choice-of-duties',
  `SELECT id, title AS name, title_en AS name_en FROM duties
   WHERE org_id = :org AND closed_on IS NULL
     AND (:own IS NULL OR owned_by IN (SELECT value FROM json_each(:own))
       OR performed_by IN (SELECT value FROM json_each(:own)))
   LIMIT :limit`,
)

const selectUnits = query<ChoiceRow, { limit: number }>(
  'rounds.choice-of-units',
  `SELECT id, name, name_en FROM units WHERE org_id = :org AND closed_on IS NULL ORDER BY id LIMIT :limit`,
)

const selectAssets = query<ChoiceRow, { limit: number }>(
  'rounds.choice-of-assets',
  `SELECT id, name, name_en FROM assets WHERE org_id = :org AND closed_on IS NULL ORDER BY id LIMIT :limit`,
)

const selectChecklists = query<ChoiceRow, { limit: number }>(
  'rounds.choice-of-checklists',
  `SELECT id, title AS name, title_en AS name_en FROM checklists WHERE org_id = :org ORDER BY id LIMIT :limit`,
)

export type ByHandChoices = { duties: Choice[]; units: Choice[]; assets: Choice[]; checklists: Choice[] }

/** What a round by hand can be made of; duties of these units only, null: of all. */
export async function byHandChoices(store: Store, own: readonly string[] | null): Promise<ByHandChoices> {
  const limit = mostChoices
  const [duties, units, assets, checklists] = await store.many<[ChoiceRow, ChoiceRow, ChoiceRow, ChoiceRow]>([
    selectDuties({ own: own && JSON.stringify(own), limit }),
    selectUnits({ limit }),
    selectAssets({ limit }),
    selectChecklists({ limit }),
  ])
  return {
    duties: duties.map(toChoice),
    units: units.map(toChoice),
    assets: assets.map(toChoice),
    checklists: checklists.map(toChoice),
  }
}

/** A quota's period, and the target whose rounds of it are counted. */
export type InPeriod = {
  dutyId: string
  targetId: string | null
  id: string
  first: Day
  last: Day
  dueAfter: Instant
  dueUntil: Instant
}

/** The rounds of a quota's period on one target, planned or by hand, that are done or to be done. */
export const countedInPeriod = `SELECT count(*) AS rounds FROM rounds
   LEFT JOIN outcomes ON outcomes.org_id = :org AND outcomes.round_id = rounds.id
   WHERE rounds.org_id = :org AND rounds.duty_id = :dutyId AND rounds.settled IN (0, 1)
     AND rounds.due_at > :dueAfter AND rounds.due_at <= :dueUntil AND rounds.target_id IS :targetId
     AND (rounds.occurrence_key LIKE :id || '/%' OR (rounds.extra = 1 AND rounds.occurs_on BETWEEN :first AND :last))
     AND rounds.withdrawn_at IS NULL AND outcomes.kind IS NOT 'excused'`

const selectInPeriod = query<{ rounds: number }, InPeriod>('rounds.in-period', countedInPeriod)

export async function countInPeriod(store: Store, wanted: InPeriod): Promise<number> {
  const row = await store.first(selectInPeriod(wanted))
  return row?.rounds ?? 0
}

function toChoice({ id, name, name_en: nameEn }: ChoiceRow): Choice {
  return { id, name, nameEn }
}
