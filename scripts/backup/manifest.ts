import { z } from 'zod'
import type { Schema, Table } from './tables.ts'

/** What stands beside the rows: enough to know before the first write whether they are whole and whether this store can hold them. */
export const manifestSchema = z.strictObject({
  format: z.literal('rounds-backup'),
  formatVersion: z.literal(1),
  organisation: z.strictObject({ id: z.string().regex(/^[0-9a-z]{4,12}$/), name: z.string() }),
  /** The store was exactly so at this instant, by its own clock. */
  takenAt: z.iso.datetime(),
  migrations: z.array(z.string()),
  /** the last entry of the audit trail and the last that was sealed, for `npm run audit:verify -- --expect` */
  audit: z.strictObject({
    entries: z.int().nonnegative(),
    sealed: z.strictObject({ seq: z.int().positive(), seal: z.string() }).nullable(),
  }),
  tables: z.record(
    z.string().regex(/^[a-z][a-z0-9_]*$/),
    z.strictObject({
      columns: z.array(z.string()),
      key: z.array(z.string()),
      rows: z.int().nonnegative(),
      bytes: z.int().nonnegative(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      sums: z.array(z.int()),
    }),
  ),
})
export type Manifest = z.output<typeof manifestSchema>

/** Why this store cannot hold that backup; nothing where it can. */
export function obstacles(manifest: Manifest, store: Schema): string[] {
  const unknown = manifest.migrations.filter((name) => !store.migrations.includes(name))
  if (unknown.length > 0) {
    return [
      `The backup is newer than this store, which lacks the migration ${unknown.join(', ')}: bring the code up to date first.`,
    ]
  }
  const lacking = store.tables.filter(({ name }) => !(name in manifest.tables))
  if (lacking.length > 0 && manifest.migrations.length === store.migrations.length) {
    return lacking.map(({ name }) => `The backup was made of a store with the table ${name}, and lacks it.`)
  }
  const byName = new Map(store.tables.map((table) => [table.name, table]))
  const filled = Object.entries(manifest.tables).filter(([, { rows }]) => rows > 0)
  return filled.flatMap(([name, { columns }]) => {
    const table = byName.get(name)
    return table
      ? columnObstacles(table, columns)
      : [`This store has no table ${name} for the backup's rows.`]
  })
}

function columnObstacles(table: Table, columns: readonly string[]): string[] {
  const known = new Set(table.columns.map(({ name }) => name))
  const homeless = columns.filter((name) => !known.has(name))
  const wanted = table.columns.filter(({ name, optional }) => !optional && !columns.includes(name))
  return [
    ...homeless.map((name) => `This store has no column ${table.name}.${name} for the backup's values.`),
    ...wanted.map(
      ({ name }) =>
        `The backup is too old: its rows lack ${table.name}.${name}. Restore it with the code of its time, then bring that store up to date.`,
    ),
  ]
}
