import type { PropsWithChildren } from 'hono/jsx'
import { freePlan, largestDatabaseBytes, rowsPlannedADay } from '../../domain/service/free-plan.ts'
import { jobInWords, troubleSentence } from '../../domain/service/trouble-messages.ts'
import { dayAt } from '../../domain/time/zone.ts'
import { formatDay, formatInstant } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import { Table, type Column } from '../../ui/table.tsx'
import type { View } from '../../ui/view.ts'
import { programMessages } from '../feeds/messages.ts'
import { serviceMessages as words } from './messages.ts'
import type { WatchedDuty } from './queries-duties.ts'
import type { QuietFeed } from './queries-feeds.ts'
import type { ServiceReport, Some } from './read-service.ts'
import type { UndoableDuty } from './undoable-duties.ts'

type Props = { view: View; report: ServiceReport }

/** In one line that all is well, or what is wrong and who can do something about it. */
export function State({ view, report }: Props) {
  if (report.troubles.length === 0)
    return <Notice view={view} kind="success" title={view.t(words.allWell)}></Notice>
  const print = {
    instant: (at: number) => formatInstant(view, at),
    day: (day: number) => formatDay(view, day),
  }
  return (
    <Notice view={view} kind="error" title={view.t(words.trouble)}>
      <ul>
        {report.troubles.map((trouble) => (
          <li>{troubleSentence(trouble, view.locale, print)}</li>
        ))}
      </ul>
    </Notice>
  )
}

export function Workings({ view, report }: Props) {
  const columns: Column<ServiceReport['jobs'][number]>[] = [
    { label: view.t(words.job), cell: ({ job }) => jobInWords(job, view.locale), header: true },
    {
      label: view.t(words.lastRun),
      cell: ({ ranAt }) => (ranAt === null ? view.t(words.neverRan) : formatInstant(view, ranAt)),
    },
  ]
  return (
    <section class="section">
      <h2>{view.t(words.workings)}</h2>
      <p class="quiet">{view.t(words.everyMinute)}</p>
      <Table caption={view.t(words.workings)} captionHidden columns={columns} rows={report.jobs} />
    </section>
  )
}

/** How near the limits are that we can know of. */
export function Figures({ view, report: { planning, databaseBytes } }: Props) {
  const { plannedUntil, rowsToday } = planning
  const number = (value: number) => value.toLocaleString(view.locale)
  const rows = {
    rows: number(rowsToday),
    most: number(rowsPlannedADay),
    free: number(freePlan.rowsWrittenADay),
  }
  const isNear = databaseBytes !== null && databaseBytes > freePlan.databaseBytes * 0.8
  return (
    <section class="section">
      <h2>{view.t(words.figures)}</h2>
      <dl class="facts">
        <dt>{view.t(words.plannedUntil)}</dt>
        <dd>{plannedUntil === null ? view.t(words.nothingPlanned) : formatDay(view, plannedUntil)}</dd>
        <dt>{view.t(words.rowsToday)}</dt>
        <dd>{view.t(words.rowsOf, rows)}</dd>
        <dt>{view.t(words.database)}</dt>
        <dd>{databaseBytes === null ? view.t(words.unknown) : databaseWords(view, databaseBytes)}</dd>
      </dl>
      {isNear && databaseBytes < freePlan.databaseBytes && (
        <Notice view={view} kind="warning">
          <p>{view.t(words.databaseNear)}</p>
        </Notice>
      )}
    </section>
  )
}

function databaseWords(view: View, bytes: number): string {
  const [size, free, most] = [bytes, freePlan.databaseBytes, largestDatabaseBytes].map((each) =>
    inBytes(each),
  )
  return view.t(words.databaseOf, { size: size ?? '', free: free ?? '', most: most ?? '' })
}

