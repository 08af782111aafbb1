import { Hono } from 'hono'
import { contextOf, type AppContext, type AppEnv } from '../../platform/http.ts'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { formatTime } from '../../ui/format.ts'
import { viewFor } from '../../ui/view-of-request.ts'
import { codeAddress, linkAddress } from './address.ts'
import { makeCode } from './make-link.ts'
import { newCodeMessages as words } from './messages.ts'
import { keyToTell } from './organisation-key.ts'
import { NewCode, NewLink } from './parts.tsx'

export const newCodePages = new Hono<AppEnv>()
  .post('/members/:id/sign-in-codes', async (c) => c.html(await madePage(c, c.req.param('id')), 201))
  // Whoever changes the language on that page, or comes back to it, finds no code any more.
  .get('/members/:id/sign-in-codes', (c) => c.redirect('/members', 303))

/** Answers code and link in the page itself: a redirect would have to carry or keep them. */
async function madePage(c: AppContext, memberId: string) {
  const context = contextOf(c)
  const { member, code, secret, expiresAt } = await makeCode(context, memberId)
  const { origin } = c.get('config')
  const view = viewFor(c)
  const title = view.t(words.madeTitle, { name: view.nameOf(member) })
  return (
    <Layout view={view} title={title} current="/members">
      <PageHeader title={title} back={{ href: '/members', label: view.t(words.backToMembers) }} />
      <Notice view={view} kind="warning" title={view.t(words.madeOnce)}>
        <p>{view.t(words.madeUntil, { time: formatTime(view, expiresAt) })}</p>
        <p>{view.t(words.holder)}</p>
      </Notice>
      <NewCode view={view} code={code} address={codeAddress(origin, await keyToTell(context.store))} />
      <NewLink view={view} url={linkAddress(origin, secret)} />
    </Layout>
  )
}
