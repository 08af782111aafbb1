/** Checks a writer's part of the library while it is being written. `node scripts/check-library.ts library/parts/a [--all]` */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { checklistsSchema, dutiesSchema } from './library/schemas.ts'
import type { LibraryChecklist, LibraryDuty } from '../src/domain/library/pack.ts'
import { isSchedulable, readAnnotations } from '../test/domain/library/annotations.ts'
import { difference } from '../test/domain/library/compare.ts'
import { entryFaults } from '../test/domain/library/entry-faults.ts'
import { followed } from '../test/domain/library/plan-of-year.ts'

const PACKS =
  'infection-control nursing medical-quality logistics-environment pest-control fire-safety equipment pharmacy blood it training-exams publicity-days'.split(
    ' ',
  )
const TEXTS: Record<string, string[]> = { a: ['000', '001'], b: ['002', '004'], c: ['003'] }
const folder = process.argv[2] ?? ''
const faults: string[] = []
const notes: string[] = []

const checklists: LibraryChecklist[] = []
const duties: LibraryDuty[] = []
for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) read(name)
const leftOut = reasons('left-out.json')
const disputed = reasons('disputed.json')

const ids = new Set<string>()
for (const duty of duties) {
  if (ids.has(duty.id)) faults.push(`${duty.id}: the id is there twice`)
  ids.add(duty.id)
  for (const fault of entryFaults(duty)) {
    ;(fault.includes('not-yet-supported') ? notes : faults).push(`${duty.id}: ${fault}`)
  }
  if (duty.checklist !== null && !checklists.some(({ id }) => id === duty.checklist))
    notes.push(`${duty.id}: checklist ${duty.checklist} is not in this part`)
}

const annotations = readAnnotations() ?? []
const bySource = Map.groupBy(
  duties.flatMap((duty) => duty.sources.map((source) => ({ duty, id: `${source.plan}-${source.clause}` }))),
  ({ id }) => id,
)
for (const id of bySource.keys()) {
  if (!annotations.some((annotation) => annotation.id === id)) faults.push(`no annotation ${id}`)
}
const texts = TEXTS[basename(folder)] ?? ['000', '001', '002', '003', '004']
let found = 0
let wanted = 0
for (const annotation of annotations.filter(isSchedulable)) {
  const entries = bySource.get(annotation.id)
  if (texts.includes(annotation.id.slice(0, 3))) wanted += 1
  if (entries === undefined) {
    if (texts.includes(annotation.id.slice(0, 3)) && !leftOut.has(annotation.id))
      faults.push(
        `${annotation.id}${annotation.borderline ? ' (borderline)' : ''}: no entry: ${annotation.quote.slice(0, 40)}`,
      )
    continue
  }
  found += 1
  if (disputed.has(annotation.id)) continue
  const differences = entries.map(({ duty }) => compared(annotation, duty))
  if (!differences.includes(null))
    faults.push(`${annotation.id}: ${entries[0]?.duty.id}: ${differences.join(' | ')}`)
}

if (notes.length > 0) console.log(`Notes:\n  ${notes.join('\n  ')}`)
console.log(faults.length > 0 ? `Faults:\n  ${faults.join('\n  ')}` : 'No faults')
console.log(
  `${duties.length} duties, ${checklists.length} checklists; ${found} of ${wanted} annotations have an entry, ${leftOut.size} left out`,
)
process.exitCode = faults.length > 0 ? 1 : 0

function compared(annotation: Parameters<typeof difference>[0], duty: LibraryDuty): string | null {
  try {
    return difference(annotation, followed(duty, duties))
  } catch (error) {
    notes.push(`${annotation.id}: ${duty.id}: cannot be expanded yet (${String(error)})`)
    return null
  }
}

function read(name: string): void {
  const json: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'))
  if (name === 'left-out.json' || name === 'disputed.json') return
  if (name !== 'checklists.json' && !PACKS.includes(basename(name, '.json')))
    faults.push(`${name}: no such pack`)
  const parsed = (name === 'checklists.json' ? checklistsSchema : dutiesSchema).safeParse(json)
  if (!parsed.success) {
    const rows = Array.isArray(json) ? (json as { id?: string }[]) : []
    for (const issue of parsed.error.issues)
      faults.push(
        `${name}: ${rows[Number(issue.path[0])]?.id ?? ''} ${issue.path.join('.')}: ${issue.message}`,
      )
    return
  }
  if (name === 'checklists.json') checklists.push(...(parsed.data as LibraryChecklist[]))
  else duties.push(...(parsed.data as LibraryDuty[]))
}

/** `{ "001-2-13": "why" }` */
function reasons(name: string): Set<string> {
  const path = join(folder, name)
  return new Set(existsSync(path) ? Object.keys(JSON.parse(readFileSync(path, 'utf8')) as object) : [])
}
