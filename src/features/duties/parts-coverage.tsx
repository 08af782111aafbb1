import { RadioGroup } from '../../ui/choices.tsx'
import { NumberInput } from '../../ui/form.tsx'
import { choices } from './forms.ts'
import { Choose, optionsOf, type FieldsProps } from './parts-choose.tsx'
import { coverageMessages as words } from './target-messages.ts'

/** Whether all targets are visited each time; if not, how many, and within which period all of them. */
export function CoverageFields({ view, state }: FieldsProps) {
  return (
    <div class="of-where of-units of-assets of-members fields">
      <RadioGroup
        view={view}
        state={state}
        name="coverage"
        label={view.t(words.coverage)}
        required
        layout="inline"
        options={[
          { value: 'each', label: view.t(words.each) },
          { value: 'rotate', label: view.t(words.rotate), hint: view.t(words.rotateHint) },
          { value: 'draw', label: view.t(words.draw), hint: view.t(words.drawHint) },
        ]}
      />
      <div class="of-turns field-row">
        <Choose
          view={view}
          state={state}
          name="perKind"
          label={words.perKind}
          options={optionsOf(view, choices.perKind, [words.one, words.some, words.auto])}
        />
        <div class="of-per">
          <NumberInput view={view} state={state} name="per" label={view.t(words.per)} required min={1} />
        </div>
        <Choose
          view={view}
          state={state}
          name="cover"
          label={words.cover}
          options={optionsOf(view, choices.cover, [
            words.coverNone,
            words.coverWeek,
            words.coverMonth,
            words.coverQuarter,
            words.coverHalfyear,
            words.coverYear,
          ])}
        />
      </div>
    </div>
  )
}
