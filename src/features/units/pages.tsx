import { Hono } from 'hono'
import { mayAdminister, mayReadUnit, requireReadable, seesAll, type Actor } from '../../domain/access.ts'
import { requireFound } from '../../domain/errors.ts'
import { dayAt } from '../../domain/time/zone.ts'
import { unitTree } from '../../domain/unit-tree.ts'
import { contextOf, type AppEnv } from '../../platform/http.ts'
import type { Store } from '../../platform/store.ts'
import { typedForm, typedVersion } from '../../platform/validation.ts'
import { ButtonLink, SubmitButton } from '../../ui/button.tsx'
import { HiddenVersion } from '../../ui/editor.tsx'
import { formatDay } from '../../ui/format.ts'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { EmptyState, Notice } from '../../ui/notice.tsx'
import { viewFor } from '../../ui/view-of-request.ts'
import type { View } from '../../ui/view.ts'
import { listAssets } from '../assets/queries.ts'
import { dutyMessages } from '../duties/messages.ts'
import { Suspensions } from '../duties/parts-suspension.tsx'
import { suspensionsOver } from '../duties/queries-suspending.ts'
import { ListLinks } from '../imports/parts-links.tsx'
import { membersOfUnit } from '../members/queries.ts'
import { changeUnit } from './change-unit.ts'
import { unitMessages as words } from './messages.ts'
import { unitEditPages } from './pages-edit.tsx'
import { UnitTree } from './parts.tsx'
import { mostShown, UnitContents, UnitFacts, type ContentsOfUnit } from './parts-unit.tsx'
import { dutiesOwnedBy, findUnit, unitsDirectlyBelow, unitsReadableBy, type Unit } from './queries.ts'

const mostBelow = 100

export const unitsPages = new Hono<AppEnv>()
  .route('/', unitEditPages)
  .get('/units', async (c) => {
    const { actor, store } = contextOf(c)
    const units = await unitsReadableBy(store, actor)
    return c.html(<UnitsPage view={viewFor(c)} actor={actor} units={units} />)
  })
  .get('/units/:id', async (c) => {
    const { actor, store } = contextOf(c)
    const unit = requireFound(await findUnit(store, c.req.param('id')))
    requireReadable(mayReadUnit(actor, unit.id))
    const view = viewFor(c)
    const contents = await contentsOf(view, store, actor, unit)
    return c.html(<UnitPage view={view} actor={actor} unit={unit} contents={contents} />)
  })
  .post('/units/:id/reopening', async (c) => {
    const id = c.req.param('id')
    requireFound(await findUnit(contextOf(c).store, id))
    await changeUnit(contextOf(c), { id, version: typedVersion(await typedForm(c)), closed: false })
    return c.redirect(`/units/${id}`, 303)
  })

async function contentsOf(view: View, store: Store, actor: Actor, unit: Unit): Promise<ContentsOfUnit> {
  const isParentReadable = unit.parentId !== null && mayReadUnit(actor, unit.parentId)
  const [parent, below, { assets }, members, duties, suspended] = await Promise.all([
    isParentReadable && unit.parentId !== null ? findUnit(store, unit.parentId) : null,
    unitsDirectlyBelow(store, unit.id, mostBelow),
    listAssets(store, { units: [unit.id] }, { after: null, limit: mostShown }),
    membersOfUnit(store, unit.id, mostShown),
    dutiesOwnedBy(store, unit.id, mostShown),
    suspensionsOver(store, unit.id, dayAt(view.now, view.timeZone)),
  ])
  return { parent, below, assets, members, duties, suspended }
}

function UnitsPage({ view, actor, units }: { view: View; actor: Actor; units: Unit[] }) {
  return (
    <Layout view={view} title={view.t(words.title)}>
      <PageHeader title={view.t(words.title)} lead={view.t(words.lead)}>
        {mayAdminister(actor) && (
          <ButtonLink href="/units/new" kind="primary" icon="plus">
            {view.t(words.new)}
          </ButtonLink>
        )}
      </PageHeader>
      <ListLinks view={view} actor={actor} kind="units" />
      {units.length > 0 ? (
        <UnitTree view={view} branches={unitTree(units)} />
      ) : (
        <EmptyState title={view.t(words.none)} icon="building-2">
          <p>{view.t(words.noneHelp)}</p>
        </EmptyState>
      )}
    </Layout>
  )
}

type UnitPageProps = { view: View; actor: Actor; unit: Unit; contents: ContentsOfUnit }

function UnitPage({ view, actor, unit, contents }: UnitPageProps) {
  const name = view.nameOf(unit)
  return (
    <Layout view={view} title={name}>
      <PageHeader title={name} back={{ href: '/units', label: view.t(words.backToList) }}>
        {seesAll(actor) && unit.closedOn === null && (
          <ButtonLink href={`/units/${unit.id}/suspension/new`}>{view.t(dutyMessages.suspend)}</ButtonLink>
        )}
        {mayAdminister(actor) && <UnitActions view={view} unit={unit} />}
      </PageHeader>
      {unit.closedOn !== null && (
        <Notice
          view={view}
          kind="info"
          title={view.t(words.closedSince, { day: formatDay(view, unit.closedOn) })}
        >
          <p>{view.t(words.closedHelp)}</p>
        </Notice>
      )}
      <Suspensions view={view} id={unit.id} path={`/units/${unit.id}`} {...contents.suspended} />
      <UnitFacts view={view} unit={unit} parent={contents.parent} />
      <UnitContents view={view} actor={actor} unit={unit} contents={contents} />
    </Layout>
  )
}

function UnitActions({ view, unit }: { view: View; unit: Unit }) {
  return (
    <>
      <ButtonLink href={`/units/${unit.id}/edit`} icon="pencil">
        {view.t(words.edit)}
      </ButtonLink>
      {unit.closedOn === null ? (
        <>
          <ButtonLink href={`/units/new?parent=${unit.id}`} icon="plus">
            {view.t(words.newBelow)}
          </ButtonLink>
          <ButtonLink href={`/units/${unit.id}/closing`} kind="danger">
            {view.t(words.close)}
          </ButtonLink>
        </>
      ) : (
        <form method="post" action={`/units/${unit.id}/reopening`}>
          <HiddenVersion version={unit.version} />
          <SubmitButton kind="plain" icon="undo-2">
            {view.t(words.reopen)}
          </SubmitButton>
        </form>
      )}
    </>
  )
}
