import { Hono } from 'hono'
import { mayAdminister, mayReadUnit, requireReadable, type Actor } from '../../domain/access.ts'
import { requireFound } from '../../domain/errors.ts'
import { dayAt } from '../../domain/time/zone.ts'
import { inTreeOrder, unitTree } from '../../domain/unit-tree.ts'
import { contextOf, type AppContext, type AppEnv } from '../../platform/http.ts'
import { parseTyped } from '../../platform/validation.ts'
import { ButtonLink, SubmitButton } from '../../ui/button.tsx'
import { Select } from '../../ui/choices.tsx'
import { byName } from '../../ui/collate.ts'
import { TextInput } from '../../ui/form.tsx'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { Pager } from '../../ui/pager.tsx'
import type { RowGroup } from '../../ui/table.tsx'
import { assetTypeName, tagName, tagsTyped } from '../../platform/tag-messages.ts'
import { viewFor } from '../../ui/view-of-request.ts'
import type { View } from '../../ui/view.ts'
import { suspensionsOver } from '../duties/queries-suspending.ts'
import { ListLinks } from '../imports/parts-links.tsx'
import { UnitLink, unitOptions } from '../units/parts.tsx'
import { findUnit, unitsOfList, unitsReadableBy, type Unit } from '../units/queries.ts'
import { assetMessages as words } from './messages.ts'
import { assetEditPages } from './pages-edit.tsx'
import { AssetPage } from './parts-asset.tsx'
import { AssetTable } from './parts.tsx'
import { assetTypes, findAsset, listAssets, type Asset, type AssetPage as AssetList } from './queries.ts'
import { assetListQuery, parsePlace, printPlace } from './schemas.ts'

const pageLength = 100

export const assetsPages = new Hono<AppEnv>()
  .route('/', assetEditPages)
  .get('/assets', async (c) => {
    const { actor, store } = contextOf(c)
    const filter = filterOf(c)
    const units = await unitsOfList(store, actor, filter.unit)
    const page = { after: parsePlace(c.req.query('cursor')), limit: pageLength }
    const [list, readable, types] = await Promise.all([
      listAssets(store, { ...filter, units }, page),
      unitsReadableBy(store, actor),
      assetTypes(store),
    ])
    const view = viewFor(c)
    return c.html(
      <AssetsPage view={view} actor={actor} filter={filter} list={list} units={readable} types={types} />,
    )
  })
  .get('/assets/:id', async (c) => {
    const { actor, store } = contextOf(c)
    const asset = requireFound(await findAsset(store, c.req.param('id')))
    requireReadable(mayReadUnit(actor, asset.unitId))
    const view = viewFor(c)
    const [unit, suspended] = await Promise.all([
      findUnit(store, asset.unitId),
      suspensionsOver(store, asset.unitId, dayAt(view.now, view.timeZone), asset.id),
    ])
    return c.html(<AssetPage view={view} actor={actor} asset={asset} unit={unit} suspended={suspended} />)
  })

type Filter = { unit?: string | undefined; type?: string | undefined; tag?: string | undefined }

/** Fields left empty in the form of filters do not filter. */
function filterOf(c: AppContext): Filter {
  const { unit, type, tag } = c.req.query()
  return parseTyped(assetListQuery.pick({ unit: true, type: true, tag: true }), {
    ...(unit && { unit }),
    ...(type && { type }),
    ...(tag && { tag: tagsTyped(tag)[0] }),
  })
}

type AssetsPageProps = {
  view: View
  actor: Actor
  filter: Filter
  list: AssetList
  units: Unit[]
  types: string[]
}

function AssetsPage({ view, actor, filter, list, units, types }: AssetsPageProps) {
  return (
    <Layout view={view} title={view.t(words.title)}>
      <PageHeader title={view.t(words.title)} lead={view.t(words.lead)}>
        {mayAdminister(actor) && (
          <ButtonLink href="/assets/new" kind="primary" icon="plus">
            {view.t(words.new)}
          </ButtonLink>
        )}
      </PageHeader>
      <ListLinks view={view} actor={actor} kind="assets" />
      <Filters view={view} filter={filter} units={units} types={types} />
      {list.assets.length > 0 ? (
        <AssetTable view={view} groups={groupsOf(view, list.assets, units)} />
      ) : (
        <Nothing view={view} filter={filter} isMore={list.next !== null} />
      )}
      <Pager view={view} next={printPlace(list.next)} />
    </Layout>
  )
}

type FiltersProps = Pick<AssetsPageProps, 'view' | 'filter' | 'units' | 'types'>

function Filters({ view, filter, units, types }: FiltersProps) {
  const { unit = '', type = '', tag = '' } = filter
  // `required` only keeps "optional" from the labels: the form is not validated.
  const field = {
    view,
    state: { values: { unit, type, tag: tagName(view, tag) }, errors: {} },
    required: true,
  }
  return (
    <form class="filters" action="/assets" method="get" novalidate>
      <Select
        {...field}
        name="unit"
        label={view.t(words.unit)}
        emptyLabel={view.t(words.allUnits)}
        options={unitOptions(view, units, [unit])}
      />
      <Select
        {...field}
        name="type"
        label={view.t(words.type)}
        emptyLabel={view.t(words.allTypes)}
        options={types.map((one) => ({ value: one, label: assetTypeName(view, one) }))}
      />
      <TextInput {...field} name="tag" label={view.t(words.tag)} />
      <SubmitButton kind="plain">{view.t(words.filter)}</SubmitButton>
    </form>
  )
}

/** One group a unit, in the order of the tree; in it by type, then name. */
function groupsOf(view: View, assets: readonly Asset[], units: readonly Unit[]): RowGroup<Asset>[] {
  const compareNames = byName<Asset>(view)
  const byUnit = Map.groupBy(assets, (asset) => asset.unitId)
  return inTreeOrder(unitTree(units)).flatMap(({ unit }) => {
    const rows = byUnit.get(unit.id)
    if (rows === undefined) return []
    const sorted = rows.toSorted((a, b) => a.type.localeCompare(b.type) || compareNames(a, b))
    return [{ title: <UnitLink view={view} unit={unit} />, rows: sorted }]
  })
}

function Nothing({ view, filter, isMore }: { view: View; filter: Filter; isMore: boolean }) {
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  const title = isMore ? words.noneOnPage : isFiltered ? words.noneFound : words.none
  return (
    <EmptyState title={view.t(title)} icon="wrench">
      {isFiltered && (
        <p>
          <a href="/assets">{view.t(words.clear)}</a>
        </p>
      )}
    </EmptyState>
  )
}
