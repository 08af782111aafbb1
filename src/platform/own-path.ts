/** A path of ours, whatever somebody wrote: never another site, never `//host`; else the first page. */
export function ownPath(path: string | undefined): string {
  return path !== undefined && /^\/(?![/\\])[^\p{Cc}\\]*$/u.test(path) ? path : '/'
}
