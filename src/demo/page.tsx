import type { AppContext } from '../platform/http.ts'
import { nameIn } from '../platform/i18n.ts'
import { SubmitButton } from '../ui/button.tsx'
import { formatInstant } from '../ui/format.ts'
import { EmptyState } from '../ui/notice.tsx'
import { Layout, PageHeader } from '../ui/layout.tsx'
import { viewFor } from '../ui/view-of-request.ts'
import type { View } from '../ui/view.ts'
import { members } from './hospital/members.ts'
import type { Persona, SeedMember } from './hospital/types.ts'
import { demoMessages } from './messages.ts'

/** Who one can be in the demo, and its clock. */
export function DemoPage({ c, filled }: { c: AppContext; filled: boolean }) {
  const view: View = { ...viewFor(c), timeZone: 'Asia/Shanghai' }
  return (
    <Layout view={view} title={view.t(demoMessages.title)}>
      <PageHeader title={view.t(demoMessages.title)} lead={view.t(demoMessages.choose)} />
      {filled ? <People view={view} /> : <EmptyState title={view.t(demoMessages.empty)} icon="info" />}
      {filled && <Clock view={view} />}
    </Layout>
  )
}

function People({ view }: { view: View }) {
  return (
    <ul class="work-list">
      {members.map((member) =>
        member.persona === undefined ? null : <Person view={view} member={member} persona={member.persona} />,
      )}
    </ul>
  )
}

function Person({ view, member, persona }: { view: View; member: SeedMember; persona: Persona }) {
  const named = { name: member.name['zh-CN'], nameEn: member.name.en }
  return (
    <li class="work">
      <div class="work-what">
        <strong>{nameIn(view.locale, named)}</strong>
        <div class="work-where">{view.t(demoMessages[persona])}</div>
      </div>
      <form class="work-action" method="post" action="/demo/sign-in">
        <input type="hidden" name="member" value={persona} />
        <SubmitButton>{view.t(demoMessages.signIn)}</SubmitButton>
      </form>
    </li>
  )
}

function Clock({ view }: { view: View }) {
  const steps = [
    [1, demoMessages.aDay],
    [7, demoMessages.aWeek],
    [30, demoMessages.aMonth],
  ] as const
  return (
    <section class="section">
      <h2>{view.t(demoMessages.clock)}</h2>
      <p>{view.t(demoMessages.now, { now: formatInstant(view, view.now) })}</p>
      <p class="quiet">{view.t(demoMessages.clockHint)}</p>
      <form method="post" action="/demo/clock" class="actions">
        {steps.map(([days, message]) => (
          <SubmitButton kind="plain" name="days" value={String(days)}>
            {view.t(message)}
          </SubmitButton>
        ))}
      </form>
    </section>
  )
}
