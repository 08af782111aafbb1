import {
  chmodSync,
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { runScript } from './support/commands.ts'
import { filledStore } from './support/filled-store.ts'
import { contents, newStore, type MemoryStore } from './support/memory-store.ts'

/** The commands with `--remote`, where wrangler is one that answers from a file as D1's API would. */
let home: string
let env: Record<string, string>

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'rounds-remote-'))
  copyFileSync('test/operation/support/fake-wrangler.mjs', join(home, 'wrangler'))
  chmodSync(join(home, 'wrangler'), 0o755)
  env = { PATH: `${home}${delimiter}${process.env.PATH}` }
})

afterEach(() => rmSync(home, { recursive: true }))

function deployed(store: MemoryStore, name: string): string {
  const path = join(home, name)
  store.database.prepare('VACUUM INTO ?').run(path)
  writeFileSync(join(home, 'account.json'), JSON.stringify({ loggedIn: true, databases: [], store: path }))
  return path
}

function stored(path: string): Record<string, string[]> {
  const database = new DatabaseSync(path, { readOnly: true })
  try {
    return contents({ database }, 'ours')
  } finally {
    database.close()
  }
}

it('every organisation is backed up, and restored into another database it is equal to the row', async () => {
  const old = deployed(filledStore(), 'old.sqlite')
  const out = join(home, 'out')
  const taken = await runScript('backup', ['--remote', '--all', '--out', out], env)
  expect([taken.code, taken.complained]).toEqual([0, ''])
  const folders = readdirSync(out).toSorted()
  expect(folders).toEqual([expect.stringMatching(/^other-/), expect.stringMatching(/^ours-/)])

  const fresh = deployed(newStore(), 'fresh.sqlite')
  const restored = await runScript('restore', ['--remote', join(out, String(folders[1]))], env)
  expect([restored.code, restored.complained]).toEqual([0, ''])
  expect(stored(fresh)).toEqual(stored(old))
  expect(longestArgument()).toBeLessThan(100_000)
})

it('of several organisations one has to be named', async () => {
  deployed(filledStore(), 'old.sqlite')
  const { code, complained } = await runScript('backup', ['--remote', '--out', join(home, 'out')], env)
  expect([code, complained]).toEqual([2, expect.stringContaining('Say which with --org, or --all')])
})

/** Linux takes 128 KB in one argument of a command line. */
function longestArgument(): number {
  const lines = readFileSync(join(home, 'asked.jsonl'), 'utf8').trim().split('\n')
  return Math.max(
    ...lines.flatMap((line) => (JSON.parse(line) as string[]).map((arg) => Buffer.byteLength(arg))),
  )
}
