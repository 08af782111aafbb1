import type { Refusal } from '../../domain/errors.ts'
import type { Plan } from '../../domain/schedule/plan.ts'
import { ButtonLink, SubmitButton } from '../../ui/button.tsx'
import { HiddenVersion } from '../../ui/editor.tsx'
import { DateInput, Form, valueOf, type FormState } from '../../ui/form.tsx'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { formMessages } from '../../ui/messages.ts'
import { RefusalNotice } from '../../ui/refused-form.tsx'
import type { View } from '../../ui/view.ts'
import type { Names } from '../rounds/queries-work.ts'
import { EffectNotice } from './parts-effect.tsx'
import { planWords, titleOfDuty } from './parts-words.tsx'
import { planMessages as words } from './plan-messages.ts'
import type { Duty } from './queries.ts'
import type { Effect } from './revision-effect.ts'

type Props = {
  view: View
  duty: Duty
  plan: Plan
  action: string
  /** the plan that it goes before; null: it is to end */
  before: Plan | null
  state: FormState
  refusal: Refusal | null
  /** null: not yet asked for */
  effect: Effect | null
  names: Names
}

/** Ending a plan, or moving it before another: what it is, what that changes, and the button that does it. */
export function PlanChangePage(props: Props) {
  const { view, duty, plan, action, before, state, refusal, effect, names } = props
  const name = titleOfDuty(view, duty)
  const title = view.t(before === null ? words.endTitle : words.firstTitle, { name })
  const back = `/duties/${duty.id}`
  const ready = before === null ? words.endNow : words.firstNow
  return (
    <Layout view={view} title={title}>
      <PageHeader title={title} back={{ href: back, label: name }} />
      <RefusalNotice
        view={view}
        state={state}
        refusal={refusal}
        labels={{ until: view.t(words.lastDay) }}
        current={back}
      />
      <p class="sentence">{planWords(view, names, plan)}</p>
      {before !== null && <p>{view.t(words.firstHelp, { other: planWords(view, names, before) })}</p>}
      <Form action={action}>
        <HiddenVersion version={duty.version} />
        {before === null && (
          <DateInput
            view={view}
            state={state}
            name="until"
            label={view.t(words.lastDay)}
            hint={view.t(words.lastDayHint)}
          />
        )}
        {effect !== null && (
          <>
            <input type="hidden" name="seen" value={valueOf(state, 'seen')} />
            <EffectNotice view={view} names={names} effect={effect} />
          </>
        )}
        <div class="actions">
          <SubmitButton>{view.t(effect === null ? words.showEffect : ready)}</SubmitButton>
          <ButtonLink href={back} kind="quiet">
            {view.t(formMessages.cancel)}
          </ButtonLink>
        </div>
      </Form>
    </Layout>
  )
}
