import { printDate, type Day } from '../../domain/time/civil.ts'
import type { Pick, Rhythm } from '../../domain/schedule/plan.ts'
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
  const ids = new Map<string, string>()
  for (const seed of seeds) {
    const { id } = await createDuty(contextOfRequest(), createDutySchema.parse(bodyOf(seed, from, ids)))
    ids.set(seed.slug, id)
  }
}

function bodyOf(seed: SeedDuty, from: Day, ids: ReadonlyMap<string, string>) {
  return {
    title: seed.title['zh-CN'],
    titleEn: seed.title.en,
    kind: seed.kind,
    category: seed.category,
    ownedBy: idOfSlug('unit', seed.ownedBy),
    performedBy: seed.performedBy === 'target' ? 'target' : idOfSlug('unit', seed.performedBy),
    with: (seed.with ?? []).map((slug) => idOfSlug('unit', slug)),
    plans: seed.plans.map((plan) => planOf(plan, from, ids)),
    makeUp: seed.makeUp,
    checklistId: seed.checklist === undefined ? null : idOfSlug('checklist', seed.checklist),
    references: [{ standard: seed.reference['zh-CN'], clause: seed.source ?? seed.reference.en }],
  }
}

function planOf(
  { rhythm, holidays = 'keep', targets, ...rest }: SeedPlan,
  from: Day,
  ids: ReadonlyMap<string, string>,
) {
  return {
    ...rest,
    from: printDate(from),
    rhythm: rhythmOf(rhythm, ids),
    holidays,
    targets: targetsOf(targets),
  }
}

function rhythmOf(rhythm: Rhythm, ids: ReadonlyMap<string, string>): Rhythm {
  return rhythm.kind === 'follow' ? { ...rhythm, duty: ids.get(rhythm.duty) ?? '' } : rhythm
}

function targetsOf(targets: SeedPlan['targets']) {
  if ('none' in targets) return targets
  return {
    ...targets,
    ...(targets.units && { units: pickOf('unit', targets.units) }),
    ...(targets.assets && { assets: pickOf('asset', targets.assets) }),
    ...(targets.members && { members: pickOf('member', targets.members) }),
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
