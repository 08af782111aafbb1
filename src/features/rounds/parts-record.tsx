import type { AnswerValue } from '../../domain/round/record.ts'
import type { Typed } from '../../platform/validation.ts'
import { SubmitButton } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choices.tsx'
import { DateInput, TextArea, TextInput, TimeInput, type FormState } from '../../ui/form.tsx'
import type { View } from '../../ui/view.ts'
import type { ChecklistItem } from '../checklists/queries.ts'
import { answeredItems } from './forms.ts'
import { pageMessages as words } from './page-messages.ts'
import type { RoundProps } from './parts-facts.tsx'
import type { Answer } from './queries.ts'

const answerWords = { yes: words.yes, no: words.no, 'not-applicable': words['not-applicable'] } as const

type FormProps = RoundProps & { state: FormState }

/** The checklist and one button; without a checklist the button alone. */
export function CompletionForm({ view, data, state }: FormProps) {
  const { detail, record } = data
  const path = `/rounds/${detail.round.id}`
  return (
    <form class="form record" action={`${path}/completion`} method="post" novalidate>
      <input type="hidden" name="key" value={crypto.randomUUID()} />
      <ChecklistFields view={view} items={record.items} state={state} />
      <TextArea view={view} state={state} name="remark" label={view.t(words.remark)} rows={2} />
      <PerformedAt view={view} state={state} />
      <div class="action-bar">
        {record.items.length > 0 && <Progress view={view} items={record.items} state={state} />}
        <div class="actions">
          {record.items.length > 0 && (
            <SubmitButton kind="plain" formaction={`${path}/record`}>
              {view.t(words.keep)}
            </SubmitButton>
          )}
          <SubmitButton icon="check">{view.t(words.complete)}</SubmitButton>
        </div>
      </div>
    </form>
  )
}

type FieldsProps = { view: View; items: readonly ChecklistItem[]; state: FormState }

export function ChecklistFields({ view, items, state }: FieldsProps) {
  const options = (['yes', 'no', 'not-applicable'] as const).map((value) => ({
    value,
    label: view.t(answerWords[value]),
  }))
  return (
    <>
      {items.map((item, index) => {
        const help = view.locale === 'en' ? (item.helpEn ?? item.help) : item.help
        return (
          <div class="card checklist-item">
            <RadioGroup
              view={view}
              state={state}
              name={`answer.${item.id}`}
              label={`${index + 1}. ${itemText(view, item)}`}
              {...(help ? { hint: help } : {})}
              required
              layout="inline"
              options={options}
            />
            <div class="item-note">
              <TextInput
                view={view}
                state={state}
                name={`note.${item.id}`}
                label={view.t(words.note)}
                required
                maxlength={1000}
                placeholder=" "
              />
            </div>
          </div>
        )
      })}
    </>
  )
}

/** What a fault of an item is about, by the names of its two fields. */
export function itemLabels(view: View, items: readonly ChecklistItem[]): Record<string, string> {
  const labels = items.flatMap((item, index) => {
    const label = `${index + 1}. ${itemText(view, item)}`
    return [`answer.${item.id}`, `note.${item.id}`].map((name) => [name, label])
  })
  return Object.fromEntries(labels) as Record<string, string>
}

function Progress({ view, items, state }: FieldsProps) {
  const done = items.filter(({ id }) => (state.values[`answer.${id}`] ?? '') !== '').length
  const sentence = view.t(words.progress, { done, all: items.length })
  return (
    <div>
      <progress class="progress" value={done} max={items.length} aria-label={sentence} />
      <div class="quiet">{sentence}</div>
    </div>
  )
}

/** Folded, unless something is typed or wrong there. */
function PerformedAt({ view, state }: { view: View; state: FormState }) {
  const names = ['performedOn', 'performedTime']
  const isOpen = names.some((name) => state.errors[name] !== undefined || state.values[name])
  return (
    <details class="fold" open={isOpen}>
      <summary>{view.t(words.performedAt)}</summary>
      <div class="choices-inline">
        <DateInput
          view={view}
          state={state}
          name="performedOn"
          label={view.t(words.performedOn)}
          hint={view.t(words.performedHint)}
          required
        />
        <TimeInput
          view={view}
          state={state}
          name="performedTime"
          label={view.t(words.performedTime)}
          required
        />
      </div>
    </details>
  )
}

/** The answers that hold, as the fields of a form. */
export function answerValuesOf(answers: ReadonlyMap<string, Answer>): Record<string, string> {
  const fields = [...answers.values()].flatMap(({ item, value, note }) => [
    [`answer.${item}`, value] as const,
    [`note.${item}`, note ?? ''] as const,
  ])
  return Object.fromEntries(fields)
}

/** The finished record, with what was corrected still legible; of a round that is not begun, the items to come. */
export function FinishedRecord({ view, data: { record, answers } }: RoundProps) {
  if (record.items.length === 0) return null
  const isEmpty = answers.size === 0
  return (
    <section class="section">
      <h2>{view.t(isEmpty ? words.checklist : words.record)}</h2>
      <ol class="list-plain">
        {record.items.map((item, index) => (
          <li class="card">
            <div>
              {index + 1}. {itemText(view, item)}
            </div>
            {!isEmpty && <AnswerLines view={view} answer={answers.get(item.id)} earlier={record.answers} />}
          </li>
        ))}
      </ol>
    </section>
  )
}

type AnswerLinesProps = { view: View; answer: Answer | undefined; earlier: readonly Answer[] }

function AnswerLines({ view, answer, earlier }: AnswerLinesProps) {
  if (!answer) return <div class="quiet">{view.t(words.unanswered)}</div>
  const before = earlier.findLast(({ item, id }) => item === answer.item && id !== answer.id)
  return (
    <>
      <div>
        <strong>{answerWord(view, answer.value)}</strong>
        {answer.note !== null && <span class="as-typed"> {answer.note}</span>}
      </div>
      {answer.reason !== null && before && (
        <div class="quiet as-typed">
          {view.t(words.corrected, { value: answerAndNote(view, before), reason: answer.reason })}
        </div>
      )}
    </>
  )
}

function answerAndNote(view: View, { value, note }: Answer): string {
  return [answerWord(view, value), note].filter(Boolean).join(' ')
}

/** What somebody typed who came second: nothing of it is lost. */
export function TypedRecord({ view, data, typed }: RoundProps & { typed: Typed }) {
  const items = new Map(data.record.items.map((item) => [item.id, item]))
  const answered = answeredItems(typed)
  const remark = [typed.remark ?? ''].flat().join('\n')
  if (answered.length === 0 && remark === '') return null
  return (
    <section class="section" id="typed">
      <h2>{view.t(words.typed)}</h2>
      <p class="quiet">{view.t(words.typedHint)}</p>
      <ul class="list-plain card">
        {answered.map(({ item, value, note }) => (
          <li class="as-typed">
            {itemText(view, items.get(item) ?? { id: item, text: item, textEn: null })}:{' '}
            {answerWord(view, value)} {note}
          </li>
        ))}
        {remark !== '' && (
          <li class="as-typed">
            {view.t(words.remark)}: {remark}
          </li>
        )}
      </ul>
    </section>
  )
}

function answerWord(view: View, value: string): string {
  return isAnswerValue(value) ? view.t(answerWords[value]) : value
}

function isAnswerValue(value: string): value is AnswerValue {
  return Object.hasOwn(answerWords, value)
}

function itemText(view: View, { text, textEn }: ChecklistItem): string {
  return view.locale === 'en' ? (textEn ?? text) : text
}
