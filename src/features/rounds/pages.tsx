import { Hono } from 'hono'
import type { Refusal } from '../../domain/errors.ts'
import { standingAnswers } from '../../domain/round/record.ts'
import type { Context } from '../../platform/context.ts'
import { contextOf, type AppContext, type AppEnv } from '../../platform/http.ts'
import { faultSentence } from '../../platform/problem.ts'
import { typedForm, type Typed } from '../../platform/validation.ts'
import type { FormState } from '../../ui/form.tsx'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { answerForm, RefusalNotice } from '../../ui/refused-form.tsx'
import { viewFor } from '../../ui/view-of-request.ts'
import type { View } from '../../ui/view.ts'
import { changeRound } from './change-round.ts'
import { completeRound } from './complete-round.ts'
import { confirmLateEntry } from './confirm-late-entry.ts'
import { correctRecord } from './correct-record.ts'
import { decideRoundExcuse, excuseRound } from './excuse-round.ts'
import { acknowledgeRoundMiss, explainRoundMiss } from './explain-miss.ts'
import {
  answeredItems,
  faultsByField,
  readAnswers,
  readCompletion,
  readCorrection,
  readDecision,
  readExcuse,
  readHandOver,
  readMissReason,
  readPlan,
  readUndo,
  type Step,
} from './forms.ts'
import { keepAnswers } from './keep-answers.ts'
import { pageMessages as words } from './page-messages.ts'
import { History, LastTime } from './parts-history.tsx'
import { answerValuesOf, CompletionForm, FinishedRecord, itemLabels, TypedRecord } from './parts-record.tsx'
import { Happenings, RoundFacts, WhyNot } from './parts-facts.tsx'
import {
  CorrectionForm,
  DecisionForm,
  ExcuseForm,
  HandOverForm,
  MissReasonForm,
  OneTapSteps,
  PlanForm,
  UndoForm,
  UndoWithReasonForm,
  type StepProps,
} from './parts-steps.tsx'
import { severalRoundsPages } from './pages-several.tsx'
import { titleOf } from './parts.tsx'
import { answersOf, type Answer } from './queries.ts'
import { readRoundPage, type RoundPageData } from './read-round.ts'
import { undoCompletion } from './undo-completion.ts'

type Refused = { step: Step; typed: Typed; refusal: Refusal }

// Before the pages of one round: `several` is no id.
export const roundPages = new Hono<AppEnv>()
  .route('/', severalRoundsPages)
  .get('/rounds/:id', async (c) => c.html(await roundPage(c, null)))

type Take = (context: Context, id: string, typed: Typed) => Promise<unknown>

/** What each form of the page asks. */
const steps: Readonly<Record<Step, Take>> = {
  completion: async (context, id, typed) => {
    const input = readCompletion(typed, await knownAnswers(context, id, typed), context.org.timeZone)
    return completeRound(context, { ...input, id })
  },
  record: async (context, id, typed) =>
    keepAnswers(context, { id, answers: readAnswers(typed, await knownAnswers(context, id, typed)) }),
  correction: async (context, id, typed) =>
    correctRecord(context, { ...readCorrection(typed, await knownAnswers(context, id, typed)), id }),
  undo: (context, id, typed) => undoCompletion(context, { ...readUndo(typed), id }),
  excuse: (context, id, typed) => excuseRound(context, { ...readExcuse(typed), id }),
  decision: (context, id, typed) => decideRoundExcuse(context, { ...readDecision(typed), id }),
  plan: (context, id, typed) => changeRound(context, { ...readPlan(typed, context.org.timeZone), id }),
  'hand-over': (context, id, typed) => changeRound(context, { ...readHandOver(typed), id }),
  'miss-reason': (context, id, typed) => explainRoundMiss(context, { ...readMissReason(typed), id }),
  acknowledgement: (context, id) => acknowledgeRoundMiss(context, { id }),
  confirmation: (context, id) => confirmLateEntry(context, { id }),
}

