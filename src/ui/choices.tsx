import type { Behaviour } from './button.tsx'
import {
  controlAttributes,
  describedBy,
  Field,
  FieldError,
  fieldId,
  Hint,
  LabelText,
  valueOf,
  valuesOf,
  type FieldProps,
  type FormState,
  type InputProps,
} from './form.tsx'
import { formMessages } from './messages.ts'

export type Option = { value: string; label: string; hint?: string }

type SelectProps = InputProps & {
  options: readonly Option[]
  /** the words for "none"; `null`: one of the options is always chosen */
  emptyLabel?: string | null
}

export function Select(props: SelectProps) {
  const { view, state, name, label, hint, required, options, emptyLabel, ...attributes } = props
  const field = { view, state, name, label, hint, required: required ?? false }
  const chosen = valueOf(state, name)
  // Where the empty option means something ("all units"), or there is none, nothing is left to be chosen.
  const control = { ...field, required: field.required && emptyLabel === undefined }
  return (
    <Field {...field}>
      <select class="input" {...controlAttributes(control)} {...attributes}>
        {emptyLabel !== null && <option value="">{emptyLabel ?? view.t(formMessages.choose)}</option>}
        {options.map((option) => (
          <option value={option.value} selected={option.value === chosen}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

type ChoiceProps = FieldProps &
  Behaviour & {
    options: readonly Option[]
    layout?: Layout
    /** rarer choices, folded away unless one of them is chosen */
    more?: { label: string; options: readonly Option[] }
  }

/** `box`: many rows in a box of a bounded height. */
type Layout = 'rows' | 'inline' | 'box'

const classes: Record<Layout, string> = {
  rows: 'choices',
  inline: 'choices choices-inline',
  box: 'choices choices-box',
}

export function CheckboxGroup(props: ChoiceProps) {
  return <ChoiceGroup {...props} type="checkbox" />
}

export function RadioGroup(props: ChoiceProps) {
  return <ChoiceGroup {...props} type="radio" />
}

function ChoiceGroup(props: ChoiceProps & { type: 'checkbox' | 'radio' }) {
  const {
    view,
    state,
    name,
    label,
    hint,
    required,
    options,
    layout = 'rows',
    more,
    type,
    ...attributes
  } = props
  const field = { view, state, name, label, hint, required: required ?? false }
  const chosen = valuesOf(state, name)
  const choiceOf = (option: Option, index: number) => (
    <Choice
      option={option}
      checked={chosen.includes(option.value)}
      input={{ id: index === 0 ? fieldId(name) : `${fieldId(name)}-${index}`, type, name, ...attributes }}
    />
  )
  return (
    <fieldset
      class={state.errors[name] === undefined ? 'field' : 'field field-wrong'}
      aria-describedby={describedBy(field)}
    >
      <legend class="label">
        <LabelText {...field} />
      </legend>
      {hint !== undefined && <Hint name={name}>{hint}</Hint>}
      <FieldError {...field} />
      <div class={classes[layout]}>{options.map(choiceOf)}</div>
      {more !== undefined && (
        <details class="fold" open={more.options.some(({ value }) => chosen.includes(value))}>
          <summary>{more.label}</summary>
          <div class={classes[layout]}>
            {more.options.map((option, index) => choiceOf(option, options.length + index))}
          </div>
        </details>
      )}
    </fieldset>
  )
}

type ChoiceInput = { id: string; type: 'checkbox' | 'radio'; name: string }

function Choice({ option, checked, input }: { option: Option; checked: boolean; input: ChoiceInput }) {
  return (
    <label class="choice">
      <input value={option.value} checked={checked} {...input} />
      <span>
        {option.label}
        {option.hint !== undefined && <span class="choice-hint">{option.hint}</span>}
      </span>
    </label>
  )
}

type CheckboxProps = Behaviour & {
  state: FormState
  name: string
  label: string
  hint?: string
  value?: string
}

/** One yes or no; what it sends when ticked is `value`. */
export function Checkbox({ state, name, label, hint, value = 'yes', ...attributes }: CheckboxProps) {
  const option = hint === undefined ? { value, label } : { value, label, hint }
  return (
    <div class="field">
      <Choice
        option={option}
        checked={valuesOf(state, name).includes(value)}
        input={{ id: fieldId(name), type: 'checkbox', name, ...attributes }}
      />
    </div>
  )
}
