import type { Plan } from '../../domain/schedule/plan.ts'
import { formOfWindow, windowOf } from './forms-amounts.ts'
import { blankSchedule } from './forms-blank.ts'
import { formOfRhythm, rhythmOf } from './forms-rhythm.ts'
import { formOfTargets, targetsOf } from './forms-targets.ts'
import { formOfTopics, topicsOf } from './forms-topics.ts'
import type { ScheduleForm } from './forms.ts'

export type PlanDraft = Omit<Plan, 'id'>

/** What a form that says less than a plan can hold takes from elsewhere. */
export type Given = {
  /** the organisation's */
  timeZone: string
  /** the plan that is replaced: what the form calls `kept` comes from it */
  kept: PlanDraft | null
}

/** The plan that the form says, which may still be refused by `checkPlan`; null for standing work. */
export function planOf(form: ScheduleForm, { timeZone, kept }: Given): PlanDraft | null {
  if (form.way === 'standing') return null
  const topics = topicsOf(form, kept?.topics)
  return {
    from: form.from,
    until: form.until === '' ? null : form.until,
    timeZone: form.timeZone === '' ? timeZone : form.timeZone,
    rhythm: rhythmOf(form, kept?.rhythm ?? null),
    window: windowOf(form),
    holidays: form.holidays,
    targets: targetsOf(form) ?? kept?.targets ?? { none: true },
    ...(topics && { topics }),
  }
}

/** Of the organisation: what a form leaves empty or begins with. */
export type Surroundings = { timeZone: string; today: string; firstWeekday: number }

/** A form that says that plan, without loss; null: standing work, to begin on `today` should it get a plan. */
export function formOf(plan: PlanDraft | null, given: Surroundings): ScheduleForm {
  const blank = blankSchedule(plan?.from ?? given.today, given.firstWeekday)
  if (plan === null) return { ...blank, way: 'standing' }
  return {
    ...blank,
    ...formOfRhythm(plan),
    ...formOfWindow(plan.window),
    ...formOfTargets(plan.targets),
    ...formOfTopics(plan.topics),
    until: plan.until ?? '',
    timeZone: plan.timeZone === given.timeZone ? '' : plan.timeZone,
    holidays: plan.holidays,
  }
}

/** The form of a plan that is to hold from another day: every other week stays the same weeks. */
export function formOfRevision(plan: PlanDraft | null, given: Surroundings): ScheduleForm {
  const form = formOf(plan, given)
  if (plan === null) return { ...form, way: 'quota' }
  const dependsOnStart = form.way === 'rule' || (form.way === 'days' && form.interval !== '1')
  const from = plan.from > given.today ? plan.from : given.today
  return {
    ...form,
    from,
    start: form.start === '' && dependsOnStart && from !== plan.from ? plan.from : form.start,
  }
}
