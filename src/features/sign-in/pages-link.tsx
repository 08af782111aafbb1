import { Hono } from 'hono'
import { useLocaleOf, type AppContext, type AppEnv } from '../../platform/http.ts'
import { orgOfSecret } from '../../platform/ids.ts'
import { countFailure } from '../../platform/limiter.ts'
import { storeFor, type Store } from '../../platform/store.ts'
import { signInHere, visitOf } from '../../platform/visit.ts'
import { SubmitButton } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { viewFor } from '../../ui/view-of-request.ts'
import { signInMessages as words } from './messages.ts'
import { findLink, type SignInLink } from './queries.ts'
import { useLink } from './use-link.ts'

/** The route has no parameter that a log could name: the path is the secret. Mail scanners open links, so GET uses nothing up. */
export const linkPages = new Hono<AppEnv>()
  // Tells others, and our own files, no more than the origin. Under `no-referrer` the form would come with `Origin: null`.
  .use('/sign-in/*', async (c, next) => {
    await next()
    c.header('Referrer-Policy', 'strict-origin')
  })
  .get('/sign-in/*', async (c) => {
    const found = await linkOf(c)
    return found ? c.html(<LinkPage c={c} link={found.link} />) : deadLink(c)
  })
  .post('/sign-in/*', async (c) => {
    const found = await linkOf(c)
    if (!found) return deadLink(c)
    const session = await useLink(await visitOf(c, found.store), found.link, found.secret)
    return session === null ? deadLink(c) : signInHere(c, session)
  })

type FoundLink = { link: SignInLink; secret: string; store: Store }

async function linkOf(c: AppContext): Promise<FoundLink | null> {
  const secret = c.req.path.slice('/sign-in/'.length)
  const orgId = orgOfSecret(secret)
  if (orgId === null) return null
  const store = storeFor(c.env.DB, orgId, c.get('usage'))
  const link = await findLink(store, secret, c.get('now'))
  if (!link) return null
  useLocaleOf(c, link.organisation)
  return { link, secret, store }
}

function LinkPage({ c, link }: { c: AppContext; link: SignInLink }) {
  const view = viewFor(c)
  const [name, organisation] = [view.nameOf(link.member), view.nameOf(link.organisation)]
  return (
    <Layout view={view} title={view.t(words.title)} current="none">
      <PageHeader title={view.t(words.title)} lead={view.t(words.whose, { name, organisation })} />
      {view.member !== null && (
        <Notice view={view} kind="warning" title={view.t(words.otherSession, { name: view.member.name })} />
      )}
      <p>{view.t(words.isYou)}</p>
      <Form action={c.req.path}>
        <div class="actions">
          <SubmitButton>{view.t(words.signIn)}</SubmitButton>
        </div>
      </Form>
      <p>{view.t(words.notYou)}</p>
    </Layout>
  )
}

/** The same page and status, whatever the reason; and the same refusal where a client tries too many. */
async function deadLink(c: AppContext) {
  await countFailure(c, 'sign-in')
  const view = viewFor(c)
  return c.html(
    <Layout view={view} title={view.t(words.deadTitle)} current="none">
      <PageHeader title={view.t(words.deadTitle)} lead={view.t(words.deadLead)} />
      <p>{view.t(words.deadHelp)}</p>
    </Layout>,
    404,
  )
}
