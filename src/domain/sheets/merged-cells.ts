import { fileRefused, mostColumns, mostRows, type Cell } from './sheet.ts'

/** From 0; `AB12` is 27. */
export function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  if (letters === undefined) return undefined
  let column = 0
  for (let at = 0; at < letters.length; at += 1) column = column * 26 + letters.charCodeAt(at) - 64
  return column - 1
}

/**
 * What stands once beside several rows is said of each of them: a ward beside all its nurses. Ranges as a workbook has
 * them, `E4:E9`; those of a real one never overlap, so that there is an end to them.
 */
export function fillMerged(rows: ReadonlyMap<number, Cell[]>, ranges: readonly string[]): void {
  const last = Math.max(0, ...rows.keys())
  let steps = 0
  for (const range of ranges) {
    const [, from, to] = /^[A-Z]+(\d+):[A-Z]+(\d+)$/.exec(range) ?? []
    const column = columnOf(range)
    if (column === undefined || column >= mostColumns) continue
    const value = rows.get(Number(from))?.[column] ?? ''
    for (let line = Number(from) + 1; line <= Math.min(Number(to), last); line += 1) {
      steps += 1
      if (steps > mostRows * mostColumns) throw fileRefused('file-not-a-sheet')
      const cells = rows.get(line)
      if (cells) put(cells, column, value)
    }
  }
}

export function put(cells: Cell[], column: number, value: Cell): void {
  while (cells.length < column) cells.push('')
  cells[column] = value
}
