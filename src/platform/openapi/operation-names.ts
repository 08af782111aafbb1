import type { Method } from './document.ts'

const verbs: Record<Method, string> = {
  get: 'get',
  post: 'create',
  put: 'put',
  patch: 'change',
  delete: 'delete',
}

/** `GET /units/{id}` is `getUnit`, `GET /units` `listUnits`, `POST /units` `createUnit`, `DELETE /sessions` `deleteSessions`. */
export function operationIdOf(method: Method, path: string): string {
  const parts = path.split('/').filter((part) => part !== '')
  const last = parts.at(-1) ?? ''
  const isList = method === 'get' && last.endsWith('s')
  const nouns = parts.flatMap((part, index) => {
    if (part.startsWith('{')) return []
    const isWhole = index === parts.length - 1 && method !== 'post'
    return [pascal(isWhole ? part : singular(part))]
  })
  return `${isList ? 'list' : verbs[method]}${nouns.join('')}`
}

/** Operations stand together by the first part of their path. */
export function tagOf(path: string): string {
  return path.split('/')[1] ?? ''
}

function singular(noun: string): string {
  if (noun.endsWith('ies')) return `${noun.slice(0, -3)}y`
  if (noun.endsWith('ches')) return noun.slice(0, -2)
  return noun.endsWith('s') ? noun.slice(0, -1) : noun
}

function pascal(words: string): string {
  return words.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())
}

const keys = new Set([
  'tokens',
  'feeds',
  'sign-in-links',
  'sign-in-codes',
  'sessions',
  'passkeys',
  'tablets',
  'pin',
])

/** What makes or takes back a way in is done in a browser of one's own (`requireOwnBrowser`), and only there one has sessions. */
export function isForPeopleOnly(method: Method, path: string): boolean {
  const isOfKeys = path.split('/').some((part) => keys.has(part))
  return isOfKeys && (method !== 'get' || path.startsWith('/sessions'))
}
