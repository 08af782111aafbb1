import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import type {
  LibraryChecklist,
  Pack,
  PackSummary,
  PublishedPack,
  Words,
} from '../../src/domain/library/pack.ts'
import { checklistsSchema, packSchema, samplePlansSchema } from './schemas.ts'

const folder = join(import.meta.dirname, '../../library')

export type Library = {
  packs: Pack[]
  checklists: LibraryChecklist[]
  samplePlans: { id: string; title: Words }[]
}

/** `library/`, its shape checked; the packs in the order in which pages list them. */
export function readLibrary(): Library {
  const names = readdirSync(join(folder, 'packs')).toSorted()
  return {
    packs: names.map((name) => read<Pack>(`packs/${name}`, packSchema)).toSorted(byWeight),
    checklists: read('checklists.json', checklistsSchema),
    samplePlans: read('sample-plans.json', samplePlansSchema),
  }
}

/** The files that are published, by their names: a list of the packs, and each with what its duties name. */
export function libraryFiles(): Record<string, string> {
  const library = readLibrary()
  const list = library.packs.map(({ id, title, about, duties }): PackSummary => ({
    id,
    title,
    about,
    dutyCount: duties.length,
  }))
  const packs = library.packs.map((pack) => [`${pack.id}.json`, published(pack, library)] as const)
  return Object.fromEntries(
    [['packs.json', list] as const, ...packs].map(([name, content]) => [name, JSON.stringify(content)]),
  )
}

function published(pack: Pack, { checklists, samplePlans }: Library): PublishedPack {
  const used = new Set(pack.duties.map(({ checklist }) => checklist))
  return {
    ...pack,
    checklists: checklists.filter(({ id }) => used.has(id)),
    samplePlans: Object.fromEntries(samplePlans.map(({ id, title }) => [id, title])),
  }
}

/** The biggest first: what most hospitals begin with. */
function byWeight(a: Pack, b: Pack): number {
  return b.duties.length - a.duties.length || (a.id < b.id ? -1 : 1)
}

// zod's `optional` also admits undefined, which JSON cannot say: hence the type of what was checked.
function read<T>(name: string, schema: z.ZodType): T {
  const json: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'))
  const parsed = schema.safeParse(json)
  if (!parsed.success) throw new Error(`library/${name}: ${parsed.error.message}`)
  return parsed.data as T
}
