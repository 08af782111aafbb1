import { attributeOf, eachTag } from './xml.ts'

/** A number format that adds what people read as part of a number: `00000`, or `"SB-"0000`. */
export type NumberFormat = { prefix: string; digits: number }

const padded = /^(?:"([^"]*)")?(0+)(?:_.)?$/

/** The formats of a workbook's styles, as cells refer to them; null where one adds nothing that we read. */
export function numberFormats(styles: string): readonly (NumberFormat | null)[] {
  const codes = new Map<string | undefined, string>()
  const formats: (NumberFormat | null)[] = []
  let isOfCells = false
  eachTag(styles, ({ name, isOpening, attributes }) => {
    if (name === 'numFmt')
      codes.set(attributeOf(attributes, 'numFmtId'), attributeOf(attributes, 'formatCode') ?? '')
    else if (name === 'cellXfs') isOfCells = isOpening
    else if (name === 'xf' && isOpening && isOfCells)
      formats.push(formatOf(codes.get(attributeOf(attributes, 'numFmtId')) ?? ''))
  })
  return formats
}

/** What stands before the first `;` is for numbers that are not negative. */
function formatOf(code: string): NumberFormat | null {
  const [, prefix = '', digits] = padded.exec(code.split(';', 1)[0] ?? '') ?? []
  return digits === undefined ? null : { prefix, digits: digits.length }
}

/** A whole number as its format shows it; other numbers as they are. */
export function asShown(number: string, format: NumberFormat | null | undefined): string {
  if (!format || !/^\d+$/.test(number)) return number
  return format.prefix + number.padStart(format.digits, '0')
}
