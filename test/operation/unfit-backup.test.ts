import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Manifest } from '../../scripts/backup/manifest.ts'
import { restoreFrom, takeInto } from './support/backup-folder.ts'
import { filledStore } from './support/filled-store.ts'
import { contents, insert, newStore } from './support/memory-store.ts'

let home: string
let folder: string

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'rounds-backup-'))
  folder = join(home, 'backup')
})

afterEach(() => rmSync(home, { recursive: true }))

describe('nothing is written', () => {
  const change = (name: string, how: (text: string) => string) => {
    const path = join(folder, name)
    writeFileSync(path, how(readFileSync(path, 'utf8')))
  }
  const manifest = (how: (text: string) => string) => change('manifest.json', how)
  const withoutTable = (name: string) =>
    manifest((text) => {
      const { tables, ...rest } = JSON.parse(text) as Manifest
      return JSON.stringify({ ...rest, tables: { ...tables, [name]: undefined } })
    })

  it.each([
    [
      'a file that is cut short',
      () => truncateSync(join(folder, 'rounds.jsonl'), 2000),
      /rounds\.jsonl is cut short: 2000 of \d+ bytes/,
    ],
    [
      'a changed value',
      () => change('members.jsonl', (text) => text.replace('ours1', 'ours7')),
      /members\.jsonl is not what was written/,
    ],
    [
      'a line too many',
      () => appendFileSync(join(folder, 'units.jsonl'), '{"org_id":"ours"}\n'),
      /units\.jsonl has 26 rows; the manifest says 25/,
    ],
    [
      'a line that is no row',
      () => change('units.jsonl', (text) => text.replace('{', '[')),
      /units\.jsonl, line 1, is no row/,
    ],
    [
      'a row of somebody else',
      () => change('units.jsonl', (text) => text.replace('"ours"', '"them"')),
      /line 1, belongs to another organisation/,
    ],
    ['a missing file', () => rmSync(join(folder, 'audit.jsonl')), /audit\.jsonl is missing/],
    [
      'a table of which the manifest says nothing',
      () => withoutTable('units'),
      /The manifest says nothing of .*units\.jsonl/,
    ],
    [
      'a table that is gone from the manifest and the folder',
      () => {
        withoutTable('units')
        rmSync(join(folder, 'units.jsonl'))
      },
      /made of a store with the table units, and lacks it/,
    ],
    ['no manifest', () => rmSync(join(folder, 'manifest.json')), /there is no whole backup here/],
    ['half a manifest', () => manifest((text) => text.slice(0, 300)), /there is no whole backup here/],
    [
      'a manifest of something else',
      () => manifest(() => '{"format":"tar"}'),
      /is no manifest of a backup: /,
    ],
    [
      'a path out of the folder',
      () => manifest((text) => text.replace('"units":', '"../units":')),
      /is no manifest of a backup: /,
    ],
    [
      'a newer format',
      () => manifest((text) => text.replace('"formatVersion": 1', '"formatVersion": 2')),
      /newer version of Rounds/,
    ],
    [
      'a newer schema',
      () => manifest((text) => text.replace('"migrations": [', '"migrations": ["9999_later.sql",')),
      /lacks the migration 9999_later\.sql/,
    ],
  ])('where there is %s', (_, damage, sentence) => {
    takeInto(folder, filledStore())
    damage()
    const fresh = newStore()
    expect(() => restoreFrom(folder, fresh)).toThrow(sentence)
    expect(Object.values(contents(fresh, 'ours')).flat()).toEqual([])
  })

  it('where the organisation is there already', () => {
    const store = filledStore()
    takeInto(folder, store)
    const before = contents(store, 'ours')
    expect(() => restoreFrom(folder, store)).toThrow(/is in this store already/)
    expect(contents(store, 'ours')).toEqual(before)
  })

  it('where the store wants a column that the backup lacks; one with a value of its own is no obstacle', () => {
    takeInto(folder, filledStore())
    const wanting = newStore()
    wanting.database.exec(`ALTER TABLE units ADD COLUMN floor INTEGER NOT NULL DEFAULT 1`)
    restoreFrom(folder, wanting)
    expect(wanting.database.prepare(`SELECT count(*) AS n FROM units WHERE floor = 1`).get()).toEqual({
      n: 25,
    })

    const strict = newStore()
    strict.database
      .exec(`DROP TABLE unit_counts; CREATE TABLE unit_counts (org_id TEXT NOT NULL, unit_id TEXT NOT NULL,
      overdue INTEGER NOT NULL, late INTEGER NOT NULL, PRIMARY KEY (org_id, unit_id)) STRICT`)
    expect(() => restoreFrom(folder, strict)).toThrow(
      'The backup is too old: its rows lack unit_counts.late.',
    )
    expect(Object.values(contents(strict, 'ours')).flat()).toEqual([])
  })

  it('of the organisation itself, where other rows of it were there', () => {
    takeInto(folder, filledStore())
    const haunted = newStore()
    insert(haunted.database, 'units', { org_id: 'ours', id: 'ghost', name: '幽灵', updated_at: 1 })
    expect(() => restoreFrom(folder, haunted)).toThrow(/the store held other rows of ours/)
    expect(contents(haunted, 'ours').organisations).toEqual([])
  })
})
