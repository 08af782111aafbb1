/** What stands in a page, for tests that read it as a person without scripts would. */

/** The text of a page: no tags, entities as characters, white space as one blank. */
export function textOf(html: string): string {
  return html
    .replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
}

/** The value of a form's hidden or text field; null where there is none of that name. */
export function fieldOf(html: string, name: string): string | null {
  const input = new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(html)?.[0]
  return input === undefined ? null : (/ value="([^"]*)"/.exec(input)?.[1] ?? '')
}
