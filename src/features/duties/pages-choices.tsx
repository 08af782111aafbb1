import { seesAll, type Actor } from '../../domain/access.ts'
import { unitsBelow } from '../../domain/unit-tree.ts'
import type { Context } from '../../platform/context.ts'
import type { Option } from '../../ui/choices.tsx'
import { byName } from '../../ui/collate.ts'
import type { View } from '../../ui/view.ts'
import { assetTypes, listAssets } from '../assets/queries.ts'
import { listMembers } from '../members/queries.ts'
import { membersShownTo } from '../rounds/queries-work.ts'
import { printShownName } from '../../platform/role-messages.ts'
import { unitOptions } from '../units/parts.tsx'
import { allUnits, type Unit } from '../units/queries.ts'
import { readDays } from '../working-days/queries.ts'
import type { ScheduleForm } from './forms.ts'
import type { DutyChoices } from './parts-fields.tsx'
import type { RhythmChoices } from './parts-schedule.tsx'
import { tagsInUse, type Offered } from './parts-targets.tsx'
import { assetsNamed, assetTags, checklistTitles, dutyTitles } from './queries-pages.ts'

/** What the editor offers, and which of the units its reader may name as owner. */
export type EditorChoices = {
  duty: DutyChoices
  rhythm: RhythmChoices
  targets: Offered
  ownUnits: string[]
}

type Wanted = {
  form: ScheduleForm
  /** units that are named besides, closed ones among them */
  units: readonly string[]
  /** null: of a duty that is not saved yet */
  dutyId: string | null
}

/** Single assets and people are listed once their sort is chosen: only so many of them. */
const mostListed = 100

export async function editorChoices(view: View, context: Context, wanted: Wanted): Promise<EditorChoices> {
  const { store, actor } = context
  const { form } = wanted
  const [units, checklists, duties, types, tags, days] = await Promise.all([
    allUnits(store),
    checklistTitles(store),
    dutyTitles(store, seesAll(actor) ? null : actor.ownUnits),
    assetTypes(store),
    assetTags(store),
    readDays(context),
  ])
  const [assets, members] = await Promise.all([
    assetOptions(view, context, form, units),
    memberOptions(view, context, form, units),
  ])
  const chosen = [...wanted.units, ...form.unitIds, ...form.exceptUnits]
  const options = unitOptions(view, units, chosen)
  const owners = ownersFor(actor, units)
  return {
    duty: { owners: unitOptions(view, owners, chosen), units: options, checklists },
    rhythm: {
      duties: duties
        .filter(({ id }) => id !== wanted.dutyId)
        .toSorted(byName(view))
        .map((duty) => ({ value: duty.id, label: view.nameOf(duty) })),
      dayNames: [...new Set(days.named.map(({ name }) => name))],
    },
    targets: {
      unitOptions: options,
      unitTags: tagsInUse(units),
      assetTypes: types,
      assetTags: tags,
      assets,
      members,
    },
    ownUnits: owners.map(({ id }) => id),
  }
}

/** Those that the form names, those of the unit that is listed, and those of the branch or of the first type, to be left out. */
async function assetOptions(
  view: View,
  { store }: Context,
  form: ScheduleForm,
  units: readonly Unit[],
): Promise<Option[]> {
  const [type] = form.assetTypes
  const filters = [
    ...(form.assetsListed === '' ? [] : [{ units: [...unitsBelow(units, [form.assetsListed])] }]),
    ...(type === undefined && form.assetUnder === ''
      ? []
      : [{ type, units: form.assetUnder === '' ? null : [...unitsBelow(units, [form.assetUnder])] }]),
  ]
  const [named, ...pages] = await Promise.all([
    assetsNamed(store, [...form.assetIds, ...form.exceptAssets]),
    ...(form.where === 'assets' ? filters : []).map((filter) =>
      listAssets(store, filter, { after: null, limit: mostListed }),
    ),
  ])
  const open = pages.flatMap(({ assets }) => assets).filter(({ closedOn }) => closedOn === null)
  const all = new Map([...named, ...open].map((asset) => [asset.id, asset]))
  return [...all.values()].map((asset) => ({ value: asset.id, label: view.nameOf(asset) }))
}

/** Those that the form names, those of the unit that is listed, and those of the branch, to be left out. */
async function memberOptions(
  view: View,
  context: Context,
  form: ScheduleForm,
  units: readonly Unit[],
): Promise<Option[]> {
  const branches = [form.membersListed, form.memberUnder].filter((unit) => unit !== '')
  const pages = await Promise.all(
    (form.where === 'members' ? branches : []).map((unit) =>
      listMembers(
        context.store,
        { units: [...unitsBelow(units, [unit])] },
        { after: null, limit: mostListed },
      ),
    ),
  )
  const open = pages.flatMap(({ members }) => members).filter(({ closedOn }) => closedOn === null)
  const ids = new Set([...form.memberIds, ...form.exceptMembers, ...open.map(({ id }) => id)])
  if (ids.size === 0) return []
  const names = await membersShownTo(context, [...ids])
  return [...names].map(([value, name]) => ({ value, label: printShownName(view.locale, name) }))
}

/** Leads give duties only to units of their own. */
function ownersFor(actor: Actor, units: readonly Unit[]): Unit[] {
  return actor.role === 'supervisor' ? [...units] : units.filter(({ id }) => actor.ownUnits.has(id))
}
