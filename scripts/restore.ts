import { parseArgs } from 'node:util'
import { Damaged } from './backup/check.ts'
import { restoreBackup, Unfit } from './backup/put.ts'
import { again, ask, migrateLocal, orUsage, StoreFailed, wordsOf, write } from './d1.ts'

/**
 * `npm run restore -- FOLDER [--remote]`: puts a backup into a store that does not hold its organisation. Everything is checked
 * before the first write. Ends with 1 where the backup is damaged or does not fit this store, 2 where the store or the folder failed.
 */
const usage = 'npm run restore -- FOLDER [--remote]'

const { folder, remote } = orUsage(usage, readOptions)
if (!remote) migrateLocal()
try {
  const { organisation, takenAt, tables } = restoreBackup({
    folder,
    ask: (sql) => again(() => ask(sql, { remote })),
    run: (statements) => again(() => write(statements, { remote })),
    report: (progress) => console.log(`  ${progress}`),
  })
  const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0)
  console.log(`Restored ${organisation.name} (${organisation.id}): ${rows} rows, as they were at ${takenAt}.

  Who left, lost a right or signed out everywhere since then can sign in again: close and revoke that anew first.
  Check the audit trail: npm run audit:verify --${remote ? ' --remote' : ''} --org ${organisation.id}`)
} catch (fault) {
  const isRefused = fault instanceof Damaged || fault instanceof Unfit
  console.error(wordsOf(fault))
  if (fault instanceof StoreFailed) console.error('Run the same command again: it goes on.')
  process.exitCode = isRefused ? 1 : 2
}

function readOptions(): { folder: string; remote: boolean } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { remote: { type: 'boolean', default: false } },
  })
  const [wanted] = positionals
  if (wanted === undefined || positionals.length > 1) throw new Error('One folder of a backup is wanted.')
  return { folder: wanted, remote: values.remote }
}
