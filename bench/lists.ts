import { planMembers, type MemberState } from '../src/domain/imports/plan-members.ts'
import type { UnitState } from '../src/domain/imports/plan-units.ts'
import { printMembers } from '../src/domain/imports/print-lists.ts'
import { rowsOf } from '../src/domain/imports/rows.ts'
import { printCsv } from '../src/domain/sheets/csv.ts'
import { printXlsx } from '../src/domain/sheets/print-xlsx.ts'
import { readSheet } from '../src/domain/sheets/read-sheet.ts'
import { median } from './measure.ts'
import type { Figure } from './table.ts'

const people = 800
const thing = { nameEn: 'Name in English', closedOn: null, version: 1 }

const units = Array.from({ length: 60 }, (_, at): UnitState => {
  const parentId = at === 0 ? null : `unit_b_${Math.floor((at - 1) / 5)}`
  return { ...thing, id: `unit_b_${at}`, parentId, code: `U${at}`, name: `Unit ${at}`, tags: [], order: at }
})
const members = Array.from({ length: people }, (_, at): MemberState => {
  const unitIds = [`unit_b_${at % 60}`]
  return {
    ...thing,
    id: `member_b_${at}`,
    code: String(10_000 + at),
    name: `Name ${at}`,
    role: 'admin',
    rights: [],
    unitIds,
  }
})

/** A hospital's people as a list, by themselves, in this process: no server, no store. */
export function benchLists(): Figure[] {
  const table = printMembers(members, units, 'en')
  const csv = new TextEncoder().encode(printCsv(table))
  const xlsx = printXlsx('Members', table)
  const { rows } = rowsOf('members', readSheet(csv))
  const steps: [string, () => unknown][] = [
    ['read from CSV', () => readSheet(csv)],
    ['read from XLSX', () => readSheet(xlsx)],
    ['compared line by line', () => planMembers(rows, { members, units, today: 20_000 })],
    ['printed as CSV', () => printCsv(printMembers(members, units, 'en'))],
    ['printed as XLSX', () => printXlsx('Members', printMembers(members, units, 'en'))],
  ]
  return steps.map(([name, run]) => ({
    name: `list of ${people} members: ${name}`,
    value: warm(run),
    unit: 'ms',
    most: 10,
  }))
}

function warm(run: () => unknown): number {
  const times: number[] = []
  for (let time = 0; time < 25; time += 1) {
    const began = performance.now()
    run()
    times.push(performance.now() - began)
  }
  return median(times.slice(5))
}
