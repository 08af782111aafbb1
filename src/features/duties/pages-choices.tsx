import type { Actor } from '../../domain/access.ts'
import type { Store } from '../../platform/store.ts'
import type { View } from '../../ui/view.ts'
import { assetTypes } from '../assets/queries.ts'
import { unitOptions } from '../units/parts.tsx'
import { allUnits, type Unit } from '../units/queries.ts'
import type { DutyChoices } from './parts-fields.tsx'
import { tagsInUse, type Offered } from './parts-targets.tsx'
import { assetsNamed, assetTags, checklistTitles } from './queries-pages.ts'

/** What the editor offers, and which of the units its reader may name as owner. */
export type EditorChoices = { duty: DutyChoices; targets: Offered; ownUnits: string[] }

/** `chosen`: the ids that the form holds already, closed units among them. */
export async function editorChoices(
  view: View,
  store: Store,
  actor: Actor,
  chosen: { units: readonly string[]; assets: readonly string[] },
): Promise<EditorChoices> {
  const [units, checklists, types, tags, assets] = await Promise.all([
    allUnits(store),
    checklistTitles(store),
    assetTypes(store),
    assetTags(store),
    assetsNamed(store, chosen.assets),
  ])
  const options = unitOptions(view, units, chosen.units)
  const owners = ownersFor(actor, units)
  return {
    duty: { owners: unitOptions(view, owners, chosen.units), units: options, checklists },
    targets: { unitOptions: options, unitTags: tagsInUse(units), assetTypes: types, assetTags: tags, assets },
    ownUnits: owners.map(({ id }) => id),
  }
}

/** Leads give duties only to units of their own. */
function ownersFor(actor: Actor, units: readonly Unit[]): Unit[] {
  return actor.role === 'supervisor' ? [...units] : units.filter(({ id }) => actor.ownUnits.has(id))
}
