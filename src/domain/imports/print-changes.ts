import { changesOf, lineOfDraft, type Line, type Thing } from './line.ts'
import type { UnitState } from './plan-units.ts'
import type { TagWords } from './tag-words.ts'
import { printDate } from '../time/civil.ts'
import {
  columnWords,
  rightWords,
  roleWords,
  stateWords,
  type Column,
  type ImportKind,
  type Locale,
} from './words.ts'
import type { Right, Role } from '../access.ts'

/** One field that a line changes, under its column's name, in words; '' is nothing. */
export type PrintedChange = { column: Column; from: string; to: string }

export type ChangePrinter = (line: Line<Thing>) => PrintedChange[]

type Wording = { kind: ImportKind; locale: Locale; tags: TagWords }

const columnOfField: Record<string, Column> = {
  parentId: 'parent',
  unitId: 'unit',
  unitIds: 'units',
  closedOn: 'state',
}

/** `lines` are those of the same list: a unit may belong to one that the list itself makes. */
export function changePrinter(
  wording: Wording,
  units: readonly UnitState[],
  lines: readonly Line<Thing>[],
): ChangePrinter {
  const { kind, locale } = wording
  const made = lines.filter(({ after }) => lineOfDraft(after.id) !== null).map(({ after }) => after)
  const names = tellingNames([...units, ...made], locale)
  const wordsOf = (field: string, value: unknown): string => {
    if (value === undefined || value === null) return ''
    if (Array.isArray(value))
      return value.map((one) => wordsOf(field, one)).join(locale === 'en' ? ', ' : '、')
    if (typeof value === 'number') return field === 'validUntil' ? printDate(value) : String(value)
    return typeof value === 'string' ? textWords(wording, names, field, value) : ''
  }
  const stateOf = (value: unknown) => stateWords[kind][typeof value === 'number' ? 'closed' : 'open'][locale]
  return (line) =>
    changesOf(line).map(({ field, before, after }) => ({
      column: columnOfField[field] ?? (field as Column),
      from: field === 'closedOn' ? stateOf(before) : wordsOf(field, before),
      to: field === 'closedOn' ? stateOf(after) : wordsOf(field, after),
    }))
}

export function columnName(kind: ImportKind, column: string, locale: Locale): string {
  const words = Object.entries(columnWords[kind]).find(([key]) => key === column)?.[1]
  return words?.[locale] ?? column
}

function textWords(
  { locale, tags }: Wording,
  names: ReadonlyMap<string, string>,
  field: string,
  text: string,
): string {
  if (field === 'role') return roleWords[text as Role][locale]
  if (field === 'rights') return rightWords[text as Right][locale]
  if (field === 'tags') return tags.printTag(text)
  if (field === 'type') return tags.printType(text)
  return field.startsWith('unitId') || field === 'parentId' ? (names.get(text) ?? text) : text
}

type Named = Thing & { nameEn?: string | null; parentId?: string | null }

/** By id: the name; of what shares it with others, where it belongs as well: every department has a first ward. */
function tellingNames(things: readonly Named[], locale: Locale): ReadonlyMap<string, string> {
  const names = new Map(things.map((thing) => [thing.id, nameOf(thing, locale)]))
  const counts = new Map<string, number>()
  for (const name of names.values()) counts.set(name, (counts.get(name) ?? 0) + 1)
  return new Map(
    things.map(({ id, parentId }) => {
      const [name = '', above] = [names.get(id), names.get(parentId ?? '')]
      return [id, above !== undefined && (counts.get(name) ?? 0) > 1 ? `${above} / ${name}` : name]
    }),
  )
}

function nameOf(thing: Named, locale: Locale): string {
  return locale === 'en' ? (thing.nameEn ?? thing.name) : thing.name
}
