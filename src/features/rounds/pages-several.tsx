import { Hono } from 'hono'
import { mayMakeRounds, requireAllowed } from '../../domain/access.ts'
import type { Named } from '../../domain/named.ts'
import { contextOf, type AppContext, type AppEnv } from '../../platform/http.ts'
import { parseTyped, typedForm, typedMany, typedOne, type Typed } from '../../platform/validation.ts'
import { SubmitButton } from '../../ui/button.tsx'
import { Select } from '../../ui/choices.tsx'
import { emptyForm, Form, TextArea, type FormState } from '../../ui/form.tsx'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { EmptyState, Notice } from '../../ui/notice.tsx'
import { answerForm, refusedForm, RefusalNotice } from '../../ui/refused-form.tsx'
import { viewFor } from '../../ui/view-of-request.ts'
import type { View } from '../../ui/view.ts'
import { listMembers, type Member } from '../members/queries.ts'
import { allUnits, type Unit } from '../units/queries.ts'
import { pageMessages } from './page-messages.ts'
import { movePage, moveSeveralPages } from './pages-several-move.tsx'
import { excuseOptions } from './parts.tsx'
import { refusalWords, RoundLines, type Refused } from './parts-several.tsx'
import type { SubjectRound } from './queries-several.ts'
import { idsIn, namesOf, type Names } from './queries-work.ts'
import { severalMessages as words } from './several-messages.ts'
import { excuseSeveralSchema, handOverSeveralSchema, severalSchema } from './several-schemas.ts'
import { excuseSeveral, handOverSeveral, loadSeveral, type SeveralDone } from './steer-several.ts'

type Step = 'hand-over' | 'excuse'

export const severalRoundsPages = new Hono<AppEnv>()
  .route('/', moveSeveralPages)
  .get('/rounds/several', async (c) => {
    const ids = c.req.queries('round') ?? []
    if (c.req.query('step') === 'move') return c.html(await movePage(c, ids))
    return c.html(await choicePage(c, c.req.query('step') === 'excuse' ? 'excuse' : 'hand-over', ids, null))
  })
  .post('/rounds/several/hand-over', (c) =>
    answered(c, 'hand-over', (typed) =>
      handOverSeveral(
        contextOf(c),
        parseTyped(handOverSeveralSchema, {
          ids: typedMany(typed, 'round'),
          assigneeId: typedOne(typed, 'assigneeId') || null,
          performedBy: typedOne(typed, 'performedBy') || null,
        }),
      ),
    ),
  )
  .post('/rounds/several/excuse', (c) =>
    answered(c, 'excuse', (typed) =>
      excuseSeveral(
        contextOf(c),
        parseTyped(excuseSeveralSchema, {
          ids: typedMany(typed, 'round'),
          code: typedOne(typed, 'code'),
          reason: typedOne(typed, 'reason'),
        }),
      ),
    ),
  )

/** Back to the list where all went well, else what was refused and why. */
async function answered(c: AppContext, step: Step, take: (typed: Typed) => Promise<SeveralDone>) {
  requireAllowed(mayMakeRounds(contextOf(c).actor))
  const typed = await typedForm(c)
  return answerForm(
    c,
    async () => {
      const result = await take(typed)
      return result.refused.length === 0 ? '/overdue' : c.html(await resultPage(c, step, result))
    },
    (refusal) => choicePage(c, step, typedMany(typed, 'round'), { typed, refusal }),
  )
}

async function choicePage(c: AppContext, step: Step, ids: string[], refused: Refused | null) {
  const context = contextOf(c)
  requireAllowed(mayMakeRounds(context.actor))
  const rounds = await loadSeveral(context, parseTyped(severalSchema, { ids }).ids)
  const view = viewFor(c)
  const names = await namesOf(context, idsIn(rounds))
  const hands = step === 'hand-over' ? await handsFor(c, rounds) : null
  return <ChoicePage view={view} step={step} rounds={rounds} names={names} hands={hands} refused={refused} />
}

type Hands = { members: readonly Member[]; units: readonly Unit[] }
const mostMembers = 300

