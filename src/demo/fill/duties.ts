import { printDate, type Day } from '../../domain/time/civil.ts'
import type { Pick } from '../../domain/schedule/plan.ts'
import { createDuty } from '../../features/duties/create-duty.ts'
import { createDutySchema } from '../../features/duties/schemas.ts'
import type { Context } from '../../platform/context.ts'
import type { IdKind } from '../../platform/ids.ts'
import type { SeedDuty, SeedPlan } from '../hospital/types.ts'
import { idOfSlug } from './ids.ts'

/** Makes the duties the way the planner would, by the verb; each with a context of its own, as a request has. */
export async function makeDuties(
  seeds: readonly SeedDuty[],
  contextOfRequest: () => Context,
  from: Day,
): Promise<void> {
  for (const seed of seeds) await createDuty(contextOfRequest(), createDutySchema.parse(bodyOf(seed, from)))
}

function bodyOf(seed: SeedDuty, from: Day) {
  return {
    title: seed.title['zh-CN'],
    titleEn: seed.title.en,
    kind: seed.kind,
    category: seed.category,
    ownedBy: idOfSlug('unit', seed.ownedBy),
    performedBy: seed.performedBy === 'target' ? 'target' : idOfSlug('unit', seed.performedBy),
    with: (seed.with ?? []).map((slug) => idOfSlug('unit', slug)),
    plans: seed.plans.map((plan) => planOf(plan, from)),
    makeUp: seed.makeUp,
    checklistId: seed.checklist === undefined ? null : idOfSlug('checklist', seed.checklist),
    references: [{ standard: seed.reference['zh-CN'], clause: seed.source ?? seed.reference.en }],
  }
}

function planOf({ rhythm, window, targets }: SeedPlan, from: Day) {
  return { from: printDate(from), rhythm, window, holidays: 'keep', targets: targetsOf(targets) }
}

function targetsOf(targets: SeedPlan['targets']) {
  if ('none' in targets) return targets
  return {
    ...(targets.units && { units: pickOf('unit', targets.units) }),
    ...(targets.assets && { assets: pickOf('asset', targets.assets) }),
    coverage: targets.coverage,
  }
}

function pickOf(kind: IdKind, pick: Pick): Pick {
  return {
    ...pick,
    ...(pick.ids && { ids: pick.ids.map((slug) => idOfSlug(kind, slug)) }),
    ...(pick.exceptIds && { exceptIds: pick.exceptIds.map((slug) => idOfSlug(kind, slug)) }),
    ...(pick.under !== undefined && { under: idOfSlug('unit', pick.under) }),
  }
}
