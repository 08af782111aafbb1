import { mayOwnDuties } from '../../domain/access.ts'
import type { Named } from '../../domain/named.ts'
import type { Plan } from '../../domain/schedule/plan.ts'
import { dayAt } from '../../domain/time/zone.ts'
import { ButtonLink, SubmitButton } from '../../ui/button.tsx'
import { categoryName, knownCategories } from '../../ui/category-messages.ts'
import { Checkbox, Select, type Option } from '../../ui/choices.tsx'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Table, type Column } from '../../ui/table.tsx'
import { Deadline } from '../../ui/time.tsx'
import type { View } from '../../ui/view.ts'
import { dutyFormMessages, dutyMessages as words } from './messages.ts'
import { selfWords, sentenceOf, titleOfDuty } from './parts-words.tsx'
import type { DutyFilter, DutyInList, DutyPlace } from './queries-list.ts'

export type DutyListFilter = DutyFilter & { after: DutyPlace | null }

export type DutyList = {
  duties: DutyInList[]
  /** the ids of those that make no rounds for the time being */
  suspended: ReadonlySet<string>
  units: Option[]
  unitNames: ReadonlyMap<string, Named>
  next: string | null
}

type Props = { view: View; list: DutyList; filter: DutyListFilter }

export function DutiesPage({ view, list, filter }: Props) {
  const mayMake = view.member !== null && mayOwnDuties(view.member.actor)
  return (
    <Layout view={view} title={view.t(words.title)}>
      <PageHeader title={view.t(words.title)} lead={view.t(words.lead)}>
        {mayMake && (
          <>
            <ButtonLink href="/library">{view.t(words.library)}</ButtonLink>
            <ButtonLink href="/duties/new" kind="primary" icon="plus">
              {view.t(words.new)}
            </ButtonLink>
          </>
        )}
      </PageHeader>
      <Filters view={view} list={list} filter={filter} />
      {list.duties.length > 0 && <DutyTable view={view} list={list} filter={filter} />}
      {list.duties.length === 0 && (
        <EmptyState title={view.t(list.next === null ? words.none : words.noneOnPage)} icon="calendar-days">
          {list.next === null && <p>{view.t(words.noneHelp)}</p>}
        </EmptyState>
      )}
      <Pager view={view} next={list.next} />
    </Layout>
  )
}

function Filters({ view, list, filter }: Props) {
  const { category, ownedBy, performedBy, closed } = filter
  const values = {
    category: category ?? '',
    ownedBy: ownedBy ?? '',
    performedBy: performedBy ?? '',
    closed: closed ? 'yes' : '',
  }
  const field = { view, state: { values, errors: {} }, required: true }
  const known = category === null || knownCategories.includes(category) ? [] : [category]
  const categories = [...knownCategories, ...known].map((value) => ({
    value,
    label: categoryName(view, value),
  }))
  return (
    <form class="filters" action="/duties" method="get">
      <Select
        {...field}
        name="category"
        label={view.t(words.category)}
        emptyLabel={view.t(words.allCategories)}
        options={categories}
      />
      <Select
        {...field}
        name="ownedBy"
        label={view.t(words.ownedBy)}
        emptyLabel={view.t(words.allUnits)}
        options={list.units}
      />
      <Select
        {...field}
        name="performedBy"
        label={view.t(words.performedBy)}
        emptyLabel={view.t(words.allUnits)}
        options={[{ value: 'target', label: view.t(dutyFormMessages.performerTarget) }, ...list.units]}
      />
      <Checkbox state={field.state} name="closed" label={view.t(words.showClosed)} />
      <SubmitButton kind="plain">{view.t(words.filter)}</SubmitButton>
    </form>
  )
}

function DutyTable({ view, list }: Props) {
  const byCategory = Map.groupBy(list.duties, ({ category }) => category)
  const groups = [...byCategory].map(([category, rows]) => ({ title: categoryName(view, category), rows }))
  return (
    <Table<DutyInList>
      caption={view.t(words.caption)}
      captionHidden
      columns={columns(view, list)}
      groups={groups}
    />
  )
}

function columns(view: View, list: DutyList): Column<DutyInList>[] {
  const unitName = (id: string) => {
    const unit = list.unitNames.get(id)
    return unit ? view.nameOf(unit) : ''
  }
  const performer = (duty: DutyInList) => {
    const { performedBy, ownedBy } = duty
    if (performedBy === 'target') return selfWords(view, duty)
    return performedBy === ownedBy ? view.t(words.ownersItself) : unitName(performedBy)
  }
  return [
    {
      label: view.t(words.duty),
      header: true,
      cell: (duty) => <a href={`/duties/${duty.id}`}>{titleOfDuty(view, duty)}</a>,
    },
    { label: view.t(words.schedule), cell: ({ plans }) => scheduleWords(view, plans) },
    { label: view.t(words.next), cell: (duty) => <Next view={view} list={list} duty={duty} /> },
    { label: view.t(words.ownedBy), cell: ({ ownedBy }) => unitName(ownedBy) },
    { label: view.t(words.performedBy), cell: performer },
  ]
}

function scheduleWords(view: View, plans: readonly Plan[]): string {
  if (plans.length === 0) return view.t(words.standing)
  return sentenceOf(view, plans, dayAt(view.now, view.timeZone)) ?? view.t(words.over)
}

function Next({ view, list, duty }: { view: View; list: DutyList; duty: DutyInList }) {
  if (duty.closedOn !== null) return <>{view.t(words.closed)}</>
  if (list.suspended.has(duty.id)) return <>{view.t(words.suspendedShort)}</>
  return duty.nextDueAt === null ? null : <Deadline view={view} at={duty.nextDueAt} />
}
