import { mayEditDuty } from '../../domain/access.ts'
import { datesAhead } from '../../domain/schedule/dates-ahead.ts'
import { describePlan } from '../../domain/schedule/describe-plan.ts'
import { planWarningSentence } from '../../domain/schedule/fault-messages.ts'
import type { Occurrence } from '../../domain/schedule/occurrence.ts'
import type { Plan } from '../../domain/schedule/plan.ts'
import { topicOf } from '../../domain/schedule/topics.ts'
import { parseDate, type Day } from '../../domain/time/civil.ts'
import type { WorkingDays } from '../../domain/time/working-days.ts'
import { dayAt } from '../../domain/time/zone.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { formatDay } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import type { View } from '../../ui/view.ts'
import { targetOf } from '../rounds/parts.tsx'
import type { RoundSummary } from '../rounds/queries-lists.ts'
import type { Names } from '../rounds/queries-work.ts'
import { isSuccession, takesTurns } from '../../domain/schedule/awaited.ts'
import { dutyMessages as words } from './messages.ts'
import type { DutyDetail } from './parts-duty.tsx'
import { DateList } from './parts-preview.tsx'
import { planState, targetWords, topicWords, type PlanState, titleOfDuty } from './parts-words.tsx'
import { planMessages as planWords } from './plan-messages.ts'
import type { Duty } from './queries.ts'

type Props = { view: View; detail: DutyDetail }

/** What holds now or is to come, each with its next dates. */
export function DutyPlans({ view, detail, workingDays }: Props & { workingDays: WorkingDays }) {
  const { duty } = detail
  const today = dayAt(view.now, view.timeZone)
  const holding = duty.plans.filter((plan) => planState(plan, today) !== 'over')
  return (
    <section class="section" aria-labelledby="schedule">
      <h2 id="schedule">{view.t(words.running)}</h2>
      {holding.length === 0 && <p>{view.t(duty.plans.length === 0 ? words.standingHelp : words.over)}</p>}
      {holding.length > 1 && <p class="quiet">{view.t(planWords.orderHelp)}</p>}
      {holding.map((plan, index) => (
        <PlanCard
          view={view}
          detail={detail}
          plan={plan}
          rank={holding.length === 1 ? null : index + 1}
          today={today}
          workingDays={workingDays}
        />
      ))}
      {mayChange(view, duty) && (
        <p>
          <ButtonLink href={`/duties/${duty.id}/plans/new`} kind="quiet" icon="plus">
            {view.t(words.addPlan)}
          </ButtonLink>
        </p>
      )}
    </section>
  )
}

function mayChange(view: View, duty: Duty): boolean {
  return duty.closedOn === null && view.member !== null && mayEditDuty(view.member.actor, duty)
}

type PlanCardProps = Props & {
  plan: Plan
  /** null: there is no other */
  rank: number | null
  today: Day
  workingDays: WorkingDays
}

function PlanCard({ view, detail, plan, rank, today, workingDays }: PlanCardProps) {
  const { duty, names, warnings } = detail
  return (
    <div class="card">
      {rank !== null && <p class="quiet">{view.t(planWords.rank, { rank })}</p>}
      <p class="sentence">{describePlan(plan, view.locale)}</p>
      <FollowedDuty view={view} detail={detail} plan={plan} />
      <p>
        {plan.rhythm.kind === 'follow' && 'none' in plan.targets
          ? view.t(words.followedTargets)
          : targetWords(view, names, plan.targets)}
      </p>
      {plan.topics !== undefined && <p>{topicWords(view, plan.topics)}</p>}
      {planState(plan, today) === 'ahead' && <p class="quiet">{validWords(view, plan)}</p>}
      {(warnings.get(plan.id) ?? []).map((warning) => (
        <Notice view={view} kind="info">
          <p>{planWarningSentence(warning, view.locale)}</p>
        </Notice>
      ))}
      {duty.closedOn === null && (
        <PlanDates view={view} detail={detail} plan={plan} today={today} workingDays={workingDays} />
      )}
      {mayChange(view, duty) && (
        <PlanActions view={view} duty={duty} plan={plan} isFirst={(rank ?? 1) === 1} />
      )}
    </div>
  )
}

function FollowedDuty({ view, detail, plan }: Props & { plan: Plan }) {
  const { rhythm } = plan
  const duty = detail.followed.find(({ id }) => rhythm.kind === 'follow' && id === rhythm.duty)
  if (duty === undefined) return null
  return (
    <p>
      {view.t(words.follows)}
      <a href={`/duties/${duty.id}`}>{titleOfDuty(view, duty)}</a>
      {duty.closedOn !== null && <span class="quiet">{view.t(words.followedClosed)}</span>}
    </p>
  )
}

