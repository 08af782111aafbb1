/** What a page says, as a reader sees it: the text of its elements, read by workerd's own HTML parser. */
export type Page = {
  status: number
  /** the text of every element that matches, white space folded */
  texts(selector: string): string[]
  /** an attribute of every element that matches */
  attributes(selector: string, name: string): string[]
  html: string
}

export async function pageOf(response: Response, selectors: readonly string[]): Promise<Page> {
  const html = await response.text()
  const texts = new Map<string, string[]>(selectors.map((selector) => [selector, []]))
  const attributes = new Map<string, Map<string, string>[]>(selectors.map((selector) => [selector, []]))
  let rewriter = new HTMLRewriter()
  for (const selector of selectors) rewriter = rewriter.on(selector, collector(selector, texts, attributes))
  await rewriter.transform(new Response(html)).text()
  return {
    status: response.status,
    html,
    texts: (selector) => (texts.get(selector) ?? unknown(selector)).map((text) => fold(text)),
    attributes: (selector, name) =>
      (attributes.get(selector) ?? unknown(selector)).flatMap((each) => {
        const value = each.get(name)
        return value === undefined ? [] : [decode(value)]
      }),
  }
}

function collector(
  selector: string,
  texts: Map<string, string[]>,
  attributes: Map<string, Map<string, string>[]>,
): HTMLRewriterElementContentHandlers {
  return {
    element(element) {
      texts.get(selector)?.push('')
      attributes.get(selector)?.push(new Map([...element.attributes] as [string, string][]))
    },
    text({ text }) {
      const found = texts.get(selector)
      if (found) found.push(`${found.pop() ?? ''}${text}`)
    },
  }
}

function fold(text: string): string {
  return decode(text).replaceAll(/\s+/g, ' ').trim()
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

function decode(text: string): string {
  return text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '')
}

function unknown(selector: string): never {
  throw new Error(`${selector} was not asked for`)
}
