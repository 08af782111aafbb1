import type { Message } from '../../platform/i18n.ts'
import { categoryName, knownCategories } from '../../ui/category-messages.ts'
import { CheckboxGroup, RadioGroup, Select, type Option } from '../../ui/choices.tsx'
import { labelsIn, TextArea, TextInput, valueOf, valuesOf } from '../../ui/form.tsx'
import type { View } from '../../ui/view.ts'
import { dutyKinds, filledReferences, OTHER_CATEGORY, performers, referenceName } from './forms-duty.ts'
import { dutyFormMessages as words, dutyMessages, kindMessages } from './messages.ts'
import { Choose, optionsOf, type FieldsProps } from './parts-choose.tsx'
import type { Titled } from './queries-pages.ts'

export type DutyChoices = {
  /** the units that may own it */
  owners: readonly Option[]
  units: readonly Option[]
  checklists: readonly Titled[]
}

type Props = FieldsProps & { choices: DutyChoices }

export function TitleField({ view, state }: FieldsProps) {
  return (
    <TextInput
      view={view}
      state={state}
      name="title"
      label={view.t(words.title)}
      hint={view.t(words.titleHint)}
      required
    />
  )
}

/** Who sets it and who does it. */
export function PeopleFields({ view, state, choices }: Props) {
  return (
    <>
      <RadioGroup
        view={view}
        state={state}
        name="performer"
        label={view.t(words.performer)}
        required
        layout="inline"
        options={performers.map((value) => performerOption(view, value))}
      />
      <div class="of-performer">
        <Select
          view={view}
          state={state}
          name="performerUnit"
          label={view.t(words.performerUnit)}
          required
          options={choices.units}
        />
      </div>
      <Select
        view={view}
        state={state}
        name="ownedBy"
        label={view.t(words.owner)}
        hint={view.t(words.ownerHint)}
        required
        {...(choices.owners.length === 1 && { emptyLabel: null })}
        options={choices.owners}
      />
    </>
  )
}

function performerOption(view: View, value: (typeof performers)[number]): Option {
  const labels = {
    owner: words.performerOwner,
    target: words.performerTarget,
    other: words.performerOther,
  } as const
  const hint = value === 'target' && { hint: view.t(words.performerTargetHint) }
  return { value, label: view.t(labels[value]), ...hint }
}

/** What sort of work it is. */
export function SortFields({ view, state }: FieldsProps) {
  const categories = knownCategories.map((value) => ({ value, label: categoryName(view, value) }))
  return (
    <>
      <div class="field-row">
        <Select
          view={view}
          state={state}
          name="category"
          label={view.t(dutyMessages.category)}
          required
          options={[...categories, { value: OTHER_CATEGORY, label: view.t(words.otherCategory) }]}
        />
        <Choose
          view={view}
          state={state}
          name="kind"
          label={dutyMessages.kind}
          options={dutyKinds.map((value) => ({ value, label: view.t(kindMessages[value]) }))}
        />
      </div>
      <div class="of-category">
        <TextInput
          view={view}
          state={state}
          name="categoryOther"
          label={view.t(words.categoryOther)}
          required
        />
      </div>
    </>
  )
}

/** What most duties leave empty: closed unless something in it was said or is wrong. */
export function MoreFields({ view, state, choices }: Props) {
  const names = ['titleEn', 'checklistId', 'with']
  const isSaid =
    names.some((name) => valuesOf(state, name).some((value) => value !== '')) ||
    valueOf(state, 'makeUp') === 'forbidden' ||
    filledReferences(state.values).length > 0 ||
    Object.keys(state.errors).some((name) => names.includes(name) || name.startsWith('reference'))
  return (
    <details class="fold" open={isSaid}>
      <summary>{view.t(words.more)}</summary>
      <div class="fields">
        <TextInput view={view} state={state} name="titleEn" label={view.t(words.titleEn)} />
        <Select
          view={view}
          state={state}
          name="checklistId"
          label={view.t(dutyMessages.checklist)}
          emptyLabel={view.t(words.noChecklist)}
          options={choices.checklists.map((one) => ({ value: one.id, label: view.nameOf(one) }))}
        />
        <RadioGroup
          view={view}
          state={state}
          name="makeUp"
          label={view.t(words.makeUp)}
          required
          layout="inline"
          options={optionsOf(view, ['allowed', 'forbidden'], [words.makeUpAllowed, words.makeUpForbidden])}
        />
        <CheckboxGroup
          view={view}
          state={state}
          name="with"
          label={view.t(dutyMessages.with)}
          layout="box"
          options={choices.units}
        />
        <References view={view} state={state} />
      </div>
    </details>
  )
}

/** Those that are there, and a line for one more. */
function References({ view, state }: FieldsProps) {
  const places = Array.from(
    { length: (filledReferences(state.values).at(-1) ?? -1) + 2 },
    (_, index) => index,
  )
  return (
    <>
      {places.map((index) => (
        <fieldset class="card">
          <legend class="label">{view.t(words.reference, { number: index + 1 })}</legend>
          <ReferenceInput view={view} state={state} index={index} field="standard" label={words.standard} />
          <div class="field-row">
            <ReferenceInput view={view} state={state} index={index} field="clause" label={words.clause} />
            <ReferenceInput view={view} state={state} index={index} field="version" label={words.version} />
          </div>
          <TextArea
            view={view}
            state={state}
            name={referenceName(index, 'text')}
            label={view.t(words.text)}
            rows={2}
          />
        </fieldset>
      ))}
      <p class="hint">{view.t(words.referenceHint)}</p>
    </>
  )
}

type ReferenceInputProps = FieldsProps & {
  index: number
  field: 'standard' | 'clause' | 'version'
  label: Message
}

function ReferenceInput({ view, state, index, field, label }: ReferenceInputProps) {
  return (
    <TextInput
      view={view}
      state={state}
      name={referenceName(index, field)}
      label={view.t(label)}
      required={field !== 'version'}
    />
  )
}

/** The labels of the fields by their names, for the list of what is wrong. */
export function dutyLabels(view: View): Record<string, string> {
  return labelsIn(view, {
    title: words.title,
    titleEn: words.titleEn,
    kind: dutyMessages.kind,
    category: dutyMessages.category,
    categoryOther: words.categoryOther,
    ownedBy: words.owner,
    performer: words.performer,
    performerUnit: words.performerUnit,
    with: dutyMessages.with,
    makeUp: words.makeUp,
    checklistId: dutyMessages.checklist,
  })
}