/** What the plan says or, where that depends on what was done, the rounds that are planned. */
function PlanDates({ view, detail, plan, today, workingDays }: Omit<PlanCardProps, 'rank'>) {
  const inZone = { ...view, timeZone: plan.timeZone }
  if (takesTurns(plan) || isSuccession(plan)) return <PlannedDays view={inZone} detail={detail} plan={plan} />
  const from = Math.max(today, parseDate(plan.from) ?? today)
  const dates = datesAhead(plan, { dutyId: detail.duty.id, workingDays, from, limit: datesShown })
  const notesOf = (occurrence: Occurrence) => [topicOf(plan, occurrence, { workingDays }) ?? []].flat()
  return <DateList view={inZone} dates={dates} notesOf={notesOf} />
}

/** The rounds of a day in one line. */
function PlannedDays({ view, detail, plan }: Props & { plan: Plan }) {
  const own = detail.coming.filter(({ round }) => round.planId === plan.id)
  const days = [...Map.groupBy(own, ({ round }) => round.plannedOn)].toSorted(([a], [b]) => a - b)
  if (days.length === 0) return <p class="quiet">{view.t(planWords.noneYet)}</p>
  return (
    <>
      <h3>{view.t(planWords.planned)}</h3>
      <ol class="dates">
        {days.slice(0, datesShown).map(([day, rounds]) => (
          <li>
            {formatDay(view, day)}
            {whatOf(view, detail.names, rounds).map((note) => (
              <span class="quiet">{note}</span>
            ))}
          </li>
        ))}
      </ol>
    </>
  )
}

/** On what the rounds of a day are done, and what about. */
function whatOf(view: View, names: Names, rounds: readonly RoundSummary[]): string[] {
  const targets = rounds.flatMap(({ round }) => targetOf(view, names, round) ?? [])
  const topics = new Set(rounds.flatMap(({ round }) => round.topic ?? []))
  return [targets.join(view.t(words.separator)), ...topics].filter((note) => note !== '')
}

const datesShown = 10

type PlanActionsProps = { view: View; duty: Duty; plan: Plan; isFirst: boolean }

function PlanActions({ view, duty, plan, isFirst }: PlanActionsProps) {
  const path = `/duties/${duty.id}/plans`
  return (
    <p class="actions">
      <ButtonLink href={`${path}/new?replaces=${plan.id}`} icon="calendar-days">
        {view.t(words.revise)}
      </ButtonLink>
      {!isFirst && <ButtonLink href={`${path}/${plan.id}/precedence`}>{view.t(planWords.first)}</ButtonLink>}
      <ButtonLink href={`${path}/${plan.id}/ending`} kind="quiet">
        {view.t(planWords.end)}
      </ButtonLink>
    </p>
  )
}

function validWords(view: View, { from, until }: Plan): string {
  const [first, last] = [from, until].map((text) =>
    text === null ? null : formatDay(view, parseDate(text) ?? 0),
  )
  return last === null || last === undefined
    ? view.t(words.valid, { from: first ?? '' })
    : view.t(words.validUntil, { from: first ?? '', until: last })
}

const planStates: Record<PlanState, (typeof words)[keyof typeof words]> = {
  running: words.planRunning,
  ahead: words.planAhead,
  over: words.planOver,
}

/** All its plans, the last one first: history stays true. */
export function PlanHistory({ view, detail }: Props) {
  const { duty, names } = detail
  const today = dayAt(view.now, view.timeZone)
  if (duty.plans.length < 2 && duty.plans.every((plan) => planState(plan, today) !== 'over')) return null
  // One that was replaced before its first day never held.
  const held = duty.plans.filter(({ from, until }) => until === null || until >= from)
  const plans = held.toSorted((a, b) => (a.from < b.from ? 1 : -1))
  return (
    <section class="section" aria-labelledby="history">
      <h2 id="history">{view.t(words.history)}</h2>
      <ol class="list-plain history">
        {plans.map((plan) => (
          <li>
            <span class="quiet">
              {validWords(view, plan)} · {view.t(planStates[planState(plan, today)])}
            </span>
            <br />
            {describePlan({ ...plan, until: null }, view.locale)} · {targetWords(view, names, plan.targets)}
          </li>
        ))}
      </ol>
    </section>
  )
}