for (const step of Object.keys(steps).filter(isStep)) {
  roundPages.post(`/rounds/:id/${step}`, async (c) => {
    const typed = await typedForm(c)
    const id = c.req.param('id')
    return answerForm(
      c,
      async () => {
        await steps[step](contextOf(c), id, typed)
        return `/rounds/${id}`
      },
      (refusal) => roundPage(c, { step, typed, refusal }),
    )
  })
}

function isStep(name: string): name is Step {
  return Object.hasOwn(steps, name)
}

/** A round without a checklist is ticked off without reading any answers. */
async function knownAnswers(
  { store }: Context,
  id: string,
  typed: Typed,
): Promise<ReadonlyMap<string, Answer>> {
  return answeredItems(typed).length === 0 ? new Map() : standingAnswers(await answersOf(store, id))
}

async function roundPage(c: AppContext, refused: Refused | null): Promise<string> {
  const asked = c.req.query('do') ?? ''
  const current = refused?.step ?? (isStep(asked) ? asked : null)
  const id = c.req.param('id') ?? ''
  const data = await readRoundPage(contextOf(c), { id, wantsHands: current === 'hand-over' })
  return <RoundPage view={viewFor(c)} data={data} refused={refused} current={current} />
}

type PageProps = { view: View; data: RoundPageData; refused: Refused | null; current: Step | null }

function RoundPage({ view, data, refused, current }: PageProps) {
  const title = titleOf(view, data.names, data.detail.round)
  const answers = answerValuesOf(data.answers)
  const stateOf: StepProps['stateOf'] = (step, defaults = {}) => formState(view, refused, step, defaults)
  const form = { view, data, stateOf, current }
  const isSecond = refused !== null && !data.allowed.complete && isRecording(refused.step)
  return (
    <Layout view={view} title={title} current="/">
      <PageHeader title={title} back={{ href: '/', label: view.t(words.back) }} />
      {refused && (
        <RefusalNotice
          view={view}
          state={formState(view, refused, refused.step, {})}
          refusal={refused.refusal}
          labels={itemLabels(view, data.record.items)}
          current={`/rounds/${data.detail.round.id}`}
        />
      )}
      <RoundFacts view={view} data={data} />
      <Happenings view={view} data={data} />
      <OneTapSteps view={view} data={data} />
      <UndoForm view={view} data={data} />
      <MissReasonForm {...form} />
      <DecisionForm {...form} />
      <WhyNot view={view} data={data} />
      {isSecond && <TypedRecord view={view} data={data} typed={refused.typed} />}
      {data.allowed.complete ? (
        <CompletionForm view={view} data={data} state={completionState(view, refused, answers)} />
      ) : (
        <FinishedRecord view={view} data={data} />
      )}
      <CorrectionForm {...form} answers={answers} />
      <UndoWithReasonForm {...form} />
      <ExcuseForm {...form} />
      <PlanForm {...form} />
      <HandOverForm {...form} />
      <LastTime view={view} data={data} />
      <History view={view} data={data} />
    </Layout>
  )
}

/** The two buttons of the checklist. */
function isRecording(step: Step): boolean {
  return step === 'completion' || step === 'record'
}

function completionState(view: View, refused: Refused | null, answers: Record<string, string>): FormState {
  return formState(view, refused, refused?.step === 'record' ? 'record' : 'completion', answers)
}

/** As typed where the step was refused, else as it stands. */
function formState(
  view: View,
  refused: Refused | null,
  step: Step,
  defaults: Record<string, string>,
): FormState {
  if (refused?.step !== step) return { values: defaults, errors: {} }
  const faults = [...faultsByField(step, refused.refusal)]
  const errors = faults.map(([field, fault]) => [field, faultSentence(fault, view.locale)] as const)
  return { values: refused.typed, errors: Object.fromEntries(errors) }
}
