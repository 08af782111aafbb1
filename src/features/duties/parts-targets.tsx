import { roles } from '../../domain/access.ts'
import type { Message } from '../../platform/i18n.ts'
import { roleMessages } from '../../platform/role-messages.ts'
import { assetTypeName, tagName } from '../../platform/tag-messages.ts'
import { RadioGroup, Select, type Option } from '../../ui/choices.tsx'
import { SubmitButton } from '../../ui/button.tsx'
import type { ScheduleForm } from './forms.ts'
import type { FieldsProps } from './parts-choose.tsx'
import { CoverageFields } from './parts-coverage.tsx'
import { isAnySaid, Several, Under } from './parts-several.tsx'
import { targetMessages as words } from './target-messages.ts'

/** What there is to choose from. */
export type Offered = {
  /** in the order of the tree, indented */
  unitOptions: readonly Option[]
  unitTags: readonly string[]
  assetTypes: readonly string[]
  assetTags: readonly string[]
  /** those that the form names one by one or, once a sort is chosen, could name */
  assets: readonly Option[]
  members: readonly Option[]
}

type SortProps = FieldsProps & { offered: Offered }

/** On what it is done: nothing, units, assets or people; `editor.css` shows the fields of the chosen sort. */
export function TargetFields({ view, state, offered, mayKeep }: SortProps & { mayKeep: boolean }) {
  const sorts: { value: ScheduleForm['where']; label: Message }[] = [
    { value: 'none', label: words.whereNone },
    { value: 'units', label: words.whereUnits },
    { value: 'assets', label: words.whereAssets },
    { value: 'members', label: words.whereMembers },
    ...(mayKeep ? [{ value: 'kept' as const, label: words.whereKept }] : []),
  ]
  return (
    <div class="of-planned fields">
      <RadioGroup
        view={view}
        state={state}
        name="where"
        label={view.t(words.where)}
        required
        layout="inline"
        options={sorts.map(({ value, label }) => ({ value, label: view.t(label) }))}
      />
      <p class="hint of-where of-none">{view.t(words.noneHelp)}</p>
      <UnitTargets view={view} state={state} offered={offered} />
      <AssetTargets view={view} state={state} offered={offered} />
      <MemberTargets view={view} state={state} offered={offered} />
      <CoverageFields view={view} state={state} />
    </div>
  )
}

function UnitTargets({ view, state, offered: { unitOptions, unitTags } }: SortProps) {
  const props = { view, state }
  const tags = unitTags.map((value) => ({ value, label: tagName(view, value) }))
  return (
    <div class="of-where of-units fields">
      <Several {...props} name="unitTags" label={words.unitTags} hint={words.tagsHint} options={tags} />
      <Several {...props} name="exceptUnitTags" label={words.exceptUnitTags} options={tags} />
      <details
        class="fold"
        open={tags.length === 0 || isAnySaid(state, ['unitIds', 'unitUnder', 'exceptUnits'])}
      >
        <summary>{view.t(words.moreUnits)}</summary>
        <div class="fields">
          <Under {...props} name="unitUnder" label={words.unitUnder} units={unitOptions} />
          <Several {...props} name="unitIds" label={words.unitIds} options={unitOptions} />
          <Several {...props} name="exceptUnits" label={words.exceptUnits} options={unitOptions} />
        </div>
      </details>
    </div>
  )
}

const moreOfAssets = [
  'assetIds',
  'assetTags',
  'assetUnder',
  'assetsListed',
  'exceptAssetTags',
  'exceptAssets',
] as const

function AssetTargets({ view, state, offered }: SortProps) {
  const props = { view, state }
  const tags = offered.assetTags.map((value) => ({ value, label: tagName(view, value) }))
  const types = offered.assetTypes.map((value) => ({ value, label: assetTypeName(view, value) }))
  const { assets, unitOptions } = offered
  return (
    <div class="of-where of-assets fields">
      <Several {...props} name="assetTypes" label={words.assetTypes} options={types} />
      <details class="fold" open={isAnySaid(state, moreOfAssets)}>
        <summary>{view.t(words.moreAssets)}</summary>
        <div class="fields">
          <Several {...props} name="assetTags" label={words.assetTags} hint={words.tagsHint} options={tags} />
          <Under {...props} name="assetUnder" label={words.assetUnder} units={unitOptions} />
          <Several {...props} name="exceptAssetTags" label={words.exceptAssetTags} options={tags} />
          <ListThem
            {...props}
            name="assetsListed"
            label={words.assetsListed}
            show={words.showAssets}
            units={unitOptions}
          />
          <Several {...props} name="assetIds" label={words.assetIds} options={assets} />
          <Several {...props} name="exceptAssets" label={words.exceptAssets} options={assets} />
        </div>
      </details>
    </div>
  )
}

const moreOfMembers = [
  'memberIds',
  'memberTags',
  'membersListed',
  'exceptMemberTags',
  'exceptMembers',
] as const

function MemberTargets({ view, state, offered: { members, unitOptions, unitTags } }: SortProps) {
  const props = { view, state }
  const tags = unitTags.map((value) => ({ value, label: tagName(view, value) }))
  const named = roles.map((value) => ({ value, label: view.t(roleMessages[value]) }))
  return (
    <div class="of-where of-members fields">
      <Several {...props} name="memberRoles" label={words.memberRoles} options={named} />
      <Under {...props} name="memberUnder" label={words.memberUnder} units={unitOptions} />
      <details class="fold" open={isAnySaid(state, moreOfMembers)}>
        <summary>{view.t(words.moreMembers)}</summary>
        <div class="fields">
          <Several {...props} name="memberTags" label={words.memberTags} options={tags} />
          <Several {...props} name="exceptMemberTags" label={words.exceptMemberTags} options={tags} />
          <ListThem
            {...props}
            name="membersListed"
            label={words.membersListed}
            show={words.showMembers}
            units={unitOptions}
          />
          <Several {...props} name="memberIds" label={words.memberIds} options={members} />
          <Several {...props} name="exceptMembers" label={words.exceptMembers} options={members} />
        </div>
      </details>
    </div>
  )
}

type ListProps = FieldsProps & {
  name: 'assetsListed' | 'membersListed'
  label: Message
  show: Message
  units: readonly Option[]
}

/** Comes back with those of a unit, to tick single ones: the unit itself picks nothing. */
function ListThem({ view, state, name, label, show, units }: ListProps) {
  return (
    <div class="fields">
      <Select
        view={view}
        state={state}
        name={name}
        label={view.t(label)}
        hint={view.t(words.listedHint)}
        options={units}
      />
      <div>
        <SubmitButton kind="plain" name="show" value="list">
          {view.t(show)}
        </SubmitButton>
      </div>
    </div>
  )
}

/** What may be chosen of units: their tags, those of many units first. */
export function tagsInUse(tagged: readonly { tags: readonly string[] }[]): string[] {
  const counts = new Map<string, number>()
  for (const tag of tagged.flatMap(({ tags }) => tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([tag]) => tag)
}
