import type { Named } from '../domain/named.ts'

/** Two languages, side by side in message files (`messages.ts`); no sentence stands anywhere else. */
export type Locale = 'zh-CN' | 'en'
export const locales: readonly Locale[] = ['zh-CN', 'en']

export type Params = Readonly<Record<string, string | number>>
/** A sentence in both languages; `{name}` stands for a value, a function for what needs a choice (plurals). */
export type Message<P extends Params = Params> = Readonly<Record<Locale, string | ((params: P) => string)>>

/** Keeps the keys and each message's own type. */
export function messagesOf<M extends Record<string, Message>>(messages: M): M {
  return messages
}

export function translate(message: Message, locale: Locale, params: Params = {}): string {
  const sentence = message[locale]
  if (typeof sentence === 'function') return sentence(params)
  return sentence.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => String(params[name] ?? placeholder))
}

/** A name as its reader should see it: names are kept in the organisation's language, English where given. */
export function nameIn(locale: Locale, named: Named): string {
  return locale === 'en' ? (named.nameEn ?? named.name) : named.name
}

/** English "1 day", "2 days". */
export function plural(count: number | string | undefined, one: string, many: string = `${one}s`): string {
  return `${count} ${Number(count) === 1 ? one : many}`
}

/** The first language of `Accept-Language` that we speak. */
export function localeOf(acceptLanguage: string | undefined): Locale | null {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.trim().split(';')
      const quality = parameters.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find((q) => q !== undefined)
      return { tag: tag.toLowerCase(), quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
  for (const { tag } of wanted) {
    if (tag === 'zh' || tag.startsWith('zh-')) return 'zh-CN'
    if (tag === 'en' || tag.startsWith('en-')) return 'en'
  }
  return null
}
