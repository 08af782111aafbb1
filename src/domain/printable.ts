/**
 * Without what turns the direction of writing. It comes along unseen with numbers that are copied from a telephone, and a name
 * that holds it reads as another.
 */
export function straightened(text: string): string {
  return text.replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, '')
}

/** Neither control characters nor halves of characters. */
export function isPrintableLine(text: string): boolean {
  return !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(text)
}

/** Text of several lines. */
export function isPrintableProse(text: string): boolean {
  return !/[\p{Cc}\p{Cs}]/u.test(text.replaceAll(/[\n\t]/g, ' '))
}
