import { Hono } from 'hono'
import {
  mayReadUnit,
  requireAllowed,
  requireOwnBrowser,
  requireReadable,
  seesAll,
} from '../../domain/access.ts'
import { mayKeepTablet, mayKeepTablets } from '../../domain/access-to-tablets.ts'
import { requireFound, type Refusal } from '../../domain/errors.ts'
import { contextOf, type AppContext, type AppEnv } from '../../platform/http.ts'
import { secretOfSession } from '../../platform/session-secret.ts'
import { keepTablet } from '../../platform/tablet.ts'
import { parseTyped, typedForm, typedOne } from '../../platform/validation.ts'
import { forgetSession } from '../../platform/visit.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Select } from '../../ui/choices.tsx'
import { ConfirmPage, EditorPage, refusedDraft, type Draft } from '../../ui/editor.tsx'
import { emptyForm, labelsIn, TextInput } from '../../ui/form.tsx'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { EmptyState, Notice } from '../../ui/notice.tsx'
import { answerForm } from '../../ui/refused-form.tsx'
import { viewFor } from '../../ui/view-of-request.ts'
import { unitOptions } from '../units/parts.tsx'
import { unitsReadableBy } from '../units/queries.ts'
import { tabletMessages as words } from './messages.ts'
import { TabletTable } from './parts.tsx'
import { findTablet, listTablets, type SharedTablet } from './queries.ts'
import { revokeTablet } from './revoke-tablet.ts'
import { setUpTabletSchema } from './schemas.ts'
import { setUpTablet } from './set-up-tablet.ts'

/** For administrators and leads: which tablets there are, and this device as one of them. */
export const tabletsPages = new Hono<AppEnv>()
  .get('/tablets', async (c) => c.html(await tabletsPage(c)))
  .get('/tablets/new', async (c) =>
    c.html(await setUpPage(c, { state: emptyForm, version: null, refusal: null })),
  )
  .post('/tablets', async (c) => {
    const typed = await typedForm(c)
    return answerForm(
      c,
      async () => {
        const { unitId, name } = { unitId: typedOne(typed, 'unitId'), name: typedOne(typed, 'name') }
        const input = parseTyped(setUpTabletSchema, { unitId, name })
        const session = secretOfSession(c) ?? ''
        keepTablet(c, await setUpTablet(contextOf(c), { ...input, session }))
        forgetSession(c)
        return '/tablet'
      },
      (refusal) => setUpPage(c, refusedDraft(viewFor(c), typed, refusal, null)),
    )
  })
  .get('/tablets/:id/revocation', async (c) => c.html(await revocation(c, null)))
  .post('/tablets/:id/revocation', async (c) =>
    answerForm(
      c,
      async () => {
        await revokeTablet(contextOf(c), c.req.param('id'))
        return '/tablets'
      },
      (refusal) => revocation(c, refusal),
    ),
  )

async function tabletsPage(c: AppContext): Promise<string> {
  const { actor, store } = contextOf(c)
  requireAllowed(mayKeepTablets(actor))
  const view = viewFor(c)
  const tablets = await listTablets(store, seesAll(actor) ? null : [...actor.ownUnits])
  return (
    <Layout view={view} title={view.t(words.title)}>
      <PageHeader title={view.t(words.title)} lead={view.t(words.lead)}>
        <ButtonLink href="/tablets/new" kind="primary" icon="tablet">
          {view.t(words.new)}
        </ButtonLink>
      </PageHeader>
      {tablets.length > 0 ? (
        <TabletTable view={view} tablets={tablets.toSorted(liveFirst)} />
      ) : (
        <EmptyState title={view.t(words.none)} icon="tablet">
          <p>{view.t(words.noneHelp)}</p>
        </EmptyState>
      )}
    </Layout>
  )
}

/** What works, then what was revoked; each by unit, the newest first. */
function liveFirst(one: SharedTablet, other: SharedTablet): number {
  const [a, b] = [one, other].map(({ revokedAt }) => Number(revokedAt !== null))
  return (
    (a ?? 0) - (b ?? 0) || one.unit.name.localeCompare(other.unit.name) || other.createdAt - one.createdAt
  )
}

async function setUpPage(c: AppContext, draft: Draft): Promise<string> {
  const { actor, store } = contextOf(c)
  requireAllowed(mayKeepTablets(actor))
  requireOwnBrowser(actor)
  const view = viewFor(c)
  const field = { view, state: draft.state, required: true }
  const units = await unitsReadableBy(store, actor)
  return (
    <EditorPage
      view={view}
      title={view.t(words.new)}
      back={{ href: '/tablets', label: view.t(words.back) }}
      action="/tablets"
      draft={draft}
      labels={labelsIn(view, { unitId: words.unit, name: words.name })}
    >
      <Notice view={view} kind="warning" title={view.t(words.notYourOwn)}>
        <p>{view.t(words.here)}</p>
        <p>{view.t(words.onlyRounds)}</p>
      </Notice>
      <Select {...field} name="unitId" label={view.t(words.unit)} options={unitOptions(view, units, [])} />
      <TextInput
        {...field}
        name="name"
        label={view.t(words.name)}
        hint={view.t(words.nameHint)}
        maxlength={40}
      />
    </EditorPage>
  )
}

async function revocation(c: AppContext, refusal: Refusal | null): Promise<string> {
  const { actor, store } = contextOf(c)
  const tablet = requireFound(await findTablet(store, c.req.param('id') ?? ''))
  requireReadable(mayReadUnit(actor, tablet.unitId))
  requireAllowed(mayKeepTablet(actor, tablet.unitId))
  const view = viewFor(c)
  return (
    <ConfirmPage
      view={view}
      title={view.t(words.revokeTitle, { name: tablet.name })}
      back={{ href: '/tablets', label: view.t(words.back) }}
      action={`/tablets/${tablet.id}/revocation`}
      version={null}
      confirm={view.t(words.revoke)}
      refusal={refusal}
    >
      <section class="section">
        <h2>{view.t(words.revokeMeans)}</h2>
        <ul>
          <li>{view.t(words.revokeSessions)}</li>
          <li>{view.t(words.revokePins)}</li>
        </ul>
      </section>
    </ConfirmPage>
  )
}
