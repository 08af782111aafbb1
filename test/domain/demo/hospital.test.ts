import { describe, expect, test } from 'vitest'
import { assets } from '../../../src/demo/hospital/assets.ts'
import { categories } from '../../../src/demo/hospital/categories.ts'
import { checklists } from '../../../src/demo/hospital/checklists.ts'
import { duties } from '../../../src/demo/hospital/duties.ts'
import { members } from '../../../src/demo/hospital/members.ts'
import {
  doneNotes,
  excuseReasons,
  lateEntryRemarks,
  missReasons,
} from '../../../src/demo/hospital/reasons.ts'
import type { Bilingual, SeedDuty } from '../../../src/demo/hospital/types.ts'
import { units } from '../../../src/demo/hospital/units.ts'
import type { Pick } from '../../../src/domain/schedule/plan.ts'

const [gold] = Object.values(
  import.meta.glob<string>('../../../../shared/plan-text/gold.jsonl', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
)

const parents = new Map(units.map((unit) => [unit.slug, unit.parent]))
const unitSlugs = new Set(parents.keys())
const sourceIds = (duty: SeedDuty): string[] => duty.source?.split(' ') ?? []
const plans = duties.flatMap((duty) => duty.plans.map((plan) => ({ duty: duty.slug, ...plan })))

describe('the demo hospital', () => {
  test('is as large as a county hospital', () => {
    expect(units.length).toBeGreaterThanOrEqual(40)
    expect(members.length).toBeGreaterThanOrEqual(30)
    expect(assets.length).toBeGreaterThanOrEqual(60)
    expect(duties.filter((duty) => duty.source !== undefined).length).toBeGreaterThanOrEqual(80)
  })

  test.each(Object.entries({ units, members, assets, categories, checklists, duties }))(
    '%s have slugs of their own',
    (_, rows) => {
      expect(repeated(rows.map((row) => row.slug))).toEqual([])
    },
  )

  test('units, people, assets and duties carry distinct names, codes and titles', () => {
    expect(repeated(units.map((unit) => unit.code))).toEqual([])
    expect(repeated(assets.map((asset) => asset.code))).toEqual([])
    expect(repeated(members.map((member) => member.name['zh-CN']))).toEqual([])
    expect(repeated(duties.map((duty) => duty.title['zh-CN']))).toEqual([])
    expect(repeated(duties.map((duty) => duty.title.en))).toEqual([])
  })

  test('the units are one tree, parents before children', () => {
    expect(units.filter((unit) => unit.parent === null).map((unit) => unit.slug)).toEqual(['hospital'])
    const before = new Set<string>()
    for (const unit of units) {
      if (unit.parent !== null) expect(before).toContain(unit.parent)
      before.add(unit.slug)
    }
  })

  test('each persona is one person with the role that product.md gives it', () => {
    const roles = members.flatMap(({ persona, role, rights }) =>
      persona ? [[persona, role, ...rights]] : [],
    )
    expect(roles.toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual([
      ['admin', 'admin'],
      ['auditor', 'viewer', 'audit'],
      ['inspector', 'inspector'],
      ['lead', 'lead'],
      ['planner', 'supervisor'],
      ['supervisor', 'supervisor'],
    ])
  })
})

describe('references', () => {
  test('people and assets are in units that exist', () => {
    const named = [...members.flatMap((member) => member.units), ...assets.map((asset) => asset.unit)]
    expect(named.filter((slug) => !unitSlugs.has(slug))).toEqual([])
  })

  test('duties name units, categories and checklists that exist', () => {
    const performers = duties.map((duty) => duty.performedBy).filter((slug) => slug !== 'target')
    const named = [...performers, ...duties.flatMap((duty) => [duty.ownedBy, ...(duty.with ?? [])])]
    expect(named.filter((slug) => !unitSlugs.has(slug))).toEqual([])

    const categorySlugs = new Set(categories.map((category) => category.slug))
    expect(duties.filter((duty) => !categorySlugs.has(duty.category))).toEqual([])

    const checklistSlugs = new Set(checklists.map((checklist) => checklist.slug))
    const used = duties.flatMap((duty) => duty.checklist ?? [])
    expect(used.filter((slug) => !checklistSlugs.has(slug))).toEqual([])
    expect([...checklistSlugs].filter((slug) => !used.includes(slug))).toEqual([])
  })

  test('every Pick matches something', () => {
    const empty = plans.filter(({ targets }) => !('none' in targets) && pickedUnits(targets).length === 0)
    expect(empty.map((plan) => plan.duty)).toEqual([])
  })

  test('no target is in two plans of a duty', () => {
    const twice = duties.filter((duty) => {
      const slugs = duty.plans.flatMap(({ targets }) => ('none' in targets ? ['none'] : pickedSlugs(targets)))
      return repeated(slugs).length > 0
    })
    expect(twice.map((duty) => duty.slug)).toEqual([])
  })

  test('every owning office has a lead, every performing unit someone who does the work', () => {
    const owners = new Set(duties.map((duty) => duty.ownedBy))
    expect([...owners].filter((slug) => !hasMember(slug, ['lead']))).toEqual([])
    const performers = plans.flatMap((plan) => performersOf(plan))
    expect([...new Set(performers)].filter((slug) => !hasMember(slug, ['lead', 'inspector']))).toEqual([])
  })
})

describe('duties', () => {
  test('most recur so many times in a period, the day free', () => {
    const free = plans.filter(({ rhythm }) => rhythm.kind !== 'rule')
    expect(free.length / plans.length).toBeGreaterThanOrEqual(0.7)
  })

  test('some are standing work without a plan', () => {
    expect(duties.filter((duty) => duty.plans.length === 0).length).toBeGreaterThanOrEqual(6)
  })

  test('titles are short', () => {
    expect(duties.filter((duty) => duty.title['zh-CN'].length > 24)).toEqual([])
  })

  test('checklists have 6 to 15 items with slugs of their own', () => {
    for (const { items } of checklists) {
      expect(items.length).toBeGreaterThanOrEqual(6)
      expect(items.length).toBeLessThanOrEqual(15)
      expect(repeated(items.map((item) => item.slug))).toEqual([])
    }
  })

  test.skipIf(gold === undefined)(
    'sources are records of the annotated plans (skipped where ../shared/plan-text/gold.jsonl is missing)',
    () => {
      const quotes = new Map(goldRecords().map(({ id, quote }) => [id, quote]))
      expect(duties.flatMap(sourceIds).filter((id) => !quotes.has(id))).toEqual([])

      const copied = duties.filter((duty) =>
        sourceIds(duty).some((id) => quotes.get(id)?.includes(duty.title['zh-CN'])),
      )
      expect(copied.map((duty) => duty.slug)).toEqual([])
    },
  )
})

test('every text is there in both languages', () => {
  const texts: Bilingual[] = [
    ...units.map((unit) => unit.name),
    ...members.map((member) => member.name),
    ...assets.map((asset) => asset.name),
    ...categories.map((category) => category.name),
    ...checklists.flatMap(({ title, items }) => [
      title,
      ...items.flatMap((item) => [item.text, item.help ?? []].flat()),
    ]),
    ...duties.flatMap((duty) => [duty.title, duty.reference]),
    ...excuseReasons.map((reason) => reason.text),
    ...missReasons,
    ...doneNotes,
    ...lateEntryRemarks,
  ]
  const wrong = texts.filter(
    (text) => !/\p{Script=Han}/u.test(text['zh-CN']) || !/^[\p{ASCII}]+$/u.test(text.en),
  )
  expect(wrong).toEqual([])
})

function goldRecords(): { id: string; quote: string }[] {
  return (gold ?? '')
    .trim()
    .split('\n')
    .map((line): { id: string; quote: string } => JSON.parse(line))
}

const people = members.map(({ slug, role, units: [unit = ''] }) => ({ slug, tags: [], type: role, unit }))

type Picks = { units?: Pick; assets?: Pick; members?: Pick }

function pickedSlugs(targets: Picks): string[] {
  return [
    ...picked(units, targets.units),
    ...picked(assets, targets.assets),
    ...picked(people, targets.members),
  ].map((row) => row.slug)
}

/** The units picked, those that picked assets live in and picked people belong to. */
function pickedUnits(targets: Picks): string[] {
  return [
    ...picked(units, targets.units).map((unit) => unit.slug),
    ...picked(assets, targets.assets).map((asset) => asset.unit),
    ...picked(people, targets.members).map((person) => person.unit),
  ]
}

type Pickable = { slug: string; tags: string[]; type?: string; unit?: string }

function picked<Row extends Pickable>(rows: Row[], pick: Pick | undefined): Row[] {
  if (pick === undefined) return []
  const { ids = [], tags = [], types = [], under, exceptTags = [], exceptIds = [] } = pick
  const bySelector = tags.length > 0 || types.length > 0 || under !== undefined
  return rows.filter((row) => {
    const selected =
      bySelector &&
      tags.every((tag) => row.tags.includes(tag)) &&
      (types.length === 0 || (row.type !== undefined && types.includes(row.type))) &&
      (under === undefined || upwards(row.unit ?? row.slug).includes(under))
    const excepted = exceptIds.includes(row.slug) || exceptTags.some((tag) => row.tags.includes(tag))
    return (selected || ids.includes(row.slug)) && !excepted
  })
}

function performersOf({ duty, targets }: (typeof plans)[number]): string[] {
  const performer = duties.find(({ slug }) => slug === duty)?.performedBy
  if (performer === undefined) return []
  if (performer !== 'target') return [performer]
  return 'none' in targets ? ['target'] : pickedUnits(targets)
}

/** Membership reaches down the tree; the hospital itself is left out, or everyone would be everywhere. */
function hasMember(unit: string, roles: string[]): boolean {
  const places = upwards(unit).filter((slug) => slug !== 'hospital')
  return members.some(
    (member) => roles.includes(member.role) && member.units.some((slug) => places.includes(slug)),
  )
}

function upwards(unit: string): string[] {
  const parent = parents.get(unit)
  return parent === undefined || parent === null ? [unit] : [unit, ...upwards(parent)]
}

function repeated(values: string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index)
}
