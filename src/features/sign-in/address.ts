/** What a sign-in link is, as it is handed on. */
export function linkAddress(origin: string, secret: string): string {
  return `${origin}/sign-in/${secret}`
}

/** Where a code is typed in: short enough to be read out, with the organisation's key where the store holds several. */
export function codeAddress(origin: string, orgKey: string | null): string {
  return orgKey === null ? `${origin}/sign-in` : `${origin}/sign-in?org=${orgKey}`
}
