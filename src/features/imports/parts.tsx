import type { Refusal } from '../../domain/errors.ts'
import { columnsOf, importKinds, type ImportKind } from '../../domain/imports/words.ts'
import { outcomes } from '../../domain/imports/line.ts'
import type { Message } from '../../platform/i18n.ts'
import { ButtonLink, SubmitButton } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choices.tsx'
import { FileInput, Form, labelsIn, type FormState } from '../../ui/form.tsx'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { RefusalNotice } from '../../ui/refused-form.tsx'
import { Table } from '../../ui/table.tsx'
import type { View } from '../../ui/view.ts'
import { columnHelp, importMessages as words, kindMessages, outcomeMessages } from './messages.ts'
import type { StoredImport } from './queries.ts'

type ImportPageProps = { view: View; state: FormState; refusal: Refusal | null }

/** Choosing what comes in, and the file. */
export function ImportPage({ view, state, refusal }: ImportPageProps) {
  const labels = labelsIn(view, { kind: words.kind, file: words.file })
  return (
    <Layout view={view} title={view.t(words.title)} current="/members">
      <PageHeader title={view.t(words.title)} lead={view.t(words.lead)} />
      <RefusalNotice view={view} state={state} refusal={refusal} labels={labels} />
      <Form action="/imports" enctype="multipart/form-data">
        <RadioGroup
          view={view}
          state={state}
          name="kind"
          label={view.t(words.kind)}
          required
          layout="inline"
          options={importKinds.map((kind) => ({ value: kind, label: view.t(kindMessages[kind]) }))}
        />
        <FileInput
          view={view}
          state={state}
          name="file"
          label={view.t(words.file)}
          hint={view.t(words.fileHint)}
          required
          accept=".csv,.xlsx"
        />
        <div class="actions">
          <SubmitButton>{view.t(words.preview)}</SubmitButton>
        </div>
      </Form>
      <HowItWorks view={view} />
      <Files view={view} />
      {importKinds.map((kind) => (
        <Columns view={view} kind={kind} />
      ))}
    </Layout>
  )
}

function HowItWorks({ view }: { view: View }) {
  return (
    <section class="section">
      <h2>{view.t(words.howTitle)}</h2>
      <ul>
        {[words.howMatch, words.howEmpty, words.howMissing, words.howAgain].map((sentence: Message) => (
          <li>{view.t(sentence)}</li>
        ))}
      </ul>
    </section>
  )
}

function Files({ view }: { view: View }) {
  return (
    <section class="section">
      <h2>{view.t(words.files)}</h2>
      <p>{view.t(words.filesHelp)}</p>
      <dl class="facts">
        {importKinds.map((kind) => (
          <>
            <FileLinks view={view} label={words.templateOf} kind={kind} path="/imports/template" />
            <FileLinks view={view} label={words.exportOf} kind={kind} path="/exports" />
          </>
        ))}
      </dl>
    </section>
  )
}

type FileLinksProps = { view: View; label: Message; kind: ImportKind; path: string }

function FileLinks({ view, label, kind, path }: FileLinksProps) {
  return (
    <>
      <dt>{view.t(label, { kind: view.t(kindMessages[kind]) })}</dt>
      <dd>
        <ButtonLink href={`${path}?kind=${kind}&format=xlsx`} kind="quiet">
          {view.t(words.asXlsx)}
        </ButtonLink>
        <ButtonLink href={`${path}?kind=${kind}&format=csv`} kind="quiet">
          {view.t(words.asCsv)}
        </ButtonLink>
      </dd>
    </>
  )
}

function Columns({ view, kind }: { view: View; kind: ImportKind }) {
  const help: Readonly<Record<string, Message>> = columnHelp[kind]
  const title = view.t(words.columnsOf, { kind: view.t(kindMessages[kind]) })
  return (
    <details class="fold">
      <summary>{title}</summary>
      <Table
        caption={title}
        captionHidden
        rows={columnsOf(kind)}
        columns={[
          { label: view.t(words.column), header: true, cell: ([, name]) => name[view.locale] },
          {
            label: view.t(words.meaning),
            cell: ([column]) => {
              const sentence = help[column]
              return sentence && view.t(sentence)
            },
          },
        ]}
      />
    </details>
  )
}

/** What a list did. */
export function AppliedPage({ view, stored }: { view: View; stored: StoredImport }) {
  const kind = view.t(kindMessages[stored.kind])
  const counts = stored.applied ? stored.counts : null
  return (
    <Layout view={view} title={view.t(words.appliedTitle, { kind })} current={`/${stored.kind}`}>
      <PageHeader title={view.t(words.appliedTitle, { kind })} lead={stored.fileName} />
      <Notice view={view} kind="success" title={view.t(words.appliedDone)}>
        {counts !== null && counts.faulty > 0 && <p>{view.t(words.appliedFaulty)}</p>}
      </Notice>
      {counts !== null && (
        <dl class="facts">
          {outcomes.map((outcome) => (
            <>
              <dt>{view.t(outcomeMessages[outcome])}</dt>
              <dd>{counts[outcome]}</dd>
            </>
          ))}
        </dl>
      )}
      <p class="actions">
        <ButtonLink href={`/${stored.kind}`} kind="primary">
          {view.t(words.seeList, { kind })}
        </ButtonLink>
        <ButtonLink href={`/imports?kind=${stored.kind}`}>{view.t(words.another)}</ButtonLink>
      </p>
    </Layout>
  )
}
