import type { Pick as TargetPick, Targets } from '../../domain/schedule/plan.ts'
import type { ScheduleForm } from './forms.ts'

type Sort = 'units' | 'assets' | 'members'
type Coverage = Pick<Exclude<Targets, { none: true }>, 'coverage' | 'perOccurrence' | 'coverWithin'>

/** Null where the form says that the targets of the replaced plan stay. */
export function targetsOf(form: ScheduleForm): Targets | null {
  switch (form.where) {
    case 'none':
      return { none: true }
    case 'units':
    case 'assets':
    case 'members':
      return { [form.where]: pickOf(fieldsOf[form.where](form)), ...coverageOf(form) }
    case 'kept':
      return null
  }
}

/** Targets that are not of one sort, or that no choice here can say, are kept as they are. */
export function formOfTargets(targets: Targets): Partial<ScheduleForm> {
  if ('none' in targets) return { where: 'none' }
  const coverage = formOfCoverage(targets)
  const sorts = (['units', 'assets', 'members'] as const).filter((sort) => targets[sort] !== undefined)
  const [sort, ...others] = sorts
  if (coverage === null || sort === undefined || others.length > 0) return { where: 'kept' }
  const pick = targets[sort] ?? {}
  if (sort === 'units' && pick.types !== undefined) return { where: 'kept' }
  return { where: sort, ...formOfPick[sort](pick), ...coverage }
}

function coverageOf({ coverage, perKind, per, cover }: ScheduleForm): Coverage {
  if (coverage === 'each') return { coverage }
  return {
    coverage,
    ...(perKind !== 'one' && { perOccurrence: perKind === 'auto' ? perKind : Number(per) }),
    ...(cover !== '' && { coverWithin: cover }),
  }
}

/** Null where nobody takes turns and it is said how many do. */
function formOfCoverage({ coverage, perOccurrence, coverWithin }: Coverage): Partial<ScheduleForm> | null {
  if (coverage === 'each') {
    return perOccurrence === undefined && coverWithin === undefined ? { coverage } : null
  }
  const cover = coverWithin ?? ''
  if (perOccurrence === undefined) return { coverage, cover }
  if (perOccurrence === 'auto') return { coverage, cover, perKind: 'auto' }
  return { coverage, cover, perKind: 'some', per: String(perOccurrence) }
}

type PickFields = Record<'ids' | 'tags' | 'types' | 'exceptTags' | 'exceptIds', string[]> & { under: string }

const fieldsOf: Record<Sort, (form: ScheduleForm) => PickFields> = {
  units: (form) => ({
    ids: form.unitIds,
    tags: form.unitTags,
    types: [],
    under: form.unitUnder,
    exceptTags: form.exceptUnitTags,
    exceptIds: form.exceptUnits,
  }),
  assets: (form) => ({
    ids: form.assetIds,
    tags: form.assetTags,
    types: form.assetTypes,
    under: form.assetUnder,
    exceptTags: form.exceptAssetTags,
    exceptIds: form.exceptAssets,
  }),
  members: (form) => ({
    ids: form.memberIds,
    tags: form.memberTags,
    types: form.memberRoles,
    under: form.memberUnder,
    exceptTags: form.exceptMemberTags,
    exceptIds: form.exceptMembers,
  }),
}

function pickOf({ under, ...lists }: PickFields): TargetPick {
  const filled = Object.entries(lists).filter(([, values]) => values.length > 0)
  return { ...Object.fromEntries(filled), ...(under !== '' && { under }) }
}

const formOfPick: Record<Sort, (pick: TargetPick) => Partial<ScheduleForm>> = {
  units: (units) => ({
    unitIds: units.ids ?? [],
    unitTags: units.tags ?? [],
    unitUnder: units.under ?? '',
    exceptUnitTags: units.exceptTags ?? [],
    exceptUnits: units.exceptIds ?? [],
  }),
  assets: (assets) => ({
    assetIds: assets.ids ?? [],
    assetTags: assets.tags ?? [],
    assetTypes: assets.types ?? [],
    assetUnder: assets.under ?? '',
    exceptAssetTags: assets.exceptTags ?? [],
    exceptAssets: assets.exceptIds ?? [],
  }),
  members: (members) => ({
    memberIds: members.ids ?? [],
    memberTags: members.tags ?? [],
    memberRoles: members.types ?? [],
    memberUnder: members.under ?? '',
    exceptMemberTags: members.exceptTags ?? [],
    exceptMembers: members.exceptIds ?? [],
  }),
}
