import { mayReadUnit, requireReadable } from '../../domain/access.ts'
import { invalid } from '../../domain/errors.ts'
import { sureDate } from '../../domain/schedule/checked.ts'
import { civilOf, type Day } from '../../domain/time/civil.ts'
import { unitDays } from '../../domain/working-days/unit-days.ts'
import type { CalendarDay } from '../../domain/working-days/working-calendar.ts'
import type { Context } from '../../platform/context.ts'
import { allUnits } from '../units/queries.ts'
import { readDays, type OrganisationDays } from './queries.ts'

const mostDays = 400

/** A day as a unit, or the whole organisation, has it. */
export type ReadDay = Omit<CalendarDay, 'reason'> & { day: Day; reason: CalendarDay['reason'] | 'closed' }

/** The days from one to another, of a unit where one is named, and the years whose holidays are not certain. */
export async function readWorkingDays(
  context: Context,
  input: { from: string; to: string; unitId?: string | undefined },
): Promise<{ days: ReadDay[]; provisionalYears: number[] }> {
  const [from, to] = [sureDate(input.from), sureDate(input.to)]
  if (to < from) throw invalid({ path: 'to', code: 'end-before-start' })
  if (to - from >= mostDays) throw invalid({ path: 'to', code: 'too-many-days', params: { most: mostDays } })
  const known = await readDays(context)
  const isClosed = await closedDays(context, known, input.unitId)
  const days = Array.from({ length: to - from + 1 }, (_, index) => dayOn(from + index, known, isClosed))
  const years = new Set(days.map(({ day }) => civilOf(day).year))
  return { days, provisionalYears: [...years].filter((year) => known.calendar.isProvisional(year)) }
}

function dayOn(day: Day, { calendar }: OrganisationDays, isClosed: (day: Day) => boolean): ReadDay {
  const on = calendar.dayOn(day)
  return on.isWorking && isClosed(day)
    ? { day, isWorking: false, reason: 'closed', names: null }
    : { day, ...on }
}

async function closedDays(
  { actor, store }: Context,
  { calendar, closures }: OrganisationDays,
  unitId: string | undefined,
): Promise<(day: Day) => boolean> {
  if (unitId === undefined) return () => false
  requireReadable(mayReadUnit(actor, unitId))
  const units = await allUnits(store)
  requireReadable(units.some(({ id }) => id === unitId))
  const own = unitDays(calendar, closures, new Map(units.map(({ id, parentId }) => [id, parentId])))(unitId)
  return (day) => !own.isWorking(day)
}
