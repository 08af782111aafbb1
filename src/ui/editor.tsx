import type { Child, PropsWithChildren } from 'hono/jsx'
import type { Refusal } from '../domain/errors.ts'
import type { Typed } from '../platform/validation.ts'
import { ButtonLink, SubmitButton } from './button.tsx'
import { Form, type FormState } from './form.tsx'
import { Layout, PageHeader } from './layout.tsx'
import { formMessages } from './messages.ts'
import { refusedForm, RefusalNotice } from './refused-form.tsx'
import type { View } from './view.ts'

/** A form as it stands: what is in its fields, which version it was made from (null: of something new), why it came back. */
export type Draft = { state: FormState; version: number | null; refusal: Refusal | null }

/** What was typed, and why it came back; `version` is the one of the thing as it is now. */
export function refusedDraft(view: View, typed: Typed, refusal: Refusal, version: number | null): Draft {
  return { state: refusedForm(view, typed, refusal), version, refusal }
}

type EditorPageProps = PropsWithChildren<{
  view: View
  title: string
  /** one line below the title */
  lead?: string | undefined
  back: { href: string; label: string }
  action: string
  draft: Draft
  /** the labels of the fields by their names, for the list of what is wrong */
  labels: Record<string, string>
  /** what else can be done with the thing, beside its title */
  actions?: Child
  /** what else can be done with it, behind the form */
  below?: Child
}>

/** Making or changing one thing: its fields, save, cancel. */
export function EditorPage(props: EditorPageProps) {
  const { view, title, lead, back, action, draft, labels, actions, below, children } = props
  return (
    <Layout view={view} title={title}>
      <PageHeader title={title} lead={lead} back={back}>
        {actions}
      </PageHeader>
      <RefusalNotice
        view={view}
        state={draft.state}
        refusal={draft.refusal}
        labels={labels}
        current={back.href}
      />
      <Form action={action}>
        <HiddenVersion version={draft.version} />
        {children}
        <div class="actions">
          <SubmitButton>{view.t(formMessages.save)}</SubmitButton>
          <ButtonLink href={back.href} kind="quiet">
            {view.t(formMessages.cancel)}
          </ButtonLink>
        </div>
      </Form>
      {below}
    </Layout>
  )
}

type ConfirmPageProps = PropsWithChildren<{
  view: View
  title: string
  back: { href: string; label: string }
  /** null: it cannot be done, and the children say why */
  action: string | null
  version: number | null
  /** the words on the button */
  confirm: string
  refusal?: Refusal | null
}>

/** Asks before something is taken away; the children tell what will be lost. */
export function ConfirmPage(props: ConfirmPageProps) {
  const { view, title, back, action, version, confirm, refusal = null, children } = props
  return (
    <Layout view={view} title={title}>
      <PageHeader title={title} back={back} />
      <RefusalNotice view={view} state={{ values: {}, errors: {} }} refusal={refusal} current={back.href} />
      {children}
      {action !== null && (
        <Form action={action}>
          <HiddenVersion version={version} />
          <div class="actions">
            <SubmitButton kind="danger">{confirm}</SubmitButton>
            <ButtonLink href={back.href} kind="quiet">
              {view.t(formMessages.cancel)}
            </ButtonLink>
          </div>
        </Form>
      )}
    </Layout>
  )
}

export function HiddenVersion({ version }: { version: number | null }) {
  return version === null ? null : <input type="hidden" name="version" value={String(version)} />
}
