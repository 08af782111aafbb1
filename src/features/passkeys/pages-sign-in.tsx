import { Hono } from 'hono'
import type { AppContext, AppEnv } from '../../platform/http.ts'
import { countChallenge, countFailure, requireFewChallenges } from '../../platform/limiter.ts'
import { storeFor } from '../../platform/store.ts'
import { typedForm, typedOne } from '../../platform/validation.ts'
import { signInHere, visitOf } from '../../platform/visit.ts'
import { relyingPartyOf, userIdOf } from '../../platform/webauthn.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { viewFor } from '../../ui/view-of-request.ts'
import { signInStore, useChallenge, type Ceremony } from './challenge.ts'
import { passkeyMessages as words } from './messages.ts'
import { rememberAsked } from './pages.tsx'
import { answerOf, assertionSchema, type SignedIn } from './schemas.ts'
import { beginSigningIn, signInByPasskey } from './sign-in-by-passkey.ts'

/** For who is not signed in: the two halves of signing in by passkey. */
export const passkeySignInPages = new Hono<AppEnv>()
  .post('/sign-in/passkey/challenges', async (c) => {
    await countChallenge(c)
    return c.json(await beginSigningIn(ceremonyOf(c), partyOf(c)), 201)
  })
  .post('/sign-in/passkey', async (c) => {
    const answer = answerOf(assertionSchema, typedOne(await typedForm(c), 'answer'))
    const session = answer && (await sessionFor(c, answer))
    if (answer === null) requireFewChallenges(c)
    if (session === null) return refused(c)
    rememberAsked(c)
    return signInHere(c, session)
  })

/** The challenge is used up first: an answer counts once, whatever comes of it. */
async function sessionFor(c: AppContext, answer: SignedIn): Promise<string | null> {
  if (!(await useChallenge(ceremonyOf(c), answer))) return null
  const member = memberOf(answer)
  if (member === null) return null
  const visit = await visitOf(c, storeFor(c.env.DB, member.orgId, c.get('usage')))
  return signInByPasskey(visit, { answer, memberId: member.id, party: partyOf(c) })
}

/** Whose key it is, as the device says; it stays to be proved. */
function memberOf({ response }: SignedIn): { id: string; orgId: string } | null {
  const id = userIdOf(response.userHandle)
  const orgId = /^member_([0-9a-z]{4,12})_[0-9a-z]+$/.exec(id)?.[1]
  return orgId === undefined ? null : { id, orgId }
}

function ceremonyOf(c: AppContext): Ceremony {
  return { store: storeFor(c.env.DB, signInStore, c.get('usage')), sessionId: null, now: c.get('now') }
}

function partyOf(c: AppContext) {
  return relyingPartyOf(c.get('config').origin)
}

/** The same page and status, whatever the reason. */
async function refused(c: AppContext) {
  await countFailure(c, 'sign-in')
  const view = viewFor(c)
  return c.html(
    <Layout view={view} title={view.t(words.refusedTitle)} current="none">
      <PageHeader title={view.t(words.refusedTitle)} lead={view.t(words.refusedLead)} />
      <p>{view.t(words.refusedHelp)}</p>
      <p>
        <ButtonLink href="/sign-in" kind="primary">
          {view.t(words.again)}
        </ButtonLink>
      </p>
    </Layout>,
    404,
  )
}
