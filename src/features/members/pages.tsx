import { Hono } from 'hono'
import {
  mayAdminister,
  mayReadMembers,
  mayReadUnit,
  requireAllowed,
  seesAll,
  type Actor,
} from '../../domain/access.ts'
import { cursorAfter, idAfter } from '../../platform/api.ts'
import { contextOf, type AppEnv } from '../../platform/http.ts'
import { ButtonLink, SubmitButton } from '../../ui/button.tsx'
import { Select } from '../../ui/choices.tsx'
import { TextInput } from '../../ui/form.tsx'
import { byName } from '../../ui/collate.ts'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { Pager } from '../../ui/pager.tsx'
import { viewFor } from '../../ui/view-of-request.ts'
import type { View } from '../../ui/view.ts'
import { ListLinks } from '../imports/parts-links.tsx'
import { leavesOfMembers, type Leave } from '../deputies/queries.ts'
import { unitOptions } from '../units/parts.tsx'
import { allUnits, unitsOfList, type Unit } from '../units/queries.ts'
import { memberMessages as words } from './messages.ts'
import { memberEditPages } from './pages-edit.tsx'
import { leavingPages } from './pages-leaving.tsx'
import { MemberTable } from './parts.tsx'
import { listMembers, type MemberPage } from './queries.ts'

/** Names are sorted within a page; whoever looks for one in many pages searches. */
const pageLength = 200

export const membersPages = new Hono<AppEnv>()
  .route('/', memberEditPages)
  .route('/', leavingPages)
  .get('/members', async (c) => {
    const { actor, now, store } = contextOf(c)
    requireAllowed(mayReadMembers(actor))
    const unit = c.req.query('unit') || undefined
    const search = c.req.query('search')?.trim() || null
    const listed = await unitsOfList(store, actor, unit)
    const [list, units] = await Promise.all([
      listMembers(
        store,
        { units: listed, search },
        { after: idAfter(c.req.query('cursor')), limit: pageLength },
      ),
      allUnits(store),
    ])
    const leaves = await leavesOfMembers(
      store,
      list.members.map(({ id }) => id),
      now,
    )
    const readable = units.filter(({ id }) => mayReadUnit(actor, id))
    const props = { view: viewFor(c), actor, unit, search, list, leaves, units: readable }
    return c.html(<MembersPage {...props} />)
  })

type MembersPageProps = {
  view: View
  actor: Actor
  unit: string | undefined
  search: string | null
  list: MemberPage
  leaves: readonly Leave[]
  /** those that the reader may see */
  units: Unit[]
}

/** For administrators, for leads, who only hand out sign-in links here, and for supervisors, who only read. */
function MembersPage({ view, actor, unit, search, list, leaves, units }: MembersPageProps) {
  const sorted = list.members.toSorted(byName(view))
  const active = sorted.filter((member) => member.closedOn === null)
  const closed = sorted.filter((member) => member.closedOn !== null)
  const byId = new Map(units.map((one) => [one.id, one]))
  return (
    <Layout view={view} title={view.t(words.title)}>
      <PageHeader title={view.t(words.title)} lead={view.t(seesAll(actor) ? words.lead : words.leadOfUnits)}>
        {mayAdminister(actor) && (
          <ButtonLink href="/members/new" kind="primary" icon="plus">
            {view.t(words.new)}
          </ButtonLink>
        )}
      </PageHeader>
      <ListLinks view={view} actor={actor} kind="members" />
      <MemberSearch view={view} unit={unit} search={search} units={units} />
      {sorted.length > 0 ? (
        <MemberTable
          view={view}
          actor={actor}
          members={[...active, ...closed]}
          units={byId}
          leaves={leaves}
        />
      ) : (
        <EmptyState title={view.t(words.noneFound)} icon="users">
          <p>
            <a href="/members">{view.t(words.showAll)}</a>
          </p>
        </EmptyState>
      )}
      <Pager view={view} next={cursorAfter(list.next)} />
    </Layout>
  )
}

type MemberSearchProps = Pick<MembersPageProps, 'view' | 'unit' | 'search' | 'units'>

function MemberSearch({ view, unit = '', search, units }: MemberSearchProps) {
  const state = { values: { unit, search: search ?? '' }, errors: {} }
  return (
    <form class="filters" action="/members" method="get" novalidate>
      <TextInput
        view={view}
        state={state}
        name="search"
        type="search"
        label={view.t(words.search)}
        required
      />
      <Select
        view={view}
        state={state}
        name="unit"
        label={view.t(words.unit)}
        required
        emptyLabel={view.t(words.allUnits)}
        options={unitOptions(view, units, [unit])}
      />
      <SubmitButton kind="plain">{view.t(words.filter)}</SubmitButton>
    </form>
  )
}
