/** What a sign-in link is, as it is handed on. */
export function linkAddress(origin: string, secret: string): string {
  return `${origin}/sign-in/${secret}`
}
