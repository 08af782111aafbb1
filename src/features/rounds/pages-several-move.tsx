import { Hono } from 'hono'
import type { PropsWithChildren } from 'hono/jsx'
import { mayMakeRounds, requireAllowed } from '../../domain/access.ts'
import { Refusal } from '../../domain/errors.ts'
import { contextOf, type AppContext, type AppEnv } from '../../platform/http.ts'
import { parseTyped, typedForm, typedMany, typedOne, type Typed } from '../../platform/validation.ts'
import { SubmitButton } from '../../ui/button.tsx'
import { CarriedFields } from '../../ui/carried-fields.tsx'
import { DateInput, emptyForm, Form, NumberInput, TextArea, type FormState } from '../../ui/form.tsx'
import { formatDay, formatDeadline } from '../../ui/format.ts'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { EmptyState, Notice } from '../../ui/notice.tsx'
import { answerForm, refusedForm, RefusalNotice } from '../../ui/refused-form.tsx'
import { viewFor } from '../../ui/view-of-request.ts'
import type { View } from '../../ui/view.ts'
import { refusalWords, RoundLines, type Refused } from './parts-several.tsx'
import type { SubjectRound } from './queries-several.ts'
import { idsIn, namesOf, type Names } from './queries-work.ts'
import { severalMessages as words } from './several-messages.ts'
import {
  longestMoveReason,
  moveSeenSchema,
  moveSeveralSchema,
  severalSchema,
  type MoveSeenInput,
  type MoveSeveralInput,
} from './several-schemas.ts'
import { loadSeveral, moveSeveral, previewMove, type MovePreview, type SeveralDone } from './steer-several.ts'

export const moveSeveralPages = new Hono<AppEnv>().post('/rounds/several/move', async (c) => {
  requireAllowed(mayMakeRounds(contextOf(c).actor))
  const typed = await typedForm(c)
  return answerForm(
    c,
    async () => c.html(await resultPage(c, await moveSeveral(contextOf(c), readSeenMove(typed)))),
    (refusal) => choicePage(c, typedMany(typed, 'round'), { typed, refusal }, null),
  )
})

/** Where to, and once that is said, what would become of each. */
export async function movePage(c: AppContext, ids: string[]): Promise<string> {
  requireAllowed(mayMakeRounds(contextOf(c).actor))
  const typed: Typed = {
    round: ids,
    to: c.req.query('to') ?? '',
    by: c.req.query('by') ?? '',
    reason: c.req.query('reason') ?? '',
  }
  if (c.req.query('preview') === undefined) return choicePage(c, ids, null, null)
  try {
    const previews = await previewMove(contextOf(c), readMove(typed))
    return await choicePage(c, ids, null, { typed, previews })
  } catch (fault) {
    if (fault instanceof Refusal && fault.code === 'invalid') {
      return choicePage(c, ids, { typed, refusal: fault }, null)
    }
    throw fault
  }
}

function readMove(typed: Typed): MoveSeveralInput {
  return parseTyped(moveSeveralSchema, fieldsOf(typed))
}

function readSeenMove(typed: Typed): MoveSeenInput {
  return parseTyped(moveSeenSchema, {
    ...fieldsOf(typed),
    versions: typedMany(typed, 'version').map(Number),
  })
}

function fieldsOf(typed: Typed) {
  const by = typedOne(typed, 'by').trim()
  return {
    ids: typedMany(typed, 'round'),
    to: typedOne(typed, 'to') || null,
    by: by === '' ? null : Number(by),
    reason: typedOne(typed, 'reason'),
  }
}

type Previewed = { typed: Typed; previews: readonly MovePreview[] }

async function choicePage(
  c: AppContext,
  ids: string[],
  refused: Refused | null,
  previewed: Previewed | null,
): Promise<string> {
  const context = contextOf(c)
  const rounds = await loadSeveral(context, parseTyped(severalSchema, { ids }).ids)
  const view = viewFor(c)
  const state = refused ? refusedForm(view, refused.typed, refused.refusal) : emptyForm
  const props = { view, rounds, names: await namesOf(context, idsIn(rounds)) }
  return (
    <MovePage {...props} title={view.t(words.moveTitle)}>
      {rounds.length === 0 ? (
        <EmptyState title={view.t(words.none)}>
          <p>{view.t(words.noneHint)}</p>
        </EmptyState>
      ) : (
        <>
          <RefusalNotice
            view={view}
            state={state}
            refusal={refused?.refusal ?? null}
            labels={labelsOf(view)}
          />
          <WhereTo
            {...props}
            state={previewed ? { values: previewed.typed, errors: {} } : state}
            isPreviewed={previewed !== null}
          />
          {previewed && <Previews view={view} names={props.names} {...previewed} />}
        </>
      )}
    </MovePage>
  )
}

