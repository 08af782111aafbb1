import type { Message } from '../../platform/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import type { View } from '../../ui/view.ts'
import type { FirstSteps } from './queries-first-steps.ts'
import { firstStepsMessages as words } from './settings-messages.ts'

type Step = { name: keyof FirstSteps; path: string; label: Message; hint: Message }

const order: readonly Step[] = [
  { name: 'units', path: '/units/new', label: words.units, hint: words.unitsHint },
  { name: 'members', path: '/members/new', label: words.members, hint: words.membersHint },
  { name: 'letIn', path: '/members', label: words.letIn, hint: words.letInHint },
  { name: 'duties', path: '/duties', label: words.duties, hint: words.dutiesHint },
]

/** What is left to do until there are rounds, each ticked when it is done. */
export function FirstStepsList({ view, steps }: { view: View; steps: FirstSteps }) {
  return (
    <section class="section">
      <h2>{view.t(words.title)}</h2>
      <p>{view.t(words.lead)}</p>
      <ol class="work-list">
        {order.map((step) => (
          <li class="work">
            <div class="work-what">
              <Title view={view} step={step} isDone={steps[step.name]} />
              <div class="work-where">{view.t(step.hint)}</div>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Title({ view, step, isDone }: { view: View; step: Step; isDone: boolean }) {
  return (
    <a class="work-title" href={step.path}>
      {isDone && (
        <>
          <Icon name="circle-check" />
          <span class="visually-hidden">{view.t(words.done)}</span>{' '}
        </>
      )}
      {view.t(step.label)}
    </a>
  )
}
