import { Hono } from 'hono'
import { requireFound, type Refusal } from '../../domain/errors.ts'
import type { Named } from '../../domain/named.ts'
import { printDate } from '../../domain/time/civil.ts'
import { dayAt } from '../../domain/time/zone.ts'
import { contextOf, type AppContext, type AppEnv } from '../../platform/http.ts'
import { parseTyped, typedForm, typedOne, typedVersion, type Typed } from '../../platform/validation.ts'
import { ButtonLink, SubmitButton } from '../../ui/button.tsx'
import { ConfirmPage } from '../../ui/editor.tsx'
import { DateInput, Form, TextInput } from '../../ui/form.tsx'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { formMessages } from '../../ui/messages.ts'
import { answerForm, refusedForm, RefusalNotice } from '../../ui/refused-form.tsx'
import { viewFor } from '../../ui/view-of-request.ts'
import { findAsset } from '../assets/queries.ts'
import { findUnit } from '../units/queries.ts'
import { changeDuty } from './change-duty.ts'
import { dutyFormMessages as words } from './messages.ts'
import { hiddenFrom } from '../rounds/queries-hidden.ts'
import { followersOf } from './queries-followed.ts'
import { countUntouchedAhead } from './queries-pages.ts'
import { requireOpenDuty } from './read-duty.ts'
import { resume } from './resume.ts'
import { suspendSchema } from './schemas.ts'
import { suspend } from './suspend.ts'
import { requireSuspendable } from './suspendable.ts'

const collections = { duty: 'duties', unit: 'units', asset: 'assets' } as const
type Kind = keyof typeof collections
type Thing = Named & { id: string; kind: Kind }

/** Taking a duty, a unit or an asset out of use for a time, and a duty for ever. */
export const suspensionPages = new Hono<AppEnv>()
  .route('/', pagesOf('duty'))
  .route('/', pagesOf('unit'))
  .route('/', pagesOf('asset'))
  .get('/duties/:id/closing', async (c) => c.html(await closingPage(c, null)))
  .post('/duties/:id/closing', async (c) => {
    const { id } = await requireOpenDuty(contextOf(c), c.req.param('id'))
    const typed = await typedForm(c)
    return answerForm(
      c,
      async () => {
        await changeDuty(contextOf(c), { id, version: typedVersion(typed), closed: true })
        return `/duties/${id}`
      },
      (refusal) => closingPage(c, refusal),
    )
  })

function pagesOf(kind: Kind): Hono<AppEnv> {
  const path = `/${collections[kind]}/:id` as const
  return new Hono<AppEnv>()
    .get(`${path}/suspension/new`, async (c) =>
      c.html(await suspensionPage(c, await thingOf(c, kind), null, null)),
    )
    .post(`${path}/suspension`, async (c) => {
      const thing = await thingOf(c, kind)
      const typed = await typedForm(c)
      return answerForm(
        c,
        async () => {
          const until = typedOne(typed, 'until').trim() || null
          const input = parseTyped(suspendSchema, {
            from: typedOne(typed, 'from'),
            until,
            reason: typedOne(typed, 'reason'),
          })
          await suspend(contextOf(c), { ...input, kind, id: thing.id })
          return pathOf(thing)
        },
        (refusal) => suspensionPage(c, thing, typed, refusal),
      )
    })
    .post(`${path}/resumption`, async (c) => {
      const thing = await thingOf(c, kind)
      await resume(contextOf(c), { kind, id: thing.id })
      return c.redirect(pathOf(thing), 303)
    })
}

/** What its reader may suspend, with its name. */
async function thingOf(c: AppContext, kind: Kind): Promise<Thing> {
  const context = contextOf(c)
  const { duty, id } = await requireSuspendable(context, { kind, id: c.req.param('id') ?? '' })
  if (duty !== null) return { kind, id, name: duty.title, nameEn: duty.titleEn }
  const named = kind === 'unit' ? await findUnit(context.store, id) : await findAsset(context.store, id)
  return { kind, id, ...namedOf(requireFound(named)) }
}

function namedOf({ name, nameEn }: Named): Named {
  return { name, nameEn }
}

function pathOf({ kind, id }: Thing): string {
  return `/${collections[kind]}/${id}`
}

async function suspensionPage(
  c: AppContext,
  thing: Thing,
  typed: Typed | null,
  refusal: Refusal | null,
): Promise<string> {
  const { now, org } = contextOf(c)
  const view = viewFor(c)
  const values = typed ?? { from: printDate(dayAt(now, org.timeZone)) }
  const state = refusal === null ? { values, errors: {} } : refusedForm(view, values, refusal)
  const name = view.nameOf(thing)
  const title = view.t(words.suspendTitle, { name })
  const labels = {
    from: view.t(words.suspendFrom),
    until: view.t(words.suspendUntil),
    reason: view.t(words.reason),
  }
  return (
    <Layout view={view} title={title}>
      <PageHeader
        title={title}
        lead={view.t(thing.kind === 'unit' ? words.suspendUnitHelp : words.suspendHelp)}
        back={{ href: pathOf(thing), label: name }}
      />
      <RefusalNotice view={view} state={state} refusal={refusal} labels={labels} />
      <Form action={`${pathOf(thing)}/suspension`}>
        <DateInput view={view} state={state} name="from" label={labels.from} required />
        <DateInput
          view={view}
          state={state}
          name="until"
          label={labels.until}
          hint={view.t(words.suspendUntilHint)}
        />
        <TextInput
          view={view}
          state={state}
          name="reason"
          label={labels.reason}
          hint={view.t(words.reasonHint)}
          required
        />
        <div class="actions">
          <SubmitButton>{view.t(words.suspendNow)}</SubmitButton>
          <ButtonLink href={pathOf(thing)} kind="quiet">
            {view.t(formMessages.cancel)}
          </ButtonLink>
        </div>
      </Form>
    </Layout>
  )
}

async function closingPage(c: AppContext, refusal: Refusal | null): Promise<string> {
  const { actor, store, now } = contextOf(c)
  const duty = await requireOpenDuty(contextOf(c), c.req.param('id') ?? '')
  const view = viewFor(c)
  const [ahead, followers] = await Promise.all([
    countUntouchedAhead(store, duty.id, hiddenFrom(actor, now)),
    followersOf(store, duty.id),
  ])
  const name = view.nameOf({ name: duty.title, nameEn: duty.titleEn })
  const rounds = ahead.isMore ? words.losesMoreRounds : words.losesRounds
  return (
    <ConfirmPage
      view={view}
      title={view.t(words.closeTitle, { name })}
      back={{ href: `/duties/${duty.id}`, label: name }}
      action={`/duties/${duty.id}/closing`}
      version={duty.version}
      confirm={view.t(words.closeNow)}
      refusal={refusal}
    >
      <section class="section">
        <h2>{view.t(words.closeLoses)}</h2>
        <ul>
          {ahead.count > 0 && <li>{view.t(rounds, { count: ahead.count })}</li>}
          <li>{view.t(words.losesPlans)}</li>
          {followers.map((follower) => (
            <li>{view.t(words.losesFollowers, { name: view.nameOf(follower) })}</li>
          ))}
          <li>{view.t(words.keepsOverdue)}</li>
          <li>{view.t(words.keepsHistory)}</li>
        </ul>
      </section>
    </ConfirmPage>
  )
}
