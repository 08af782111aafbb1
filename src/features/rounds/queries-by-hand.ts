import type { Named } from '../../domain/named.ts'
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

function toChoice({ id, name, name_en: nameEn }: ChoiceRow): Choice {
  return { id, name, nameEn }
}
