import { Hono } from 'hono'
import { invalid, Refusal } from '../../domain/errors.ts'
import { checkPlan } from '../../domain/schedule/check-plan.ts'
import type { Plan } from '../../domain/schedule/plan.ts'
import { printDate } from '../../domain/time/civil.ts'
import { dayAt } from '../../domain/time/zone.ts'
import type { Context } from '../../platform/context.ts'
import { contextOf, type AppContext, type AppEnv } from '../../platform/http.ts'
import { countUse } from '../../platform/limiter.ts'
import { faultsOf, typedForm, typedOne, type Typed } from '../../platform/validation.ts'
import { answerForm, refusedForm } from '../../ui/refused-form.tsx'
import { viewFor } from '../../ui/view-of-request.ts'
import { namesOf, type Names } from '../rounds/queries-work.ts'
import { atFields } from './forms-duty.ts'
import { readScheduleForm } from './forms-blank.ts'
import { inWords } from './check-plans.ts'
import { formFaults } from './forms-checks.ts'
import { asSeenIn } from './forms-faults.ts'
import { formOf, formOfRevision, planOf, type Surroundings } from './forms-plan.ts'
import type { ScheduleForm } from './forms.ts'
import { dutyFormMessages as words } from './messages.ts'
import { editorChoices } from './pages-choices.tsx'
import { previewOf } from './pages-preview.tsx'
import { ScheduleEditor } from './parts-editor.tsx'
import { EffectNotice, targetsNamed } from './parts-effect.tsx'
import { PreviewContent } from './parts-preview.tsx'
import { ScheduleFields } from './parts-schedule.tsx'
import { TargetFields } from './parts-targets.tsx'
import { TopicFields } from './parts-topics.tsx'
import { planMessages } from './plan-messages.ts'
import type { Duty } from './queries.ts'
import { requireOpenDuty } from './read-duty.ts'
import { reviseDuty } from './revise-duty.ts'
import type { Effect } from './revision-effect.ts'
import { reviseDutySchema, type ReviseDutyInput } from './schemas.ts'

export const dutyPlanPages = new Hono<AppEnv>()
  .get('/duties/:id/plans/new', async (c) => {
    const context = contextOf(c)
    const duty = await requireOpenDuty(context, c.req.param('id'))
    const replaced = planNamed(duty, c.req.query('replaces'))
    const values: Typed = formOfRevision(replaced, givenBy(context))
    return c.html(await revisionPage(c, duty, replaced, { values, refusal: null, proposal: null }))
  })
  .post('/duties/:id/plans', async (c) => {
    const context = contextOf(c)
    const duty = await requireOpenDuty(context, c.req.param('id'))
    const typed = await typedForm(c)
    const replaced = planNamed(duty, typedOne(typed, 'replaces'))
    return answerForm(
      c,
      async () => {
        const values = { ...readScheduleForm(typed), ...typed }
        if (typedOne(typed, 'show') !== '') {
          await countUse(c, 'preview')
          return c.html(await revisionPage(c, duty, replaced, { values, refusal: null, proposal: null }))
        }
        const input = revisionOf(context, typed, replaced)
        const seen = JSON.stringify(input)
        const dryRun = typedOne(typed, 'seen') !== seen
        const effect = await reviseDuty(context, { ...input, id: duty.id, dryRun })
        if (!dryRun) return `/duties/${duty.id}`
        return c.html(
          await revisionPage(c, duty, replaced, { values, refusal: null, proposal: { seen, effect } }),
        )
      },
      (refusal) => {
        const values = { ...readScheduleForm(typed), ...typed }
        return revisionPage(c, duty, replaced, { values, refusal, proposal: null })
      },
    )
  })
  .post('/duties/:id/plans/preview', async (c) => {
    const context = contextOf(c)
    await countUse(c, 'preview')
    const duty = await requireOpenDuty(context, c.req.param('id'))
    const typed = await typedForm(c)
    const kept = planNamed(duty, typedOne(typed, 'replaces'))
    const preview = await previewOf(context, { form: readScheduleForm(typed), kept, dutyId: duty.id })
    return c.html(<PreviewContent view={viewFor(c)} preview={preview} />)
  })

