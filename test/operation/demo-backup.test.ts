import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { restoreBackup } from '../../scripts/backup/put.ts'
import { storeFaults } from '../../scripts/chaos/check.ts'
import { openRounds, signIn, startLoad, type Load } from '../../scripts/chaos/load.ts'
import { databaseIn } from '../../scripts/serve/sqlite-d1.ts'
import { runScript } from './support/commands.ts'
import { contents, newStore } from './support/memory-store.ts'

/** The commands as an operator types them, on the store of the demo that is being served for the browser's tests. */
const home = `.tmp/operation-${process.pid}`
const store = inject('folder')
const restored = join(home, 'restored')
const orgId = 'demo'

beforeAll(() => mkdirSync(home, { recursive: true }))
afterAll(() => rmSync(home, { recursive: true, force: true }))

it('a backup under 20 ticks a second is the store of one instant: all that is kept recounts', async () => {
  const load: Load = { rounds: openRounds(store, orgId), times: [], refused: [] }
  const stop = startLoad(inject('origin'), await signIn(inject('origin')), load, 0)
  await expect.poll(() => load.times.length, { timeout: 30_000 }).toBeGreaterThan(10)
  const before = load.times.length
  const out = join(home, 'busy')
  const { code, complained } = await runScript('backup', ['--out', out], { ROUNDS_DATA: store })
  stop()
  expect([code, complained]).toEqual([0, ''])
  expect(load.times.length).toBeGreaterThan(before)
  const { ask, run, database } = newStore()
  restoreBackup({ ask, run, folder: onlyFolderIn(out), report: () => undefined })
  expect(storeFaults(database, orgId)).toEqual([])
})

it('at rest, what is restored is equal to the row in every table', async () => {
  const out = join(home, 'calm')
  expect((await runScript('backup', ['--org', orgId, '--out', out], { ROUNDS_DATA: store })).code).toBe(0)
  const folder = onlyFolderIn(out)
  const first = await runScript('restore', [folder], { ROUNDS_DATA: restored })
  expect([first.code, first.complained]).toEqual([0, ''])
  expect(allRows(restored)).toEqual(allRows(store))

  const verified = await runScript('audit-verify', ['--org', orgId], { ROUNDS_DATA: restored })
  expect([verified.code, verified.printed]).toEqual([
    0,
    expect.stringMatching(/^demo: holds up to entry \d{4,}/),
  ])

  const second = await runScript('restore', [folder], { ROUNDS_DATA: restored })
  expect(second.code).toBe(1)
  expect(second.complained).toContain('(demo) is in this store already')
})

it('a backup of nobody, and one of a store that is not there, say so', async () => {
  const nobody = await runScript('backup', ['--org', 'nobody'], { ROUNDS_DATA: store })
  expect([nobody.code, nobody.complained]).toEqual([2, 'There is no organisation nobody in this store.\n'])
  const wrong = await runScript('restore', ['.tmp/nothing-here'], { ROUNDS_DATA: restored })
  expect([wrong.code, wrong.complained]).toEqual([
    1,
    expect.stringContaining('there is no whole backup here'),
  ])
  expect((await runScript('restore', [], { ROUNDS_DATA: restored })).code).toBe(2)
})

function onlyFolderIn(out: string): string {
  const names = readdirSync(out)
  expect(names).toEqual([expect.stringMatching(/^demo-\d{8}T\d{6}Z$/)])
  return join(out, names[0] ?? '')
}

function allRows(folder: string): Record<string, string[]> {
  const database = new DatabaseSync(databaseIn(folder), { readOnly: true })
  try {
    return contents({ database }, orgId)
  } finally {
    database.close()
  }
}
