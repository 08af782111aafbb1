import type { FieldFault } from '../../domain/errors.ts'
import { checkPlan, type PlanFault } from '../../domain/schedule/check-plan.ts'
import { planFaultSentence } from '../../domain/schedule/fault-messages.ts'
import type { Plan } from '../../domain/schedule/plan.ts'
import type { Locale } from '../../platform/i18n.ts'
import type { PlanInput } from './plan-schemas.ts'

/** A plan that names no zone follows the organisation's. */
export function inZone(plan: PlanInput, timeZone: string): Omit<Plan, 'id'> {
  return { ...plan, timeZone: plan.timeZone ?? timeZone }
}

/** What the domain refuses, beside the fields of the request; `path` is where the plan stands in it. */
export function planFaults(plan: Omit<Plan, 'id'>, path: string, locale: Locale): FieldFault[] {
  return inWords(checkPlan(plan).faults, path, locale)
}

export function inWords(faults: readonly PlanFault[], path: string, locale: Locale): FieldFault[] {
  return faults.map((fault) => ({
    path: `${path}.${fault.path}`,
    code: fault.code,
    message: planFaultSentence(fault, locale),
  }))
}

/**
 * Who checks itself must be a target: of every plan, where the duty is performed by 'target'. What follows another duty takes
 * over whatever targets that has.
 */
export function selfCheckFaults(
  performedBy: string,
  plans: readonly Pick<Plan, 'targets' | 'rhythm'>[],
  path: string,
): FieldFault[] {
  const isFault = performedBy === 'target' && plans.some(lacksTargets)
  return isFault ? [{ path, code: 'target-without-targets' }] : []
}

function lacksTargets({ targets, rhythm }: Pick<Plan, 'targets' | 'rhythm'>): boolean {
  return 'none' in targets && rhythm.kind !== 'follow'
}
