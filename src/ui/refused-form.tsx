import { refusals, type Refusal } from '../domain/errors.ts'
import { refusalOf, type AppContext } from '../platform/http.ts'
import { faultSentence, setRetryAfter } from '../platform/problem.ts'
import { refusalMessages } from '../platform/refusal-messages.ts'
import type { Typed } from '../platform/validation.ts'
import { ErrorSummary, type FormState } from './form.tsx'
import { formMessages } from './messages.ts'
import { Notice } from './notice.tsx'
import type { View } from './view.ts'

/** What a person can mend on the form itself, if only by waiting; anything else is a page of its own. */
const mendable: ReadonlySet<number> = new Set([409, 412, 422, 429])

/**
 * Does what a form asks and goes to the address that `attempt` answers, or gives what it answers. Where that is refused
 * for what was typed or for what others did in the meantime, answers the form again (`again`), with the status of the
 * refusal.
 */
export async function answerForm(
  c: AppContext,
  attempt: () => Promise<string | Response>,
  again: (refusal: Refusal) => Promise<string>,
): Promise<Response> {
  try {
    const answer = await attempt()
    return typeof answer === 'string' ? c.redirect(answer, 303) : answer
  } catch (fault) {
    const refusal = refusalOf(fault)
    if (!refusal || !mendable.has(refusals[refusal.code])) throw fault
    setRetryAfter(c, refusal)
    return c.html(await again(refusal), refusals[refusal.code])
  }
}

/** The form as it was typed, with a sentence beside each field that is wrong (`tags.0` stands beside `tags`). */
export function refusedForm(view: View, typed: Typed, refusal: Refusal): FormState {
  const errors: Record<string, string> = {}
  for (const fault of refusal.faults) {
    const [name = ''] = fault.path.split('.')
    errors[name] ??= faultSentence(fault, view.locale)
  }
  return { values: typed, errors }
}

type RefusalNoticeProps = {
  view: View
  state: FormState
  refusal: Refusal | null
  /** the labels of the fields by their names */
  labels?: Record<string, string>
  /** where the thing can be seen as it is now */
  current?: string
}

/** On top of a form that came back: what is wrong with it, or what happened in the meantime. */
export function RefusalNotice({ view, state, refusal, labels = {}, current }: RefusalNoticeProps) {
  if (refusal === null) return null
  if (refusal.faults.length > 0) return <ErrorSummary view={view} state={state} labels={labels} />
  const { title, detail } = refusalMessages[refusal.code]
  const isStale = refusal.code === 'stale-version'
  return (
    <Notice view={view} kind="error" title={view.t(title, refusal.params)}>
      <p>{view.t(isStale ? formMessages.staleDetail : detail, refusal.params)}</p>
      {isStale && current !== undefined && (
        <p>
          <a href={current} target="_blank">
            {view.t(formMessages.staleCurrent)}
          </a>
        </p>
      )}
    </Notice>
  )
}
