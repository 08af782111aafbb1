import { Hono } from 'hono'
import { mayAdminister, requireAllowed } from '../../domain/access.ts'
import { notFound, type Refusal } from '../../domain/errors.ts'
import { contextOf, type AppContext, type AppEnv } from '../../platform/http.ts'
import { parseTyped, typedForm, typedMany, typedOne, type Typed } from '../../platform/validation.ts'
import { ButtonLink, SubmitButton } from '../../ui/button.tsx'
import { Form, labelsIn, type FormState } from '../../ui/form.tsx'
import { formatInstant } from '../../ui/format.ts'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Pager } from '../../ui/pager.tsx'
import { answerForm, refusedForm, RefusalNotice } from '../../ui/refused-form.tsx'
import { viewFor } from '../../ui/view-of-request.ts'
import { createToken } from './create-token.ts'
import { tokenMessages as words } from './messages.ts'
import { NewToken, TokenForm, TokenTable } from './parts.tsx'
import { findToken } from './queries.ts'
import { readTokens } from './read-tokens.ts'
import { revokeToken } from './revoke-token.ts'
import { tokenFormSchema } from './schemas.ts'

const path = '/settings/tokens'

export const accessTokenPages = new Hono<AppEnv>()
  .get(path, async (c) => c.html(await tokensPage(c, null)))
  .post(path, async (c) => {
    const typed = await typedForm(c)
    return answerForm(
      c,
      async () => c.html(await madePage(c, typed), 201),
      (refusal) => tokensPage(c, { typed, refusal }),
    )
  })
  .get(`${path}/:id/revocation`, async (c) => c.html(await revocationPage(c, c.req.param('id'))))
  .post(`${path}/:id/revocation`, async (c) => {
    await revokeToken(contextOf(c), c.req.param('id'))
    return c.redirect(path, 303)
  })

const fresh: FormState = { values: { role: 'viewer', validDays: '90' }, errors: {} }

async function tokensPage(
  c: AppContext,
  refused: { typed: Typed; refusal: Refusal } | null,
): Promise<string> {
  const context = contextOf(c)
  const view = viewFor(c)
  const { tokens, next } = await readTokens(context, c.req.query('cursor'))
  const state = refused ? refusedForm(view, refused.typed, refused.refusal) : fresh
  const labels = labelsIn(view, { name: words.program, role: words.role, validDays: words.validFor })
  return (
    <Layout view={view} title={view.t(words.title)}>
      <PageHeader title={view.t(words.title)} lead={view.t(words.lead)}>
        <ButtonLink href="/api/v1/docs">{view.t(words.howTo)}</ButtonLink>
      </PageHeader>
      <RefusalNotice view={view} state={state} refusal={refused?.refusal ?? null} labels={labels} />
      <TokenTable view={view} tokens={tokens} />
      <Pager view={view} next={next} />
      <section class="section">
        <h2>{view.t(words.make)}</h2>
        <p>{view.t(words.rule)}</p>
        <TokenForm view={view} actor={context.actor} state={state} />
      </section>
    </Layout>
  )
}

/** Answers the token in the page itself: a redirect would have to carry or keep it. */
async function madePage(c: AppContext, typed: Typed) {
  const input = parseTyped(tokenFormSchema, {
    name: typedOne(typed, 'name'),
    role: typedOne(typed, 'role'),
    rights: typedMany(typed, 'rights'),
    validDays: typedOne(typed, 'validDays'),
  })
  const { token, secret } = await createToken(contextOf(c), input)
  const view = viewFor(c)
  const title = view.t(words.madeTitle, { name: token.name })
  return (
    <Layout view={view} title={title}>
      <PageHeader title={title} back={{ href: path, label: view.t(words.backToTokens) }} />
      <Notice view={view} kind="warning" title={view.t(words.madeOnce)}>
        <p>{view.t(words.madeUntil, { day: formatInstant(view, token.expiresAt) })}</p>
      </Notice>
      <NewToken view={view} secret={secret} origin={c.get('config').origin} />
    </Layout>
  )
}

async function revocationPage(c: AppContext, id: string) {
  const { actor, now, store } = contextOf(c)
  requireAllowed(mayAdminister(actor))
  const token = await findToken(store, id, now)
  if (!token || token.state === 'revoked') throw notFound()
  const view = viewFor(c)
  const title = view.t(words.revokeTitle, { name: token.name })
  return (
    <Layout view={view} title={title}>
      <PageHeader title={title} back={{ href: path, label: view.t(words.backToTokens) }} />
      <p>{view.t(words.revokeEffect)}</p>
      <Form action={`${path}/${token.id}/revocation`}>
        <div class="actions">
          <SubmitButton kind="danger">{view.t(words.revokeConfirm)}</SubmitButton>
          <ButtonLink href={path}>{view.t(words.keep)}</ButtonLink>
        </div>
      </Form>
    </Layout>
  )
}
