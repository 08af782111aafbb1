import type { Named } from '../domain/named.ts'
import type { View } from './view.ts'

const collators = new Map<string, Intl.Collator>()

/** In the order of the reader's language: pinyin in Chinese, numbers by their value. */
export function byName<T extends Named>(view: View): (a: T, b: T) => number {
  const collator = collators.get(view.locale) ?? new Intl.Collator(view.locale, { numeric: true })
  collators.set(view.locale, collator)
  return (a, b) => collator.compare(view.nameOf(a), view.nameOf(b))
}
