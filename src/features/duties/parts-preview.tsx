import type { FieldFault } from '../../domain/errors.ts'
import { describePlan } from '../../domain/schedule/describe-plan.ts'
import { planFaultSentence, planWarningSentence } from '../../domain/schedule/fault-messages.ts'
import type { DatesAhead } from '../../domain/schedule/dates-ahead.ts'
import type { Occurrence } from '../../domain/schedule/occurrence.ts'
import type { PlanFault, PlanWarning } from '../../domain/schedule/plan-fault.ts'
import { printDate } from '../../domain/time/civil.ts'
import { lastDayBefore } from '../../domain/time/zone.ts'
import { faultSentence } from '../../platform/problem.ts'
import { formatDay, formatTime, formatWindow } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import type { View } from '../../ui/view.ts'
import { previewMessages as words } from './preview-messages.ts'
import type { PlanDraft } from './forms-plan.ts'

/** What a form says, as far as it can be understood. */
export type Preview =
  | { kind: 'standing' }
  | { kind: 'wrong'; formFaults: FieldFault[]; planFaults: PlanFault[]; rrule: string }
  | {
      kind: 'dates'
      plan: PlanDraft
      dates: DatesAhead
      warnings: PlanWarning[]
      /** null: it is done on nothing in particular */
      targetCount: number | null
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
  const { formFaults, planFaults, rrule } = preview
  const sentences = [
    ...formFaults.map((fault) => faultSentence(fault, view.locale)),
    ...planFaults.map((fault) => planFaultSentence(fault, view.locale)),
  ]
  const at = planFaults.find((fault) => fault.at !== undefined)?.at
  return (
    <>
      <p class="quiet">{view.t(words.wrong)}</p>
      {at !== undefined && <MarkedText text={rrule} at={at} />}
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
  const { plan, dates, warnings, targetCount } = preview
  return (
    <>
      <p class="sentence">{describePlan(plan, view.locale)}</p>
      {targetCount !== null && (
        <p>{targetCount === 0 ? view.t(words.noTargets) : view.t(words.targets, { count: targetCount })}</p>
      )}
      {warnings.map((warning) => (
        <Notice view={view} kind="info">
          <p>{planWarningSentence(warning, view.locale)}</p>
        </Notice>
      ))}
      <DateList view={{ ...view, timeZone: plan.timeZone }} dates={dates} />
    </>
  )
}

/** `view.timeZone` is the plan's: its dates are said in it. */
export function DateList({ view, dates }: { view: View; dates: DatesAhead }) {
  const { occurrences, isDayFree } = dates
  if (occurrences.length === 0) return <p>{view.t(words.none)}</p>
  return (
    <>
      <h3>{view.t(words.next, { count: occurrences.length })}</h3>
      {isDayFree && <p class="quiet">{view.t(words.anyDay)}</p>}
      <ol class="dates">
        {isDayFree
          ? periodsOf(occurrences).map((period) => <PeriodOf view={view} period={period} />)
          : occurrences.map((occurrence) => <DateOf view={view} occurrence={occurrence} />)}
      </ol>
    </>
  )
}

/** Occurrences whose day is free are alike within their period. */
function periodsOf(occurrences: readonly Occurrence[]): Occurrence[][] {
  return [...Map.groupBy(occurrences, ({ dueAt }) => dueAt).values()]
}

function PeriodOf({ view, period }: { view: View; period: readonly Occurrence[] }) {
  const [first] = period
  if (first === undefined) return null
  return (
    <li>
      {formatWindow(view, first.opensAt, first.dueAt)}
      {period.length > 1 && <span class="quiet">{view.t(words.times, { count: period.length })}</span>}
    </li>
  )
}

/** The planned day, its time, whether it was moved, and by when it must be done where that is another day. */
function DateOf({ view, occurrence }: { view: View; occurrence: Occurrence }) {
  const { date, planned, startsAt, dueAt } = occurrence
  const lastDay = lastDayBefore(dueAt, view.timeZone)
  const notes = [
    planned === date ? '' : view.t(words.moved, { day: formatDay(view, date) }),
    lastDay === planned ? '' : view.t(words.dueBy, { day: formatDay(view, lastDay) }),
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
