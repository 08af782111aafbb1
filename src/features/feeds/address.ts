/** Both forms of a feed's address; `webcal:` opens calendar programs on Apple's systems. */
export function addressesOf(origin: string, secret: string): { url: string; webcalUrl: string } {
  const url = `${origin}/calendar/${secret}.ics`
  return { url, webcalUrl: url.replace(/^https?:/, 'webcal:') }
}