function inBytes(bytes: number): string {
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB` : `${bytes / 1e9} GB`
}

export function Undoable({ view, report: { undoable } }: Props) {
  const columns: Column<UndoableDuty>[] = [
    { label: view.t(words.duty), cell: ({ duty }) => <DutyLink view={view} duty={duty} />, header: true },
    { label: view.t(words.reason), cell: (each) => <Reason view={view} undoable={each} /> },
  ]
  const title = view.t(words.undoable)
  return (
    <Section view={view} title={title} none={view.t(words.undoableNone)} found={undoable}>
      <Table caption={title} captionHidden columns={columns} rows={undoable.items} />
    </Section>
  )
}

function Reason({ view, undoable }: { view: View; undoable: UndoableDuty }) {
  if (undoable.reason !== 'nobody') {
    return <>{view.t(undoable.reason === 'no-target' ? words.noTarget : words.targetsSuspended)}</>
  }
  return (
    <>
      {undoable.units.map(({ id, isClosed, ...unit }) => (
        <div>
          <a href={`/units/${id}`}>{view.nameOf(unit)}</a>{' '}
          {view.t(isClosed ? words.unitClosed : words.nobodyIn)}
        </div>
      ))}
    </>
  )
}

export function Neglected({ view, report: { neglected, performers } }: Props) {
  const columns: Column<WatchedDuty>[] = [
    { label: view.t(words.duty), cell: (duty) => <DutyLink view={view} duty={duty} />, header: true },
    {
      label: view.t(words.performer),
      cell: ({ performedBy }) => {
        const unit = performers.get(performedBy)
        return unit === undefined ? view.t(words.eachTarget) : view.nameOf(unit)
      },
    },
    {
      label: view.t(words.lastDone),
      cell: ({ lastDoneAt }) =>
        lastDoneAt === null ? view.t(words.neverDone) : formatDay(view, dayAt(lastDoneAt, view.timeZone)),
    },
  ]
  const title = view.t(words.neglected)
  return (
    <Section view={view} title={title} none={view.t(words.neglectedNone)} found={neglected}>
      <Table caption={title} captionHidden columns={columns} rows={neglected.items} />
    </Section>
  )
}

export function QuietFeeds({ view, report: { quietFeeds } }: Props) {
  const columns: Column<QuietFeed>[] = [
    { label: view.t(words.feed), cell: ({ name }) => name, header: true },
    { label: view.t(words.owner), cell: ({ member }) => view.nameOf(member) },
    { label: view.t(words.lastFetched), cell: (feed) => fetchedWords(view, feed) },
  ]
  const title = view.t(words.quietFeeds)
  return (
    <Section view={view} title={title} none={view.t(words.quietFeedsNone)} found={quietFeeds}>
      <p class="quiet">{view.t(words.quietFeedsHint)}</p>
      <Table caption={title} captionHidden columns={columns} rows={quietFeeds.items} />
    </Section>
  )
}

function fetchedWords(view: View, { createdAt, lastFetchedAt, lastFetchedBy }: QuietFeed): string {
  const dayOf = (instant: number) => formatDay(view, dayAt(instant, view.timeZone))
  if (lastFetchedAt === null) return view.t(words.neverFetched, { day: dayOf(createdAt) })
  const program = Object.entries(programMessages).find(([name]) => name === lastFetchedBy)?.[1]
  return [dayOf(lastFetchedAt), program && view.t(program)].filter(Boolean).join(' · ')
}

function DutyLink({ view, duty }: { view: View; duty: WatchedDuty }) {
  return <a href={`/duties/${duty.id}`}>{view.nameOf({ name: duty.title, nameEn: duty.titleEn })}</a>
}

type SectionProps = PropsWithChildren<{ view: View; title: string; none: string; found: Some<unknown> }>

/** What was found, or that nothing was: a section that is not there says nothing. */
function Section({ view, title, none, found, children }: SectionProps) {
  const { items, hasMore } = found
  return (
    <section class="section">
      <h2>{title}</h2>
      {items.length === 0 ? <p class="quiet">{none}</p> : children}
      {hasMore && <p class="quiet">{view.t(words.more, { count: items.length })}</p>}
    </section>
  )
}
