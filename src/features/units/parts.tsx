import { inTreeOrder, unitTree, type Branch } from '../../domain/unit-tree.ts'
import { Select, type Option } from '../../ui/choices.tsx'
import { labelsIn, NumberInput, TextInput, type FormState } from '../../ui/form.tsx'
import { Tags } from '../../ui/tags.tsx'
import type { View } from '../../ui/view.ts'
import { unitMessages as words } from './messages.ts'
import type { Unit } from './queries.ts'

export function UnitTree({ view, branches }: { view: View; branches: readonly Branch<Unit>[] }) {
  return (
    <ul class="tree">
      {branches.map(({ unit, below }) => (
        <li>
          <UnitLine view={view} unit={unit} />
          {below.length > 0 && <UnitTree view={view} branches={below} />}
        </li>
      ))}
    </ul>
  )
}

function UnitLine({ view, unit }: { view: View; unit: Unit }) {
  return (
    <div class={unit.closedOn === null ? 'tree-unit' : 'tree-unit is-closed'}>
      <UnitLink view={view} unit={unit} />
      {unit.code !== null && <span class="quiet">{unit.code}</span>}
      <Tags view={view} tags={unit.tags} />
      {unit.closedOn !== null && <span>{view.t(words.closed)}</span>}
    </div>
  )
}

export function UnitLink({ view, unit }: { view: View; unit: Pick<Unit, 'id' | 'name' | 'nameEn'> }) {
  return <a href={`/units/${unit.id}`}>{view.nameOf(unit)}</a>
}

/** Units to choose from, in the order of the tree, indented; closed ones only where `chosen` is one. */
export function unitOptions(view: View, units: readonly Unit[], chosen: readonly string[] = []): Option[] {
  return inTreeOrder(unitTree(units))
    .filter(({ unit }) => unit.closedOn === null || chosen.includes(unit.id))
    .map(({ unit, depth }) => ({ value: unit.id, label: `${'\u3000'.repeat(depth)}${view.nameOf(unit)}` }))
}

export function unitLabels(view: View): Record<string, string> {
  const { name, nameEn, parent, code, tags, order } = words
  return labelsIn(view, { name, nameEn, parentId: parent, code, tags, order })
}

/** The fields of a unit; `parents` are those it may belong to. */
export function UnitFields({ view, state, parents }: { view: View; state: FormState; parents: Option[] }) {
  return (
    <>
      <TextInput view={view} state={state} name="name" label={view.t(words.name)} required />
      <TextInput view={view} state={state} name="nameEn" label={view.t(words.nameEn)} />
      <Select
        view={view}
        state={state}
        name="parentId"
        label={view.t(words.parent)}
        options={parents}
        emptyLabel={view.t(words.noParent)}
      />
      <TextInput
        view={view}
        state={state}
        name="code"
        label={view.t(words.code)}
        hint={view.t(words.codeHint)}
        size="short"
      />
      <TextInput
        view={view}
        state={state}
        name="tags"
        label={view.t(words.tags)}
        hint={view.t(words.tagsHint)}
      />
      <NumberInput
        view={view}
        state={state}
        name="order"
        label={view.t(words.order)}
        hint={view.t(words.orderHint)}
        min={0}
      />
    </>
  )
}
