import { Hono } from 'hono'
import { requireReadable } from '../../domain/access.ts'
import { notFound, type Refusal } from '../../domain/errors.ts'
import { contextOf, type AppContext, type AppEnv } from '../../platform/http.ts'
import { parseTyped, typedForm, type Typed } from '../../platform/validation.ts'
import { ButtonLink, SubmitButton } from '../../ui/button.tsx'
import { Form, type FormState } from '../../ui/form.tsx'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { answerForm, refusedForm, RefusalNotice } from '../../ui/refused-form.tsx'
import { viewFor } from '../../ui/view-of-request.ts'
import { addressesOf } from './address.ts'
import { createFeed } from './create-feed.ts'
import { feedMessages as words } from './messages.ts'
import { FeedForm, FeedTable, fetchedWords, HowTo, NewAddress } from './parts.tsx'
import { findFeed, ownFeeds } from './queries.ts'
import { revokeFeed } from './revoke-feed.ts'
import { feedFormSchema } from './schemas.ts'
import { scopeChoices } from './scope-choices.ts'

export const feedPages = new Hono<AppEnv>()
  .get('/feeds', async (c) => c.html(await feedsPage(c, null)))
  .post('/feeds', async (c) => {
    const typed = await typedForm(c)
    return answerForm(
      c,
      async () => c.html(await madePage(c, typed), 201),
      (refusal) => feedsPage(c, { typed, refusal }),
    )
  })
  .get('/feeds/:id/revocation', async (c) => c.html(await revocationPage(c, c.req.param('id'))))
  .post('/feeds/:id/revocation', async (c) => {
    await revokeFeed(contextOf(c), c.req.param('id'))
    return c.redirect('/feeds', 303)
  })

async function feedsPage(c: AppContext, refused: { typed: Typed; refusal: Refusal } | null): Promise<string> {
  const context = contextOf(c)
  const view = viewFor(c)
  const feeds = await ownFeeds(context.store, context.actor.memberId)
  const choices = await scopeChoices(context)
  const fresh: FormState = {
    values: { name: view.t(words.scopeMine), scope: 'member', language: view.locale },
    errors: {},
  }
  const state = refused ? refusedForm(view, refused.typed, refused.refusal) : fresh
  return (
    <Layout view={view} title={view.t(words.title)} aside={<HowTo view={view} />}>
      <PageHeader title={view.t(words.title)} lead={view.t(words.lead)} />
      <RefusalNotice view={view} state={state} refusal={refused?.refusal ?? null} />
      <FeedTable view={view} feeds={feeds} choices={choices} />
      <section>
        <h2>{view.t(words.make)}</h2>
        <FeedForm view={view} state={state} choices={choices} />
      </section>
    </Layout>
  )
}

/** Answers the address in the page itself: a redirect would have to carry or keep it. */
async function madePage(c: AppContext, typed: Typed) {
  const { name, scope, language } = parseTyped(feedFormSchema, typed)
  const { feed, secret } = await createFeed(contextOf(c), { name, scope, options: { language } })
  const view = viewFor(c)
  const title = view.t(words.madeTitle, { name: feed.name })
  return (
    <Layout view={view} title={title} aside={<HowTo view={view} />}>
      <PageHeader title={title} back={{ href: '/feeds', label: view.t(words.backToFeeds) }} />
      <Notice view={view} kind="warning" title={view.t(words.madeOnce)} />
      <NewAddress
        view={view}
        name={feed.name}
        showsNames={contextOf(c).org.settings.names.inFeeds !== 'none'}
        {...addressesOf(c.get('config').origin, secret)}
      />
    </Layout>
  )
}

async function revocationPage(c: AppContext, id: string) {
  const { actor, store } = contextOf(c)
  const feed = await findFeed(store, id)
  if (!feed || feed.revokedAt !== null) throw notFound()
  requireReadable(feed.memberId === actor.memberId)
  const view = viewFor(c)
  const title = view.t(words.revokeTitle, { name: feed.name })
  const fetched = fetchedWords(view, feed)
  return (
    <Layout view={view} title={title} current="/feeds">
      <PageHeader title={title} back={{ href: '/feeds', label: view.t(words.backToFeeds) }} />
      <p>{view.t(words.revokeEffect)}</p>
      {fetched !== null && <p>{fetched}</p>}
      <Form action={`/feeds/${feed.id}/revocation`}>
        <div class="actions">
          <SubmitButton kind="danger">{view.t(words.revokeConfirm)}</SubmitButton>
          <ButtonLink href="/feeds">{view.t(words.keep)}</ButtonLink>
        </div>
      </Form>
    </Layout>
  )
}
