import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { mayKeepWorkingDays, requireAllowed } from '../../domain/access.ts'
import type { Refusal } from '../../domain/errors.ts'
import { sureDate } from '../../domain/schedule/checked.ts'
import { civilOf } from '../../domain/time/civil.ts'
import { contextOf, type AppContext, type AppEnv } from '../../platform/http.ts'
import type { Message } from '../../platform/i18n.ts'
import { parseTyped, typedForm, typedOne, type Typed } from '../../platform/validation.ts'
import { RadioGroup, Select } from '../../ui/choices.tsx'
import { EditorPage, refusedDraft, type Draft } from '../../ui/editor.tsx'
import { DateInput, emptyForm, labelsIn, TextInput, type FormState } from '../../ui/form.tsx'
import { answerForm } from '../../ui/refused-form.tsx'
import { viewFor } from '../../ui/view-of-request.ts'
import type { View } from '../../ui/view.ts'
import { unitOptions } from '../units/parts.tsx'
import { allUnits } from '../units/queries.ts'
import type { Unit } from '../units/queries.ts'
import { correctDay, removeCorrection } from './correct-day.ts'
import { removeImport } from './import-days.ts'
import { addStretch, removeStretch } from './keep-stretch.ts'
import { workingDaysFormMessages as words, workingDaysMessages } from './messages.ts'
import { dayFormSchema, stretchSchema } from './schemas.ts'

const home = '/settings/working-days'

/** One thing that is said of days, on a form of its own: at `<path>/new`, kept at `<path>`. */
type Saying = {
  path: string
  title: Message
  lead: Message
  labels: Record<string, Message>
  blank: Typed
  fields(props: { view: View; state: FormState; units: readonly Unit[] }): Child
  /** answers the first day it is about */
  keep(c: AppContext, typed: Typed): Promise<string>
}

const correction: Saying = {
  path: 'days',
  title: workingDaysMessages.correct,
  lead: words.correctLead,
  labels: { day: workingDaysMessages.day, is: workingDaysMessages.is, name: workingDaysMessages.name },
  blank: { is: 'off' },
  fields: ({ view, state }) => (
    <>
      <DateInput view={view} state={state} name="day" label={view.t(workingDaysMessages.day)} required />
      <RadioGroup
        view={view}
        state={state}
        name="is"
        label={view.t(workingDaysMessages.is)}
        required
        layout="inline"
        options={[
          { value: 'off', label: view.t(workingDaysMessages.resting) },
          { value: 'working', label: view.t(workingDaysMessages.working) },
        ]}
      />
      <TextInput
        view={view}
        state={state}
        name="name"
        label={view.t(workingDaysMessages.name)}
        hint={view.t(words.nameHint)}
        maxlength={60}
      />
    </>
  ),
  async keep(c, typed) {
    const { day, is, name } = parseTyped(dayFormSchema, {
      day: typedOne(typed, 'day'),
      is: typedOne(typed, 'is'),
      name: typedOne(typed, 'name').trim() || null,
    })
    await correctDay(contextOf(c), { day: sureDate(day), isWorking: is === 'working', name })
    return day
  },
}

const closure: Saying = {
  path: 'closures',
  title: workingDaysMessages.close,
  lead: words.closeLead,
  labels: { unitId: workingDaysMessages.unit, from: words.from, until: words.until, name: words.reason },
  blank: {},
  fields: ({ view, state, units }) => (
    <>
      <p class="quiet">{view.t(words.closeSuspend)}</p>
      <Select
        view={view}
        state={state}
        name="unitId"
        label={view.t(workingDaysMessages.unit)}
        required
        options={unitOptions(view, units)}
      />
      <FromUntil view={view} state={state} />
      <TextInput
        view={view}
        state={state}
        name="name"
        label={view.t(words.reason)}
        hint={view.t(words.reasonHint)}
        required
        maxlength={60}
      />
    </>
  ),
  keep: (c, typed) => keepStretch(c, typed, typedOne(typed, 'unitId')),
}

const named: Saying = {
  path: 'named',
  title: workingDaysMessages.nameDays,
  lead: words.nameDaysLead,
  labels: { name: words.dayName, from: words.from, until: words.until },
  blank: {},
  fields: ({ view, state }) => (
    <>
      <TextInput
        view={view}
        state={state}
        name="name"
        label={view.t(words.dayName)}
        hint={view.t(words.dayNameHint)}
        required
        maxlength={60}
      />
      <FromUntil view={view} state={state} />
    </>
  ),
  keep: (c, typed) => keepStretch(c, typed, null),
}

function FromUntil({ view, state }: { view: View; state: FormState }) {
  return (
    <>
      <DateInput view={view} state={state} name="from" label={view.t(words.from)} required />
      <DateInput view={view} state={state} name="until" label={view.t(words.until)} required />
    </>
  )
}

async function keepStretch(c: AppContext, typed: Typed, unitId: string | null): Promise<string> {
  const [name, from, until] = ['name', 'from', 'until'].map((field) => typedOne(typed, field))
  const input = parseTyped(stretchSchema, { unitId, name, from, until })
  await addStretch(contextOf(c), input)
  return input.from
}

export const workingDaysFormPages = new Hono<AppEnv>()
for (const saying of [correction, closure, named]) {
  workingDaysFormPages
    .get(`${home}/${saying.path}/new`, async (c) => {
      const state = { ...emptyForm, values: saying.blank }
      return c.html(await formPage(c, saying, { state, version: null, refusal: null }))
    })
    .post(`${home}/${saying.path}`, async (c) => {
      requireAllowed(mayKeepWorkingDays(contextOf(c).actor))
      const typed = await typedForm(c)
      return answerForm(
        c,
        async () => `${home}?year=${civilOf(sureDate(await saying.keep(c, typed))).year}`,
        (refusal: Refusal) => formPage(c, saying, refusedDraft(viewFor(c), typed, refusal, null)),
      )
    })
}

workingDaysFormPages
  .post(`${home}/days/removal`, async (c) => {
    const { day } = parseTyped(dayFormSchema.pick({ day: true }), await typedForm(c))
    await removeCorrection(contextOf(c), sureDate(day))
    return c.redirect(home, 303)
  })
  .post(`${home}/imports/removal`, async (c) => {
    await removeImport(contextOf(c), typedOne(await typedForm(c), 'source'))
    return c.redirect(home, 303)
  })
  .post(`${home}/stretches/removal`, async (c) => {
    await removeStretch(contextOf(c), typedOne(await typedForm(c), 'id'))
    return c.redirect(home, 303)
  })

async function formPage(c: AppContext, saying: Saying, draft: Draft): Promise<string> {
  const { actor, store } = contextOf(c)
  requireAllowed(mayKeepWorkingDays(actor))
  const view = viewFor(c)
  const units = saying === closure ? await allUnits(store) : []
  return (
    <EditorPage
      view={view}
      title={view.t(saying.title)}
      lead={view.t(saying.lead)}
      back={{ href: home, label: view.t(workingDaysMessages.back) }}
      action={`${home}/${saying.path}`}
      draft={draft}
      labels={labelsIn(view, saying.labels)}
    >
      {saying.fields({ view, state: draft.state, units })}
    </EditorPage>
  )
}
