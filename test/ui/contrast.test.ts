import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const style = readFileSync(join(import.meta.dirname, '../../src/ui/style/tokens.css'), 'utf8')
const [light = '', dark = ''] = style.split('prefers-color-scheme: dark')
const schemes = { light: coloursOf(light), dark: coloursOf(dark) }

const families = ['grey', 'blue', 'amber', 'red', 'green', 'violet']
const grounds = ['canvas', 'surface', 'surface-raised', 'accent-soft']
const texts: [ink: string, ground: string][] = [
  ...families.map((family): [string, string] => [family, `${family}-soft`]),
  ...families.map((family): [string, string] => ['ink', `${family}-soft`]),
  ...grounds.flatMap((ground): [string, string][] => [
    ['ink', ground],
    ['ink-quiet', ground],
    ['accent', ground],
    ['accent-strong', ground],
    ['red', ground],
    ['amber', ground],
    ['green', ground],
  ]),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
]

describe.each(Object.entries(schemes))('in the %s scheme', (_, colours) => {
  test.each(texts)('%s can be read on %s', (ink, ground) => {
    expect(contrast(colours[ink], colours[ground])).toBeGreaterThanOrEqual(4.5)
  })

  test.each(['canvas', 'surface'])('the borders of fields can be seen on %s', (ground) => {
    expect(contrast(colours['line-strong'], colours[ground])).toBeGreaterThanOrEqual(3)
  })
})

function coloursOf(css: string): Record<string, string> {
  const tokens = css.matchAll(/--([\w-]+): #([\da-f]{6});/g)
  return Object.fromEntries(Array.from(tokens, ([, name, colour]) => [name, colour]))
}

/** WCAG 2.2, "contrast ratio". */
function contrast(one = '', other = ''): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

/** WCAG 2.2, "relative luminance". */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((start) => {
    const channel = Number.parseInt(colour.slice(start, start + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
