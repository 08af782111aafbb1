import type { Message } from '../../platform/i18n.ts'
import { CheckboxGroup, RadioGroup, Select, type Option } from '../../ui/choices.tsx'
import { valuesOf } from '../../ui/form.tsx'
import { assetTypeName, tagName } from '../../platform/tag-messages.ts'
import type { Titled } from './queries-pages.ts'
import { targetMessages as words } from './editor-messages.ts'
import type { ScheduleForm } from './forms.ts'
import type { FieldsProps } from './parts-choose.tsx'

/** What there is to choose from. */
export type Offered = {
  /** in the order of the tree, indented */
  unitOptions: readonly Option[]
  unitTags: readonly string[]
  assetTypes: readonly string[]
  assetTags: readonly string[]
  /** those that a plan names one by one */
  assets: readonly Titled[]
}

type Props = FieldsProps & { offered: Offered; mayKeep: boolean }

/** On what it is done: nothing, units or assets; `editor.css` shows the fields of the chosen sort. */
export function TargetFields({ view, state, offered, mayKeep }: Props) {
  const sorts: { value: ScheduleForm['where']; label: Message }[] = [
    { value: 'none', label: words.whereNone },
    { value: 'units', label: words.whereUnits },
    { value: 'assets', label: words.whereAssets },
    ...(mayKeep ? [{ value: 'kept' as const, label: words.whereKept }] : []),
  ]
  return (
    <div class="of-way of-quota of-season of-days of-rule of-kept fields">
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
    </div>
  )
}

type SortProps = FieldsProps & { offered: Offered }

function UnitTargets({ view, state, offered }: SortProps) {
  const tags = offered.unitTags.map((value) => ({ value, label: tagName(view, value) }))
  return (
    <div class="of-where of-units fields">
      <Several
        view={view}
        state={state}
        name="unitTags"
        label={words.unitTags}
        hint={words.tagsHint}
        options={tags}
      />
      <details
        class="fold"
        open={isAnySaid(state, ['unitIds', 'unitUnder', 'exceptUnitTags', 'exceptUnits'])}
      >
        <summary>{view.t(words.moreUnits)}</summary>
        <div class="fields">
          <Under view={view} state={state} name="unitUnder" label={words.unitUnder} offered={offered} />
          <Several
            view={view}
            state={state}
            name="exceptUnitTags"
            label={words.exceptUnitTags}
            options={tags}
          />
          <Several
            view={view}
            state={state}
            name="unitIds"
            label={words.unitIds}
            options={offered.unitOptions}
          />
          <Several
            view={view}
            state={state}
            name="exceptUnits"
            label={words.exceptUnits}
            options={offered.unitOptions}
          />
        </div>
      </details>
    </div>
  )
}

function AssetTargets({ view, state, offered }: SortProps) {
  const tags = offered.assetTags.map((value) => ({ value, label: tagName(view, value) }))
  const types = offered.assetTypes.map((value) => ({ value, label: assetTypeName(view, value) }))
  const assets = offered.assets.map((asset) => ({ value: asset.id, label: view.nameOf(asset) }))
  const rest: (keyof ScheduleForm)[] = [
    'assetIds',
    'assetTags',
    'assetUnder',
    'exceptAssetTags',
    'exceptAssets',
  ]
  return (
    <div class="of-where of-assets fields">
      <Several view={view} state={state} name="assetTypes" label={words.assetTypes} options={types} />
      <details class="fold" open={isAnySaid(state, rest)}>
        <summary>{view.t(words.moreAssets)}</summary>
        <div class="fields">
          <Several
            view={view}
            state={state}
            name="assetTags"
            label={words.assetTags}
            hint={words.tagsHint}
            options={tags}
          />
          <Under view={view} state={state} name="assetUnder" label={words.assetUnder} offered={offered} />
          <Several
            view={view}
            state={state}
            name="exceptAssetTags"
            label={words.exceptAssetTags}
            options={tags}
          />
          <Several view={view} state={state} name="assetIds" label={words.assetIds} options={assets} />
          <Several
            view={view}
            state={state}
            name="exceptAssets"
            label={words.exceptAssets}
            options={assets}
          />
        </div>
      </details>
    </div>
  )
}

function isAnySaid(state: FieldsProps['state'], names: readonly (keyof ScheduleForm)[]): boolean {
  return names.some(
    (name) => valuesOf(state, name).some((value) => value !== '') || state.errors[name] !== undefined,
  )
}

type SeveralProps = FieldsProps & {
  name: keyof ScheduleForm
  label: Message
  hint?: Message
  options: readonly Option[]
}

/** Any number of these; what was chosen and is not offered any more can still be taken away. */
function Several({ view, state, name, label, hint, options }: SeveralProps) {
  const offered = new Set(options.map(({ value }) => value))
  const gone = valuesOf(state, name).filter((value) => value !== '' && !offered.has(value))
  const all = [...options, ...gone.map((value) => ({ value, label: tagName(view, value) }))]
  if (all.length === 0) return null
  return (
    <CheckboxGroup
      view={view}
      state={state}
      name={name}
      label={view.t(label)}
      {...(hint && { hint: view.t(hint) })}
      required
      layout="inline"
      options={all}
    />
  )
}

type UnderProps = SortProps & { name: 'unitUnder' | 'assetUnder'; label: Message }

function Under({ view, state, name, label, offered }: UnderProps) {
  return (
    <Select
      view={view}
      state={state}
      name={name}
      label={view.t(label)}
      emptyLabel={view.t(words.anywhere)}
      options={offered.unitOptions}
    />
  )
}

/** What may be chosen of units: their tags, those of many units first. */
export function tagsInUse(tagged: readonly { tags: readonly string[] }[]): string[] {
  const counts = new Map<string, number>()
  for (const tag of tagged.flatMap(({ tags }) => tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([tag]) => tag)
}
