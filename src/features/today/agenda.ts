import { stateOf, type RoundState } from '../../domain/round/state.ts'
import { dayAt, lastDayBefore, type Instant } from '../../domain/time/zone.ts'
import type { WorkItem } from '../rounds/queries-quotas.ts'

export type AgendaItem = WorkItem & { state: RoundState }

export type Agenda = {
  overdue: AgendaItem[]
  now: AgendaItem[]
  coming: AgendaItem[]
  /** open quota rounds whose planned day is further off (本期内可做) */
  possible: AgendaItem[]
}

export type Section = keyof Agenda
export type Clock = { now: Instant; timeZone: string }

/** How far "coming this week" reaches, and how near a due time makes work due now. */
export const comingDays = 7
const soonDays = 2

export function agendaOf(items: readonly WorkItem[], clock: Clock): Agenda {
  const agenda: Agenda = { overdue: [], now: [], coming: [], possible: [] }
  for (const item of items) {
    const state = stateOf(item.work, clock.now)
    const section = sectionOf(item, state, clock)
    if (section !== null) agenda[section].push({ ...item, state })
  }
  agenda.overdue.sort(byDue)
  agenda.now.sort(byDue)
  agenda.coming.sort((a, b) => a.work.plannedOn - b.work.plannedOn || byDue(a, b))
  return agenda
}

/** Null: neither open nor planned for this week. */
function sectionOf({ work, isBehind }: WorkItem, state: RoundState, clock: Clock): Section | null {
  if (state === 'overdue' || state === 'missed') return 'overdue'
  const today = dayAt(clock.now, clock.timeZone)
  const isSoon = work.plannedOn <= today + comingDays
  if (state === 'planned') return isSoon ? 'coming' : null
  const lastDay = lastDayBefore(work.dueAt, clock.timeZone)
  if (work.plannedOn <= today || lastDay <= today + soonDays || isBehind) return 'now'
  return isSoon ? 'coming' : 'possible'
}

function byDue(a: AgendaItem, b: AgendaItem): number {
  return a.work.dueAt - b.work.dueAt || a.work.plannedOn - b.work.plannedOn
}
