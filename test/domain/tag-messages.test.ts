import { describe, expect, it } from 'vitest'
import { assets } from '../../src/demo/hospital/assets.ts'
import { categories } from '../../src/demo/hospital/categories.ts'
import { units } from '../../src/demo/hospital/units.ts'
import { locales, translate, type Locale, type Message } from '../../src/platform/i18n.ts'
import { categoryName, knownCategories } from '../../src/ui/category-messages.ts'
import { assetTypeName, assetTypeTyped, tagName, tagsTyped } from '../../src/platform/tag-messages.ts'

const readerOf = (locale: Locale) => ({ t: (message: Message) => translate(message, locale) })
const tags = [...new Set([...units, ...assets].flatMap((one): string[] => one.tags))]
const types = [...new Set(assets.map(({ type }) => type))]

describe.each(locales)('words of organisations in %s', (locale) => {
  const view = readerOf(locale)

  it.each(tags)('the tag %s is read back from its name', (tag) => {
    expect(tagsTyped(tagName(view, tag))).toEqual([tag])
  })

  it.each(types)('the type %s is read back from its name', (type) => {
    expect(assetTypeTyped(assetTypeName(view, type))).toBe(type)
  })

  it.each(categories.map(({ slug, name }) => [slug, name] as const))(
    'the category %s has its name',
    (slug, name) => {
      expect(categoryName(view, slug)).toBe(name[locale])
    },
  )
})

it('the demo hospital needs no Chinese tag or type to be shown as a slug', () => {
  const chinese = readerOf('zh-CN')
  expect(tags.filter((tag) => tagName(chinese, tag) === tag)).toEqual([])
  expect(types.filter((type) => assetTypeName(chinese, type) === type)).toEqual([])
  expect(knownCategories).toEqual(categories.map(({ slug }) => slug))
})

describe('words that nobody knows', () => {
  it.each(['手卫生', 'toString', '__proto__'])('%s is shown and kept as it is', (word) => {
    const view = readerOf('en')
    expect([tagName(view, word), assetTypeName(view, word), categoryName(view, word)]).toEqual([
      word,
      word,
      word,
    ])
    expect(tagsTyped(word)).toEqual([word])
  })

  it('a type of several words gets hyphens, tags are split at commas and blanks', () => {
    expect(assetTypeTyped(' sampling  point ')).toBe('sampling-point')
    expect(tagsTyped('a, b、c；d  a')).toEqual(['a', 'b', 'c', 'd'])
    expect(tagsTyped(' ')).toEqual([])
  })
})
