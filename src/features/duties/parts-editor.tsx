import type { PropsWithChildren } from 'hono/jsx'
import { ButtonLink, SubmitButton } from '../../ui/button.tsx'
import { HiddenVersion, type Draft } from '../../ui/editor.tsx'
import { Form } from '../../ui/form.tsx'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { formMessages } from '../../ui/messages.ts'
import { RefusalNotice } from '../../ui/refused-form.tsx'
import type { View } from '../../ui/view.ts'
import { scheduleLabels } from './parts-labels.tsx'
import { PreviewContent, type Preview } from './parts-preview.tsx'
import { previewMessages } from './preview-messages.ts'

type ScheduleEditorProps = PropsWithChildren<{
  view: View
  title: string
  back: { href: string; label: string }
  action: string
  draft: Draft
  labels: Record<string, string>
  preview: Preview
  /** where htmx asks for the preview while one types */
  previewPath: string
  /** the words on the button that saves, or that goes on to saving */
  save: string
}>

/**
 * A form with a schedule in it: the fields left, the sentence and its dates right and, on phones, below. With scripts the
 * preview follows what is typed; without, a button asks for it.
 */
export function ScheduleEditor(props: ScheduleEditorProps) {
  const { view, title, back, action, draft, labels, preview, previewPath, save, children } = props
  return (
    <Layout view={view} title={title}>
      <PageHeader title={title} back={back} />
      <RefusalNotice
        view={view}
        state={draft.state}
        refusal={draft.refusal}
        labels={{ ...scheduleLabels(view), ...labels }}
        current={back.href}
      />
      <div class="editor">
        <Form
          action={action}
          hx-post={previewPath}
          hx-trigger="input delay:300ms, change delay:100ms"
          hx-target="#preview"
          hx-swap="innerHTML"
        >
          <HiddenVersion version={draft.version} />
          {/* The first button is the one that Enter presses. */}
          <button type="submit" hidden />
          <div class="editor-fields">{children}</div>
          <section class="editor-preview card" aria-labelledby="preview-title">
            <h2 id="preview-title">{view.t(previewMessages.title)}</h2>
            <div id="preview" class="preview" aria-live="polite">
              <PreviewContent view={view} preview={preview} />
            </div>
            <noscript>
              <SubmitButton kind="plain" name="show" value="dates">
                {view.t(previewMessages.show)}
              </SubmitButton>
            </noscript>
          </section>
          <div class="action-bar editor-actions">
            <SubmitButton>{save}</SubmitButton>
            <ButtonLink href={back.href} kind="quiet">
              {view.t(formMessages.cancel)}
            </ButtonLink>
          </div>
        </Form>
      </div>
    </Layout>
  )
}
