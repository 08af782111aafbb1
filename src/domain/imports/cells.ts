import type { FieldFault } from '../errors.ts'
import { isPrintableLine, straightened } from '../printable.ts'
import { dayOf, parseDate, type Day } from '../time/civil.ts'
import type { Row } from './rows.ts'
import { mayBeEmptied, readNothing, readState, type Column, type State } from './words.ts'

/** Several things in one cell. */
const separators = /[;；、,，\n\r]+/

export function listIn(text: string): string[] {
  return [...new Set(text.split(separators).map((part) => part.trim()))].filter((part) => part !== '')
}

/**
 * Reads the cells of one line and gathers what is wrong with them. An empty cell leaves what is there as it is; to take it
 * away there is a word.
 */
export class CellReader {
  readonly faults: FieldFault[] = []
  readonly #cells: Row['cells']

  constructor(row: Row) {
    this.#cells = row.cells
    for (const [column, cell] of Object.entries(row.cells) as [Column, Row['cells'][Column]][]) {
      if (cell === null) this.fault(column, 'cell-formula')
      if (this.isEmptied(column) && !mayBeEmptied.has(column)) this.require(column)
    }
  }

  fault(path: Column, code: string, params: Readonly<Record<string, string | number>> = {}): void {
    this.faults.push({ path, code, params })
  }

  /** Told unless more is known about what is wrong there. */
  require(column: Column): void {
    if (!this.faults.some(({ path }) => path === column)) this.fault(column, 'required')
  }

  /** What stands there; undefined where nothing does, or the word for nothing. */
  text(column: Column): string | undefined {
    if (this.isEmptied(column)) return undefined
    return straightened(this.#cells[column] ?? '') || undefined
  }

  isEmptied(column: Column): boolean {
    return readNothing(this.#cells[column] ?? '')
  }

  /** What the cell says, else what is there; `nothing` where it says so by its word. */
  said<T>(column: Column, read: T | undefined, before: T | undefined, nothing: T): T {
    return this.isEmptied(column) ? nothing : (read ?? before ?? nothing)
  }

  /** One line of text of a bounded length. */
  short(column: Column, maximum: number): string | undefined {
    const text = this.text(column)
    if (text === undefined) return undefined
    if (text.length > maximum) this.fault(column, 'too-long', { maximum })
    if (!isPrintableLine(text)) this.fault(column, 'control-characters')
    return text
  }

  /** A number of a person or a thing. Excel cuts a long one that it takes for a quantity: two become the same. */
  code(maximum: number, before: string | null | undefined): string | undefined {
    const text = this.short('code', maximum)
    if (text !== undefined && text !== before && /^\d(?:\.\d+)?E\+\d+$/i.test(text))
      this.fault('code', 'cell-cut-number', { text })
    return text
  }

  /** By words that have a meaning; anything else is a fault that names the words. */
  word<T>(column: Column, read: (text: string) => T | undefined, code: string): T | undefined {
    const text = this.text(column)
    if (text === undefined) return undefined
    const value = read(text)
    if (value === undefined) this.fault(column, code, { text })
    return value
  }

  state(): State | undefined {
    return this.word('state', readState, 'cell-unknown-state')
  }

  number(column: Column, maximum: number): number | undefined {
    const read = (text: string) =>
      /^\d{1,9}$/.test(text) && Number(text) <= maximum ? Number(text) : undefined
    return this.word(column, read, 'cell-not-a-number')
  }

  day(column: Column): Day | undefined {
    return this.word(column, dayIn, 'not-a-date')
  }

  /** Tags and types: words joined by hyphens. */
  tags(column: Column, read: (text: string) => string[]): string[] | undefined {
    const text = this.text(column)
    if (text === undefined) return undefined
    const tags = read(text)
    for (const tag of tags)
      if (!/^[\p{L}\p{N}][\p{L}\p{N}-]{0,39}$/u.test(tag)) this.fault(column, 'cell-bad-tag', { text: tag })
    if (tags.length > mostTags) this.fault(column, 'too-many', { maximum: mostTags })
    return tags
  }

  /** Closed from today, or open again; a day it has already stays. */
  closedOn(before: Day | null, today: Day): Day | null {
    const state = this.state()
    if (state === undefined) return before
    return state === 'closed' ? (before ?? today) : null
  }
}

const mostTags = 20

/** Days as people and spreadsheets write them; a bare number of five digits is Excel's count of days. */
function dayIn(text: string): Day | undefined {
  if (/^[2-7]\d{4}$/.test(text)) return Number(text) - daysOfExcelAt1970
  const [, year, month, day] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]00?:00(?::00)?)?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    []
  if (year === undefined) return undefined
  return parseDate(`${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`) ?? undefined
}

const daysOfExcelAt1970 = -dayOf(1899, 12, 30)
