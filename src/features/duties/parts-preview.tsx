import type { FieldFault } from '../../domain/errors.ts'
import { describePlan } from '../../domain/schedule/describe-plan.ts'
import { planFaultSentence, planWarningSentence } from '../../domain/schedule/fault-messages.ts'
import type { DatesAhead } from '../../domain/schedule/dates-ahead.ts'
import type { Occurrence } from '../../domain/schedule/occurrence.ts'
import type { Targets } from '../../domain/schedule/plan.ts'
import type { PlanFault, PlanWarning } from '../../domain/schedule/plan-fault.ts'
import { printDate } from '../../domain/time/civil.ts'
import { lastDayBefore } from '../../domain/time/zone.ts'
import { faultSentence } from '../../platform/problem.ts'
import { formatDay, formatDeadline, formatTime, formatWindow, isStartOfDay } from '../../ui/format.ts'
import { errorOf } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { View } from '../../ui/view.ts'
import type { Names } from '../rounds/queries-work.ts'
import { dutyMessages } from './messages.ts'
import { previewMessages as words } from './preview-messages.ts'
import { fieldOf } from './forms-faults.ts'
import type { PlanDraft } from './forms-plan.ts'
import type { ScheduleForm } from './forms.ts'
import { scheduleLabels } from './parts-labels.tsx'
import { nameOfTarget, targetWords, titleOfDuty, topicWords } from './parts-words.tsx'
import type { DateNotes } from './preview-rounds.ts'
import type { Duty } from './queries.ts'

/** What a form says, as far as it can be understood. */
export type Preview =
  | { kind: 'standing' }
  | { kind: 'wrong'; form: ScheduleForm; formFaults: FieldFault[]; planFaults: PlanFault[] }
  | {
      kind: 'dates'
      plan: PlanDraft
      dates: DatesAhead
      /** what the duty is called that it follows, where its reader may know */
      followed: Pick<Duty, 'title' | 'titleEn'> | null
      warnings: PlanWarning[]
      notes: ReadonlyMap<Occurrence, DateNotes>
      /** who is picked today, the first of them by id; null: it is done on nothing in particular */
      picked: { count: number; ids: readonly string[] } | null
      names: Names
    }

/** The inside of the preview: swapped by htmx while one types, part of the page where scripts are off. */
export function PreviewContent({ view, preview }: { view: View; preview: Preview }) {
  switch (preview.kind) {
    case 'standing':
      return <p>{view.t(words.standing)}</p>
    case 'wrong':
      return <WhatIsWrong view={view} preview={preview} />
    case 'dates':
      return <PlanInWords view={view} preview={preview} />
  }
}

