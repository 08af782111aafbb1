import { Hono } from 'hono'
import { mayMakeRounds } from '../../domain/access.ts'
import { civilOf } from '../../domain/time/civil.ts'
import { dayAt } from '../../domain/time/zone.ts'
import { contextOf, type AppContext, type AppEnv } from '../../platform/http.ts'
import { ButtonLink, SubmitButton } from '../../ui/button.tsx'
import { categoryName, knownCategories } from '../../ui/category-messages.ts'
import { Select } from '../../ui/choices.tsx'
import { formatInstant } from '../../ui/format.ts'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { Pager } from '../../ui/pager.tsx'
import { viewFor } from '../../ui/view-of-request.ts'
import type { View } from '../../ui/view.ts'
import { unitOptions } from '../units/parts.tsx'
import { dutyMessages } from './messages.ts'
import { YearLegend, YearSheet, YearSignatures } from './parts-year.tsx'
import { readYearPlan, type YearPlan, type YearPlanFilter } from './read-year-plan.ts'
import { yearMessages as words } from './year-messages.ts'

/** As many duties as are looked at on a screen, and as many as are printed in one go: two sheets of A3 (decision 023). */
const dutiesOnPage = 25
const dutiesOnSheet = 50

export const yearPlanPages = new Hono<AppEnv>().get('/year-plan', async (c) => {
  const filter = filterOf(c)
  const isSheet = c.req.query('sheet') !== undefined
  const limit = isSheet ? dutiesOnSheet : dutiesOnPage
  const plan = await readYearPlan(contextOf(c), filter, { limit, categories: knownCategories })
  const props = { view: viewFor(c), plan, filter }
  return c.html(isSheet ? <SheetPage {...props} /> : <YearPlanPage {...props} />)
})

function filterOf(c: AppContext): YearPlanFilter {
  const given = (name: string) => c.req.query(name) || null
  return {
    year: yearOf(given('year')) ?? thisYear(viewFor(c)),
    unit: given('unit'),
    category: given('category'),
    by: given('by') === 'owner' ? 'owner' : 'category',
    after: given('cursor'),
  }
}

/** Null for what is no year of this century. */
function yearOf(text: string | null): number | null {
  return text !== null && /^20\d\d$/.test(text) ? Number(text) : null
}

function thisYear({ now, timeZone }: View): number {
  return civilOf(dayAt(now, timeZone)).year
}

type Props = { view: View; plan: YearPlan; filter: YearPlanFilter }

function YearPlanPage({ view, plan, filter }: Props) {
  const title = view.t(words.title, { year: filter.year })
  const time = formatInstant(view, view.now)
  const lead =
    plan.total === null ? view.t(words.leadOfSome, { time }) : view.t(words.lead, { total: plan.total, time })
  return (
    <Layout view={view} title={title} current="/year-plan">
      <PageHeader title={title} lead={lead}>
        {view.member && mayMakeRounds(view.member.actor) && (
          <ButtonLink href={filter.unit === null ? '/rounds' : `/rounds?unit=${filter.unit}`}>
            {view.t(words.rounds)}
          </ButtonLink>
        )}
        <ButtonLink href={addressOf({ ...filter, after: null }, true)} icon="printer">
          {view.t(words.wholeSheet)}
        </ButtonLink>
      </PageHeader>
      <Filters view={view} plan={plan} filter={filter} />
      <Sheet view={view} plan={plan} filter={filter} />
      <Pager view={view} next={plan.next} />
    </Layout>
  )
}

/** All of it, for paper. */
function SheetPage({ view, plan, filter }: Props) {
  const title = view.t(words.title, { year: filter.year })
  return (
    <Layout view={view} title={title} current="/year-plan">
      <PageHeader
        title={title}
        lead={[...partWords(view, plan), view.t(words.sheetHint)].join(' ')}
        back={{ href: addressOf(filter, false), label: view.t(words.backToPlan) }}
      />
      <Sheet view={view} plan={plan} filter={filter} />
      <Pager view={view} next={plan.next} />
    </Layout>
  )
}

function partWords(view: View, { start, total, next }: YearPlan): string[] {
  if (start === 0 && next === null) return []
  if (total === null) return [view.t(words.sheetOfSome)]
  const last = Math.min(total, start + dutiesOnSheet)
  return [view.t(words.sheetPart, { total, first: start + 1, last })]
}

function Sheet({ view, plan, filter }: Props) {
  if (plan.rows.length === 0) {
    return (
      <EmptyState title={view.t(plan.next === null ? words.none : words.noneOnPage)} icon="calendar-days">
        {plan.next === null && <p>{view.t(words.noneHelp)}</p>}
      </EmptyState>
    )
  }
  const unit = plan.units.find(({ id }) => id === filter.unit)
  const name = `${view.organisationName}${unit === undefined ? '' : ` ${view.nameOf(unit)}`}`
  return (
    <section class="year-plan">
      <p class="year-title">{view.t(words.titleOf, { name, year: filter.year })}</p>
      <YearSheet view={view} plan={plan} filter={filter} />
      <YearLegend view={view} />
      {plan.next === null && <YearSignatures view={view} />}
    </section>
  )
}

const yearsAround = [-4, -3, -2, -1, 0, 1, 2]

function Filters({ view, plan, filter }: Props) {
  const { year, unit, category, by } = filter
  const values = { year: String(year), unit: unit ?? '', category: category ?? '', by }
  const field = { view, state: { values, errors: {} }, required: true }
  const years = new Set([...yearsAround.map((distance) => thisYear(view) + distance), year])
  const categories = new Set([...knownCategories, ...(category === null ? [] : [category])])
  return (
    <form class="filters" action="/year-plan" method="get">
      <Select
        {...field}
        name="year"
        label={view.t(words.year)}
        emptyLabel={null}
        options={[...years]
          .toSorted((a, b) => a - b)
          .map((value) => ({ value: String(value), label: view.t(words.yearOption, { year: value }) }))}
      />
      <Select
        {...field}
        name="unit"
        label={view.t(words.unit)}
        emptyLabel={view.t(dutyMessages.allUnits)}
        options={unitOptions(view, plan.units, unit === null ? [] : [unit])}
      />
      <Select
        {...field}
        name="category"
        label={view.t(dutyMessages.category)}
        emptyLabel={view.t(dutyMessages.allCategories)}
        options={[...categories].map((value) => ({ value, label: categoryName(view, value) }))}
      />
      <Select
        {...field}
        name="by"
        label={view.t(words.by)}
        emptyLabel={null}
        options={[
          { value: 'category', label: view.t(words.byCategory) },
          { value: 'owner', label: view.t(words.byOwner) },
        ]}
      />
      <SubmitButton kind="plain">{view.t(dutyMessages.filter)}</SubmitButton>
    </form>
  )
}

function addressOf({ year, unit, category, by }: YearPlanFilter, isSheet: boolean): string {
  const query = new URLSearchParams({
    year: String(year),
    ...(unit !== null && { unit }),
    ...(category !== null && { category }),
    ...(by !== 'category' && { by }),
    ...(isSheet && { sheet: '1' }),
  })
  return `/year-plan?${query}`
}
