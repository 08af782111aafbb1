import { Hono } from 'hono'
import { contextOf, type AppContext, type AppEnv } from '../../platform/http.ts'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { formatTime } from '../../ui/format.ts'
import { viewFor } from '../../ui/view-of-request.ts'
import { linkAddress } from './address.ts'
import { makeLink } from './make-link.ts'
import { newLinkMessages as words } from './messages.ts'
import { NewLink } from './parts.tsx'

export const newLinkPages = new Hono<AppEnv>()
  .post('/members/:id/sign-in-links', async (c) => c.html(await madePage(c, c.req.param('id')), 201))
  // Whoever changes the language on that page, or comes back to it, finds no link any more.
  .get('/members/:id/sign-in-links', (c) => c.redirect('/members', 303))

/** Answers the address in the page itself: a redirect would have to carry or keep it. */
async function madePage(c: AppContext, memberId: string) {
  const { member, secret, expiresAt } = await makeLink(contextOf(c), memberId)
  const view = viewFor(c)
  const title = view.t(words.madeTitle, { name: view.nameOf(member) })
  return (
    <Layout view={view} title={title} current="/members">
      <PageHeader title={title} back={{ href: '/members', label: view.t(words.backToMembers) }} />
      <Notice view={view} kind="warning" title={view.t(words.madeOnce)}>
        <p>{view.t(words.madeUntil, { time: formatTime(view, expiresAt) })}</p>
      </Notice>
      <NewLink view={view} url={linkAddress(c.get('config').origin, secret)} />
    </Layout>
  )
}
