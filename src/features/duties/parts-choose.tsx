import type { Message } from '../../platform/i18n.ts'
import { Select, type Option } from '../../ui/choices.tsx'
import type { FormState } from '../../ui/form.tsx'
import type { View } from '../../ui/view.ts'

export type FieldsProps = { view: View; state: FormState }

type ChooseProps = FieldsProps & { name: string; label: Message; options: readonly Option[] }

/** One of a few words, one of which always holds. */
export function Choose({ view, state, name, label, options }: ChooseProps) {
  return (
    <Select
      view={view}
      state={state}
      name={name}
      label={view.t(label)}
      required
      emptyLabel={null}
      options={options}
    />
  )
}

/** The values with their words, in the same order. */
export function optionsOf(view: View, values: readonly string[], labels: readonly Message[]): Option[] {
  return values.flatMap((value, index) => {
    const label = labels[index]
    return label === undefined ? [] : [{ value, label: view.t(label) }]
  })
}
