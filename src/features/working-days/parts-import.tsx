import type { Refusal } from '../../domain/errors.ts'
import type { CalendarEvent } from '../../domain/working-days/read-ics.ts'
import { ButtonLink, SubmitButton } from '../../ui/button.tsx'
import { CheckboxGroup } from '../../ui/choices.tsx'
import { FileInput, Form, labelsIn, TextInput, type FormState } from '../../ui/form.tsx'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { formMessages } from '../../ui/messages.ts'
import { EmptyState } from '../../ui/notice.tsx'
import { RefusalNotice } from '../../ui/refused-form.tsx'
import type { View } from '../../ui/view.ts'
import { printEvent } from './forms.ts'
import { workingDaysFormMessages as words, workingDaysMessages } from './messages.ts'
import { fromTo } from './parts-kept.tsx'

const home = '/settings/working-days'

/** What a file says; `skipped` is how many of its events are no whole days. */
export type Offered = { source: string; events: readonly CalendarEvent[]; skipped: number }

export function ImportPage({
  view,
  state,
  refusal,
}: {
  view: View
  state: FormState
  refusal: Refusal | null
}) {
  const back = { href: home, label: view.t(workingDaysMessages.back) }
  return (
    <Layout view={view} title={view.t(workingDaysMessages.import)}>
      <PageHeader title={view.t(workingDaysMessages.import)} lead={view.t(words.importLead)} back={back} />
      <RefusalNotice
        view={view}
        state={state}
        refusal={refusal}
        labels={labelsIn(view, { file: words.file, source: words.source })}
      />
      <Form action={`${home}/imports/preview`} enctype="multipart/form-data">
        <FileInput
          view={view}
          state={state}
          name="file"
          label={view.t(words.file)}
          hint={view.t(words.fileHint)}
          required
          accept=".ics,text/calendar"
        />
        <TextInput
          view={view}
          state={state}
          name="source"
          label={view.t(words.source)}
          hint={view.t(words.sourceHint)}
          maxlength={60}
        />
        <div class="actions">
          <SubmitButton>{view.t(words.preview)}</SubmitButton>
        </div>
      </Form>
    </Layout>
  )
}

type PreviewPageProps = {
  view: View
  offered: Offered
  counts: { known: number; kept: number }
  state: FormState
  refusal: Refusal | null
  title: string
}

/** The events that would change something, all ticked. */
export function PreviewPage({ view, offered, counts, state, refusal, title }: PreviewPageProps) {
  const { source, events } = offered
  const back = { href: `${home}/imports/new`, label: view.t(workingDaysMessages.import) }
  return (
    <Layout view={view} title={title}>
      <PageHeader title={title} lead={view.t(words.previewLead)} back={back} />
      <RefusalNotice
        view={view}
        state={state}
        refusal={refusal}
        labels={labelsIn(view, { kept: words.events })}
      />
      {events.length === 0 ? (
        <EmptyState title={view.t(words.nothingNew)}>
          <p>{view.t(words.nothingNewHelp)}</p>
        </EmptyState>
      ) : (
        <Form action={`${home}/imports`}>
          <input type="hidden" name="source" value={source} />
          {events.map((event) => (
            <input type="hidden" name="offered" value={printEvent(event)} />
          ))}
          <CheckboxGroup
            view={view}
            state={state}
            name="kept"
            label={view.t(words.events)}
            required
            options={events.map((event) => ({
              value: printEvent(event),
              label: eventWords(view, event),
              ...(event.name !== '' && { hint: event.name }),
            }))}
          />
          <div class="actions">
            <SubmitButton>{view.t(words.keep)}</SubmitButton>
            <ButtonLink href={home} kind="quiet">
              {view.t(formMessages.cancel)}
            </ButtonLink>
          </div>
        </Form>
      )}
      {counts.known > 0 && <p class="quiet">{view.t(words.known, { count: counts.known })}</p>}
      {counts.kept > 0 && <p class="quiet">{view.t(words.keptByHand, { count: counts.kept })}</p>}
      {offered.skipped > 0 && <p class="quiet">{view.t(words.skipped, { count: offered.skipped })}</p>}
    </Layout>
  )
}

function eventWords(view: View, event: CalendarEvent): string {
  return view.t(event.isWorking ? words.eventWorked : words.eventOff, { days: fromTo(view, event) })
}
