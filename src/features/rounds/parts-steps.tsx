import type { PropsWithChildren } from 'hono/jsx'
import { printDate } from '../../domain/time/civil.ts'
import { SubmitButton } from '../../ui/button.tsx'
import { Select } from '../../ui/choices.tsx'
import { DateInput, Form, TextArea, type FormState } from '../../ui/form.tsx'
import type { View } from '../../ui/view.ts'
import type { Step } from './forms.ts'
import { pageMessages as words } from './page-messages.ts'
import { excuseOptions } from './parts.tsx'
import type { RoundProps } from './parts-facts.tsx'
import { ChecklistFields } from './parts-record.tsx'

export type StepProps = RoundProps & {
  /** what stands in the fields of a step's form */
  stateOf: (step: Step, defaults?: Record<string, string>) => FormState
  /** the step that the reader came for or that was refused: unfolded */
  current: Step | null
}

/** A tick that should not be there, for its author, at once: a slip. */
export function UndoForm({ view, data }: RoundProps) {
  if (data.allowed.undo !== 'freely') return null
  return (
    <Form action={`/rounds/${data.detail.round.id}/undo`}>
      <p>{view.t(words.undoHint)}</p>
      <div class="actions">
        <SubmitButton kind="plain" icon="undo-2">
          {view.t(words.undo)}
        </SubmitButton>
      </div>
    </Form>
  )
}

/** Later, or by somebody else: rarely, and with a reason. */
export function UndoWithReasonForm(props: StepProps) {
  const { view, data, stateOf } = props
  if (data.allowed.undo !== 'with-reason') return null
  return (
    <Fold {...props} step="undo" title={view.t(words.undo)}>
      <TextArea
        view={view}
        state={stateOf('undo')}
        name="undoReason"
        label={view.t(words.undoReason)}
        required
        rows={2}
      />
    </Fold>
  )
}

export function CorrectionForm(props: StepProps & { answers: Record<string, string> }) {
  const { view, data, stateOf, answers } = props
  if (!data.allowed.correct || data.record.items.length === 0) return null
  const state = stateOf('correction', answers)
  return (
    <Fold {...props} step="correction" title={view.t(words.correct)}>
      <p>{view.t(words.correctHint)}</p>
      <ChecklistFields view={view} items={data.record.items} state={state} />
      <TextArea
        view={view}
        state={state}
        name="correctionReason"
        label={view.t(words.correctionReason)}
        required
        rows={2}
      />
    </Fold>
  )
}

export function ExcuseForm(props: StepProps) {
  const { view, data, stateOf } = props
  const { excuse } = data.allowed
  if (excuse === null) return null
  const state = stateOf('excuse')
  return (
    <Fold {...props} step="excuse" title={view.t(excuse === 'grant' ? words.grantExcuse : words.askExcuse)}>
      <Select
        view={view}
        state={state}
        name="excuseCode"
        label={view.t(words.excuseCode)}
        required
        options={excuseOptions(view)}
      />
      <TextArea
        view={view}
        state={state}
        name="excuseReason"
        label={view.t(words.excuseReason)}
        required
        rows={2}
      />
    </Fold>
  )
}

/** The owner's answer to a request; both buttons send the same form. */
export function DecisionForm({ view, data, stateOf }: StepProps) {
  if (!data.allowed.decideExcuse) return null
  return (
    <section class="card" id="decision">
      <h2>{view.t(words.decision)}</h2>
      <Form action={`/rounds/${data.detail.round.id}/decision`}>
        <TextArea
          view={view}
          state={stateOf('decision')}
          name="decisionReason"
          label={view.t(words.decisionReason)}
          required
          rows={2}
        />
        <div class="actions">
          <SubmitButton name="granted" value="yes">
            {view.t(words.grant)}
          </SubmitButton>
          <SubmitButton kind="danger" name="granted" value="no">
            {view.t(words.decline)}
          </SubmitButton>
        </div>
      </Form>
    </section>
  )
}

