import { describePlan } from '../../domain/schedule/describe-plan.ts'
import { roles } from '../../domain/access.ts'
import type { Pick as TargetPick, Plan, Targets, Topics } from '../../domain/schedule/plan.ts'
import { parseDate, type Day } from '../../domain/time/civil.ts'
import { assetTypeName, tagName } from '../../platform/tag-messages.ts'
import type { View } from '../../ui/view.ts'
import { roleMessages } from '../../platform/role-messages.ts'
import { memberName, unitName } from '../rounds/parts.tsx'
import type { Names } from '../rounds/queries-work.ts'
import { allWithin, coverageMessages, targetMessages as words, topicsInWords } from './target-messages.ts'
import { dutyMessages } from './messages.ts'
import type { Duty } from './queries.ts'

export function titleOfDuty(view: View, { title, titleEn }: Pick<Duty, 'title' | 'titleEn'>): string {
  return view.nameOf({ name: title, nameEn: titleEn })
}

const topicsNamed = 4

export type PlanState = 'running' | 'ahead' | 'over'

export function planState({ from, until }: Pick<Plan, 'from' | 'until'>, today: Day): PlanState {
  if (until !== null && (parseDate(until) ?? today) < today) return 'over'
  return (parseDate(from) ?? today) > today ? 'ahead' : 'running'
}

/** What its plans say of today and later, once where several say the same of different targets; null where none does. */
export function sentenceOf(view: View, plans: readonly Plan[], today: Day): string | null {
  const holding = plans.filter((plan) => planState(plan, today) !== 'over')
  if (holding.length === 0) return null
  const sentences = new Set(holding.map((plan) => describePlan(plan, view.locale)))
  return [...sentences].join(view.locale === 'en' ? '; ' : '；')
}

type Performed = Pick<Duty, 'performedBy' | 'plans'>

export function performerWords(view: View, names: Names, duty: Performed): string {
  return duty.performedBy === 'target' ? selfWords(view, duty) : unitName(view, names, duty.performedBy)
}

/** Whoever is the target does it: a unit or, where there are only people, each of them. */
export function selfWords(view: View, { plans }: Pick<Duty, 'plans'>): string {
  const sorts = plans.flatMap(({ targets }) => ('none' in targets ? [] : Object.keys(targets)))
  const areUnits = sorts.length === 0 || sorts.includes('units') || sorts.includes('assets')
  return view.t(areUnits ? dutyMessages.itself : dutyMessages.themselves)
}

/** A unit, an asset or a person. */
export function nameOfTarget(view: View, names: Names, id: string): string {
  const named = names.units.get(id) ?? names.assets.get(id)
  return named === undefined ? memberName(view, names, id) : view.nameOf(named)
}

/** The units and assets that plans and duties mention, to be named. */
export function idsOf(duties: readonly Pick<Duty, 'plans' | 'ownedBy' | 'performedBy' | 'withUnits'>[]): {
  units: string[]
  assets: string[]
  members: string[]
} {
  const picks = duties.flatMap(({ plans }) =>
    plans.flatMap(({ targets }) => ('none' in targets ? [] : [targets])),
  )
  const units = picks.flatMap(({ units: pick }) => [...(pick?.ids ?? []), ...(pick?.exceptIds ?? [])])
  const branches = picks.flatMap(({ units: pick, assets: things, members: who }) =>
    [pick?.under ?? [], things?.under ?? [], who?.under ?? []].flat(),
  )
  const assets = picks.flatMap(({ assets: pick }) => [...(pick?.ids ?? []), ...(pick?.exceptIds ?? [])])
  const members = picks.flatMap(({ members: pick }) => [...(pick?.ids ?? []), ...(pick?.exceptIds ?? [])])
  const people = duties.flatMap(({ ownedBy, performedBy, withUnits }) => [ownedBy, performedBy, ...withUnits])
  return { units: [...units, ...branches, ...people].filter((id) => id !== 'target'), assets, members }
}

/** "各病区（除重点部门）", "every ward unit except high-risk". */
export function targetWords(view: View, names: Names, targets: Targets): string {
  if ('none' in targets) return view.t(dutyMessages.nothing)
  const parts = [
    ...(targets.units ? [unitsInWords(view, names, targets.units)] : []),
    ...(targets.assets ? [assetsInWords(view, names, targets.assets)] : []),
    ...(targets.members ? [membersInWords(view, names, targets.members)] : []),
  ]
  return [listOf(view, parts), ...coverageInWords(view, targets)].join(view.t(words.clauseSeparator))
}

/** "每季度1次：各病区": plans of one duty often differ by their targets alone. */
export function planWords(view: View, names: Names, plan: Plan): string {
  return view.t(words.planOf, {
    rhythm: describePlan(plan, view.locale),
    targets: targetWords(view, names, plan.targets),
  })
}

