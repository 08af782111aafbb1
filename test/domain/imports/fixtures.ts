import type { Role } from '../../../src/domain/access.ts'
import { outcomeOf, type Line, type Thing } from '../../../src/domain/imports/line.ts'
import { planAssets, type AssetState } from '../../../src/domain/imports/plan-assets.ts'
import { planMembers, type MemberState } from '../../../src/domain/imports/plan-members.ts'
import { planUnits, type UnitState } from '../../../src/domain/imports/plan-units.ts'
import { rowsOf, type Row } from '../../../src/domain/imports/rows.ts'
import type { ImportKind } from '../../../src/domain/imports/words.ts'
import { readSheet } from '../../../src/domain/sheets/read-sheet.ts'
import { tagWordsIn } from '../../../src/platform/tag-messages.ts'

export const today = 20_000
export const words = tagWordsIn('zh-CN')

const thing = { code: null, nameEn: null, closedOn: null, version: 1 }

export function unit(id: string, name: string, given: Partial<UnitState> = {}): UnitState {
  return { ...thing, id, name, parentId: null, tags: [], order: 0, ...given }
}

export function member(id: string, name: string, given: Partial<MemberState> = {}): MemberState {
  const role: Role = 'inspector'
  return { ...thing, id, name, role, rights: [], unitIds: [], ...given }
}

export function asset(id: string, name: string, unitId: string, given: Partial<AssetState> = {}): AssetState {
  return { ...thing, id, name, unitId, type: 'lift', tags: [], validUntil: null, ...given }
}

/** hospital › medicine › ward, hospital › surgery › ward; old (closed) */
export const units = [
  unit('h', '医院', { code: 'H' }),
  unit('m', '内科', { code: 'M', parentId: 'h', nameEn: 'Medicine' }),
  unit('s', '外科', { code: 'S', parentId: 'h' }),
  unit('m1', '一病区', { parentId: 'm' }),
  unit('s1', '一病区', { parentId: 's' }),
  unit('old', '旧科', { parentId: 'h', closedOn: 19_000 }),
]

export function rowsIn(kind: ImportKind, csv: string): Row[] {
  return rowsOf(kind, readSheet(new TextEncoder().encode(csv))).rows
}

export function unitsPlan(csv: string, there: UnitState[] = units, held: string[] = []): Line<UnitState>[] {
  return planUnits(rowsIn('units', csv), { units: there, held: new Set(held), words, today })
}

export function membersPlan(csv: string, members: MemberState[]): Line<MemberState>[] {
  return planMembers(rowsIn('members', csv), { members, units, today })
}

export function assetsPlan(csv: string, assets: AssetState[]): Line<AssetState>[] {
  return planAssets(rowsIn('assets', csv), { assets, units, words, today })
}

/** `new`, `changed m1`, or the faults as `role: cell-unknown-role`. */
export function told(lines: readonly Line<Thing>[]): string[] {
  return lines.map((line) => {
    const outcome = outcomeOf(line)
    if (outcome === 'faulty') return line.faults.map(({ path, code }) => `${path}: ${code}`).join(', ')
    return line.before ? `${outcome} ${line.before.id}` : outcome
  })
}
