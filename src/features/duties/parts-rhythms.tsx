import { CheckboxGroup, RadioGroup, Select, type Option } from '../../ui/choices.tsx'
import { NumberInput, valuesOf } from '../../ui/form.tsx'
import { editorMessages as words } from './editor-messages.ts'
import { choices } from './forms.ts'
import { Amount } from './parts-amount.tsx'
import { Choose, optionsOf, type FieldsProps } from './parts-choose.tsx'

/** Days that the working-day calendar knows; `dayNames` are those of the organisation's own. */
export function CalendarFields({ view, state, dayNames }: FieldsProps & { dayNames: readonly string[] }) {
  return (
    <div class="of-way of-calendar fields">
      <Choose
        view={view}
        state={state}
        name="dayKind"
        label={words.dayKind}
        options={optionsOf(view, choices.dayKind, [
          words.dayWorking,
          words.dayOff,
          words.dayHoliday,
          words.dayBefore,
          words.dayAfter,
          words.dayOwn,
        ])}
      />
      <OwnDays view={view} state={state} dayNames={dayNames} />
      <div class="of-any-day field-row">
        <Choose
          view={view}
          state={state}
          name="pick"
          label={words.pick}
          options={optionsOf(view, choices.pick, [words.pickEach, words.pickFirst, words.pickLast])}
        />
        <Choose
          view={view}
          state={state}
          name="shiftWay"
          label={words.shiftWay}
          options={optionsOf(view, choices.shiftWay, [words.shiftNone, words.shiftBefore, words.shiftAfter])}
        />
        <div class="of-shift">
          <NumberInput
            view={view}
            state={state}
            name="shiftBy"
            label={view.t(words.shiftBy)}
            required
            min={1}
          />
        </div>
      </div>
    </div>
  )
}

/** What a plan names and is registered no more stays until it is taken away. */
function OwnDays({ view, state, dayNames }: FieldsProps & { dayNames: readonly string[] }) {
  const all = [...new Set([...dayNames, ...valuesOf(state, 'dayNames')])].filter((name) => name !== '')
  return (
    <div class="of-own-days">
      {all.length === 0 && <p class="hint">{view.t(words.noDayNames)}</p>}
      <CheckboxGroup
        view={view}
        state={state}
        name="dayNames"
        label={view.t(words.dayNames)}
        required
        layout="inline"
        options={all.map((value) => ({ value, label: value }))}
      />
    </div>
  )
}

/** So long after it was last done, or by the end of a certificate. */
export function IntervalFields({ view, state }: FieldsProps) {
  return (
    <div class="of-way of-interval fields">
      <RadioGroup
        view={view}
        state={state}
        name="countedFrom"
        label={view.t(words.countedFrom)}
        required
        layout="inline"
        options={optionsOf(view, choices.countedFrom, [words.countedFromDone, words.countedFromExpiry])}
      />
      <p class="hint of-counted of-expiry">{view.t(words.expiryHelp)}</p>
      <Amount view={view} state={state} name="again" label={words.again} hint={words.againHint} required />
    </div>
  )
}

/** So long after the rounds of another duty. */
export function FollowFields({ view, state, duties }: FieldsProps & { duties: readonly Option[] }) {
  return (
    <div class="of-way of-follow fields">
      <Select
        view={view}
        state={state}
        name="followDuty"
        label={view.t(words.followDuty)}
        required
        options={duties}
      />
      <RadioGroup
        view={view}
        state={state}
        name="followOf"
        label={view.t(words.followOf)}
        required
        layout="inline"
        options={optionsOf(view, choices.followOf, [words.followPlanned, words.followDone])}
      />
      <Amount view={view} state={state} name="follow" label={words.followAmount} required />
    </div>
  )
}
