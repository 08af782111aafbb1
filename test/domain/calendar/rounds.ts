import type { CalendarReader, CalendarRound } from '../../../src/domain/calendar/event.ts'
import { dayAt, parseInstant, type Instant } from '../../../src/domain/time/zone.ts'

export function at(text: string): Instant {
  const instant = parseInstant(text)
  if (instant === null) throw new Error(`${text} is no instant`)
  return instant
}

export const reader: CalendarReader = {
  language: 'en',
  timeZone: 'Asia/Shanghai',
  now: at('2026-03-02T09:00:00+08:00'),
}

/** A monthly check of March 2026, planned on the 10th and missed a week after its end. */
export function aRound(changes: Partial<CalendarRound> = {}): CalendarRound {
  return {
    id: 'round_t1_abc',
    version: 1,
    updatedAt: at('2026-02-01T00:00:00Z'),
    plannedOn: dayAt(at('2026-03-10T12:00:00+08:00'), 'Asia/Shanghai'),
    startsAt: null,
    title: 'Hand hygiene',
    topic: null,
    category: 'Infection control',
    target: 'Medical Ward 1',
    isJoint: false,
    performer: 'Infection Control Office',
    assignee: null,
    checklist: 'Hand hygiene audit',
    url: 'https://rounds.test/rounds/round_t1_abc',
    opensAt: at('2026-03-01T00:00:00+08:00'),
    dueAt: at('2026-04-01T00:00:00+08:00'),
    missesAt: at('2026-04-08T00:00:00+08:00'),
    startedAt: null,
    withdrawnAt: null,
    outcome: null,
    ...changes,
  }
}
