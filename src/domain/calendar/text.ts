/**
 * Content lines of iCalendar: escaping (RFC 5545, 3.3.11) and folding (3.1). Whatever text comes in, exactly one content
 * line comes out, no physical line is over 75 octets, and no UTF-8 character is split.
 */

const MOST_OCTETS = 75

/** Line ends as LF, other control characters left out, lone surrogates as U+FFFD. */
export function cleanText(text: string): string {
  if (!suspicious.test(text)) return text
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/(?!\n)\p{Cc}/gu, '')
    .toWellFormed()
}

// oxlint-disable-next-line no-control-regex -- finds what cleaning is for
const suspicious = /[\0-\x09\x0B-\x1F\x7F-\x9F\uD800-\uDFFF]/

/** The cleaned text, at most so many UTF-16 units of it, cut between graphemes, with `…` where something was cut. */
export function cutText(uncleaned: string, most: number): string {
  const text = cleanText(uncleaned)
  if (text.length <= most) return text
  let end = 0
  // Twice the limit is enough to see the last whole grapheme, however long the text.
  for (const { segment, index } of graphemes.segment(text.slice(0, most * 2))) {
    if (index + segment.length > most - 1) break
    end = index + segment.length
  }
  return `${text.slice(0, end).trimEnd()}…`
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** A property of type TEXT. */
export function textLine(name: string, text: string): string {
  return contentLine(name, escapeText(cleanText(text)))
}

/** A property whose value must not be escaped: dates, numbers, addresses made by this service. */
export function contentLine(name: string, value: string): string {
  return `${fold(`${name}:${value}`)}\r\n`
}

function escapeText(text: string): string {
  if (!/[\\;,\n]/.test(text)) return text
  return text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll('\n', String.raw`\n`)
}

function fold(line: string): string {
  // A UTF-16 unit takes at most three octets, so a line this short needs no counting.
  if (line.length * 3 <= MOST_OCTETS) return line
  let folded = ''
  let start = 0
  let octets = 0
  for (let index = 0; index < line.length; index += 1) {
    const unit = line.charCodeAt(index)
    const isPair = unit >= 0xd800 && unit < 0xdc00
    const size = isPair ? 4 : unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3
    if (octets + size > MOST_OCTETS) {
      folded += `${line.slice(start, index)}\r\n `
      start = index
      octets = 1
    }
    octets += size
    if (isPair) index += 1
  }
  return folded + line.slice(start)
}
