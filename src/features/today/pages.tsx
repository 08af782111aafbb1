import { Hono } from 'hono'
import { isJointFor, seesAll } from '../../domain/access.ts'
import { dayAt } from '../../domain/time/zone.ts'
import { contextOf, type AppEnv } from '../../platform/http.ts'
import { StateBadge } from '../../ui/badge.tsx'
import { ButtonLink, SubmitButton } from '../../ui/button.tsx'
import { Select } from '../../ui/choices.tsx'
import { formatDay, formatDeadline, formatDue, formatOpens } from '../../ui/format.ts'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { viewFor } from '../../ui/view-of-request.ts'
import type { View } from '../../ui/view.ts'
import { isAskedAboutPasskeys } from '../passkeys/pages.tsx'
import { PasskeySuggestion } from '../passkeys/parts.tsx'
import { FirstStepsList } from '../organisations/parts-first-steps.tsx'
import { roundMessages } from '../rounds/messages.ts'
import { nextStep, quotaWords, titleOf, unitName, whereOf, WorkBadge } from '../rounds/parts.tsx'
import type { AgendaItem } from './agenda.ts'
import { todayMessages as words } from './messages.ts'
import { readToday, type Today } from './read-today.ts'

export const todayPages = new Hono<AppEnv>().get('/', async (c) => {
  const today = await readToday(contextOf(c), { unit: c.req.query('unit') || null })
  return c.html(<TodayPage view={viewFor(c)} today={today} isAsked={isAskedAboutPasskeys(c)} />)
})

type Props = { view: View; today: Today }

/** `isAsked`: whether the browser has been asked about passkeys. */
function TodayPage({ view, today, isAsked }: Props & { isAsked: boolean }) {
  const { overdue, now, coming, possible } = today.agenda
  const role = view.member?.actor.role
  return (
    <Layout view={view} title={view.t(words.title)}>
      <PageHeader title={view.t(words.title)} lead={formatDay(view, dayAt(view.now, view.timeZone))}>
        {(role === 'lead' || role === 'supervisor') && (
          <ButtonLink href="/rounds/new" icon="plus">
            {view.t(words.newRound)}
          </ButtonLink>
        )}
      </PageHeader>
      {today.units.length > 1 && <UnitFilter view={view} today={today} />}
      {today.firstSteps !== null && <FirstStepsList view={view} steps={today.firstSteps} />}
      {overdue.length + now.length === 0 && today.firstSteps === null && (
        <NothingDue view={view} today={today} />
      )}
      <Section view={view} today={today} id="overdue" title={view.t(words.overdue)} items={overdue} />
      <Section view={view} today={today} id="now" title={view.t(words.now)} items={now} />
      <Section view={view} today={today} id="coming" title={view.t(words.coming)} items={coming} />
      {possible.length > 0 && (
        <details class="fold section" id="possible">
          <summary>
            {view.t(words.possible)} <Count view={view} items={possible} />
          </summary>
          <WorkList view={view} today={today} items={possible} />
        </details>
      )}
      {!isAsked && <PasskeySuggestion view={view} />}
    </Layout>
  )
}

