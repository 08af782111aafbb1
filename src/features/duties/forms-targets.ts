import type { Pick as TargetPick, Targets } from '../../domain/schedule/plan.ts'
import type { ScheduleForm } from './forms.ts'

/** Null where the form says that the targets of the replaced plan stay. */
export function targetsOf(form: ScheduleForm): Targets | null {
  switch (form.where) {
    case 'none':
      return { none: true }
    case 'units':
      return { units: unitsPick(form), coverage: 'each' }
    case 'assets':
      return { assets: assetsPick(form), coverage: 'each' }
    case 'kept':
      return null
  }
}

function unitsPick(form: ScheduleForm): TargetPick {
  return pickOf({
    ids: form.unitIds,
    tags: form.unitTags,
    types: [],
    under: form.unitUnder,
    exceptTags: form.exceptUnitTags,
    exceptIds: form.exceptUnits,
  })
}

function assetsPick(form: ScheduleForm): TargetPick {
  return pickOf({
    ids: form.assetIds,
    tags: form.assetTags,
    types: form.assetTypes,
    under: form.assetUnder,
    exceptTags: form.exceptAssetTags,
    exceptIds: form.exceptAssets,
  })
}

type Lists = Record<'ids' | 'tags' | 'types' | 'exceptTags' | 'exceptIds', string[]> & { under: string }

function pickOf({ under, ...lists }: Lists): TargetPick {
  const filled = Object.entries(lists).filter(([, values]) => values.length > 0)
  return { ...Object.fromEntries(filled), ...(under !== '' && { under }) }
}

/** Targets that are not of one sort, or that are not all visited each time, are kept as they are. */
export function formOfTargets(targets: Targets): Partial<ScheduleForm> {
  if ('none' in targets) return { where: 'none' }
  const { units, assets, coverage, ...rest } = targets
  const isPlain = coverage === 'each' && Object.keys(rest).length === 0
  if (isPlain && assets === undefined && units !== undefined && units.types === undefined)
    return formOfUnits(units)
  if (isPlain && units === undefined && assets !== undefined) return formOfAssets(assets)
  return { where: 'kept' }
}

function formOfUnits(units: TargetPick): Partial<ScheduleForm> {
  return {
    where: 'units',
    unitIds: units.ids ?? [],
    unitTags: units.tags ?? [],
    unitUnder: units.under ?? '',
    exceptUnitTags: units.exceptTags ?? [],
    exceptUnits: units.exceptIds ?? [],
  }
}

function formOfAssets(assets: TargetPick): Partial<ScheduleForm> {
  return {
    where: 'assets',
    assetIds: assets.ids ?? [],
    assetTags: assets.tags ?? [],
    assetTypes: assets.types ?? [],
    assetUnder: assets.under ?? '',
    exceptAssetTags: assets.exceptTags ?? [],
    exceptAssets: assets.exceptIds ?? [],
  }
}
