import { createApp } from '../../../src/app.ts'

export type Route = { method: string; path: string }

/** Every route that the service answers, straight from the router, so that a new one is covered the day it is added. */
export function routeTable(): Route[] {
  const seen = new Map<string, Route>()
  for (const { method, path } of appOfTable().routes) {
    if (method === 'ALL') continue
    seen.set(`${method} ${path}`, { method, path })
  }
  return [...seen.values()].toSorted((a, b) => (a.path + a.method < b.path + b.method ? -1 : 1))
}

let app: ReturnType<typeof createApp> | undefined

function appOfTable() {
  app ??= createApp({ clock: () => Date.now(), signInPath: '/sign-in' })
  return app
}

/** The route that answers a path: the first that matches, as the router decides. */
export function routeOf(asked: string): string | undefined {
  const [method = '', path = ''] = asked.split(' ')
  const found = appOfTable()
    .router.match(method, path)[0]
    .map(([[, route]]) => route)
  return found.filter((route) => route.method === method).map((route) => `${method} ${route.path}`)[0]
}

/** Which kind of thing the id in a path is, by the segment before it. */
const kinds: Record<string, string> = {
  units: 'unit',
  assets: 'asset',
  members: 'member',
  duties: 'duty',
  plans: 'plan',
  owned: 'duty',
  rounds: 'round',
  checklists: 'checklist',
  feeds: 'feed',
  sessions: 'session',
  tokens: 'token',
  passkeys: 'passkey',
  tablets: 'tablet',
  imports: 'import',
  deputies: 'deputy',
  'day-stretches': 'stretch',
  leave: 'deputy',
}

/** What stands in a path behind these segments is no id, and the same for every organisation. */
const words: Record<string, string> = {
  library: 'blood',
  packs: 'blood',
  'working-days': '2026-03-10',
  'holiday-imports': '集团',
}

export function hasId({ path }: Route): boolean {
  const isId = ([, segment = '']: readonly string[]) => !(segment in words)
  return !path.startsWith('/calendar/') && [...path.matchAll(parameters)].some(isId)
}

const parameters = /\/([\w-]+)\/:\w+(\{[^}]*\})?/g

/** The path with each id in it replaced. Fails for a kind nobody told it: tell it above. */
export function pathWith(route: Route, idOf: (kind: string) => string): string {
  return route.path.replaceAll(parameters, (_, segment: string) => {
    const word = words[segment]
    if (word !== undefined) return `/${segment}/${word}`
    const kind = kinds[segment]
    if (kind === undefined)
      throw new Error(`what kind of id is in ${route.path}? Tell test/features/security/route-table.ts`)
    return `/${segment}/${idOf(kind)}`
  })
}
