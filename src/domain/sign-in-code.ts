/**
 * A code that is read out and typed in: 8 of Crockford's 32 characters. The first 3 say which of an organisation's codes is
 * meant, so that a wrong try is counted against that one; the other 5 prove it.
 */
const form = /^[0-9A-HJKMNP-TV-Z]{8}$/

/** As people type it: any case, O for 0, I or L for 1, full-width letters, spaces and hyphens. Null where it can be no code. */
export function parseCode(typed: string): string | null {
  const code = folded(typed).toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  return form.test(code) ? code : null
}

/** `7K3M-Q2X8` */
export function printCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`
}

export function lookupOf(code: string): string {
  return code.slice(0, 3)
}

/** An organisation's key as people type it. Whether there is such an organisation only a good code tells. */
export function parseOrgKey(typed: string): string {
  return folded(typed).toLowerCase().slice(0, 40)
}

function folded(typed: string): string {
  return typed.normalize('NFKC').replaceAll(/[\s\p{Pd}_.]/gu, '')
}
