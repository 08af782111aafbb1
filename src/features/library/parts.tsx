import type { PackSummary, Words } from '../../domain/library/pack.ts'
import { CarriedFields } from '../../ui/carried-fields.tsx'
import { ButtonLink, SubmitButton } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { EmptyState, Notice } from '../../ui/notice.tsx'
import { Table } from '../../ui/table.tsx'
import type { View } from '../../ui/view.ts'
import type { Typed } from '../../platform/validation.ts'
import { dutyMessages } from '../duties/messages.ts'
import { libraryMessages as words, packMessages } from './messages.ts'

/** Content of the library, which is written in both languages. */
export function wordsIn(view: View, content: Words): string {
  return content[view.locale]
}

export function LibraryPage({ view, packs }: { view: View; packs: readonly PackSummary[] }) {
  return (
    <Layout view={view} title={view.t(words.title)} current="/duties">
      <PageHeader
        title={view.t(words.title)}
        lead={view.t(words.lead)}
        back={{ href: '/duties', label: view.t(dutyMessages.title) }}
      />
      <Table<PackSummary>
        caption={view.t(words.title)}
        captionHidden
        columns={[
          {
            label: view.t(words.pack),
            header: true,
            cell: ({ id, title }) => <a href={`/library/${id}`}>{wordsIn(view, title)}</a>,
          },
          { label: view.t(words.about), cell: ({ about }) => wordsIn(view, about) },
          { label: view.t(words.dutyCount), numeric: true, cell: ({ dutyCount }) => dutyCount },
        ]}
        rows={packs}
      />
    </Layout>
  )
}

export type Progress = { title: string; path: string; made: number; left: number; typed: Typed }

/** Between two steps: a big pack takes several. */
export function ProgressPage({ view, progress }: { view: View; progress: Progress }) {
  const { title, path, made, left, typed } = progress
  return (
    <Layout view={view} title={title} current="/duties">
      <PageHeader title={title} back={{ href: path, label: title }} />
      <Notice view={view} kind="success" title={view.t(packMessages.made, { count: made, left })}>
        <p>{view.t(packMessages.madeHelp)}</p>
      </Notice>
      <Form action={path}>
        <CarriedFields typed={typed} />
        <div class="actions">
          <SubmitButton>{view.t(packMessages.goOn)}</SubmitButton>
        </div>
      </Form>
    </Layout>
  )
}

export type DutyLine = { title: string; href: string | null; owner: string }

/** What has become of a pack. */
export function TakenPage({
  view,
  title,
  duties,
}: {
  view: View
  title: string
  duties: readonly DutyLine[]
}) {
  const heading = view.t(packMessages.taken, { title })
  return (
    <Layout view={view} title={heading} current="/duties">
      <PageHeader title={heading} back={{ href: '/library', label: view.t(words.title) }} />
      {duties.length === 0 && <EmptyState title={view.t(packMessages.noneTaken)} icon="calendar-days" />}
      {duties.length > 0 && (
        <>
          <Notice view={view} kind="success">
            <p>{view.t(packMessages.planned)}</p>
          </Notice>
          <DutyTable view={view} title={heading} duties={duties} />
        </>
      )}
      <div class="actions">
        <ButtonLink href="/library">{view.t(packMessages.back)}</ButtonLink>
      </div>
    </Layout>
  )
}

function DutyTable({ view, title, duties }: { view: View; title: string; duties: readonly DutyLine[] }) {
  return (
    <Table<DutyLine>
      caption={title}
      captionHidden
      columns={[
        {
          label: view.t(packMessages.duty),
          header: true,
          cell: (duty) => (duty.href === null ? duty.title : <a href={duty.href}>{duty.title}</a>),
        },
        { label: view.t(packMessages.owner), cell: ({ owner }) => owner },
      ]}
      rows={duties}
    />
  )
}
