import { isSuccession, takesTurns } from '../../domain/schedule/awaited.ts'
import { datesAhead, type DatesAhead } from '../../domain/schedule/dates-ahead.ts'
import type { Occurrence } from '../../domain/schedule/occurrences.ts'
import { topicOf } from '../../domain/schedule/topics.ts'
import type { Day } from '../../domain/time/civil.ts'
import type { Instant } from '../../domain/time/zone.ts'
import { expectedRounds } from './expected-rounds.ts'
import type { PlanDraft } from './forms-plan.ts'
import { contextOf, leadingRounds } from './queries-leading.ts'
import type { PlanningWorld } from './queries-planning-world.ts'
import type { Duty } from './queries.ts'
import { planningOf } from './runs.ts'

/** The next dates; `notes`: what some of them say besides their day. */
export type PreviewedDates = { dates: DatesAhead; notes: ReadonlyMap<Occurrence, DateNotes> }
export type DateNotes = { topic: string | null; targetIds: readonly string[] }

export type Previewing = {
  plan: PlanDraft
  world: PlanningWorld
  /** null: of a duty that is not saved yet */
  dutyId: string | null
  /** the duty that the plan follows, and what that follows */
  followed: readonly Duty[]
  /** who is picked today */
  picked: readonly string[]
  now: Instant
  today: Day
  from: Day
  limit: number
}

type Dated = { occurrence: Occurrence; topic: string | null; targetId: string | null }

/** What is drawn stays secret: its dates are told without those who are drawn. */
export function previewedDates(previewing: Previewing): PreviewedDates {
  const { plan, world, dutyId, from, limit } = previewing
  if (isSuccession(plan)) return merged(datesInSuccession(previewing), limit)
  if (!('none' in plan.targets) && plan.targets.coverage === 'rotate') {
    return merged(datesInTurn(previewing), limit)
  }
  const workingDays = world.workingDaysOf(null)
  const dates = datesAhead(plan, { dutyId, workingDays, from, limit })
  const notes = dates.occurrences.map((each) => {
    return [each, { topic: topicOf(plan, each, { workingDays }), targetIds: [] }] as const
  })
  return { dates, notes: new Map<Occurrence, DateNotes>(notes) }
}

/** As if all were done on the day it is planned. */
function datesInSuccession({
  plan,
  world,
  dutyId,
  followed,
  picked,
  today,
  from,
  limit,
}: Previewing): Dated[] {
  const leading = leadingRounds(plan, followed, world, { from, to: from + daysLed, today })
  const isOfOthers = plan.rhythm.kind === 'follow' && (picked.length === 0 || takesTurns(plan))
  const ids = isOfOthers ? [...leading.keys()] : picked.length === 0 ? [null] : picked
  return ids.slice(0, mostAsked).flatMap((targetId) => {
    const own = contextOf(world, leading, targetId)
    const workingDays = world.workingDaysOf(null)
    let topic: string | null = null
    return datesAhead(plan, { dutyId, workingDays, from, limit, ...own }).occurrences.map((occurrence) => {
      topic = topicOf(plan, occurrence, { workingDays, before: topic })
      return { occurrence, topic, targetId }
    })
  })
}

/** A year and a quarter of what is followed. */
const daysLed = 457
const mostAsked = 60
const firstStretch = 31
/** Eleven years: what comes more rarely is told by its sentence. */
const longestStretch = 4000

function datesInTurn({ plan, world, dutyId, now, today, from, limit }: Previewing): Dated[] {
  const at = { now, today, since: today, timeZone: plan.timeZone }
  const planning = planningOf(dutyOf(plan, dutyId ?? ''), world, at)
  let dated: Dated[] = []
  const count = () => new Set(dated.map(({ occurrence }) => occurrence.key)).size
  for (let days = firstStretch; days <= longestStretch && count() <= limit; days *= 4) {
    dated = expectedRounds(planning, { from, to: from + days }).map(({ occurrence, target }) => {
      const topic = topicOf(plan, occurrence, { workingDays: world.workingDaysOf(null) })
      return { occurrence, topic, targetId: target.id }
    })
  }
  return dated
}

/** By day, those of one occurrence together. */
function merged(dated: readonly Dated[], limit: number): PreviewedDates {
  const groups = [
    ...Map.groupBy(dated, ({ occurrence }) => `${occurrence.planned} ${occurrence.key}`).values(),
  ]
  const notes = new Map<Occurrence, DateNotes>()
  for (const group of groups) {
    const [first] = group
    const targetIds = group.flatMap(({ targetId }) => targetId ?? [])
    if (first !== undefined) notes.set(first.occurrence, { topic: first.topic, targetIds })
  }
  const occurrences = [...notes.keys()].toSorted((a, b) => a.planned - b.planned).slice(0, limit)
  return { dates: { occurrences, inPeriod: null }, notes }
}

/** A duty of this plan alone, as far as planning asks. */
function dutyOf(plan: PlanDraft, id: string): Duty {
  return {
    id,
    title: '',
    titleEn: null,
    kind: 'check',
    category: '',
    ownedBy: '',
    performedBy: 'target',
    withUnits: [],
    plans: [{ id: '', ...plan }],
    makeUp: 'allowed',
    checklistId: null,
    references: [],
    closedOn: null,
    plannedUntilOn: null,
    planNextOn: null,
    version: 0,
  }
}
