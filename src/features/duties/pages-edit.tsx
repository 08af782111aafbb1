import { Hono } from 'hono'
import { mayOwnDuties, requireAllowed } from '../../domain/access.ts'
import { invalid, Refusal } from '../../domain/errors.ts'
import { checkPlan } from '../../domain/schedule/check-plan.ts'
import { printDate } from '../../domain/time/civil.ts'
import { dayAt } from '../../domain/time/zone.ts'
import type { Context } from '../../platform/context.ts'
import { contextOf, type AppContext, type AppEnv } from '../../platform/http.ts'
import { countUse } from '../../platform/limiter.ts'
import {
  faultsOf,
  parseTyped,
  typedForm,
  typedMany,
  typedOne,
  typedVersion,
  type Typed,
} from '../../platform/validation.ts'
import { knownCategories } from '../../ui/category-messages.ts'
import { EditorPage, type Draft } from '../../ui/editor.tsx'
import { answerForm, refusedForm } from '../../ui/refused-form.tsx'
import { viewFor } from '../../ui/view-of-request.ts'
import { changeDuty } from './change-duty.ts'
import { inWords } from './check-plans.ts'
import { createDuty } from './create-duty.ts'
import { atFields, blankDuty, dutyInputOf, formOfDuty } from './forms-duty.ts'
import { blankSchedule, readScheduleForm } from './forms-blank.ts'
import { formFaults } from './forms-checks.ts'
import { asSeenIn } from './forms-faults.ts'
import { planOf } from './forms-plan.ts'
import { dutyFormMessages as words } from './messages.ts'
import { editorChoices } from './pages-choices.tsx'
import { previewOf } from './pages-preview.tsx'
import { ScheduleEditor } from './parts-editor.tsx'
import { dutyLabels, MoreFields, PeopleFields, SortFields, TitleField } from './parts-fields.tsx'
import { PreviewContent } from './parts-preview.tsx'
import { ScheduleFields } from './parts-schedule.tsx'
import { TargetFields } from './parts-targets.tsx'
import { TopicFields } from './parts-topics.tsx'
import { requireOpenDuty } from './read-duty.ts'
import { changeDutySchema, createDutySchema, type CreateDutyInput } from './schemas.ts'

export const dutyEditPages = new Hono<AppEnv>()
  .get('/duties/new', async (c) => {
    const context = contextOf(c)
    const { firstWeekday } = context.org.settings
    const values = { ...blankSchedule(todayOf(context), firstWeekday), ...blankDuty(onlyUnitOf(context)) }
    return c.html(await newDutyPage(c, { state: { values, errors: {} }, version: null, refusal: null }))
  })
  .post('/duties', async (c) => {
    const typed = await typedForm(c)
    return answerForm(
      c,
      async () => {
        if (typedOne(typed, 'show') !== '') {
          await countUse(c, 'preview')
          return c.html(await newDutyPage(c, asTyped(typed)))
        }
        const duty = await createDuty(contextOf(c), newDutyOf(contextOf(c), typed))
        return `/duties/${duty.id}`
      },
      (refusal) => newDutyPage(c, refused(c, typed, refusal)),
    )
  })
  .post('/duties/preview', async (c) => {
    await countUse(c, 'preview')
    const form = readScheduleForm(await typedForm(c))
    const preview = await previewOf(contextOf(c), { form, kept: null, dutyId: null })
    return c.html(<PreviewContent view={viewFor(c)} preview={preview} />)
  })
  .get('/duties/:id/edit', async (c) => {
    const duty = await requireOpenDuty(contextOf(c), c.req.param('id'))
    const values = formOfDuty({ ...duty, with: duty.withUnits }, knownCategories)
    const state = { values, errors: {} }
    return c.html(await dutyPage(c, { state, version: duty.version, refusal: null }))
  })
  .post('/duties/:id', async (c) => {
    const { id, version } = await requireOpenDuty(contextOf(c), c.req.param('id'))
    const typed = await typedForm(c)
    return answerForm(
      c,
      async () => {
        const changes = parseTyped(changeDutySchema, dutyInputOf(typed))
        await changeDuty(contextOf(c), { ...changes, id, version: typedVersion(typed) })
        return `/duties/${id}`
      },
      (refusal) => dutyPage(c, { ...refused(c, typed, refusal), version }),
    )
  })

