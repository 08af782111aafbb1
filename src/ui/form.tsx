import type { Child, PropsWithChildren } from 'hono/jsx'
import type { Message } from '../platform/i18n.ts'
import type { Behaviour } from './button.tsx'
import { formMessages } from './messages.ts'
import { Notice } from './notice.tsx'
import type { View } from './view.ts'

/** What stands in a form's fields, as typed, and what is wrong with it, by the field's name, in the reader's language. */
export type FormState = { values: Record<string, string | string[]>; errors: Record<string, string> }

export const emptyForm: FormState = { values: {}, errors: {} }

type FormProps = PropsWithChildren<
  Behaviour & { action: string; method?: 'post' | 'get'; id?: string; enctype?: 'multipart/form-data' }
>

/** Checked by the server, so that every fault is said in the page's own words and language. */
export function Form({ action, method = 'post', children, ...attributes }: FormProps) {
  return (
    <form class="form" action={action} method={method} novalidate {...attributes}>
      {children}
    </form>
  )
}

/** What every field takes. */
export type FieldProps = {
  view: View
  state: FormState
  name: string
  label: string
  hint?: Child
  /** else the label says "optional" */
  required?: boolean
}

export type InputProps = FieldProps &
  Behaviour & {
    autocomplete?: string
    placeholder?: string
    disabled?: boolean
  }

/** Label, hint and error around one control, which must carry `controlAttributes` of the same props. */
export function Field(props: PropsWithChildren<FieldProps>) {
  const { name, state, hint, children } = props
  return (
    <div class={state.errors[name] === undefined ? 'field' : 'field field-wrong'}>
      <label class="label" for={fieldId(name)}>
        <LabelText {...props} />
      </label>
      {hint !== undefined && <Hint name={name}>{hint}</Hint>}
      <FieldError {...props} />
      {children}
    </div>
  )
}

export function controlAttributes({ name, state, hint, required = false }: FieldProps) {
  return {
    id: fieldId(name),
    name,
    required,
    'aria-invalid': state.errors[name] === undefined ? undefined : ('true' as const),
    'aria-describedby': describedBy({ name, state, hint }),
  }
}

type TextInputProps = InputProps & {
  type?: 'text' | 'search' | 'email' | 'url' | 'tel'
  maxlength?: number
  /** about how many characters are expected */
  size?: 'short' | 'full'
}

export function TextInput({ type = 'text', size = 'full', ...props }: TextInputProps) {
  return <SingleLine {...props} type={type} size={size} />
}

export function DateInput(props: InputProps & { min?: string; max?: string }) {
  return <SingleLine {...props} type="date" size="short" />
}

export function TimeInput(props: InputProps) {
  return <SingleLine {...props} type="time" size="short" />
}

type NumberInputProps = InputProps & {
  min?: number
  max?: number
  step?: number
  /** stands behind the number: "days" */
  unit?: string
}

export function NumberInput(props: NumberInputProps) {
  return <SingleLine {...props} type="number" size="short" inputmode="numeric" />
}

type SingleLineProps = InputProps & {
  type: string
  size: 'short' | 'full'
  unit?: string
  inputmode?: 'numeric'
  min?: string | number
  max?: string | number
  step?: number
  maxlength?: number
}

function SingleLine({
  view,
  state,
  name,
  label,
  hint,
  required,
  size,
  unit,
  ...attributes
}: SingleLineProps) {
  const field = { view, state, name, label, hint, required: required ?? false }
  const input = (
    <input
      class={size === 'short' ? 'input input-short' : 'input'}
      value={valueOf(state, name)}
      {...controlAttributes(field)}
      {...attributes}
    />
  )
  return (
    <Field {...field}>
      {unit === undefined ? (
        input
      ) : (
        <span class="input-with-unit">
          {input}
          {unit}
        </span>
      )}
    </Field>
  )
}

export function TextArea(props: InputProps & { rows?: number; maxlength?: number }) {
  const { view, state, name, label, hint, required, rows = 4, ...attributes } = props
  const field = { view, state, name, label, hint, required: required ?? false }
  return (
    <Field {...field}>
      <textarea class="input" rows={rows} {...controlAttributes(field)} {...attributes}>
        {valueOf(state, name)}
      </textarea>
    </Field>
  )
}

/** One file of these kinds (`.csv,.xlsx`), in a form of `multipart/form-data`; nobody can put it back where the form is refused. */
export function FileInput({ accept, ...props }: InputProps & { accept: string }) {
  return (
    <Field {...props}>
      <input class="input" type="file" accept={accept} {...controlAttributes(props)} />
    </Field>
  )
}

type ErrorSummaryProps = { view: View; state: FormState; labels?: Record<string, string> }

/** On top of a form that was refused: how much is wrong, each fault a link to its field. */
export function ErrorSummary({ view, state, labels = {} }: ErrorSummaryProps) {
  const faults = Object.entries(state.errors)
  if (faults.length === 0) return null
  return (
    <Notice view={view} kind="error" title={view.t(formMessages.errorCount, { count: faults.length })}>
      <ul class="error-list">
        {faults.map(([name, error]) => (
          <li>
            <a href={`#${fieldId(name)}`}>{errorOf(view, labels[name], error)}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** "次数：请填写整数" */
export function errorOf(view: View, label: string | undefined, error: string): string {
  return label === undefined ? error : view.t(formMessages.errorOf, { label, error })
}

/** The labels of fields by the fields' names, in the reader's language. */
export function labelsIn<Name extends string>(
  view: View,
  labels: Record<Name, Message>,
): Record<Name, string> {
  const named = Object.entries<Message>(labels).map(([name, label]) => [name, view.t(label)])
  return Object.fromEntries(named) as Record<Name, string>
}

export function LabelText({
  view,
  label,
  required = false,
}: Pick<FieldProps, 'view' | 'label' | 'required'>) {
  return (
    <>
      {label}
      {!required && <span class="label-optional">{view.t(formMessages.optional)}</span>}
    </>
  )
}

export function Hint({ name, children }: PropsWithChildren<{ name: string }>) {
  return (
    <p class="hint" id={`${fieldId(name)}-hint`}>
      {children}
    </p>
  )
}

export function FieldError({ view, state, name }: Pick<FieldProps, 'view' | 'state' | 'name'>) {
  const error = state.errors[name]
  if (error === undefined) return null
  return (
    <p class="field-error" id={`${fieldId(name)}-error`}>
      <span class="visually-hidden">{view.t(formMessages.errorPrefix)}</span>
      {error}
    </p>
  )
}

export function describedBy({
  name,
  state,
  hint,
}: Pick<FieldProps, 'name' | 'state' | 'hint'>): string | undefined {
  const parts = [
    hint === undefined ? null : `${fieldId(name)}-hint`,
    state.errors[name] === undefined ? null : `${fieldId(name)}-error`,
  ].filter((part) => part !== null)
  return parts.length === 0 ? undefined : parts.join(' ')
}

export function fieldId(name: string): string {
  return `field-${name}`
}

export function valueOf(state: FormState, name: string): string {
  return valuesOf(state, name)[0] ?? ''
}

export function valuesOf(state: FormState, name: string): string[] {
  const value = state.values[name] ?? []
  return typeof value === 'string' ? [value] : value
}
