/** What is asked, in the organisation's language and in English, each with an explanation where one is needed. */
export type ItemText = {
  text: string
  textEn: string | null
  help: string | null
  helpEn: string | null
}

export type Item = ItemText & { id: string }

/**
 * Items as lines to edit: `text | English | explanation | explanation in English`, what is missing at the end left out.
 * A bar inside a part has a backslash before it. The inverse of `parseItemLines`.
 */
export function printItemLines(items: readonly ItemText[]): string {
  return items.map((item) => printLine(item)).join('\n')
}

/**
 * One item a line; empty lines are nothing. Numbers and bullets of a pasted list are taken off, but not from a text that
 * is among `known`.
 */
export function parseItemLines(lines: string, known: ReadonlySet<string> = new Set()): ItemText[] {
  return lines
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => parseLine(line, known))
}

/**
 * Gives every item an id: its own, else that of the item before with the same text (answers to it stay comparable from
 * one version to the next), else a new one.
 */
export function identifyItems(
  items: readonly (ItemText & { id?: string | undefined })[],
  before: readonly Item[],
  newId: () => string,
): Item[] {
  const taken = new Set(items.flatMap(({ id }) => id ?? []))
  return items.map((item) => {
    const same = before.find(({ id, text }) => text === item.text && !taken.has(id))
    const id = item.id ?? same?.id ?? newId()
    taken.add(id)
    return { ...item, id }
  })
}

function printLine({ text, textEn, help, helpEn }: ItemText): string {
  const parts = [text, textEn, help, helpEn].map((part) => (part ?? '').replaceAll(/[|｜]/g, '\\$&'))
  return parts
    .join(' | ')
    .replace(/(?: \| )+$/, '')
    .trimEnd()
}

function parseLine(line: string, known: ReadonlySet<string>): ItemText {
  const parts = line.split(/(?<!\\)[|｜]/).map((part) => part.replaceAll(/\\([|｜])/g, '$1').trim())
  const [text = '', textEn = '', help = '', ...rest] = parts
  return {
    text: known.has(text) ? text : text.replace(bullet, ''),
    textEn: textEn || null,
    help: help || null,
    helpEn: rest.join(' | ') || null,
  }
}

// "1." "1、" "(1)" "①" "一、" "（一）" "•" "□" and "- "; not "2.5 MPa" and not "-20 ℃".
const bullet =
  /^(?:[•·●○◦□☐■▪◆◇※]\s*|[-–—*]\s+|[（(]?\d{1,3}(?:[)）、]|[.．](?!\d))\s*|[①-⑳]\s*|[一二三四五六七八九十]{1,3}、\s*|[（(][一二三四五六七八九十]{1,3}[)）]\s*)/u