function WhatIsWrong({ view, preview }: { view: View; preview: Extract<Preview, { kind: 'wrong' }> }) {
  const { form, formFaults, planFaults } = preview
  const labels: Record<string, string> = scheduleLabels(view)
  const sentences = [
    ...formFaults.map((fault) => errorOf(view, labels[fault.path], faultSentence(fault, view.locale))),
    ...planFaults.map((fault) =>
      errorOf(view, labels[fieldOf(form, fault)], planFaultSentence(fault, view.locale)),
    ),
  ]
  const at = planFaults.find((fault) => fault.at !== undefined)?.at
  return (
    <>
      <p class="quiet">{view.t(words.wrong)}</p>
      {at !== undefined && <MarkedText text={form.rrule} at={at} />}
      <ul>
        {[...new Set(sentences)].map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </>
  )
}

/** A typed rule with its wrong part marked. */
function MarkedText({ text, at }: { text: string; at: { start: number; end: number } }) {
  return (
    <p>
      <code>
        {text.slice(0, at.start)}
        <mark>{at.end > at.start ? text.slice(at.start, at.end) : '…'}</mark>
        {text.slice(at.end)}
      </code>
    </p>
  )
}

function PlanInWords({ view, preview }: { view: View; preview: Extract<Preview, { kind: 'dates' }> }) {
  const { plan, dates, notes, followed, warnings, picked, names } = preview
  const title = followed === null ? undefined : titleOfDuty(view, followed)
  return (
    <>
      <p class="sentence">{describePlan(plan, view.locale, title)}</p>
      {picked !== null && <PickedTargets view={view} names={names} targets={plan.targets} picked={picked} />}
      {picked === null && plan.rhythm.kind === 'follow' && <p>{view.t(dutyMessages.followedTargets)}</p>}
      {plan.topics !== undefined && <p>{topicWords(view, plan.topics)}</p>}
      {warnings.filter(isNews).map((warning) => (
        <Notice view={view} kind="info">
          <p>{planWarningSentence(warning, view.locale)}</p>
        </Notice>
      ))}
      <DateList
        view={{ ...view, timeZone: plan.timeZone }}
        dates={dates}
        notesOf={(occurrence) => notesInWords(view, names, notes.get(occurrence))}
      />
    </>
  )
}

/** What is drawn is said where its dates and its targets stand. */
function isNews({ code }: PlanWarning): boolean {
  return code !== 'drawn'
}

type PickedProps = {
  view: View
  names: Names
  targets: Targets
  picked: { count: number; ids: readonly string[] }
}

/** In words, and who that is today. */
function PickedTargets({ view, names, targets, picked: { count, ids } }: PickedProps) {
  const named = ids.map((id) => nameOfTarget(view, names, id)).join(view.t(words.separator))
  return (
    <>
      <p>{targetWords(view, names, targets)}</p>
      {!('none' in targets) && targets.coverage === 'draw' && (
        <p class="quiet">{view.t(words.targetsByLot)}</p>
      )}
      {count > 0 && (
        <details class="fold">
          <summary>{view.t(words.picked, { count })}</summary>
          <p class="quiet">{count > ids.length ? view.t(words.andMore, { names: named }) : named}</p>
        </details>
      )}
    </>
  )
}

function notesInWords(view: View, names: Names, notes: DateNotes | undefined): string[] {
  if (notes === undefined) return []
  const targets = notes.targetIds.map((id) => nameOfTarget(view, names, id))
  return [targets.join(view.t(words.separator)), notes.topic ?? ''].filter((note) => note !== '')
}

type DateListProps = {
  view: View
  dates: DatesAhead
  notesOf?: (occurrence: Occurrence) => string[]
}

/** `view.timeZone` is the plan's: its dates are said in it. */
export function DateList({ view, dates, notesOf = () => [] }: DateListProps) {
  const { occurrences, inPeriod } = dates
  if (occurrences.length === 0) return <p>{view.t(words.none)}</p>
  if (inPeriod !== null) {
    return <PeriodList view={view} occurrences={occurrences} inPeriod={inPeriod} notesOf={notesOf} />
  }
  return (
    <>
      <h3>{view.t(words.next, { count: occurrences.length })}</h3>
      <ol class="dates">
        {occurrences.map((occurrence) => (
          <DateOf view={view} occurrence={occurrence} more={notesOf(occurrence)} />
        ))}
      </ol>
    </>
  )
}

type PeriodListProps = {
  view: View
  occurrences: readonly Occurrence[]
  inPeriod: { times: number; isDrawn: boolean }
  notesOf: (occurrence: Occurrence) => string[]
}

/** Occurrences whose day is free are alike within their period. */
function PeriodList({ view, occurrences, inPeriod: { times, isDrawn }, notesOf }: PeriodListProps) {
  const periods = [...Map.groupBy(occurrences, ({ dueAt }) => dueAt).values()]
  return (
    <>
      <h3>{view.t(words.nextPeriods, { count: periods.length })}</h3>
      <p class="quiet">{view.t(isDrawn ? words.byLot : words.anyDay)}</p>
      <ol class="dates">
        {periods.map((period) => (
          <PeriodOf view={view} period={period} times={times} notesOf={notesOf} />
        ))}
      </ol>
    </>
  )
}

type PeriodProps = {
  view: View
  period: readonly Occurrence[]
  times: number
  notesOf: (occurrence: Occurrence) => string[]
}

function PeriodOf({ view, period, times, notesOf }: PeriodProps) {
  const [first] = period
  if (first === undefined) return null
  return (
    <li>
      {formatWindow(view, first.opensAt, first.dueAt)}
      {times > 1 && <span class="quiet">{view.t(words.times, { count: times })}</span>}
      {[...new Set(period.flatMap(notesOf))].map((note) => (
        <span class="quiet">{note}</span>
      ))}
    </li>
  )
}

/** The planned day, its time, whether it was moved, and by when it must be done where that is another day. */
type DateProps = { view: View; occurrence: Occurrence; more: readonly string[] }

function DateOf({ view, occurrence, more }: DateProps) {
  const { date, planned, startsAt } = occurrence
  const due = dueOf(view, occurrence)
  const notes = [
    ...more,
    planned === date ? '' : view.t(words.moved, { day: formatDay(view, date) }),
    due === '' ? '' : view.t(words.dueBy, { when: due }),
  ].filter((note) => note !== '')
  return (
    <li>
      <time datetime={printDate(planned)}>
        {formatDay(view, planned)}
        {startsAt !== null && ` ${formatTime(view, startsAt)}`}
      </time>
      {notes.map((note) => (
        <span class="quiet">{note}</span>
      ))}
    </li>
  )
}

/** Empty where it is the end of the planned day. */
function dueOf(view: View, { planned, dueAt }: Occurrence): string {
  if (lastDayBefore(dueAt, view.timeZone) !== planned) return formatDeadline(view, dueAt)
  return isStartOfDay(dueAt, view.timeZone) ? '' : formatTime(view, dueAt)
}