function MovePage({ view, title, children }: PropsWithChildren<{ view: View; title: string }>) {
  return (
    <Layout view={view} title={title} current="/duties">
      <PageHeader title={title} back={{ href: '/rounds', label: view.t(words.backToRounds) }} />
      {children}
    </Layout>
  )
}

function labelsOf(view: View): Record<string, string> {
  return { to: view.t(words.moveTo), by: view.t(words.moveBy), reason: view.t(words.moveReason) }
}

type WhereToProps = {
  view: View
  names: Names
  rounds: readonly SubjectRound[]
  state: FormState
  isPreviewed: boolean
}

/** Nothing is moved from here: it asks what would become of each. */
function WhereTo({ view, names, rounds, state, isPreviewed }: WhereToProps) {
  const labels = labelsOf(view)
  const field = { view, state }
  return (
    <Form action="/rounds/several" method="get">
      <input type="hidden" name="step" value="move" />
      <input type="hidden" name="preview" value="1" />
      {rounds.map(({ id }) => (
        <input type="hidden" name="round" value={id} />
      ))}
      {!isPreviewed && (
        <section>
          <h2>{view.t(words.rounds)}</h2>
          <RoundLines view={view} names={names} rounds={rounds} />
        </section>
      )}
      <DateInput {...field} name="to" label={labels.to ?? ''} hint={view.t(words.moveToHint)} />
      <NumberInput
        {...field}
        name="by"
        label={labels.by ?? ''}
        hint={view.t(words.moveByHint)}
        unit={view.t(words.moveByUnit)}
      />
      <TextArea
        {...field}
        name="reason"
        label={labels.reason ?? ''}
        hint={view.t(words.moveReasonHint)}
        rows={2}
        maxlength={longestMoveReason}
      />
      <div class="actions">
        <SubmitButton kind={isPreviewed ? 'plain' : 'primary'}>{view.t(words.movePreview)}</SubmitButton>
      </div>
    </Form>
  )
}

/** What can be moved, from which day to which, and what cannot and why; the button moves this and nothing else. */
function Previews({ view, names, typed, previews }: Previewed & Pick<WhereToProps, 'view' | 'names'>) {
  const moved = new Map(previews.flatMap(({ round, times }) => (times === null ? [] : [[round.id, times]])))
  const refused = previews.flatMap(({ round, refusal }) => (refusal === null ? [] : [{ round, refusal }]))
  const daysOf = (round: SubjectRound) => {
    const times = moved.get(round.id) ?? round
    const isPostponed = times.dueAt !== round.dueAt
    return view.t(isPostponed ? words.movedPostponed : words.movedFromTo, {
      from: formatDay(view, round.plannedOn),
      to: formatDay(view, times.plannedOn),
      due: formatDeadline(view, times.dueAt),
    })
  }
  const taken = previews.flatMap(({ round, times }) => (times === null ? [] : [round]))
  return (
    <Form action="/rounds/several/move">
      <CarriedFields typed={{ ...typed, round: previews.map(({ round }) => round.id) }} />
      {previews.map(({ round }) => (
        <input type="hidden" name="version" value={String(round.version)} />
      ))}
      {taken.length > 0 && (
        <section>
          <h2>{view.t(words.willMove, { count: taken.length })}</h2>
          <RoundLines view={view} names={names} rounds={taken} about={daysOf} />
        </section>
      )}
      {refused.length > 0 && (
        <Notice view={view} kind="warning" title={view.t(words.willNotMove, { count: refused.length })}>
          <RoundLines
            view={view}
            names={names}
            rounds={refused.map(({ round }) => round)}
            about={refusalWords(view, refused)}
          />
        </Notice>
      )}
      {taken.length > 0 && (
        <div class="actions">
          <SubmitButton>{view.t(words.move, { count: taken.length })}</SubmitButton>
        </div>
      )}
    </Form>
  )
}

async function resultPage(c: AppContext, { done, refused }: SeveralDone): Promise<string> {
  const view = viewFor(c)
  const rounds = refused.map(({ round }) => round)
  const names = await namesOf(contextOf(c), idsIn(rounds))
  return (
    <MovePage view={view} title={view.t(words.moveTitle)}>
      {done.length > 0 && (
        <Notice view={view} kind="success" title={view.t(words.moved, { count: done.length })} />
      )}
      {refused.length > 0 && (
        <Notice view={view} kind="warning" title={view.t(words.refused, { count: refused.length })}>
          <RoundLines view={view} names={names} rounds={rounds} about={refusalWords(view, refused)} />
        </Notice>
      )}
    </MovePage>
  )
}
