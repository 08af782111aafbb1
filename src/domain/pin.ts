/** A person's number on a shared tablet: six digits, and none that one would try first. */

const pinLength = 6

export type PinFault = 'pin-not-digits' | 'pin-same-digit' | 'pin-run' | 'pin-length'

/** What is wrong with a number that somebody chooses; what is easily guessed is said before its length. */
export function faultOfPin(pin: string): PinFault | null {
  if (!/^[0-9]+$/.test(pin)) return pin === '' ? 'pin-length' : 'pin-not-digits'
  if (isSteady(pin, 0)) return 'pin-same-digit'
  if (isSteady(pin, 1) || isSteady(pin, -1)) return 'pin-run'
  return pin.length === pinLength ? null : 'pin-length'
}

/** Digits of other scripts' keyboards are digits; blanks between them were not meant. */
export function tidyPin(typed: string): string {
  return typed.normalize('NFKC').replaceAll(/\s/g, '')
}

/** Whether each digit is so much more than the one before it. */
function isSteady(pin: string, step: number): boolean {
  const digits = Array.from(pin, Number)
  return digits.slice(1).every((digit, index) => digit - (digits[index] ?? 0) === step) && digits.length > 1
}
