import { Hono } from 'hono'
import { isOnTablet } from '../../domain/access.ts'
import { notFound, Refusal } from '../../domain/errors.ts'
import { contextOf, type AppContext, type AppEnv } from '../../platform/http.ts'
import { orgOfSecret } from '../../platform/ids.ts'
import { storeFor, type Store } from '../../platform/store.ts'
import { forgetTablet, tabletOf, tabletSecretOf, type Tablet } from '../../platform/tablet.ts'
import { signOutHere } from '../../platform/visit.ts'
import { ButtonLink, SubmitButton } from '../../ui/button.tsx'
import { byName } from '../../ui/collate.ts'
import { TextInput } from '../../ui/form.tsx'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { viewFor } from '../../ui/view-of-request.ts'
import type { View } from '../../ui/view.ts'
import { findUnit, type Unit } from '../units/queries.ts'
import { onTabletMessages as words } from './messages.ts'
import { PeopleButtons } from './parts.tsx'
import { peopleOf, type TabletPerson } from './queries.ts'

/** Of more names one looks for one's own. */
const manyPeople = 24

export type Here = { tablet: Tablet; secret: string; store: Store }

/** What a tablet shows to whoever takes it up. */
export const tabletPages = new Hono<AppEnv>()
  .get('/tablet', async (c) => {
    const here = await tabletHere(c)
    if (here === null) return deadTablet(c)
    if (c.get('context')) return c.redirect('/', 303)
    const [people, unit] = await Promise.all([
      peopleOf(here.store, here.tablet.id),
      findUnit(here.store, here.tablet.unitId),
    ])
    const text = c.req.query('name') ?? ''
    return c.html(
      <NamesPage view={viewFor(c)} tablet={here.tablet} unit={unit} people={people} text={text} />,
    )
  })
  .post('/tablet/switch', async (c) => {
    const hasRunOut = !c.get('context') && tabletSecretOf(c) !== null
    if (!hasRunOut && !isOnTablet(contextOf(c).actor)) throw notFound()
    await signOutHere(c)
    return c.redirect('/tablet', 303)
  })

/** The tablet that the request comes from; null where it was revoked. To any other browser there is nothing here. */
export async function tabletHere(c: AppContext): Promise<Here | null> {
  const secret = tabletSecretOf(c)
  const orgId = secret === null ? null : orgOfSecret(secret)
  if (secret === null || orgId === null) throw c.get('context') ? notFound() : new Refusal('not-signed-in')
  const store = storeFor(c.env.DB, orgId, c.get('usage'))
  const tablet = await tabletOf(c, store)
  return tablet && { tablet, secret, store }
}

/** The browser is one like any other from now on. */
export function deadTablet(c: AppContext) {
  forgetTablet(c)
  const view = viewFor(c)
  return c.html(
    <Layout view={view} title={view.t(words.deadTitle)} current="none">
      <PageHeader title={view.t(words.deadTitle)} lead={view.t(words.deadLead)} />
      <p>
        <ButtonLink href="/sign-in" kind="primary">
          {view.t(words.toSignIn)}
        </ButtonLink>
      </p>
    </Layout>,
    404,
  )
}

type NamesPageProps = {
  view: View
  tablet: Tablet
  unit: Unit | null
  people: TabletPerson[]
  /** what is looked for in names; '': everybody */
  text: string
}

function NamesPage({ view, tablet, unit, people, text }: NamesPageProps) {
  const found = people.filter(({ name, nameEn }) => isIn(text, [name, nameEn ?? ''])).toSorted(byName(view))
  const where = { tablet: tablet.name, unit: unit === null ? '' : view.nameOf(unit) }
  return (
    <Layout view={view} title={view.t(words.title)} current="none">
      <PageHeader title={view.t(words.title)} lead={view.t(words.where, where)} />
      {people.length > manyPeople && <NameSearch view={view} text={text} />}
      {people.length === 0 && <EmptyState title={view.t(words.nobody)} icon="users" />}
      {people.length > 0 && found.length === 0 && (
        <EmptyState title={view.t(words.noneFound, { text })} icon="search">
          <p>
            <a href="/tablet">{view.t(words.all)}</a>
          </p>
        </EmptyState>
      )}
      <PeopleButtons view={view} people={found} />
      <section class="section">
        <h2>{view.t(words.firstTime)}</h2>
        <p>{view.t(words.firstTimeHelp)}</p>
        <p>
          <ButtonLink href="/sign-in" icon="user">
            {view.t(words.firstTimeGo)}
          </ButtonLink>
        </p>
      </section>
    </Layout>
  )
}

function NameSearch({ view, text }: { view: View; text: string }) {
  return (
    <form class="filters" action="/tablet" method="get">
      <TextInput
        view={view}
        state={{ values: { name: text }, errors: {} }}
        type="search"
        name="name"
        label={view.t(words.find)}
        required
      />
      <SubmitButton kind="plain" icon="search">
        {view.t(words.search)}
      </SubmitButton>
    </form>
  )
}

function isIn(text: string, names: readonly string[]): boolean {
  const wanted = text.trim().toLowerCase()
  return names.some((name) => name.toLowerCase().includes(wanted))
}
