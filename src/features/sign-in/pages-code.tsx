import { Hono } from 'hono'
import { invalid, type Refusal } from '../../domain/errors.ts'
import { parseCode, parseOrgKey } from '../../domain/sign-in-code.ts'
import type { AppContext, AppEnv } from '../../platform/http.ts'
import { countFailure, requireFewFailures } from '../../platform/limiter.ts'
import { storeFor } from '../../platform/store.ts'
import { typedForm, typedOne, type Typed } from '../../platform/validation.ts'
import { organisationBefore, signInHere, visitOf } from '../../platform/visit.ts'
import { SubmitButton } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { answerForm, refusedForm, RefusalNotice } from '../../ui/refused-form.tsx'
import { viewFor } from '../../ui/view-of-request.ts'
import { soleOrganisation } from '../organisations/queries.ts'
import { PasskeySignIn } from '../passkeys/parts.tsx'
import { signInMessages as words } from './messages.ts'
import { CodeField, OrganisationField } from './parts.tsx'
import { useCode } from './use-code.ts'

export const codePages = new Hono<AppEnv>()
  .get('/sign-in', async (c) => {
    const organisation = c.req.query('org') ?? organisationBefore(c) ?? ''
    return c.html(await signInPage(c, { typed: { organisation }, refusal: null }))
  })
  .post('/sign-in', async (c) => {
    const typed = await typedForm(c)
    return answerForm(
      c,
      async () => signInHere(c, await sessionByCode(c, typed)),
      (refusal) => signInPage(c, { typed, refusal }),
    )
  })

/** Refuses a code and an organisation that are not there alike: nobody learns which of the two it was. */
async function sessionByCode(c: AppContext, typed: Typed): Promise<string> {
  requireFewFailures(c, 'sign-in')
  const sole = await soleOrganisationOf(c)
  const orgId = sole ?? parseOrgKey(typedOne(typed, 'organisation'))
  const typedCode = parseCode(typedOne(typed, 'code'))
  if (orgId === '') throw invalid({ path: 'organisation', code: 'required' })
  if (typedCode === null) throw invalid({ path: 'code', code: 'not-a-sign-in-code' })

  const visit = await visitOf(c, storeFor(c.env.DB, orgId, c.get('usage')))
  const secret = await useCode(visit, typedCode)
  if (secret !== null) return secret
  await countFailure(c, 'sign-in')
  const code = sole === null ? 'wrong-sign-in-code-or-organisation' : 'wrong-sign-in-code'
  throw invalid({ path: 'code', code })
}

function soleOrganisationOf(c: AppContext): Promise<string | null> {
  return soleOrganisation(storeFor(c.env.DB, '', c.get('usage')))
}

/** What stands in the form, and why it came back. */
type Attempt = { typed: Typed; refusal: Refusal | null }

async function signInPage(c: AppContext, { typed, refusal }: Attempt): Promise<string> {
  const view = viewFor(c)
  const state = refusal === null ? { values: typed, errors: {} } : refusedForm(view, typed, refusal)
  const isAsked = (await soleOrganisationOf(c)) === null
  const isNamed = typedOne(typed, 'organisation') !== ''
  const isNotOfField = refusal !== null && refusal.faults.length === 0
  return (
    <Layout view={view} title={view.t(words.title)} current="none">
      <PageHeader title={view.t(words.title)} lead={view.t(words.lead)} />
      {view.member !== null && (
        <Notice view={view} kind="warning" title={view.t(words.otherSession, { name: view.member.name })} />
      )}
      {isNotOfField && <RefusalNotice view={view} state={state} refusal={refusal} />}
      <Form action="/sign-in">
        {isAsked && <OrganisationField view={view} state={state} isKnown={isNamed && refusal === null} />}
        <CodeField view={view} state={state} isFirst={!isAsked || isNamed} />
        <SubmitButton>{view.t(words.signIn)}</SubmitButton>
      </Form>
      <PasskeySignIn view={view} />
      <p>{view.t(words.none)}</p>
    </Layout>
  )
}
