import { Hono } from 'hono'
import { isOnTablet } from '../../domain/access.ts'
import { notFound, Refusal } from '../../domain/errors.ts'
import { contextOf, type AppContext, type AppEnv } from '../../platform/http.ts'
import { takeLanding } from '../../platform/landing.ts'
import { countFailure, requireFewFailures } from '../../platform/limiter.ts'
import { typedForm, typedOne } from '../../platform/validation.ts'
import { signInHere, visitOf } from '../../platform/visit.ts'
import { ButtonLink, SubmitButton } from '../../ui/button.tsx'
import { emptyForm, Form, type FormState } from '../../ui/form.tsx'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { answerForm, refusedForm, RefusalNotice } from '../../ui/refused-form.tsx'
import { viewFor } from '../../ui/view-of-request.ts'
import { onTabletMessages as words } from './messages.ts'
import { deadTablet, tabletHere, type Here } from './pages-tablet.tsx'
import { PinInput } from './parts.tsx'
import { peopleOf, type TabletPerson } from './queries.ts'
import { maySetPin, setPin } from './set-pin.ts'
import { signInByPin } from './sign-in-by-pin.ts'

/** For who is not signed in yet: the number of the one whose name was chosen. */
export const pinPages = new Hono<AppEnv>()
  .get('/tablet/sign-in', async (c) => {
    const here = await tabletHere(c)
    if (here === null) return deadTablet(c)
    const person = await personOf(here, c.req.query('member') ?? '')
    return person === null ? c.redirect('/tablet', 303) : c.html(await pinPage(c, person, null))
  })
  .post('/tablet/sign-in', async (c) => {
    const here = await tabletHere(c)
    if (here === null) return deadTablet(c)
    const typed = await typedForm(c)
    const memberId = typedOne(typed, 'member')
    return answerForm(
      c,
      async () => signInHere(c, await sessionByPin(c, here, memberId, typedOne(typed, 'pin')), '/'),
      async (refusal) => pinPage(c, await personOf(here, memberId), refusal),
    )
  })

/** For who is: a number for the next time. */
export const newPinPages = new Hono<AppEnv>()
  .get('/tablet/pin', async (c) => {
    const context = contextOf(c)
    if (!(await maySetPin(context))) return c.redirect(takeLanding(c), 303)
    return c.html(await newPinPage(c, await requireHere(c), emptyForm))
  })
  .post('/tablet/pin', async (c) => {
    const context = contextOf(c)
    if (!isOnTablet(context.actor)) throw notFound()
    const [here, typed] = [await requireHere(c), await typedForm(c)]
    const [pin, again] = [typedOne(typed, 'pin'), typedOne(typed, 'again')]
    return answerForm(
      c,
      async () => {
        await setPin(context, { tablet: here.tablet, secret: here.secret, typed: pin, again })
        return takeLanding(c)
      },
      (refusal) => newPinPage(c, here, refusedForm(viewFor(c), {}, refusal)),
    )
  })

export async function sessionByPin(
  c: AppContext,
  { tablet, secret, store }: Here,
  memberId: string,
  typed: string,
): Promise<string> {
  requireFewFailures(c, 'sign-in')
  const session = await signInByPin(await visitOf(c, store), { tablet, secret, memberId, typed })
  if (session !== null) return session
  await countFailure(c, 'sign-in')
  throw new Refusal('wrong-pin')
}

export async function personOf({ store, tablet }: Here, memberId: string): Promise<TabletPerson | null> {
  return (await peopleOf(store, tablet.id)).find(({ id }) => id === memberId) ?? null
}

async function requireHere(c: AppContext): Promise<Here> {
  const here = await tabletHere(c)
  if (here === null) throw notFound()
  return here
}

/** Whoever is not in the list of names has a page without a name. What was typed does not come back. */
async function pinPage(c: AppContext, person: TabletPerson | null, refusal: Refusal | null): Promise<string> {
  const view = viewFor(c)
  const name = person === null ? view.t(words.pin) : view.nameOf(person)
  return (
    <Layout view={view} title={name} current="none">
      <PageHeader title={name} back={{ href: '/tablet', label: view.t(words.someoneElse) }} />
      <RefusalNotice view={view} state={emptyForm} refusal={refusal} />
      <Form action="/tablet/sign-in">
        <input type="hidden" name="member" value={person?.id ?? ''} />
        <PinInput
          view={view}
          state={emptyForm}
          name="pin"
          label={view.t(words.pin)}
          hint={view.t(words.pinHint)}
          focus
        />
        <div class="actions">
          <SubmitButton>{view.t(words.signIn)}</SubmitButton>
        </div>
      </Form>
    </Layout>
  )
}

/** What was typed does not come back: no list on top says that it is still here. */
async function newPinPage(c: AppContext, { tablet }: Here, state: FormState): Promise<string> {
  const view = viewFor(c)
  return (
    <Layout view={view} title={view.t(words.setTitle)} current="none">
      <PageHeader title={view.t(words.setTitle)} lead={view.t(words.setLead, { tablet: tablet.name })} />
      <Form action="/tablet/pin">
        <PinInput
          view={view}
          state={state}
          name="pin"
          label={view.t(words.pin)}
          hint={view.t(words.setHint)}
          focus
        />
        <PinInput view={view} state={state} name="again" label={view.t(words.again)} />
        <p>{view.t(words.onlyHere)}</p>
        <div class="actions">
          <SubmitButton>{view.t(words.set)}</SubmitButton>
          <ButtonLink href="/" kind="quiet">
            {view.t(words.later)}
          </ButtonLink>
        </div>
      </Form>
    </Layout>
  )
}
