import type { Right, Role } from '../access.ts'
import type { Day } from '../time/civil.ts'
import { CellReader, listIn } from './cells.ts'
import { draftId, type Line, type Thing } from './line.ts'
import { known, matchedForCertain, namesakes, onlyOne, refuseDoubles, type Known } from './match.ts'
import type { UnitState } from './plan-units.ts'
import type { Row } from './rows.ts'
import { unitReferences, type UnitReferences } from './unit-references.ts'
import { unpadded } from './unpadded.ts'
import { readRight, readRole } from './words.ts'

export type MemberState = Thing & { nameEn: string | null; role: Role; rights: Right[]; unitIds: string[] }

const most = { code: 20, name: 40, nameEn: 80, units: 50 }

type There = { members: readonly MemberState[]; units: readonly UnitState[]; today: Day }
type Surroundings = {
  members: Known<MemberState>
  units: UnitReferences
  closedUnits: ReadonlySet<string>
  today: Day
}

/** What a list of people would change, line by line. Who is not on the list stays as they are. */
export function planMembers(rows: readonly Row[], { members, units, today }: There): Line<MemberState>[] {
  const around: Surroundings = {
    members: known(members, unpadded),
    units: unitReferences(units, listIn),
    closedUnits: new Set(units.filter(({ closedOn }) => closedOn !== null).map(({ id }) => id)),
    today,
  }
  const lines = rows.map((row) => memberLine(unpaddedName(row), around))
  refuseDoubles(lines, () => '')
  refuseTakenCodes(lines, around.members)
  refuseLastAdmins(lines, members)
  return lines
}

function memberLine(row: Row, around: Surroundings): Line<MemberState> {
  const cells = new CellReader(row)
  const before = whoIsMeant(cells, around.members)
  const after: MemberState = {
    id: before?.id ?? draftId(row.line),
    code: cells.said<string | null>('code', cells.code(most.code, before?.code), before?.code, null),
    name: nameIn(cells, before),
    nameEn: cells.said<string | null>('nameEn', cells.short('nameEn', most.nameEn), before?.nameEn, null),
    role: cells.word('role', readRole, 'cell-unknown-role') ?? before?.role ?? 'viewer',
    rights: cells.said('rights', rightsIn(cells), before?.rights, []),
    unitIds: cells.said('units', unitsIn(cells, before, around), before?.unitIds, []),
    closedOn: cells.closedOn(before?.closedOn ?? null, around.today),
    version: before?.version ?? 1,
  }
  if (after.name === '') cells.require('name')
  if (before === null && cells.text('role') === undefined) cells.fault('role', 'cell-role-missing')
  return { line: row.line, before, after, faults: cells.faults }
}

function unpaddedName({ line, cells }: Row): Row {
  return cells.name ? { line, cells: { ...cells, name: unpadded(cells.name) } } : { line, cells }
}

/** Blanks alone make no other name. */
function nameIn(cells: CellReader, before: MemberState | null): string {
  const name = cells.short('name', most.name) ?? ''
  return before && (name === '' || unpadded(before.name) === name) ? before.name : name
}

function whoIsMeant(cells: CellReader, members: Known<MemberState>): MemberState | null {
  const certain = matchedForCertain(members, cells)
  return certain === undefined ? onlyOne(namesakes(members, cells), cells) : certain
}

function rightsIn(cells: CellReader): Right[] | undefined {
  const text = cells.text('rights')
  return text === undefined
    ? undefined
    : listIn(text).flatMap((one) => {
        const right = readRight(one)
        if (right === undefined) cells.fault('rights', 'cell-unknown-right', { text: one })
        return right ?? []
      })
}

function unitsIn(
  cells: CellReader,
  before: MemberState | null,
  { units, closedUnits }: Surroundings,
): string[] | undefined {
  const text = cells.text('units')
  if (text === undefined) return undefined
  const ids = new Set<string>()
  for (const one of listIn(text)) {
    const id = unitMeant(cells, 'units', units, one)
    if (id === null) continue
    ids.add(id)
    const isJoined = before?.unitIds.includes(id) !== true
    if (isJoined && closedUnits.has(id)) cells.fault('units', 'cell-closed-unit', { text: one })
  }
  if (ids.size > most.units) cells.fault('units', 'too-many', { maximum: most.units })
  const isSame = before?.unitIds.length === ids.size && before.unitIds.every((id) => ids.has(id))
  return isSame ? before.unitIds : [...ids]
}

/** The id of the one unit that is meant; else null, and the fault is told. */
export function unitMeant(
  cells: CellReader,
  column: 'units' | 'unit' | 'parent',
  units: UnitReferences,
  text: string,
): string | null {
  const found = units.find(text)
  if (found.length > 1) cells.fault(column, 'cell-ambiguous-unit', { text, count: found.length })
  if (found.length === 0) cells.fault(column, 'cell-unknown-unit', { text })
  return found.length === 1 ? (found[0]?.id ?? null) : null
}

/** A staff number that somebody has is not given to somebody else, not even where they give it up in the same list. */
function refuseTakenCodes(lines: readonly Line<MemberState>[], members: Known<MemberState>): void {
  for (const { after, faults } of lines) {
    const [holder] = after.code === null ? [] : (members.byCode.get(after.code) ?? [])
    if (holder && holder.id !== after.id) faults.push({ path: 'code', code: 'staff-number-taken' })
  }
  const given = lines.filter(({ after, before }) => after.code !== null && after.code !== before?.code)
  for (const group of Map.groupBy(given, ({ after }) => after.code).values()) {
    if (group.length < 2) continue
    for (const { faults } of group)
      if (faults.length === 0) faults.push({ path: 'code', code: 'staff-number-taken' })
  }
}

/** Somebody has to be left who administers. */
function refuseLastAdmins(lines: readonly Line<MemberState>[], members: readonly MemberState[]): void {
  const sound = lines.filter(({ faults }) => faults.length === 0)
  const changed = new Map(sound.map(({ after }) => [after.id, after]))
  const isLeft = members.some((member) => administers(changed.get(member.id) ?? member))
  if (isLeft || sound.some(({ before, after }) => before === null && administers(after))) return
  for (const { before, after, faults } of sound) {
    if (before && administers(before))
      faults.push({ path: after.closedOn === null ? 'role' : 'state', code: 'line-last-admin' })
  }
}

function administers({ role, closedOn }: MemberState): boolean {
  return role === 'admin' && closedOn === null
}
