import { outcomeOf, type Line, type Thing } from '../../domain/imports/line.ts'
import { planAssets, type AssetState } from '../../domain/imports/plan-assets.ts'
import { planMembers, type MemberState } from '../../domain/imports/plan-members.ts'
import { planUnits, type UnitState } from '../../domain/imports/plan-units.ts'
import { renamed, stillClosed, unitNamesakes, withoutUnits } from '../../domain/imports/remarks.ts'
import type { Row, Rows } from '../../domain/imports/rows.ts'
import { readState, type ImportKind } from '../../domain/imports/words.ts'
import { fileRefused } from '../../domain/sheets/sheet.ts'
import { dayAt } from '../../domain/time/zone.ts'
import type { Context } from '../../platform/context.ts'
import { digestOf } from '../../platform/ids.ts'
import { tagWordsIn } from '../../platform/tag-messages.ts'
import { listAssets } from '../assets/queries.ts'
import { listMembers } from '../members/queries.ts'
import { allUnits } from '../units/queries.ts'
import { heldUnits, type LineCounts } from './queries.ts'

export type PlannedLines =
  | { kind: 'units'; lines: Line<UnitState>[] }
  | { kind: 'members'; lines: Line<MemberState>[] }
  | { kind: 'assets'; lines: Line<AssetState>[] }

/** What a list would change, as things stand now. */
export type ImportPlan = PlannedLines & {
  counts: LineCounts
  /** the same only where the list would do exactly the same to exactly what is there now */
  digest: string
  ignored: string[]
  remarks: Remarks
  units: UnitState[]
}

/** Names out of lines that are no faults, but may not be meant. */
export type Remarks = Record<'stillClosed' | 'namesakes' | 'renamed' | 'withoutUnits', string[]>

/** More people and things than a hospital has; all of them are compared with the list. */
const mostThings = 50_000

export async function planImport(context: Context, kind: ImportKind, list: Rows): Promise<ImportPlan> {
  const units = await allUnits(context.store)
  const planned = await plannedLines(context, kind, list.rows, units)
  const counts: LineCounts = { new: 0, changed: 0, unchanged: 0, faulty: 0 }
  for (const line of planned.lines) counts[outcomeOf(line)] += 1
  const digest = digestOf(JSON.stringify(planned.lines))
  return {
    ...planned,
    counts,
    digest,
    ignored: list.ignored,
    remarks: remarksOn(list.rows, units, planned),
    units,
  }
}

function remarksOn(rows: readonly Row[], units: readonly UnitState[], planned: PlannedLines): Remarks {
  const lines: readonly Line<Thing>[] = planned.lines
  const namesOf = (found: readonly Line<Thing>[]) => found.map(({ after }) => after.name)
  return {
    stillClosed: namesOf(stillClosed(rows, lines)),
    namesakes: planned.kind === 'units' ? namesOf(unitNamesakes(units, planned.lines)) : [],
    renamed: planned.kind === 'members' ? renamed(planned.lines).map(bothNames) : [],
    withoutUnits: planned.kind === 'members' ? namesOf(withoutUnits(planned.lines)) : [],
  }
}

function bothNames({ before, after }: Line<Thing>): string {
  return `${before?.name} → ${after.name}`
}

async function plannedLines(
  context: Context,
  kind: ImportKind,
  rows: readonly Row[],
  units: UnitState[],
): Promise<PlannedLines> {
  const { store } = context
  const today = dayAt(context.now, context.org.timeZone)
  const words = tagWordsIn(context.locale)
  const all = { after: null, limit: mostThings }
  if (kind === 'units') {
    const held = await heldUnits(store, namesClosing(rows) ? units.map(({ id }) => id) : [])
    return { kind, lines: planUnits(rows, { units, held, words, today }) }
  }
  if (kind === 'members') {
    const { members, next } = await listMembers(store, { units: null }, all)
    if (next !== null) throw fileRefused('file-too-many-things')
    return { kind, lines: planMembers(rows, { members, units, today }) }
  }
  const { assets, next } = await listAssets(store, { units: null }, all)
  if (next !== null) throw fileRefused('file-too-many-things')
  return { kind, lines: planAssets(rows, { assets, units, words, today }) }
}

/** Few lists close units, and only these need to know what hangs on them. */
function namesClosing(rows: readonly Row[]): boolean {
  return rows.some(({ cells }) => cells.state && readState(cells.state) === 'closed')
}