function UnitFilter({ view, today }: Props) {
  const options = today.units
    .map((id) => ({ value: id, label: unitName(view, today.names, id) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, view.locale))
  return (
    <form class="filters" action="/" method="get">
      <Select
        view={view}
        state={{ values: { unit: today.unit ?? '' }, errors: {} }}
        name="unit"
        label={view.t(words.unit)}
        required
        emptyLabel={view.t(words.allUnits)}
        options={options}
      />
      <SubmitButton kind="plain">{view.t(words.filter)}</SubmitButton>
    </form>
  )
}

type SectionProps = Props & { id: string; title: string; items: readonly AgendaItem[] }

function Section({ view, today, id, title, items }: SectionProps) {
  if (items.length === 0) return null
  return (
    <section class="section" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        {title} <Count view={view} items={items} />
      </h2>
      <WorkList view={view} today={today} items={items} />
    </section>
  )
}

function Count({ view, items }: { view: View; items: readonly AgendaItem[] }) {
  return <span class="count">{view.t(words.count, { count: items.length })}</span>
}

function WorkList({ view, today, items }: Props & { items: readonly AgendaItem[] }) {
  return (
    <ul class="work-list">
      {items.map((item) => (
        <WorkItem view={view} today={today} item={item} />
      ))}
    </ul>
  )
}

/** What, where, by when, and one thing to do. */
function WorkItem({ view, today, item }: Props & { item: AgendaItem }) {
  const { work, state, quota, isBehind } = item
  const step = nextStep(view, work, state)
  const path = `/rounds/${work.id}`
  const where = [placeWords(view, today, item), dayWords(view, item), quota && quotaWords(view, work, quota)]
  return (
    <li class="work">
      <div class="work-what">
        <a class="work-title" href={path}>
          {titleOf(view, today.names, work)}
        </a>
        {where.map((line) => line && <div class="work-where">{line}</div>)}
      </div>
      <div class="work-state">
        {isBehind && state === 'open' ? (
          <StateBadge view={view} state="behind" detail={formatDue(view, work.dueAt)} />
        ) : (
          <WorkBadge view={view} work={work} state={state} />
        )}
      </div>
      <div class="work-action">
        <ButtonLink href={path} kind={step === 'open' || state === 'planned' ? 'quiet' : 'plain'}>
          {view.t(roundMessages[step])}
        </ButtonLink>
      </div>
    </li>
  )
}

/** The target, and which unit has to do it where that is not the only one of the reader. */
function placeWords(view: View, { names, units, unit }: Today, { work }: AgendaItem): string {
  const where = whereOf(view, names, work)
  const isOnlyUnit = units.length === 1 && units[0] === work.performedBy
  const isJoint = view.member !== null && isJointFor(view.member.actor, work)
  const isOneOfSeveral = !isOnlyUnit && !isJoint && unit === null && work.targetId !== work.performedBy
  return [isOneOfSeveral ? unitName(view, names, work.performedBy) : '', where].filter(Boolean).join(' · ')
}

/** Which day it is for, where the badge does not say it: two misses of one weekly duty differ in nothing else. */
function dayWords(view: View, { work, state, isBehind, quota }: AgendaItem): string | null {
  if (state === 'overdue' || state === 'missed') {
    return view.t(roundMessages.wasDue, { when: formatDeadline(view, work.dueAt) })
  }
  const isToCome = work.plannedOn > dayAt(view.now, view.timeZone)
  const shouldBeDone = isBehind && quota === null
  if (state !== 'open' || !(isToCome || shouldBeDone)) return null
  return view.t(roundMessages.planned, { day: formatDay(view, work.plannedOn) })
}

function NothingDue({ view, today }: Props) {
  const { agenda, next, names, units } = today
  const actor = view.member?.actor
  const isEmpty = agenda.coming.length + agenda.possible.length === 0
  const supervises = isEmpty && actor !== undefined && seesAll(actor)
  return (
    <EmptyState title={view.t(words.nothingDue)}>
      {next !== null && (
        <p>
          {view.t(words.next, {
            title: titleOf(view, names, next),
            when: next.opensAt > view.now ? formatOpens(view, next.opensAt) : formatDue(view, next.dueAt),
          })}
        </p>
      )}
      {isEmpty && next === null && !supervises && (
        <p>{view.t(units.length === 0 ? words.noUnit : words.nothingPlanned)}</p>
      )}
      {supervises && <SupervisorLinks view={view} />}
    </EmptyState>
  )
}

function SupervisorLinks({ view }: { view: View }) {
  return (
    <>
      <p>{view.t(words.supervise)}</p>
      <p>
        <ButtonLink href="/overdue">{view.t(words.toOverdue)}</ButtonLink>{' '}
        {view.member?.actor.role === 'supervisor' && (
          <ButtonLink href="/owned">{view.t(words.toOwned)}</ButtonLink>
        )}
      </p>
    </>
  )
}
