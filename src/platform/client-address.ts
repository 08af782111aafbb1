/**
 * The client's address as Cloudflare saw it, or null. Anybody can send that header where Cloudflare does not set it; `cf`
 * is beyond a client's reach. Of IPv6 the network, for a single client has 2^64 addresses.
 */
export function clientAddressOf(request: Request): string | null {
  const address = request.cf === undefined ? null : request.headers.get('CF-Connecting-IP')
  return address?.includes(':') === true ? networkOf(address) : address
}

/** Its first four groups of eight: `2001:db8::1` is of `2001:db8:0:0`. */
function networkOf(address: string): string {
  const [head = [], tail = []] = address.split('::').map((half) => half.split(':').filter(Boolean))
  const zeros = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0')
  return [...head, ...zeros, ...tail].slice(0, 4).join(':')
}
