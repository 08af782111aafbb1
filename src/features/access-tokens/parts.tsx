import type { Actor, Role } from '../../domain/access.ts'
import { dayAt } from '../../domain/time/zone.ts'
import type { Message } from '../../platform/i18n.ts'
import { ButtonLink, SubmitButton } from '../../ui/button.tsx'
import { CopyField } from '../../ui/copy-field.tsx'
import { CheckboxGroup, RadioGroup } from '../../ui/choices.tsx'
import { Form, TextInput, type FormState } from '../../ui/form.tsx'
import { formatDay } from '../../ui/format.ts'
import { roleMessages } from '../../platform/role-messages.ts'
import { EmptyState } from '../../ui/notice.tsx'
import { Table } from '../../ui/table.tsx'
import type { View } from '../../ui/view.ts'
import { rolesFor } from './create-token.ts'
import { tokenMessages as words } from './messages.ts'
import type { NamedToken } from './queries.ts'
import { validDays } from './schemas.ts'

export function TokenTable({ view, tokens }: { view: View; tokens: readonly NamedToken[] }) {
  if (tokens.length === 0) {
    return (
      <EmptyState title={view.t(words.none)} icon="link">
        <p>{view.t(words.noneHint)}</p>
      </EmptyState>
    )
  }
  return (
    <Table
      caption={view.t(words.listCaption)}
      rows={tokens}
      columns={[
        { label: view.t(words.program), header: true, cell: ({ name }) => name },
        { label: view.t(words.role), cell: (token) => roleWords(view, token) },
        { label: view.t(words.maker), cell: ({ maker }) => view.nameOf(maker) },
        {
          label: view.t(words.until),
          cell: ({ expiresAt }) => formatDay(view, dayAt(expiresAt, view.timeZone)),
        },
        { label: view.t(words.state), cell: (token) => <State view={view} token={token} /> },
        {
          label: view.t(words.actions),
          labelHidden: true,
          cell: (token) => <Actions view={view} token={token} />,
        },
      ]}
    />
  )
}

function roleWords(view: View, { role, rights }: NamedToken): string {
  const word = view.t(roleMessages[role])
  return rights.includes('audit') ? view.t(words.withAudit, { role: word }) : word
}

function State({ view, token: { state, role, roleNow } }: { view: View; token: NamedToken }) {
  if (state !== 'works' || roleNow === role) return <>{view.t(words[state])}</>
  return <>{view.t(words.lessNow, { role: view.t(roleMessages[roleNow]) })}</>
}

function Actions({ view, token: { id, name, state } }: { view: View; token: NamedToken }) {
  return (
    <div class="actions">
      <ButtonLink href={`/audit?${new URLSearchParams({ member: id })}`}>
        {view.t(words.itsChanges)}
        <span class="visually-hidden">{name}</span>
      </ButtonLink>
      {state === 'works' && (
        <ButtonLink href={`/settings/tokens/${id}/revocation`}>
          {view.t(words.revoke)}
          <span class="visually-hidden">{name}</span>
        </ButtonLink>
      )}
    </div>
  )
}

const roleHints: Partial<Record<Role, Message>> = { viewer: words.viewerIs, admin: words.adminIs }

export function TokenForm({ view, actor, state }: { view: View; actor: Actor; state: FormState }) {
  const field = { view, state }
  const hintOf = (role: Role) =>
    role === 'viewer' && actor.ownUnits.size === 0 ? words.viewerOfNothing : roleHints[role]
  const roleOptions = rolesFor(actor.role).map((role) => {
    const hint = hintOf(role)
    return { value: role, label: view.t(roleMessages[role]), ...(hint && { hint: view.t(hint) }) }
  })
  return (
    <Form action="/settings/tokens">
      <TextInput
        {...field}
        name="name"
        label={view.t(words.program)}
        hint={view.t(words.programHint)}
        maxlength={80}
        required
      />
      <RadioGroup
        {...field}
        name="role"
        label={view.t(words.role)}
        options={roleOptions.toReversed()}
        required
      />
      <CheckboxGroup
        {...field}
        name="rights"
        label={view.t(words.rights)}
        options={[{ value: 'audit', label: view.t(words.audit), hint: view.t(words.auditHint) }]}
      />
      <RadioGroup
        {...field}
        name="validDays"
        label={view.t(words.validFor)}
        hint={view.t(words.validForHint)}
        options={validDays.map((count) => ({ value: count, label: view.t(words.days, { count }) }))}
        layout="inline"
        required
      />
      <SubmitButton icon="plus">{view.t(words.make)}</SubmitButton>
    </Form>
  )
}

/** The token, this once: to copy, and to try. */
export function NewToken({ view, secret, origin }: { view: View; secret: string; origin: string }) {
  return (
    <section class="card">
      <CopyField
        view={view}
        name="token"
        value={secret}
        label={view.t(words.token)}
        hint={view.t(words.tokenHint)}
        copy={view.t(words.copy)}
        autocomplete="off"
      />
      <h2>{view.t(words.tryIt)}</h2>
      <pre class="code">
        <code>{`read -rs ROUNDS_TOKEN\ncurl -H "Authorization: Bearer $ROUNDS_TOKEN" ${origin}/api/v1/units`}</code>
      </pre>
      <p>
        <a href="/api/v1/docs">{view.t(words.howTo)}</a>
      </p>
    </section>
  )
}
