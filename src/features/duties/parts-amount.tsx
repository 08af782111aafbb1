import type { Message } from '../../platform/i18n.ts'
import { NumberInput, valueOf } from '../../ui/form.tsx'
import { editorMessages as words } from './editor-messages.ts'
import { timeUnits } from './forms.ts'
import { Choose, optionsOf, type FieldsProps } from './parts-choose.tsx'

type AmountProps = FieldsProps & {
  /** its fields are `…Amount` and `…Unit` */
  name: 'open' | 'due' | 'miss' | 'again' | 'follow'
  label: Message
  hint?: Message
  required?: boolean
}

const unitWords = [words.unitH, words.unitD, words.unitW, words.unitM, words.unitY]

/** So many hours, days, weeks, months or years; from one round to another only whole days are counted. */
export function Amount({ view, state, name, label, hint, required = false }: AmountProps) {
  const all = optionsOf(view, timeUnits, unitWords)
  const units = name === 'again' || name === 'follow' ? all.filter(({ value }) => value !== 'H') : all
  // A duration that mixes units is kept, and shown as it is written.
  const kept = valueOf(state, `${name}Unit`)
  const isKnown = kept === '' || units.some(({ value }) => value === kept)
  return (
    <div class="field-row">
      <NumberInput
        view={view}
        state={state}
        name={`${name}Amount`}
        label={view.t(label)}
        {...(hint && { hint: view.t(hint) })}
        required={required}
        min={0}
      />
      <Choose
        view={view}
        state={state}
        name={`${name}Unit`}
        label={words.unit}
        options={isKnown ? units : [...units, { value: kept, label: kept }]}
      />
    </div>
  )
}
