import { Hono, type MiddlewareHandler } from 'hono'
import { Refusal } from '../../domain/errors.ts'
import { isSafe, type AppContext, type AppEnv } from '../../platform/http.ts'
import { secretOfSession } from '../../platform/session-secret.ts'
import { letInBySession } from '../../platform/session.ts'
import { tabletSecretOf } from '../../platform/tablet.ts'
import { typedForm, typedOne, type Typed } from '../../platform/validation.ts'
import { takeOver } from '../../platform/visit.ts'
import { ButtonLink, SubmitButton } from '../../ui/button.tsx'
import { CarriedFields } from '../../ui/carried-fields.tsx'
import { emptyForm, Form } from '../../ui/form.tsx'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { answerForm, RefusalNotice } from '../../ui/refused-form.tsx'
import { viewFor } from '../../ui/view-of-request.ts'
import { onTabletMessages as words } from './messages.ts'
import { personOf, sessionByPin } from './pages-pin.tsx'
import { tabletHere, type Here } from './pages-tablet.tsx'
import { PinInput } from './parts.tsx'
import { whoseSessionEnded, type TabletPerson } from './queries.ts'

/** What people type on a tablet: forms of rounds. */
const formOfRound = /^\/rounds(?:\/[\w-]+)*$/

/** A form that waits for its person to be back: its address, and its fields as typed. */
type Waiting = { path: string; typed: Typed }

/**
 * A form that comes when its session has just run out: nothing of it is lost. Its person types their PIN and sends it again,
 * by a button of their own: nobody else can, and nothing is sent behind their back. Stands before `requireMember`.
 */
export const keepWhatWasTyped: MiddlewareHandler<AppEnv> = async (c, next) => {
  const isKept = formOfRound.test(c.req.path) && !isSafe(c) && !c.get('context') && tabletSecretOf(c) !== null
  const here = isKept ? await tabletHere(c) : null
  const person = here && (await whoWasHere(c, here))
  if (!here || !person) return next()
  return c.html(await askAgain(c, person, { path: c.req.path, typed: await typedForm(c) }, null), 401)
}

export const resumePages = new Hono<AppEnv>().post('/tablet/resume', async (c) => {
  const [here, form] = [await tabletHere(c), await typedForm(c)]
  const person = here && (await personOf(here, typedOne(form, 'member')))
  const waiting = waitingIn(form)
  if (!here || !person || !waiting) throw new Refusal('not-signed-in')
  return answerForm(
    c,
    async () => {
      const session = await sessionByPin(c, here, person.id, typedOne(form, 'pin'))
      await takeOver(c, session)
      await letInBySession(c, session)
      return c.html(<ReadyPage c={c} person={person} waiting={waiting} />)
    },
    (refusal) => askAgain(c, person, waiting, refusal),
  )
})

/** Whose session has run out on this tablet; one that was ended is nobody's. */
async function whoWasHere(c: AppContext, here: Here): Promise<TabletPerson | null> {
  const secret = secretOfSession(c)
  const memberId = secret && (await whoseSessionEnded(here.store, secret, here.tablet.id))
  return memberId ? personOf(here, memberId) : null
}

/** Where it leads is never taken from elsewhere than our own pages of rounds. */
function waitingIn(form: Typed): Waiting | null {
  const path = typedOne(form, 'path')
  if (!formOfRound.test(path)) return null
  try {
    const fields: unknown = JSON.parse(typedOne(form, 'typed'))
    const typed = Object.entries(fields ?? {}).map(
      ([name, value]) => [name, [value].flat().map(String)] as const,
    )
    return { path, typed: Object.fromEntries(typed) }
  } catch {
    return null
  }
}

async function askAgain(
  c: AppContext,
  person: TabletPerson,
  { path, typed }: Waiting,
  refusal: Refusal | null,
): Promise<string> {
  const view = viewFor(c)
  const name = view.nameOf(person)
  return (
    <Layout view={view} title={view.t(words.resumeTitle)} current="none">
      <PageHeader title={view.t(words.resumeTitle)} lead={view.t(words.resumeLead, { name })} />
      <RefusalNotice view={view} state={emptyForm} refusal={refusal} />
      <Form action="/tablet/resume">
        <input type="hidden" name="member" value={person.id} />
        <input type="hidden" name="path" value={path} />
        <input type="hidden" name="typed" value={JSON.stringify(typed)} />
        <PinInput view={view} state={emptyForm} name="pin" label={view.t(words.pin)} focus />
        <div class="actions">
          <SubmitButton>{view.t(words.signIn)}</SubmitButton>
          <ButtonLink href="/tablet" kind="quiet">
            {view.t(words.someoneElse)}
          </ButtonLink>
        </div>
      </Form>
    </Layout>
  )
}

function ReadyPage({ c, person, waiting }: { c: AppContext; person: TabletPerson; waiting: Waiting }) {
  const view = viewFor(c)
  const lead = view.t(words.resumeReadyLead, { name: view.nameOf(person) })
  return (
    <Layout view={view} title={view.t(words.resumeReady)} current="none">
      <PageHeader title={view.t(words.resumeReady)} lead={lead} />
      <Form action={waiting.path}>
        <CarriedFields typed={waiting.typed} />
        <div class="actions">
          <SubmitButton>{view.t(words.resumeSend)}</SubmitButton>
          <ButtonLink href="/" kind="quiet">
            {view.t(words.resumeDrop)}
          </ButtonLink>
        </div>
      </Form>
    </Layout>
  )
}
