import { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { requireOwnBrowser } from '../../domain/access.ts'
import { deviceOf } from '../../domain/device.ts'
import { requireFound, type Refusal } from '../../domain/errors.ts'
import { contextOf, type AppContext, type AppEnv } from '../../platform/http.ts'
import { userAgentOf } from '../../platform/session.ts'
import { parseTyped, typedForm, typedOne } from '../../platform/validation.ts'
import { relyingPartyOf } from '../../platform/webauthn.ts'
import { SubmitButton } from '../../ui/button.tsx'
import { EditorPage, refusedDraft, type Draft } from '../../ui/editor.tsx'
import { Form, TextInput, type FormState } from '../../ui/form.tsx'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { answerForm, refusedForm, RefusalNotice } from '../../ui/refused-form.tsx'
import { Table } from '../../ui/table.tsx'
import { Ago, Instant } from '../../ui/time.tsx'
import { viewFor } from '../../ui/view-of-request.ts'
import type { View } from '../../ui/view.ts'
import { kindNames } from '../account/device-messages.ts'
import { addPasskey, beginAdding } from './add-passkey.ts'
import { removePasskey, renamePasskey } from './change-passkey.ts'
import { passkeyMessages as words } from './messages.ts'
import { NotDone } from './parts.tsx'
import { findPasskey, mostPasskeys, passkeysOf, type Passkey } from './queries.ts'
import { answerOf, newKeySchema, passkeyNameSchema } from './schemas.ts'

const aYear = 365 * 86_400

/** A browser that was asked whether it wants a passkey, and answered either way, is not asked again. */
const askedCookie = 'rounds-passkey'

export function isAskedAboutPasskeys(c: AppContext): boolean {
  return getCookie(c, askedCookie) !== undefined
}

export const passkeyPages = new Hono<AppEnv>()
  .get('/account/passkeys', async (c) => c.html(await passkeysPage(c, null)))
  .post('/account/passkeys/challenges', async (c) => {
    const name = c.get('memberName')
    return c.json(await beginAdding(contextOf(c), { party: partyOf(c), name }), 201)
  })
  .post('/account/passkeys', async (c) => {
    const typed = await typedForm(c)
    return answerForm(
      c,
      async () => {
        const { name } = parseTyped(passkeyNameSchema, { name: typedOne(typed, 'name') })
        const key = answerOf(newKeySchema, typedOne(typed, 'answer'))
        await addPasskey(contextOf(c), { key, name, party: partyOf(c) })
        rememberAsked(c)
        return '/account/passkeys'
      },
      (refusal) => passkeysPage(c, { state: refusedForm(viewFor(c), typed, refusal), refusal }),
    )
  })
  .post('/account/no-passkey', (c) => {
    rememberAsked(c)
    return c.redirect('/', 303)
  })
  .get('/account/passkeys/:id', async (c) => {
    const passkey = await passkeyOf(c)
    const state = { values: { name: passkey.name }, errors: {} }
    return c.html(await passkeyPage(viewFor(c), passkey, { state, version: null, refusal: null }))
  })
  .post('/account/passkeys/:id', async (c) => {
    const passkey = await passkeyOf(c)
    const typed = await typedForm(c)
    return answerForm(
      c,
      async () => {
        const { name } = parseTyped(passkeyNameSchema, { name: typedOne(typed, 'name') })
        await renamePasskey(contextOf(c), { id: passkey.id, name })
        return '/account/passkeys'
      },
      async (refusal) => passkeyPage(viewFor(c), passkey, refusedDraft(viewFor(c), typed, refusal, null)),
    )
  })
  .post('/account/passkeys/:id/removal', async (c) => {
    await removePasskey(contextOf(c), c.req.param('id'))
    return c.redirect('/account/passkeys', 303)
  })

function partyOf(c: AppContext) {
  return relyingPartyOf(c.get('config').origin)
}

export function rememberAsked(c: AppContext): void {
  const { secure } = c.get('config')
  setCookie(c, askedCookie, 'asked', { path: '/', maxAge: aYear, sameSite: 'Lax', httpOnly: true, secure })
}

async function passkeyOf(c: AppContext): Promise<Passkey> {
  const { actor, store } = contextOf(c)
  const passkey = requireFound(await findPasskey(store, c.req.param('id') ?? '', actor.memberId))
  requireOwnBrowser(actor)
  return passkey
}

type Adding = { state: FormState; refusal: Refusal }

async function passkeysPage(c: AppContext, adding: Adding | null): Promise<string> {
  const { actor, store } = contextOf(c)
  requireOwnBrowser(actor)
  const view = viewFor(c)
  const passkeys = await passkeysOf(store, actor.memberId)
  const state = adding?.state ?? { values: { name: defaultName(c, view) }, errors: {} }
  return (
    <Layout view={view} title={view.t(words.title)} current="none">
      <PageHeader
        title={view.t(words.title)}
        lead={view.t(words.lead)}
        back={{ href: '/account', label: view.t(words.backToAccount) }}
      />
      <RefusalNotice
        view={view}
        state={state}
        refusal={adding?.refusal ?? null}
        labels={{ name: view.t(words.name) }}
      />
      {passkeys.length > 0 ? (
        <PasskeyTable view={view} passkeys={passkeys} />
      ) : (
        <EmptyState title={view.t(words.none)} icon="fingerprint" />
      )}
      <section class="section">
        <h2>{view.t(words.addTitle)}</h2>
        {passkeys.length < mostPasskeys ? (
          <AddPasskey view={view} state={state} />
        ) : (
          <p>{view.t(words.full, { most: mostPasskeys })}</p>
        )}
      </section>
    </Layout>
  )
}

/** "My phone": good enough for whoever has one of each. */
function defaultName(c: AppContext, view: View): string {
  const { kind } = deviceOf(userAgentOf(c))
  return view.t(words.defaultName, { device: view.t(kind === null ? words.device : kindNames[kind]) })
}

function PasskeyTable({ view, passkeys }: { view: View; passkeys: readonly Passkey[] }) {
  return (
    <Table
      caption={view.t(words.caption)}
      captionHidden
      rows={passkeys}
      columns={[
        {
          label: view.t(words.name),
          header: true,
          cell: ({ id, name }) => <a href={`/account/passkeys/${id}`}>{name}</a>,
        },
        { label: view.t(words.added), cell: ({ createdAt }) => <Instant view={view} at={createdAt} /> },
        {
          label: view.t(words.used),
          cell: ({ usedAt }) => (usedAt === null ? view.t(words.neverUsed) : <Ago view={view} at={usedAt} />),
        },
      ]}
    />
  )
}

/** Its island shows the form where the browser can; else a sentence stands here. */
function AddPasskey({ view, state }: { view: View; state: FormState }) {
  return (
    <>
      <p data-passkey-unable>{view.t(words.unable)}</p>
      <form
        class="form"
        method="post"
        action="/account/passkeys"
        novalidate
        hidden
        data-passkey="add"
        data-passkey-options="/account/passkeys/challenges"
      >
        <p>{view.t(words.addHelp)}</p>
        <p>{view.t(words.ownDevice)}</p>
        <input type="hidden" name="answer" />
        <TextInput
          view={view}
          state={state}
          name="name"
          label={view.t(words.name)}
          hint={view.t(words.nameHint)}
          required
          maxlength={40}
        />
        <NotDone view={view} what="cancelled" />
        <NotDone view={view} what="known" />
        <div class="actions">
          <SubmitButton icon="fingerprint">{view.t(words.add)}</SubmitButton>
        </div>
      </form>
    </>
  )
}

async function passkeyPage(view: View, passkey: Passkey, draft: Draft): Promise<string> {
  return (
    <EditorPage
      view={view}
      title={view.t(words.edit, { name: passkey.name })}
      back={{ href: '/account/passkeys', label: view.t(words.title) }}
      action={`/account/passkeys/${passkey.id}`}
      draft={draft}
      labels={{ name: view.t(words.name) }}
      below={
        <section class="section">
          <h2>{view.t(words.removeTitle)}</h2>
          <p>{view.t(words.removeMeans)}</p>
          <Form action={`/account/passkeys/${passkey.id}/removal`}>
            <div class="actions">
              <SubmitButton kind="danger">{view.t(words.remove)}</SubmitButton>
            </div>
          </Form>
        </section>
      }
    >
      <TextInput
        view={view}
        state={draft.state}
        name="name"
        label={view.t(words.name)}
        required
        maxlength={40}
      />
    </EditorPage>
  )
}
