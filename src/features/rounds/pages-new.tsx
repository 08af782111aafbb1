import { Hono } from 'hono'
import { mayMakeRounds, requireAllowed, seesAll, type Actor } from '../../domain/access.ts'
import type { Refusal } from '../../domain/errors.ts'
import { printDate } from '../../domain/time/civil.ts'
import { dayAt } from '../../domain/time/zone.ts'
import { contextOf, type AppContext, type AppEnv } from '../../platform/http.ts'
import { typedForm, type Typed } from '../../platform/validation.ts'
import { SubmitButton } from '../../ui/button.tsx'
import { Select } from '../../ui/choices.tsx'
import { DateInput, Form, TextInput, type FormState } from '../../ui/form.tsx'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { answerForm, refusedForm, RefusalNotice } from '../../ui/refused-form.tsx'
import { viewFor } from '../../ui/view-of-request.ts'
import type { View } from '../../ui/view.ts'
import { createRound } from './create-round.ts'
import { readByHand } from './forms.ts'
import { byHandMessages as words, pageMessages } from './page-messages.ts'
import { byHandChoices, type ByHandChoices, type Choice } from './queries-by-hand.ts'

export const newRoundPages = new Hono<AppEnv>()
  .get('/rounds/new', async (c) => c.html(await byHandPage(c, null)))
  .post('/rounds', async (c) => {
    const context = contextOf(c)
    const typed = await typedForm(c)
    return answerForm(
      c,
      async () => {
        const input = readByHand(typed, context.org.timeZone)
        const ownedBy = ownerFor(context.actor, input.performedBy ?? null)
        const { round } = await createRound(context, { ...input, ownedBy })
        return `/rounds/${round.id}`
      },
      (refusal) => byHandPage(c, { typed, refusal }),
    )
  })

/** A lead's unit owns what it has another unit do. */
function ownerFor(actor: Actor, performedBy: string | null): string | null {
  if (seesAll(actor) || performedBy === null || actor.ownUnits.has(performedBy)) return null
  return [...actor.ownUnits][0] ?? null
}

type Refused = { typed: Typed; refusal: Refusal }

async function byHandPage(c: AppContext, refused: Refused | null): Promise<string> {
  const { actor, store } = contextOf(c)
  requireAllowed(mayMakeRounds(actor))
  const view = viewFor(c)
  const choices = await byHandChoices(store, seesAll(actor) ? null : [...actor.ownUnits])
  const today = printDate(dayAt(view.now, view.timeZone))
  const fresh = { values: { planned: today, targetId: c.req.query('target') ?? '' }, errors: {} }
  const state = refused ? refusedByHand(view, refused) : fresh
  return <ByHandPage view={view} choices={choices} state={state} refusal={refused?.refusal ?? null} />
}

/** The due time is typed as its day. */
function refusedByHand(view: View, { typed, refusal }: Refused): FormState {
  const { values, errors } = refusedForm(view, typed, refusal)
  const { dueAt, ...others } = errors
  return { values, errors: dueAt === undefined ? others : { ...others, dueOn: dueAt } }
}

type Props = { view: View; choices: ByHandChoices; state: FormState; refusal: Refusal | null }

function ByHandPage({ view, choices, state, refusal }: Props) {
  const field = { view, state }
  return (
    <Layout view={view} title={view.t(words.title)} current="/">
      <PageHeader
        title={view.t(words.title)}
        lead={view.t(words.lead)}
        back={{ href: '/', label: view.t(pageMessages.back) }}
      />
      <RefusalNotice view={view} state={state} refusal={refusal} labels={labelsOf(view)} />
      <Form action="/rounds">
        <TextInput
          {...field}
          name="title"
          label={view.t(words.what)}
          hint={view.t(words.whatHint)}
          required
          maxlength={120}
        />
        <WhatAndWhere {...field} choices={choices} />
        <DateInput {...field} name="planned" label={view.t(words.planned)} required />
        <DateInput {...field} name="dueOn" label={view.t(words.due)} hint={view.t(words.dueHint)} />
        <Select
          {...field}
          name="checklistId"
          label={view.t(words.checklist)}
          emptyLabel={view.t(words.noChecklist)}
          options={optionsOf(view, choices.checklists)}
        />
        <div class="actions">
          <SubmitButton>{view.t(words.make)}</SubmitButton>
        </div>
      </Form>
    </Layout>
  )
}

function labelsOf(view: View): Record<string, string> {
  return {
    title: view.t(words.what),
    dutyId: view.t(words.duty),
    targetId: view.t(words.target),
    performedBy: view.t(words.performedBy),
    planned: view.t(words.planned),
    dueOn: view.t(words.due),
    checklistId: view.t(words.checklist),
  }
}

function WhatAndWhere({ view, state, choices }: Omit<Props, 'refusal'>) {
  const field = { view, state }
  const units = optionsOf(view, choices.units)
  return (
    <>
      <Select
        {...field}
        name="dutyId"
        label={view.t(words.duty)}
        emptyLabel={view.t(words.noDuty)}
        options={optionsOf(view, choices.duties)}
      />
      <Select
        {...field}
        name="targetId"
        label={view.t(words.target)}
        emptyLabel={view.t(words.noTarget)}
        options={[...units, ...optionsOf(view, choices.assets)]}
      />
      <Select
        {...field}
        name="performedBy"
        label={view.t(words.performedBy)}
        emptyLabel={view.t(words.usualPerformer)}
        options={units}
      />
    </>
  )
}

function optionsOf(view: View, choices: readonly Choice[]) {
  return choices
    .map((choice) => ({ value: choice.id, label: view.nameOf(choice) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, view.locale))
}
