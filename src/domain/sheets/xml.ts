/** One tag, and the text that stands before it. Names come without their prefix. */
export type Tag = { name: string; isOpening: boolean; isClosing: boolean; attributes: string; before: string }

/** Walks the tags of XML as spreadsheets write it: no CDATA, no `>` in attributes. Its time grows with the text alone. */
export function eachTag(xml: string, visit: (tag: Tag) => void): void {
  let end = 0
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', end)) {
    const close = xml.indexOf('>', at)
    if (close < 0) return
    const isEnd = xml[at + 1] === '/'
    const inner = xml.slice(isEnd ? at + 2 : at + 1, close)
    const isEmpty = inner.endsWith('/')
    const space = inner.indexOf(' ')
    const name = space >= 0 ? inner.slice(0, space) : isEmpty ? inner.slice(0, -1) : inner
    visit({
      name: name.slice(name.indexOf(':') + 1),
      isOpening: !isEnd,
      isClosing: isEnd || isEmpty,
      attributes: space >= 0 ? inner.slice(space) : '',
      before: xml.slice(end, at),
    })
    end = close + 1
  }
}

export function tagsOf(xml: string): Tag[] {
  const tags: Tag[] = []
  eachTag(xml, (tag) => tags.push(tag))
  return tags
}

export function attributeOf(attributes: string, name: string): string | undefined {
  const at = attributes.indexOf(` ${name}="`)
  if (at < 0) return undefined
  const from = at + name.length + 3
  return unescaped(attributes.slice(from, attributes.indexOf('"', from)))
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export function unescaped(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[String(name).toLowerCase()] ?? whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16)
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole
  })
}

export function escaped(text: string): string {
  if (!/[&<>"]/.test(text)) return text
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
