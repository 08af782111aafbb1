import { mayPreviewSchedules, requireAllowed } from '../../domain/access.ts'
import { checkPlan } from '../../domain/schedule/check-plan.ts'
import { datesAhead } from '../../domain/schedule/dates-ahead.ts'
import { provisionalWarnings } from '../../domain/schedule/provisional.ts'
import { pickTargets } from '../../domain/schedule/targets.ts'
import { parseDate } from '../../domain/time/civil.ts'
import { dayAt } from '../../domain/time/zone.ts'
import type { Context } from '../../platform/context.ts'
import { readDays } from '../working-days/queries.ts'
import { formFaults } from './forms-checks.ts'
import { planOf, type PlanDraft } from './forms-plan.ts'
import type { ScheduleForm } from './forms.ts'
import type { Preview } from './parts-preview.tsx'
import { planningWorld } from './queries-planning-world.ts'

const datesShown = 10

export type Previewed = {
  form: ScheduleForm
  /** the plan that is replaced */
  kept: PlanDraft | null
  /** null: of a duty that is not saved yet */
  dutyId: string | null
}

/** The sentence, the next dates and what may surprise, or what is wrong; stores nothing. */
export async function previewOf(context: Context, { form, kept, dutyId }: Previewed): Promise<Preview> {
  requireAllowed(mayPreviewSchedules(context.actor))
  const faults = formFaults(form)
  const plan = planOf(form, { timeZone: context.org.timeZone, kept })
  if (plan === null) return { kind: 'standing' }
  const { calendar } = await readDays(context)
  const checked = faults.length > 0 ? { faults: [], warnings: [] } : checkPlan(plan, calendar)
  if (faults.length + checked.faults.length > 0) {
    return { kind: 'wrong', formFaults: faults, planFaults: checked.faults, rrule: form.rrule }
  }
  const today = dayAt(context.now, plan.timeZone)
  const from = Math.max(today, parseDate(plan.from) ?? today)
  const dates = datesAhead(plan, { dutyId, workingDays: calendar, from, limit: datesShown })
  const planned = dates.occurrences.map((each) => each.planned)
  return {
    kind: 'dates',
    plan,
    dates,
    warnings: [...checked.warnings, ...provisionalWarnings(plan, planned, calendar)],
    targetCount: await countTargets(context, plan, from),
  }
}

async function countTargets(context: Context, { targets }: PlanDraft, on: number): Promise<number | null> {
  if ('none' in targets) return null
  const world = await planningWorld(context, {
    assets: targets.assets !== undefined,
    members: targets.members !== undefined,
    suspensionsSince: on,
    past: [],
  })
  return pickTargets(targets, world, on).length
}