/** The people of the units that have these rounds now, and every open unit. */
async function handsFor(c: AppContext, rounds: readonly SubjectRound[]): Promise<Hands> {
  const { store } = contextOf(c)
  const performers = [...new Set(rounds.map(({ performedBy }) => performedBy))]
  const { members } = await listMembers(store, { units: performers }, { after: null, limit: mostMembers })
  const isOpen = ({ closedOn }: { closedOn: number | null }) => closedOn === null
  return {
    members: members.filter((member) => isOpen(member) && !['viewer', 'admin'].includes(member.role)),
    units: (await allUnits(store)).filter(isOpen),
  }
}

type ChoiceProps = {
  view: View
  step: Step
  rounds: readonly SubjectRound[]
  names: Names
  hands: Hands | null
  refused: Refused | null
}

function ChoicePage({ view, step, rounds, names, hands, refused }: ChoiceProps) {
  const title = view.t(step === 'excuse' ? words.excuseTitle : words.handOverTitle)
  const state = refused ? refusedForm(view, refused.typed, refused.refusal) : emptyForm
  return (
    <Layout view={view} title={title} current="/overdue">
      <PageHeader title={title} back={{ href: '/overdue', label: view.t(words.back) }} />
      {rounds.length === 0 ? (
        <EmptyState title={view.t(words.none)}>
          <p>{view.t(words.noneHint)}</p>
        </EmptyState>
      ) : (
        <>
          <RefusalNotice view={view} state={state} refusal={refused?.refusal ?? null} />
          <Form action={`/rounds/several/${step}`}>
            <section>
              <h2>{view.t(words.rounds)}</h2>
              <RoundLines view={view} names={names} rounds={rounds} />
              {rounds.map(({ id }) => (
                <input type="hidden" name="round" value={id} />
              ))}
            </section>
            {hands ? (
              <HandsFields view={view} state={state} hands={hands} />
            ) : (
              <ExcuseFields view={view} state={state} />
            )}
            <div class="actions">
              <SubmitButton>
                {view.t(step === 'excuse' ? words.excuse : words.handOver, { count: rounds.length })}
              </SubmitButton>
            </div>
          </Form>
        </>
      )}
    </Layout>
  )
}

type FieldsProps = { view: View; state: FormState }

function HandsFields({ view, state, hands }: FieldsProps & { hands: Hands }) {
  const optionOf = (choice: Named & { id: string }) => ({
    value: choice.id,
    label: view.nameOf(choice),
  })
  return (
    <>
      <Select
        view={view}
        state={state}
        name="assigneeId"
        label={view.t(words.toMember)}
        required
        emptyLabel={view.t(words.anyone)}
        options={hands.members.map(optionOf)}
      />
      <Select
        view={view}
        state={state}
        name="performedBy"
        label={view.t(words.toUnit)}
        required
        emptyLabel={view.t(words.sameUnit)}
        options={hands.units.map(optionOf)}
      />
    </>
  )
}

function ExcuseFields({ view, state }: FieldsProps) {
  return (
    <>
      <Select
        view={view}
        state={state}
        name="code"
        label={view.t(pageMessages.excuseCode)}
        required
        options={excuseOptions(view)}
      />
      <TextArea
        view={view}
        state={state}
        name="reason"
        label={view.t(pageMessages.excuseReason)}
        required
        rows={2}
      />
    </>
  )
}

async function resultPage(c: AppContext, step: Step, { done, refused }: SeveralDone) {
  const view = viewFor(c)
  const rounds = refused.map(({ round }) => round)
  const names = await namesOf(contextOf(c), idsIn(rounds))
  const title = view.t(step === 'excuse' ? words.excuseTitle : words.handOverTitle)
  return (
    <Layout view={view} title={title} current="/overdue">
      <PageHeader title={title} back={{ href: '/overdue', label: view.t(words.back) }} />
      {done.length > 0 && (
        <Notice
          view={view}
          kind="success"
          title={view.t(step === 'excuse' ? words.excused : words.handedOver, { count: done.length })}
        />
      )}
      <Notice view={view} kind="warning" title={view.t(words.refused, { count: refused.length })}>
        <RoundLines view={view} names={names} rounds={rounds} about={refusalWords(view, refused)} />
      </Notice>
    </Layout>
  )
}
