import { doesRounds } from '../../domain/access.ts'
import { lineOfDraft, outcomeOf, type Line, type Thing } from '../../domain/imports/line.ts'
import type { AssetState } from '../../domain/imports/plan-assets.ts'
import type { MemberState } from '../../domain/imports/plan-members.ts'
import type { UnitState } from '../../domain/imports/plan-units.ts'
import type { AuditEntry } from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import type { BoundWrite } from '../../platform/sql.ts'
import { insertAssets, updateAssets } from '../assets/repository-list.ts'
import { writesOfClosing, writesOfDemotion } from '../members/repository-closing.ts'
import {
  insertMembers,
  joinUnitsByList,
  leaveUnitsByList,
  requireAdmin,
  updateMembers,
} from '../members/repository-list.ts'
import { insertUnits, refuseCircles, updateUnits } from '../units/repository-list.ts'
import type { PlannedLines } from './plan-import.ts'

export type Writing = { writes: BoundWrite[]; entries: AuditEntry[] }

/** The writes of all lines that change something; those with faults and those that change nothing are left out. */
export function writesOfLines(context: Context, planned: PlannedLines): Writing {
  if (planned.kind === 'units') return writesOfUnits(context, planned.lines)
  if (planned.kind === 'members') return writesOfMembers(context, planned.lines)
  return writesOfAssets(context, planned.lines)
}

function writesOfUnits({ store, now }: Context, lines: readonly Line<UnitState>[]): Writing {
  const ids = new Map<string, string>()
  for (const { after } of lines)
    if (lineOfDraft(after.id) !== null) ids.set(after.id, newId('unit', store.orgId))
  const real = (id: string | null) => (id === null ? null : (ids.get(id) ?? id))
  const { made, changed } = sorted(lines, (unit) => ({
    ...unit,
    id: ids.get(unit.id) ?? unit.id,
    parentId: real(unit.parentId),
  }))
  const moved = changed.filter(({ before, after }) => before.parentId !== after.parentId)
  return {
    writes: [
      ...inParts(made.map(({ after }) => after)).map((rows) => insertUnits({ rows, now })),
      ...inParts(changed.map(({ after }) => after)).map((rows) => updateUnits({ rows, now })),
      ...inParts(moved.map(({ after: { id } }) => ({ id }))).map((rows) => refuseCircles({ rows })),
    ],
    entries: entriesOf('unit', made, changed, ({ id }) => id),
  }
}

function writesOfMembers(context: Context, lines: readonly Line<MemberState>[]): Writing {
  const { store, now, actor } = context
  const { made, changed } = sorted(lines, (member) => withId(member, () => newId('member', store.orgId)))
  const joined = [...made, ...changed].flatMap(({ before, after }) => pairs(after, before?.unitIds ?? []))
  const left = changed.flatMap(({ before, after }) => pairs(before, after.unitIds))
  const closed = changed.filter(({ before, after }) => before.closedOn === null && after.closedOn !== null)
  const demoted = changed.filter(({ before, after }) => doesRounds(before.role) && !doesRounds(after.role))
  return {
    writes: [
      ...inParts(made.map(({ after }) => after)).map((rows) => insertMembers({ rows, now })),
      ...inParts(changed.map(({ after }) => after)).map((rows) => updateMembers({ rows, now })),
      ...inParts(left).map((rows) => leaveUnitsByList({ rows })),
      ...inParts(joined).map((rows) => joinUnitsByList({ rows })),
      ...(changed.some(({ before }) => before.role === 'admin')
        ? [requireAdmin({ anybody: actor.memberId })]
        : []),
      ...(closed.length > 0
        ? writesOfClosing(
            context,
            closed.map(({ after }) => after.id),
          )
        : []),
      ...(demoted.length > 0
        ? writesOfDemotion(
            context,
            demoted.map(({ after }) => after.id),
          )
        : []),
    ],
    entries: entriesOf('member', made, changed, () => null),
  }
}

/** The units of the one that are not among the others. */
function pairs(
  { id, unitIds }: MemberState,
  others: readonly string[],
): { memberId: string; unitId: string }[] {
  return unitIds.filter((unit) => !others.includes(unit)).map((unitId) => ({ memberId: id, unitId }))
}

function writesOfAssets({ store, now }: Context, lines: readonly Line<AssetState>[]): Writing {
  const { made, changed } = sorted(lines, (asset) => withId(asset, () => newId('asset', store.orgId)))
  return {
    writes: [
      ...inParts(made.map(({ after }) => after)).map((rows) => insertAssets({ rows, now })),
      ...inParts(changed.map(({ after }) => after)).map((rows) => updateAssets({ rows, now })),
    ],
    entries: entriesOf('asset', made, changed, ({ unitId }) => unitId),
  }
}

type Made<T> = { before: null; after: T }
type Changed<T> = { before: T; after: T }

function sorted<T extends Thing>(lines: readonly Line<T>[], stored: (thing: T) => T) {
  const made: Made<T>[] = []
  const changed: Changed<T>[] = []
  for (const line of lines) {
    const outcome = outcomeOf(line)
    if (outcome === 'new') made.push({ before: null, after: stored(line.after) })
    if (outcome === 'changed' && line.before) changed.push({ before: line.before, after: stored(line.after) })
  }
  return { made, changed }
}

function withId<T extends Thing>(thing: T, make: () => string): T {
  return lineOfDraft(thing.id) === null ? thing : { ...thing, id: make() }
}

function entriesOf<T extends Thing>(
  noun: 'unit' | 'member' | 'asset',
  made: readonly Made<T>[],
  changed: readonly Changed<T>[],
  unitOf: (thing: T) => string | null,
): AuditEntry[] {
  return [
    ...made.map(({ after }) => ({
      action: `${noun}.created`,
      subjectId: after.id,
      unitId: unitOf(after),
      after,
    })),
    ...changed.map(({ before, after }) => ({
      action: `${noun}.changed`,
      subjectId: after.id,
      unitId: unitOf(after),
      before,
      after,
    })),
  ]
}

/** So many rows of ours are well below what D1 takes as one value. */
const rowsOfPart = 2000

function inParts(rows: readonly unknown[]): string[] {
  const parts: string[] = []
  for (let from = 0; from < rows.length; from += rowsOfPart)
    parts.push(JSON.stringify(rows.slice(from, from + rowsOfPart)))
  return parts
}
