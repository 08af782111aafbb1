import { refusals, type Refusal } from '../domain/errors.ts'
import type { AppContext } from '../platform/http.ts'
import { setRetryAfter } from '../platform/problem.ts'
import { refusalMessages } from '../platform/refusal-messages.ts'
import { ErrorPage } from './layout.tsx'
import { Notice } from './notice.tsx'
import { viewFor } from './view-of-request.ts'

/**
 * A refusal as a page, or as the part of a page that htmx asked for: what is wrong, what to do. Null: a fault of ours, with
 * the number to tell the administrator.
 */
export function refusalPage(c: AppContext, refusal: Refusal | null): Response | Promise<Response> {
  const view = viewFor(c)
  if (refusal) setRetryAfter(c, refusal)
  const { title, detail } = refusalMessages[refusal?.code ?? 'fault']
  const status = refusal === null ? 500 : refusals[refusal.code]
  if (c.req.header('HX-Request') === 'true') {
    return c.html(
      <Notice view={view} kind="error" title={view.t(title, refusal?.params)}>
        <p>{view.t(detail, refusal?.params)}</p>
      </Notice>,
      status,
    )
  }
  return c.html(
    <ErrorPage
      view={view}
      title={view.t(title, refusal?.params)}
      detail={view.t(detail, refusal?.params)}
      {...(refusal === null && { requestId: c.get('requestId') })}
    />,
    status,
  )
}
