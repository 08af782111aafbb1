import { describe, expect, test } from 'vitest'
import { readLibrary } from '../../../scripts/library/read.ts'
import type { LibraryDuty } from '../../../src/domain/library/pack.ts'
import { describePlan } from '../../../src/domain/schedule/describe-plan.ts'
import { assetTypeName, tagName } from '../../../src/platform/tag-messages.ts'
import { translate } from '../../../src/platform/i18n.ts'
import { knownCategories } from '../../../src/ui/category-messages.ts'
import { isSchedulable, readAnnotations } from './annotations.ts'
import { difference } from './compare.ts'
import { entryFaults } from './entry-faults.ts'
import { followed, planOf } from './plan-of-year.ts'

const { packs, checklists, samplePlans } = readLibrary()
const duties = packs.flatMap((pack) => pack.duties)
const entries = packs.flatMap((pack) => pack.duties.map((duty) => [duty.id, duty, pack] as const))

describe('every entry of the library', () => {
  test.each(entries)('%s', (_, duty, pack) => {
    expect(entryFaults(duty)).toEqual([])
    expect([null, ...checklists.map(({ id }) => id)]).toContain(duty.checklist)
    expect(samplePlans.map(({ id }) => id)).toEqual(
      expect.arrayContaining(duty.sources.map(({ plan }) => plan)),
    )
    for (const { rhythm } of duty.plans) {
      if (rhythm.kind === 'follow') expect(pack.duties.map(({ id }) => id)).toContain(rhythm.duty)
    }
    for (const locale of ['zh-CN', 'en'] as const) {
      for (const plan of duty.plans) expect(describePlan(planOf(plan), locale)).not.toBe('')
    }
  })

  test('has an id of its own, and a title in each language', () => {
    for (const nameOf of [
      ({ id }: LibraryDuty) => id,
      ({ title }: LibraryDuty) => title['zh-CN'],
      ({ title }: LibraryDuty) => title.en,
    ]) {
      expect(duties.map(nameOf)).toHaveLength(new Set(duties.map(nameOf)).size)
    }
  })

  test('is of a category that has a name', () => {
    expect(knownCategories).toEqual(expect.arrayContaining(packs.map(({ category }) => category)))
  })

  test('names tags and types of things that have a name in Chinese', () => {
    const view = { t: (message: Parameters<typeof translate>[0]) => translate(message, 'zh-CN') }
    const targets = duties.flatMap((duty) =>
      duty.plans.flatMap((plan) => ('none' in plan.targets ? [] : plan.targets)),
    )
    const picks = targets.flatMap(({ units, assets }) => [units ?? [], assets ?? []].flat())
    const nameless = [
      ...picks
        .flatMap(({ tags = [], exceptTags = [] }) => [...tags, ...exceptTags])
        .filter((tag) => tagName(view, tag) === tag),
      ...picks.flatMap(({ types = [] }) => types).filter((type) => assetTypeName(view, type) === type),
    ]
    expect(nameless).toEqual([])
  })
})

test('every checklist of the library is used, and has an id of its own', () => {
  expect(checklists.map(({ id }) => id).toSorted()).toEqual(
    [...new Set(duties.flatMap(({ checklist }) => checklist ?? []))].toSorted(),
  )
})

/** Annotations that ask no hospital for anything that comes back, by id: all of them said to be borderline there. */
const leftOut: Record<string, string> = {
  '001-2-20': 'one building project of one hospital',
  '001-2-21': 'one building project of one hospital, in 2014',
  '001-7-52': 'counted from each child’s birth, not on a calendar; the public health records plan it',
  '001-7-53': 'as 001-7-52',
  '001-7-54': 'as 001-7-52',
  '002-1-04': 'money in the budgets of a city and its counties',
  '002-8-04': 'a greeting on each person’s birthday, which no calendar of duties should know',
}

const annotations = readAnnotations()

describe.skipIf(annotations === null)(
  'the library beside ../shared/plan-text/gold.jsonl (skipped where that is missing)',
  () => {
    const all = annotations ?? []
    const schedulable = all.filter(isSchedulable)

    test('has an entry for each schedulable duty, but for those that are left out', () => {
      const named = new Set(duties.flatMap((duty) => duty.sources.map(idOf)))
      const without = schedulable.filter(({ id }) => !named.has(id)).map(({ id }) => id)
      expect(without.toSorted()).toEqual(Object.keys(leftOut).toSorted())
    })

    test('names only duties that are there', () => {
      const known = new Set(all.map(({ id }) => id))
      const unknown = duties.flatMap((duty) => duty.sources.map(idOf)).filter((id) => !known.has(id))
      expect(unknown).toEqual([])
    })

    test('has in 2026 the rounds and dates that each annotation names', () => {
      const wrong = schedulable.flatMap((annotation) => {
        const answering = duties.filter((duty) =>
          duty.sources.some((source) => idOf(source) === annotation.id),
        )
        const differences = answering.map((duty) => difference(annotation, followed(duty, duties)))
        return differences.length === 0 || differences.includes(null)
          ? []
          : `${annotation.id}: ${differences.join(' | ')}`
      })
      expect(wrong).toEqual([])
    })

    test('takes no title and no note out of the plans', () => {
      const quotes = all.map(({ quote }) => squashed(quote))
      const texts = duties.flatMap(({ title, note }) => [title['zh-CN'], note?.['zh-CN'] ?? ''])
      const copied = texts
        .map(squashed)
        .filter((text) => text.length > 9 && quotes.some((quote) => quote.includes(text)))
      expect(copied).toEqual([])
    })
  },
)

function idOf({ plan, clause }: { plan: string; clause: string }): string {
  return `${plan}-${clause}`
}

function squashed(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s\p{P}]+/gu, '')
}