/** What was typed, what came of it, and what saving it would change: `seen` is the input that was tried. */
type RevisionDraft = {
  values: Typed
  refusal: Refusal | null
  proposal: { seen: string; effect: Effect } | null
}

/** Null where a plan is added to those that there are. */
function planNamed(duty: Duty, id: string | undefined): Plan | null {
  return duty.plans.find((plan) => plan.id === id) ?? null
}

function givenBy({ now, org: { timeZone, settings } }: Context): Surroundings {
  return { timeZone, today: printDate(dayAt(now, timeZone)), firstWeekday: settings.firstWeekday }
}

function revisionOf({ org, locale }: Context, typed: Typed, replaced: Plan | null): ReviseDutyInput {
  const form = readScheduleForm(typed)
  const faults = formFaults(form)
  if (faults.length > 0) throw invalid(...faults)
  const plan = planOf(form, { timeZone: org.timeZone, kept: replaced })
  const ofPlan = plan === null ? [] : inWords(asSeenIn(form, checkPlan(plan).faults), 'plan', locale)
  if (ofPlan.length > 0) throw invalid(...ofPlan)
  const input = reviseDutySchema.safeParse({ from: form.from, plan, replaces: replaced?.id ?? null })
  if (!input.success) throw invalid(...faultsOf(input.error))
  return input.data
}

async function revisionPage(
  c: AppContext,
  duty: Duty,
  replaced: Plan | null,
  { values, refusal, proposal }: RevisionDraft,
): Promise<string> {
  const context = contextOf(c)
  const view = viewFor(c)
  const form = readScheduleForm(values)
  const was = replaced && formOf(replaced, givenBy(context))
  const placed = refusal && atSchedule(refusal, values, form)
  const state = placed === null ? { values, errors: {} } : refusedForm(view, values, placed)
  const [choices, preview, names] = await Promise.all([
    editorChoices(view, context, { form, units: [], dutyId: duty.id }),
    previewOf(context, { form, kept: replaced, dutyId: duty.id }),
    namesIn(context, proposal?.effect),
  ])
  const name = view.nameOf({ name: duty.title, nameEn: duty.titleEn })
  return (
    <ScheduleEditor
      view={view}
      title={view.t(replaced === null ? words.addTitle : words.reviseTitle, { name })}
      back={{ href: `/duties/${duty.id}`, label: name }}
      action={`/duties/${duty.id}/plans`}
      draft={{ state, version: null, refusal: placed }}
      labels={{}}
      preview={preview}
      previewPath={`/duties/${duty.id}/plans/preview`}
      save={view.t(proposal === null ? words.showEffect : words.confirmRevision)}
    >
      <input type="hidden" name="replaces" value={replaced?.id ?? ''} />
      {proposal !== null && (
        <>
          <input type="hidden" name="seen" value={proposal.seen} />
          <EffectNotice view={view} names={names} effect={proposal.effect} />
        </>
      )}
      {replaced === null && (
        <p class="quiet">
          {view.t(words.addsPlan)} {view.t(planMessages.orderHelp)}
        </p>
      )}
      <ScheduleFields
        view={view}
        state={state}
        choices={choices.rhythm}
        mayKeep={was?.way === 'kept'}
        mayStand={false}
      />
      <TargetFields view={view} state={state} offered={choices.targets} mayKeep={was?.where === 'kept'} />
      <TopicFields view={view} state={state} mayKeep={was?.topicsPer === 'kept'} />
    </ScheduleEditor>
  )
}

/** Of ids alone nobody knows what they are: all three are asked. */
function namesIn(context: Context, effect: Effect | undefined): Promise<Names> {
  const ids = effect === undefined ? [] : targetsNamed(effect)
  return namesOf(context, { duties: [], units: ids, assets: ids, members: ids })
}

function atSchedule(refusal: Refusal, values: Typed, form: ScheduleForm): Refusal {
  const faults = atFields(refusal.faults, values, form)
  return new Refusal(refusal.code, { params: refusal.params, faults })
}
