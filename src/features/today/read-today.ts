import { isJointFor, mayAdminister } from '../../domain/access.ts'
import { notFound } from '../../domain/errors.ts'
import { dayAt, startOfDay } from '../../domain/time/zone.ts'
import type { Context } from '../../platform/context.ts'
import { firstStepsOf, type FirstSteps } from '../organisations/queries-first-steps.ts'
import { workItems } from '../rounds/queries-quotas.ts'
import { idsIn, namesOf, type Names, type Work } from '../rounds/queries-work.ts'
import { agendaOf, comingDays, type Agenda } from './agenda.ts'
import { nextWorkOf, workOf } from './queries.ts'

export type Today = {
  agenda: Agenda
  names: Names
  /** the units to choose among; one of them may be chosen */
  units: readonly string[]
  unit: string | null
  /** where there is nothing to do now: what comes next */
  next: Work | null
  /** of an administrator who has nothing to do: what is left until others have */
  firstSteps: FirstSteps | null
}

/** What the member has to do: assigned by name, to them or whom they stand in for, or to nobody in the own units. */
export async function readToday(context: Context, { unit }: { unit: string | null }): Promise<Today> {
  const { actor, store, now, org } = context
  const units = [...actor.ownUnits]
  if (unit !== null && !units.includes(unit)) throw notFound()
  const searched = unit === null ? units : [unit]

  const today = dayAt(now, org.timeZone)
  const opensBefore = startOfDay(today + comingDays + 1, org.timeZone)
  const mine = await workOf(context, { units: searched, opensBefore })
  const work = unit === null ? mine : mine.filter((one) => one.performedBy === unit || isJointFor(actor, one))
  const agenda = agendaOf(await workItems(context, work), { now, timeZone: org.timeZone })

  const isEmpty = Object.values(agenda).every((items) => items.length === 0)
  const next = isEmpty ? await nextWorkOf(store, { actor, units: searched, now }) : null
  const names = await namesOf(context, idsIn(next === null ? work : [next], { units }))
  const isSettingUp = isEmpty && mayAdminister(actor)
  const firstSteps = isSettingUp ? await firstStepsOf(store, actor.memberId) : null
  return { agenda, names, units, unit, next, firstSteps }
}
