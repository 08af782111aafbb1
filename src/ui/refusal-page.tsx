import { refusals, type Refusal } from '../domain/errors.ts'
import type { AppContext } from '../platform/http.ts'
import { refusalMessages } from '../platform/refusal-messages.ts'
import { ErrorPage } from './layout.tsx'
import { viewFor } from './view-of-request.ts'

/** A refusal as a page: what is wrong, what to do. Null: a fault of ours, with the number to tell the administrator. */
export function refusalPage(c: AppContext, refusal: Refusal | null): Response | Promise<Response> {
  const view = viewFor(c)
  if (refusal?.code === 'busy') c.header('Retry-After', '5')
  const { title, detail } = refusalMessages[refusal?.code ?? 'fault']
  return c.html(
    <ErrorPage
      view={view}
      title={view.t(title, refusal?.params)}
      detail={view.t(detail, refusal?.params)}
      {...(refusal === null && { requestId: c.get('requestId') })}
    />,
    refusal === null ? 500 : refusals[refusal.code],
  )
}