/** Another day inside the window; for the owner also a later due time. */
export function PlanForm(props: StepProps) {
  const { view, data, stateOf } = props
  const { move, postpone } = data.allowed
  if (!move) return null
  const state = stateOf('plan', { planned: printDate(data.detail.round.plannedOn) })
  return (
    <Fold {...props} step="plan" title={view.t(postpone ? words.planOrPostpone : words.plan)}>
      <Version data={data} />
      <DateInput view={view} state={state} name="planned" label={view.t(words.newPlanned)} required />
      {postpone && (
        <>
          <DateInput
            view={view}
            state={state}
            name="dueOn"
            label={view.t(words.newDue)}
            hint={view.t(words.newDueHint)}
          />
          <TextArea
            view={view}
            state={state}
            name="postponeReason"
            label={view.t(words.postponeReason)}
            rows={2}
          />
        </>
      )}
    </Fold>
  )
}

/** The people and units to choose among are read only when somebody is about to choose. */
export function HandOverForm(props: StepProps) {
  const { view, data, stateOf } = props
  if (!data.allowed.handOver) return null
  const { id, assigneeId, performedBy } = data.detail.round
  if (data.hands === null) {
    return (
      <p id="hand-over">
        <a class="button button-plain" href={`/rounds/${id}?do=hand-over#hand-over`}>
          {view.t(words.handOver)}
        </a>
      </p>
    )
  }
  const state = stateOf('hand-over', { assigneeId: assigneeId ?? '', performedBy })
  const members = data.hands.members.map((member) => ({ value: member.id, label: view.nameOf(member) }))
  const units = data.hands.units.map((unit) => ({ value: unit.id, label: view.nameOf(unit) }))
  return (
    <Fold {...props} step="hand-over" title={view.t(words.handOver)}>
      <Version data={data} />
      <Select
        view={view}
        state={state}
        name="assigneeId"
        label={view.t(words.toMember)}
        required
        emptyLabel={view.t(words.anyone)}
        options={members}
      />
      <Select
        view={view}
        state={state}
        name="performedBy"
        label={view.t(words.toUnit)}
        required
        emptyLabel={null}
        options={units}
      />
    </Fold>
  )
}

export function MissReasonForm({ view, data, stateOf }: StepProps) {
  if (!data.allowed.explainMiss) return null
  const state = stateOf('miss-reason', { missReason: data.detail.round.missReason ?? '' })
  return (
    <section class="card" id="miss-reason">
      <Form action={`/rounds/${data.detail.round.id}/miss-reason`}>
        <TextArea
          view={view}
          state={state}
          name="missReason"
          label={view.t(words.missReason)}
          {...(data.allowed.complete && { hint: view.t(words.missReasonHint) })}
          required
          rows={2}
          maxlength={1000}
        />
        <div class="actions">
          <SubmitButton kind="plain">{view.t(words.explain)}</SubmitButton>
        </div>
      </Form>
    </section>
  )
}

/** Steps that ask nothing: one button each. */
export function OneTapSteps({ view, data }: RoundProps) {
  const { id } = data.detail.round
  const { acknowledgeMiss, confirm } = data.allowed
  if (!acknowledgeMiss && !confirm) return null
  return (
    <div class="actions">
      {confirm && <OneTap path={`/rounds/${id}/confirmation`}>{view.t(words.confirm)}</OneTap>}
      {acknowledgeMiss && <OneTap path={`/rounds/${id}/acknowledgement`}>{view.t(words.acknowledge)}</OneTap>}
    </div>
  )
}

function OneTap({ path, children }: PropsWithChildren<{ path: string }>) {
  return (
    <form action={path} method="post">
      <SubmitButton kind="plain">{children}</SubmitButton>
    </form>
  )
}

/** Of the round as it is shown here: what was typed before somebody else changed it may be sent again. */
function Version({ data }: Pick<RoundProps, 'data'>) {
  return <input type="hidden" name="version" value={data.detail.round.version} />
}

type FoldProps = PropsWithChildren<{
  view: View
  data: RoundProps['data']
  current: Step | null
  step: Step
  title: string
}>

function Fold({ view, data, current, step, title, children }: FoldProps) {
  return (
    <details class="fold" id={step} open={current === step}>
      <summary>{title}</summary>
      <Form action={`/rounds/${data.detail.round.id}/${step}`}>
        {children}
        <div class="actions">
          <SubmitButton kind="plain">{view.t(words.send)}</SubmitButton>
        </div>
      </Form>
    </details>
  )
}
