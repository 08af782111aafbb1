import { Hono } from 'hono'
import { mayAdminister, requireAllowed } from '../../domain/access.ts'
import { contextOf, type AppContext, type AppEnv } from '../../platform/http.ts'
import type { Message } from '../../platform/i18n.ts'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { viewFor } from '../../ui/view-of-request.ts'
import type { View } from '../../ui/view.ts'
import { FirstStepsList } from './parts-first-steps.tsx'
import { basisWords } from './parts-days.tsx'
import { excusesWords, namesWords, organisationWords, retentionWords } from './parts-summary.tsx'
import { firstStepsOf } from './queries-first-steps.ts'
import { hubMessages as words } from './settings-messages.ts'

/** Where an administrator finds everything that is set up once. */
export const settingsPages = new Hono<AppEnv>().get('/settings', async (c) => c.html(await hub(c)))

async function hub(c: AppContext): Promise<string> {
  const { actor, store, org } = contextOf(c)
  requireAllowed(mayAdminister(actor))
  const view = viewFor(c)
  const steps = await firstStepsOf(store, actor.memberId)
  return (
    <Layout view={view} title={view.t(words.title)}>
      <PageHeader title={view.t(words.title)} lead={view.t(words.lead, { name: view.organisationName })} />
      {steps !== null && <FirstStepsList view={view} steps={steps} />}
      <Cards
        view={view}
        title={words.ofOrganisation}
        cards={[
          { path: '/settings/organisation', title: words.organisation, line: organisationWords(view, org) },
          {
            path: '/settings/working-days',
            title: words.workingDays,
            line: basisWords(view, org.settings.workingDays),
          },
          { path: '/settings/names', title: words.names, line: namesWords(view, org) },
          { path: '/settings/retention', title: words.retention, line: retentionWords(view, org) },
          { path: '/settings/excuses', title: words.excuses, line: excusesWords(view) },
        ]}
      />
      <Cards view={view} title={words.ofPeople} cards={said(view, peoplesCards)} />
      <Cards view={view} title={words.ofService} cards={said(view, servicesCards)} />
    </Layout>
  )
}

type Place = { path: string; title: Message; line: Message }

const peoplesCards: readonly Place[] = [
  { path: '/units', title: words.units, line: words.unitsIs },
  { path: '/members', title: words.members, line: words.membersIs },
  { path: '/assets', title: words.assets, line: words.assetsIs },
  { path: '/imports', title: words.imports, line: words.importsIs },
  { path: '/tablets', title: words.tablets, line: words.tabletsIs },
]

const servicesCards: readonly Place[] = [
  { path: '/settings/tokens', title: words.tokens, line: words.tokensIs },
  { path: '/service', title: words.service, line: words.serviceIs },
  { path: '/audit', title: words.audit, line: words.auditIs },
]

type Card = { path: string; title: Message; line: string }

function said(view: View, places: readonly Place[]): Card[] {
  return places.map((place) => ({ ...place, line: view.t(place.line) }))
}

function Cards({ view, title, cards }: { view: View; title: Message; cards: readonly Card[] }) {
  return (
    <section class="section">
      <h2>{view.t(title)}</h2>
      <ul class="work-list">
        {cards.map((card) => (
          <li class="work">
            <div class="work-what">
              <a class="work-title" href={card.path}>
                {view.t(card.title)}
              </a>
              <div class="work-where">{card.line}</div>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
