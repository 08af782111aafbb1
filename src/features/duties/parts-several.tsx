import { tagName } from '../../platform/tag-messages.ts'
import type { Message } from '../../platform/i18n.ts'
import { CheckboxGroup, Select, type Option } from '../../ui/choices.tsx'
import { valuesOf } from '../../ui/form.tsx'
import type { ScheduleForm } from './forms.ts'
import type { FieldsProps } from './parts-choose.tsx'
import { targetMessages as words } from './target-messages.ts'

export function isAnySaid(state: FieldsProps['state'], names: readonly (keyof ScheduleForm)[]): boolean {
  return names.some(
    (name) => valuesOf(state, name).some((value) => value !== '') || state.errors[name] !== undefined,
  )
}

/** More than these are a list to scroll. */
const mostInline = 16

type SeveralProps = FieldsProps & {
  name: keyof ScheduleForm
  label: Message
  hint?: Message
  options: readonly Option[]
}

/** Any number of these; what was chosen and is not offered any more can still be taken away. */
export function Several({ view, state, name, label, hint, options }: SeveralProps) {
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
      layout={all.length > mostInline ? 'box' : 'inline'}
      options={all}
    />
  )
}

type UnderProps = FieldsProps & {
  name: 'unitUnder' | 'assetUnder' | 'memberUnder'
  label: Message
  units: readonly Option[]
}

/** A branch of the tree of units. */
export function Under({ view, state, name, label, units }: UnderProps) {
  return (
    <Select
      view={view}
      state={state}
      name={name}
      label={view.t(label)}
      required
      emptyLabel={view.t(words.anywhere)}
      options={units}
    />
  )
}