/** "轮流，每次2个，每季度内全部轮到"; nothing where all are visited each time. */
function coverageInWords(
  view: View,
  { coverage, perOccurrence = 1, coverWithin }: Exclude<Targets, { none: true }>,
): string[] {
  if (coverage === 'each') return []
  const isAuto = perOccurrence === 'auto'
  return [
    view.t(coverage === 'rotate' ? coverageMessages.rotate : coverageMessages.draw),
    isAuto
      ? view.t(coverageMessages.autoInWords)
      : view.t(coverageMessages.atATime, { count: perOccurrence }),
    ...(coverWithin === undefined ? [] : [view.t(allWithin[coverWithin])]),
  ]
}

/** "内容轮换（每季度）：心肺复苏、针刺伤处理". */
export function topicWords(view: View, { per, items }: Topics): string {
  const shown = items.slice(0, topicsNamed)
  const more = items.length > shown.length ? ['…'] : []
  return view.t(topicsInWords[per], { items: listOf(view, [...shown, ...more]) })
}

function unitsInWords(view: View, names: Names, pick: TargetPick): string {
  const nameOf = (id: string) => unitName(view, names, id)
  const tags = listOf(
    view,
    (pick.tags ?? []).map((tag) => tagName(view, tag)),
  )
  const under = pick.under === undefined ? '' : nameOf(pick.under)
  const picked =
    under === ''
      ? tags && view.t(words.wordsUnits, { names: tags })
      : tags
        ? view.t(words.wordsTagsUnder, { unit: under, names: tags })
        : view.t(words.wordsUnder, { unit: under })
  return withExceptions(view, pick, [picked, ...(pick.ids ?? []).map(nameOf)], nameOf)
}

function assetsInWords(view: View, names: Names, pick: TargetPick): string {
  const nameOf = (id: string) => {
    const asset = names.assets.get(id)
    return asset ? view.nameOf(asset) : id
  }
  return withExceptions(view, pick, [assetSort(view, names, pick), ...(pick.ids ?? []).map(nameOf)], nameOf)
}

function membersInWords(view: View, names: Names, pick: TargetPick): string {
  const sort = memberSort(view, names, pick)
  const nameOf = (id: string) => memberName(view, names, id)
  return withExceptions(view, pick, [sort, ...(pick.ids ?? []).map(nameOf)], nameOf)
}

function memberSort(view: View, names: Names, { types = [], tags = [], under }: TargetPick): string {
  if (types.length + tags.length === 0 && under === undefined) return ''
  const named = roles
    .filter((role) => types.includes(role))
    .map((role) => withinSentence(view.t(roleMessages[role])))
  const sort = named.length === 0 ? view.t(words.anyMember) : listOf(view, named)
  const tagged = tags.map((tag) => view.t(words.unitsTagged, { tags: tagName(view, tag) }))
  const places = [...(under === undefined ? [] : [unitName(view, names, under)]), ...tagged]
  return places.length === 0
    ? view.t(words.wordsMembers, { names: sort })
    : view.t(words.wordsMembersIn, { units: listOf(view, places), names: sort })
}

function assetSort(view: View, names: Names, { types = [], tags = [], under }: TargetPick): string {
  if (types.length + tags.length === 0 && under === undefined) return ''
  const typeNames = listOf(
    view,
    types.map((type) => withinSentence(assetTypeName(view, type))),
  )
  const sort = typeNames === '' ? view.t(words.anyAsset) : typeNames
  const tagged = listOf(
    view,
    tags.map((tag) => tagName(view, tag)),
  )
  const sorts = tagged === '' ? sort : view.t(words.taggedAsset, { tags: tagged, names: sort })
  return under === undefined
    ? view.t(words.wordsAssets, { names: sorts })
    : view.t(words.wordsAssetsUnder, { unit: unitName(view, names, under), names: sorts })
}

function withExceptions(
  view: View,
  { exceptTags = [], exceptIds = [] }: TargetPick,
  picked: readonly string[],
  nameOf: (id: string) => string,
): string {
  const all = listOf(
    view,
    picked.filter((part) => part !== ''),
  )
  const exceptions = [...exceptTags.map((tag) => tagName(view, tag)), ...exceptIds.map(nameOf)]
  if (exceptions.length === 0) return all
  return view.t(words.wordsExcept, { words: all, names: listOf(view, exceptions) })
}

function listOf(view: View, parts: readonly string[]): string {
  return parts.join(view.t(words.listSeparator))
}

/** "infusion pump", but "CT scanner". */
function withinSentence(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
}