function todayOf({ now, org }: Context): string {
  return printDate(dayAt(now, org.timeZone))
}

/** Who leads one unit without others below it has nothing to choose. */
function onlyUnitOf({ actor }: Context): string {
  const [unit, ...others] = actor.ownUnits
  return unit !== undefined && others.length === 0 ? unit : ''
}

/** All that is wrong at once: with the duty, with the form of its schedule and with the schedule itself. */
function newDutyOf({ org, locale }: Context, typed: Typed): CreateDutyInput {
  const form = readScheduleForm(typed)
  const faults = formFaults(form)
  const plan = faults.length > 0 ? null : planOf(form, { timeZone: org.timeZone, kept: null })
  const ofPlan = plan === null ? [] : inWords(asSeenIn(form, checkPlan(plan).faults), 'plans.0', locale)
  const input = createDutySchema.safeParse({ ...dutyInputOf(typed), plans: plan === null ? [] : [plan] })
  if (!input.success) throw invalid(...faultsOf(input.error), ...faults, ...ofPlan)
  if (faults.length + ofPlan.length > 0) throw invalid(...faults, ...ofPlan)
  return input.data
}

/** What was typed, with the fields that a browser leaves out of a form. */
function asTyped(typed: Typed): Draft {
  return {
    state: { values: { ...readScheduleForm(typed), ...typed }, errors: {} },
    version: null,
    refusal: null,
  }
}

function refused(c: AppContext, typed: Typed, refusal: Refusal): Draft {
  const draft = asTyped(typed)
  const faults = atFields(refusal.faults, typed, readScheduleForm(typed))
  const placed = new Refusal(refusal.code, { params: refusal.params, faults })
  return { ...draft, state: refusedForm(viewFor(c), draft.state.values, placed), refusal: placed }
}

async function newDutyPage(c: AppContext, draft: Draft): Promise<string> {
  const context = contextOf(c)
  requireAllowed(mayOwnDuties(context.actor))
  const view = viewFor(c)
  const { state } = draft
  const form = readScheduleForm(state.values)
  const [choices, preview] = await Promise.all([
    editorChoices(view, context, { form, units: chosenUnits(state.values), dutyId: null }),
    previewOf(context, { form, kept: null, dutyId: null }),
  ])
  return (
    <ScheduleEditor
      view={view}
      title={view.t(words.newTitle)}
      back={{ href: '/duties', label: view.t(words.back) }}
      action="/duties"
      draft={draft}
      labels={dutyLabels(view)}
      preview={preview}
      previewPath="/duties/preview"
      save={view.t(words.create)}
    >
      <TitleField view={view} state={state} />
      <ScheduleFields view={view} state={state} choices={choices.rhythm} mayKeep={false} mayStand />
      <TargetFields view={view} state={state} offered={choices.targets} mayKeep={false} />
      <TopicFields view={view} state={state} mayKeep={false} />
      <PeopleFields view={view} state={state} choices={choices.duty} />
      <SortFields view={view} state={state} />
      <MoreFields view={view} state={state} choices={choices.duty} />
    </ScheduleEditor>
  )
}

/** Changing what a duty is; its schedule has pages of its own. */
async function dutyPage(c: AppContext, draft: Draft): Promise<string> {
  const context = contextOf(c)
  const duty = await requireOpenDuty(context, c.req.param('id') ?? '')
  const view = viewFor(c)
  const { state } = draft
  const { duty: choices } = await editorChoices(view, context, {
    form: blankSchedule(''),
    units: [duty.ownedBy, ...chosenUnits(state.values)],
    dutyId: duty.id,
  })
  const name = view.nameOf({ name: duty.title, nameEn: duty.titleEn })
  return (
    <EditorPage
      view={view}
      title={view.t(words.editTitle, { name })}
      back={{ href: `/duties/${duty.id}`, label: name }}
      action={`/duties/${duty.id}`}
      draft={draft}
      labels={dutyLabels(view)}
    >
      <TitleField view={view} state={state} />
      <PeopleFields view={view} state={state} choices={choices} />
      <SortFields view={view} state={state} />
      <MoreFields view={view} state={state} choices={choices} />
    </EditorPage>
  )
}

function chosenUnits(values: Typed): string[] {
  return ['ownedBy', 'performerUnit', 'with'].flatMap((name) => typedMany(values, name))
}
