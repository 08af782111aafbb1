import { Hono } from 'hono'
import { requireFound } from '../../domain/errors.ts'
import { contextOf, type AppContext, type AppEnv } from '../../platform/http.ts'
import { typedForm, typedOne } from '../../platform/validation.ts'
import { forgetSession } from '../../platform/visit.ts'
import { SubmitButton } from '../../ui/button.tsx'
import { ConfirmPage } from '../../ui/editor.tsx'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { viewFor } from '../../ui/view-of-request.ts'
import { findMember } from '../members/queries.ts'
import { unitsNamed } from '../units/queries.ts'
import { endSession, endSessions } from './end-session.ts'
import { accountMessages as words } from './messages.ts'
import { AlsoMine, LanguageChoice, SessionList, WhoIAm } from './parts.tsx'
import { sessionsOf } from './queries.ts'
import { readSessions } from './read-sessions.ts'
import { memberToSignOut, signOutMember } from './sign-out-member.ts'

export const accountPages = new Hono<AppEnv>()
  .get('/account', async (c) => c.html(await accountPage(c)))
  // Asked for by a page whose session was last noted over an hour ago; reading the session has noted it.
  .post('/account/seen', (c) => c.body(null, 204))
  .post('/account/sessions/ending', async (c) => {
    const which = typedOne(await typedForm(c), 'which') === 'all' ? 'all' : 'others'
    await endSessions(contextOf(c), which)
    if (which === 'others') return c.redirect('/account', 303)
    forgetSession(c)
    return c.redirect('/sign-in', 303)
  })
  .post('/account/sessions/:id/ending', async (c) => {
    await endSession(contextOf(c), c.req.param('id'))
    return c.redirect('/account', 303)
  })
  .get('/members/:id/signing-out', async (c) => c.html(await signingOut(c, c.req.param('id'))))
  .post('/members/:id/signing-out', async (c) => {
    await signOutMember(contextOf(c), c.req.param('id'))
    return c.redirect('/members', 303)
  })

async function accountPage(c: AppContext): Promise<string> {
  const context = contextOf(c)
  const { actor, store } = context
  const member = requireFound(await findMember(store, actor.memberId))
  const units = await unitsNamed(store, member.unitIds)
  const sessions = actor.via.kind === 'browser' ? await readSessions(context) : null
  const view = viewFor(c)
  return (
    <Layout view={view} title={view.t(words.title)} current="/account">
      <PageHeader title={view.t(words.title)}>
        <form method="post" action="/sign-out">
          <SubmitButton kind="plain" icon="log-out">
            {view.t(words.signOut)}
          </SubmitButton>
        </form>
      </PageHeader>
      <WhoIAm view={view} member={member} units={[...units.values()]} />
      <LanguageChoice view={view} />
      {sessions !== null && <AlsoMine view={view} />}
      <SessionList view={view} sessions={sessions} />
    </Layout>
  )
}

/** Asks an administrator before somebody else is signed out everywhere. */
async function signingOut(c: AppContext, memberId: string): Promise<string> {
  const context = contextOf(c)
  const member = await memberToSignOut(context, memberId)
  const { length: count } = await sessionsOf(context.store, member.id, context.now)
  const view = viewFor(c)
  const name = view.nameOf(member)
  return (
    <ConfirmPage
      view={view}
      title={view.t(words.signOutTitle, { name })}
      back={{ href: `/members/${member.id}/edit`, label: name }}
      action={`/members/${member.id}/signing-out`}
      version={member.version}
      confirm={view.t(words.signOutMember)}
    >
      {member.id === context.actor.memberId && (
        <Notice view={view} kind="warning" title={view.t(words.isSelf)} />
      )}
      <section class="section">
        <h2>{view.t(words.signOutMeans)}</h2>
        <p>{view.t(count === 0 ? words.noneNow : words.someNow, { count })}</p>
        <ul>
          <li>{view.t(words.losesSessions)}</li>
          <li>{view.t(words.keepsAccount)}</li>
        </ul>
      </section>
    </ConfirmPage>
  )
}
