import { ButtonLink } from './button.tsx'
import { Icon } from './icon.tsx'
import { pagerMessages } from './messages.ts'
import type { View } from './view.ts'

/** Lists are paged by keyset: on to the next, or back to the start; the filters in the address stay. */
export function Pager({ view, next }: { view: View; next: string | null }) {
  const isFirst = !queryOf(view.path).has('cursor')
  if (next === null && isFirst) return null
  return (
    <nav class="pager" aria-label={view.t(pagerMessages.label)}>
      {!isFirst && (
        <ButtonLink href={withCursor(view.path, null)} kind="quiet">
          {view.t(pagerMessages.first)}
        </ButtonLink>
      )}
      {next !== null && (
        <a class="button button-plain" rel="next" href={withCursor(view.path, next)}>
          {view.t(pagerMessages.next)}
          <Icon name="arrow-right" />
        </a>
      )}
    </nav>
  )
}

function withCursor(path: string, cursor: string | null): string {
  const query = queryOf(path)
  query.delete('cursor')
  if (cursor !== null) query.set('cursor', cursor)
  const [pathname = ''] = path.split('?')
  return query.size === 0 ? pathname : `${pathname}?${query}`
}

function queryOf(path: string): URLSearchParams {
  return new URLSearchParams(path.split('?')[1] ?? '')
}
