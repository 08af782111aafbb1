import { Refusal } from '../../domain/errors.ts'
import { parseDate, printDate } from '../../domain/time/civil.ts'
import type { CalendarEvent } from '../../domain/working-days/read-ics.ts'
import { parseTyped } from '../../platform/validation.ts'
import { correctDaySchema } from './schemas.ts'

/** An event of a calendar file as a checkbox sends it: `2026-02-17/2026-02-23/off/春节`. */
export function printEvent({ from, until, isWorking, name }: CalendarEvent): string {
  return [printDate(from), printDate(until), isWorking ? 'working' : 'off', name].join('/')
}

export function readEvent(text: string): CalendarEvent {
  const match = /^([^/]+)\/([^/]+)\/(working|off)\/(.*)$/s.exec(text)
  const [from, until] = [parseDate(match?.[1] ?? ''), parseDate(match?.[2] ?? '')]
  // Ours have none of these faults, so nobody has to be told which.
  if (match === null || from === null || until === null || until < from || until - from > 31) {
    throw new Refusal('malformed')
  }
  const isWorking = match[3] === 'working'
  const { name } = parseTyped(correctDaySchema, { isWorking, name: match[4] || null })
  return { from, until, isWorking, name: name ?? '' }
}
