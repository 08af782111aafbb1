import { mkdtempSync, rmSync, statSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TooBusy, type Taking } from '../../scripts/backup/take.ts'
import { restoreFrom, takeInto } from './support/backup-folder.ts'
import { filledStore } from './support/filled-store.ts'
import { contents, insert, newStore, tablesOf, type MemoryStore } from './support/memory-store.ts'

let home: string
let folder: string

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'rounds-backup-'))
  folder = join(home, 'backup')
})

afterEach(() => rmSync(home, { recursive: true }))

function take(store: MemoryStore, changes: Partial<Taking> = {}) {
  return takeInto(folder, store, changes)
}

function restore(store: MemoryStore, run = store.run) {
  return restoreFrom(folder, store, run)
}

describe('a backup that is restored', () => {
  it('is equal to the row in every table that the schema has, and brings nobody else along', () => {
    const store = filledStore()
    const fresh = newStore()
    take(store)
    restore(fresh)
    expect(contents(fresh, 'ours')).toEqual(contents(store, 'ours'))
    expect(Object.values(contents(fresh, 'ours')).filter((rows) => rows.length === 0)).toEqual([])
    expect(Object.values(contents(fresh, 'other')).flat()).toEqual([])
  })

  it('holds a table that somebody adds tomorrow, with numbers and bytes of any kind', () => {
    const tomorrow = ({ database }: MemoryStore) =>
      database.exec(
        `CREATE TABLE tomorrow (org_id TEXT NOT NULL, id TEXT NOT NULL, half REAL, bytes BLOB, PRIMARY KEY (org_id, id)) STRICT, WITHOUT ROWID`,
      )
    const store = filledStore(tomorrow)
    const fresh = newStore()
    tomorrow(fresh)
    expect(take(store).tables.tomorrow?.rows).toBe(25)
    restore(fresh)
    expect(contents(fresh, 'ours').tomorrow).toEqual(contents(store, 'ours').tomorrow)
  })

  it('refuses a table of which nobody can say whose rows it holds', () => {
    const store = newStore()
    store.database.exec('CREATE TABLE strays (id TEXT NOT NULL PRIMARY KEY) STRICT')
    expect(() => take(store)).toThrow('The table strays has no org_id')
  })

  it('every table is in it: what is left out is left out by name', () => {
    const store = filledStore()
    expect(Object.keys(take(store).tables).toSorted()).toEqual(tablesOf(store.database))
  })

  it('is for its owner alone to read', () => {
    take(filledStore())
    expect([folder, join(folder, 'members.jsonl'), join(folder, 'manifest.json')].map(modeOf)).toEqual([
      0o700, 0o600, 0o600,
    ])
  })

  it('goes on where it was cut short; until then nobody finds the organisation', () => {
    const store = filledStore()
    take(store)
    const fresh = newStore()
    let runs = 0
    const cutShort = (statements: readonly string[]) => {
      fresh.run(statements.slice(0, Math.ceil(statements.length / 2)))
      runs += 1
      throw new Error('cut short')
    }
    expect(() => restore(fresh, cutShort)).toThrow('cut short')
    expect([runs, contents(fresh, 'ours').organisations]).toEqual([1, []])
    restore(fresh)
    expect(contents(fresh, 'ours')).toEqual(contents(store, 'ours'))
  })
})

describe('while people write', () => {
  /** Does `write` before each question but the first one, and notes what the store held when the last was answered. */
  function disturbed(store: MemoryStore, write: (turn: number) => void) {
    const seen = { last: contents(store, 'ours') }
    let turn = 0
    const ask = (sql: string) => {
      if (turn > 0) write(turn)
      turn += 1
      seen.last = contents(store, 'ours')
      return store.ask(sql)
    }
    return { ask, seen }
  }

  it('it is the store at one instant: rows added, changed, ticked and sealed meanwhile are in it', () => {
    const store = filledStore()
    const { database } = store
    const { ask, seen } = disturbed(store, (turn) => {
      const now = Date.now()
      database
        .prepare(
          `UPDATE rounds SET version = version + 1, updated_at = ? WHERE org_id = 'ours' AND title IS NOT NULL`,
        )
        .run(now)
      database
        .prepare(`UPDATE members SET name = name || '们', updated_at = ? WHERE org_id = 'ours'`)
        .run(now)
      for (const seq of [1000 + turn]) {
        insert(database, 'audit', {
          org_id: 'ours',
          seq,
          at: now,
          action: 'round.completed',
          subject_id: 'x',
          request_id: 'r',
        })
        insert(database, 'audit_seals', { org_id: 'ours', seq, seal: 'seal', sealed_at: now })
      }
    })
    const manifest = take(store, { ask })
    const fresh = newStore()
    restore(fresh)
    expect(contents(fresh, 'ours')).toEqual(seen.last)
    expect(manifest.audit.sealed?.seq).toBe(manifest.audit.entries)
  })

  it('what went away, or changed without leaving an instant, is noticed and copied again', () => {
    const store = filledStore()
    const { database } = store
    const { ask, seen } = disturbed(store, (turn) => {
      if (turn > 6) return
      database
        .prepare(
          `DELETE FROM outcomes WHERE org_id = 'ours' AND round_id = (SELECT min(round_id) FROM outcomes WHERE org_id = 'ours')`,
        )
        .run()
      database.prepare(`UPDATE rounds SET watched = watched + 1 WHERE org_id = 'ours'`).run()
    })
    const told: string[] = []
    take(store, { ask, report: (words) => told.push(words) })
    const fresh = newStore()
    restore(fresh)
    expect(contents(fresh, 'ours')).toEqual(seen.last)
    expect(told.some((words) => words.includes('rounds changed meanwhile'))).toBe(true)
  })

  it('counts of which one goes up as another goes down are noticed too', () => {
    const store = filledStore()
    const add = store.database.prepare(
      `UPDATE due_counts SET rounds = rounds + ? WHERE org_id = 'ours' AND due_at = ?`,
    )
    const { ask, seen } = disturbed(store, (turn) => {
      if (turn > 6) return
      add.run(1, 2)
      add.run(-1, 5)
    })
    const told: string[] = []
    take(store, { ask, report: (words) => told.push(words) })
    const fresh = newStore()
    restore(fresh)
    expect(contents(fresh, 'ours')).toEqual(seen.last)
    expect(told).toContain('due_counts changed meanwhile: once more')
  })

  it('where that never ends, nothing is kept', () => {
    const store = filledStore()
    const { ask } = disturbed(store, () => {
      store.database.prepare(`UPDATE rounds SET watched = watched + 1 WHERE org_id = 'ours'`).run()
    })
    expect(() => take(store, { ask, rowsInPage: 4 })).toThrow(TooBusy)
    expect([existsSync(folder), existsSync(`${folder}.part`)]).toEqual([false, false])
  })
})

function modeOf(path: string): number {
  return statSync(path).mode & 0o777
}
