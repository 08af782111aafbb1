import { Select } from '../../ui/choices.tsx'
import { DateInput, NumberInput, TextInput, valueOf, type FormState } from '../../ui/form.tsx'
import { editorMessages as words } from './editor-messages.ts'
import { blankSchedule } from './forms-blank.ts'
import { choices } from './forms.ts'
import { Amount } from './parts-amount.tsx'
import { Choose, optionsOf, type FieldsProps } from './parts-choose.tsx'

/** What most schedules leave as it is: closed unless something in it was said or is wrong. */
export function MoreTerms({ view, state }: FieldsProps) {
  return (
    <details class="fold of-planned" open={isSaid(state)}>
      <summary>{view.t(words.more)}</summary>
      <div class="fields">
        <QuotaTerms view={view} state={state} />
        <RuleTerms view={view} state={state} />
        <Choose
          view={view}
          state={state}
          name="holidays"
          label={words.holidays}
          options={optionsOf(view, choices.holidays, [
            words.holidaysKeep,
            words.holidaysNext,
            words.holidaysPrevious,
            words.holidaysNearest,
            words.holidaysSkip,
          ])}
        />
        <Amount view={view} state={state} name="open" label={words.openBefore} hint={words.openHint} />
        <Amount view={view} state={state} name="due" label={words.dueAfter} hint={words.dueHint} />
        <MissTerms view={view} state={state} />
        <TimeZone view={view} state={state} />
      </div>
    </details>
  )
}

const inTerms = [
  ...(['spread', 'interval', 'length', 'start', 'extraDates', 'exceptDates'] as const),
  ...([
    'holidays',
    'openAmount',
    'openUnit',
    'dueAmount',
    'dueUnit',
    'miss',
    'missAmount',
    'timeZone',
  ] as const),
]

function isSaid(state: FormState): boolean {
  const blank = blankSchedule('')
  return inTerms.some((name) => valueOf(state, name) !== blank[name] || state.errors[name] !== undefined)
}

function QuotaTerms({ view, state }: FieldsProps) {
  return (
    <div class="of-way of-quota of-season">
      <Select
        view={view}
        state={state}
        name="spread"
        label={view.t(words.spread)}
        hint={view.t(words.spreadHint)}
        required
        emptyLabel={null}
        options={optionsOf(view, choices.spread, [
          words.spreadStagger,
          words.spreadEven,
          words.spreadEnd,
          words.spreadDraw,
        ])}
      />
    </div>
  )
}

function RuleTerms({ view, state }: FieldsProps) {
  const dates = { view, state, hint: view.t(words.datesHint) }
  return (
    <div class="of-way of-days of-rule fields">
      <div class="of-way of-days">
        <NumberInput
          view={view}
          state={state}
          name="interval"
          label={view.t(words.interval)}
          hint={view.t(words.intervalHint)}
          required
          min={1}
        />
      </div>
      <NumberInput
        view={view}
        state={state}
        name="length"
        label={view.t(words.length)}
        min={1}
        unit={view.t(words.minutes)}
      />
      <DateInput
        view={view}
        state={state}
        name="start"
        label={view.t(words.start)}
        hint={view.t(words.startHint)}
      />
      <TextInput {...dates} name="extraDates" label={view.t(words.extraDates)} />
      <TextInput {...dates} name="exceptDates" label={view.t(words.exceptDates)} />
    </div>
  )
}

function MissTerms({ view, state }: FieldsProps) {
  return (
    <>
      <Choose
        view={view}
        state={state}
        name="miss"
        label={words.miss}
        options={optionsOf(view, choices.miss, [
          words.missDefault,
          words.missNext,
          words.missNever,
          words.missAfter,
        ])}
      />
      <div class="of-miss">
        <Amount view={view} state={state} name="miss" label={words.missAmount} />
      </div>
    </>
  )
}

function TimeZone({ view, state }: FieldsProps) {
  return (
    <TextInput
      view={view}
      state={state}
      name="timeZone"
      label={view.t(words.timeZone)}
      hint={view.t(words.timeZoneHint, { zone: view.timeZone })}
    />
  )
}
