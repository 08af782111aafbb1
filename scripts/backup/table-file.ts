import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { keyOf, type Row } from './rows.ts'
import { addToSums, newSums, type Sums } from './sums.ts'
import type { Table } from './tables.ts'

/** One table of a backup: a row of JSON a line. */
export type TableFile = { rows: number; bytes: number; sha256: string; sums: Sums }

export const tableEnding = '.jsonl'
const chunk = 1 << 20

export function fileOf(folder: string, table: string): string {
  return join(folder, `${table}${tableEnding}`)
}

export function writeRows(path: string, rows: readonly Row[], how: 'anew' | 'behind'): void {
  const file = openSync(path, how === 'anew' ? 'w' : 'a', 0o600)
  writeSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  closeSync(file)
}

/** Puts newer rows over older ones and those that are new behind them; answers what the file then is. */
export function mergeInto(path: string, table: Table, newer: readonly Row[]): TableFile {
  const waiting = new Map(newer.map((row) => [keyOf(table, row), row]))
  const merged = openSync(`${path}.merged`, 'w', 0o600)
  const hash = createHash('sha256')
  const sums = newSums(table)
  let bytes = 0
  let waitingLines = ''
  const flush = () => {
    const text = Buffer.from(waitingLines)
    writeSync(merged, text)
    hash.update(text)
    bytes += text.length
    waitingLines = ''
  }
  const put = (line: string, row: Row) => {
    addToSums(sums, table, row)
    waitingLines += `${line}\n`
    if (waitingLines.length > chunk) flush()
  }
  for (const line of linesOf(path)) {
    const row = JSON.parse(line) as Row
    const key = keyOf(table, row)
    const over = waiting.get(key)
    waiting.delete(key)
    put(over ? JSON.stringify(over) : line, over ?? row)
  }
  for (const row of waiting.values()) put(JSON.stringify(row), row)
  flush()
  closeSync(merged)
  renameSync(`${path}.merged`, path)
  return { rows: sums[0] ?? 0, bytes, sha256: hash.digest('hex'), sums }
}

/** Lines of any number, one after another; what stands behind the last line break is a line too. */
export function* linesOf(path: string): Generator<string> {
  const file = openSync(path, 'r')
  const buffer = Buffer.alloc(chunk)
  let rest = Buffer.alloc(0)
  try {
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) {
      const text = Buffer.concat([rest, buffer.subarray(0, read)])
      let from = 0
      for (let end = text.indexOf(10); end !== -1; end = text.indexOf(10, from)) {
        yield text.toString('utf8', from, end)
        from = end + 1
      }
      rest = Buffer.from(text.subarray(from))
    }
    if (rest.length > 0) yield rest.toString('utf8')
  } finally {
    closeSync(file)
  }
}
