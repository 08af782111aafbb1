import type { SQLInputValue } from 'node:sqlite'
import { columnsOf, insert, newStore, tablesOf, type ColumnInfo, type MemoryStore } from './memory-store.ts'

/** What text may hold, and what a command line, SQL or JSON might stumble over. */
const awkward = [
  "消防通道'; DROP TABLE rounds; --",
  '"引号"\r\n换行\t',
  '😀'.repeat(3),
  '',
  '\\u0000 [] {} ?1 :org',
  'NULL',
]
const long = `长${'病区查房😀'.repeat(9_000)}`

/** Two organisations with rows in every table that the schema has, whichever those are: `ours` and `other`. */
export function filledStore(change?: (store: MemoryStore) => void): MemoryStore {
  const store = newStore()
  change?.(store)
  for (const table of tablesOf(store.database)) {
    for (const orgId of ['ours', 'other']) fillTable(store, table, orgId)
  }
  return store
}

function fillTable({ database }: MemoryStore, table: string, orgId: string): void {
  const columns = columnsOf(database, table)
  const rows = columns.some(({ name }) => name === 'org_id') ? 25 : 1
  for (let at = 0; at < rows; at += 1) {
    const values = columns.map((column, place) => [column.name, valueOf(column, at, place, orgId)] as const)
    insert(database, table, Object.fromEntries(values))
  }
  if (table === 'audit') database.prepare('UPDATE audit SET after = ? WHERE seq = 3').run(long)
}

function valueOf(
  { name, type, notnull, inKey }: ColumnInfo,
  at: number,
  place: number,
  orgId: string,
): SQLInputValue {
  if (name === 'org_id' || (name === 'id' && place === 0)) return orgId
  if (notnull === 0 && (at + place) % 3 === 0) return null
  if (type === 'INTEGER') return inKey ? at + 1 : 1_700_000_000_000 + at * 1000 + place
  if (type === 'REAL') return at / 3
  if (type === 'BLOB') return new Uint8Array([at, 0, 255, place])
  const text = awkward[(at + place) % awkward.length] ?? ''
  return inKey ? `${text}${orgId}${at}` : text
}
