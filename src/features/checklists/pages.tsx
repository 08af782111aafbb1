import { Hono } from 'hono'
import { mayEditChecklists, type Actor } from '../../domain/access.ts'
import { notFound, requireFound } from '../../domain/errors.ts'
import type { Named } from '../../domain/named.ts'
import { dayAt } from '../../domain/time/zone.ts'
import { cursorAfter, idAfter } from '../../platform/api.ts'
import { contextOf, type AppEnv } from '../../platform/http.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { byName } from '../../ui/collate.ts'
import { formatDay } from '../../ui/format.ts'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { EmptyState, Notice } from '../../ui/notice.tsx'
import { Pager } from '../../ui/pager.tsx'
import { viewFor } from '../../ui/view-of-request.ts'
import type { View } from '../../ui/view.ts'
import { checklistMessages as words } from './messages.ts'
import { checklistEditPages } from './pages-edit.tsx'
import { ChecklistTable, ItemList, titleOf } from './parts.tsx'
import {
  findChecklist,
  findChecklistVersion,
  listChecklists,
  publishedVersions,
  type Checklist,
  type ChecklistItem,
  type ChecklistSummary,
  type Published,
} from './queries.ts'

/** Titles are sorted within a page; few organisations have more than one. */
const pageLength = 200
const mostVersions = 20

export const checklistsPages = new Hono<AppEnv>()
  .route('/', checklistEditPages)
  .get('/checklists', async (c) => {
    const { actor, store } = contextOf(c)
    const page = { after: idAfter(c.req.query('cursor')), limit: pageLength }
    const { checklists, next } = await listChecklists(store, page)
    return c.html(<ChecklistsPage view={viewFor(c)} actor={actor} checklists={checklists} next={next} />)
  })
  .get('/checklists/:id', async (c) => {
    const { actor, store } = contextOf(c)
    const checklist = requireFound(await findChecklist(store, c.req.param('id')))
    const number = versionAsked(c.req.query('version')) ?? checklist.currentVersion
    const isCurrent = number === checklist.currentVersion
    const { items } = isCurrent
      ? checklist
      : requireFound(await findChecklistVersion(store, checklist.id, number))
    const published = await publishedVersions(store, checklist.id, mostVersions)
    const shown = { checklist, number, items, published }
    return c.html(<ChecklistPage view={viewFor(c)} actor={actor} shown={shown} />)
  })

function versionAsked(text: string | undefined): number | null {
  if (text === undefined) return null
  if (!/^\d{1,9}$/.test(text)) throw notFound()
  return Number(text)
}

type ChecklistsPageProps = {
  view: View
  actor: Actor
  checklists: ChecklistSummary[]
  next: string | null
}

function ChecklistsPage({ view, actor, checklists, next }: ChecklistsPageProps) {
  const byTitle = byName<Named>(view)
  const sorted = checklists.toSorted((a, b) =>
    byTitle({ name: a.title, nameEn: a.titleEn }, { name: b.title, nameEn: b.titleEn }),
  )
  return (
    <Layout view={view} title={view.t(words.heading)}>
      <PageHeader title={view.t(words.heading)} lead={view.t(words.lead)}>
        {mayEditChecklists(actor) && (
          <ButtonLink href="/checklists/new" kind="primary" icon="plus">
            {view.t(words.new)}
          </ButtonLink>
        )}
      </PageHeader>
      {sorted.length > 0 ? (
        <ChecklistTable view={view} checklists={sorted} />
      ) : (
        <EmptyState title={view.t(words.none)} icon="clipboard-list">
          <p>{view.t(words.noneHelp)}</p>
        </EmptyState>
      )}
      <Pager view={view} next={cursorAfter(next)} />
    </Layout>
  )
}

/** A checklist in one of its versions, and which there are. */
type Shown = { checklist: Checklist; number: number; items: readonly ChecklistItem[]; published: Published[] }

function ChecklistPage({ view, actor, shown }: { view: View; actor: Actor; shown: Shown }) {
  const { checklist, number, items, published } = shown
  const title = titleOf(view, checklist)
  return (
    <Layout view={view} title={title}>
      <PageHeader
        title={title}
        lead={view.t(words.itemCount, { count: items.length })}
        back={{ href: '/checklists', label: view.t(words.backToList) }}
      >
        {mayEditChecklists(actor) && (
          <ButtonLink href={`/checklists/${checklist.id}/edit`} icon="pencil">
            {view.t(words.edit)}
          </ButtonLink>
        )}
      </PageHeader>
      {number !== checklist.currentVersion && (
        <Notice view={view} kind="info" title={view.t(words.olderNotice, { number })}>
          <p>
            <a href={`/checklists/${checklist.id}`}>{view.t(words.toCurrent)}</a>
          </p>
        </Notice>
      )}
      <ItemList view={view} items={items} />
      <Versions view={view} id={checklist.id} published={published} />
    </Layout>
  )
}

function Versions({ view, id, published }: { view: View; id: string; published: Published[] }) {
  return (
    <section class="section">
      <h2>{view.t(words.older)}</h2>
      <ul>
        {published.map(({ version, publishedAt }) => (
          <li>
            <a href={`/checklists/${id}?version=${version}`}>
              {view.t(words.published, {
                number: version,
                day: formatDay(view, dayAt(publishedAt, view.timeZone)),
              })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
