import type { Refusal } from '../../domain/errors.ts'
import { outcomeOf, outcomes, type Line, type Outcome, type Thing } from '../../domain/imports/line.ts'
import { changePrinter, columnName, type ChangePrinter } from '../../domain/imports/print-changes.ts'
import type { ImportKind } from '../../domain/imports/words.ts'
import { faultSentence } from '../../platform/problem.ts'
import { tagWordsIn } from '../../platform/tag-messages.ts'
import { ButtonLink, SubmitButton } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Table } from '../../ui/table.tsx'
import type { View } from '../../ui/view.ts'
import { importMessages as words, kindMessages, outcomeMessages } from './messages.ts'
import type { ImportPlan } from './plan-import.ts'
import type { StoredImport } from './queries.ts'

/** Which lines a page shows: those of one outcome, or (null) all that are not unchanged; and after how many. */
export type Shown = { outcome: Outcome | null; after: number }

const linesOfPage = 200

export function shownOf(query: Readonly<Record<string, string | undefined>>): Shown {
  const after = Number(query.after ?? 0)
  return {
    outcome: outcomes.find((outcome) => outcome === query.show) ?? null,
    after: Number.isInteger(after) && after > 0 ? after : 0,
  }
}

type PreviewPageProps = {
  view: View
  stored: StoredImport
  plan: ImportPlan
  shown: Shown
  refusal: Refusal | null
}

/** What a list would change, line by line, and the button that does it. */
export function PreviewPage({ view, stored, plan, shown, refusal }: PreviewPageProps) {
  const kind = view.t(kindMessages[stored.kind])
  return (
    <Layout view={view} title={view.t(words.previewTitle, { kind })} current={`/${stored.kind}`}>
      <PageHeader
        title={view.t(words.previewTitle, { kind })}
        lead={view.t(words.previewLead, { file: stored.fileName })}
        back={{ href: `/imports?kind=${stored.kind}`, label: view.t(words.another) }}
      />
      {refusal !== null && <Refused view={view} refusal={refusal} />}
      <Summary view={view} plan={plan} />
      <Remarked view={view} plan={plan} />
      <Confirm view={view} id={stored.id} kind={stored.kind} plan={plan} />
      <Lines view={view} id={stored.id} plan={plan} shown={shown} />
    </Layout>
  )
}

function Refused({ view, refusal }: { view: View; refusal: Refusal }) {
  if (refusal.code === 'last-admin')
    return <Notice view={view} kind="error" title={view.t(words.lastAdmin)} />
  return (
    <Notice view={view} kind="error" title={view.t(words.changedMeanwhile)}>
      <p>{view.t(words.changedMeanwhileHelp)}</p>
    </Notice>
  )
}

function Summary({ view, plan: { counts, ignored } }: { view: View; plan: ImportPlan }) {
  const changes = counts.new + counts.changed
  return (
    <>
      {changes === 0 && counts.faulty === 0 && (
        <Notice view={view} kind="success" title={view.t(words.nothing)}>
          <p>{view.t(words.nothingHelp)}</p>
        </Notice>
      )}
      {counts.faulty > 0 && (
        <Notice view={view} kind="warning" title={view.t(words.someFaulty, { count: counts.faulty })}>
          <p>{view.t(changes > 0 ? words.someFaultyHelp : words.nothingSound)}</p>
        </Notice>
      )}
      {ignored.length > 0 && (
        <Notice
          view={view}
          kind="info"
          title={view.t(words.ignored, { columns: ignored.join(view.locale === 'en' ? ', ' : '、') })}
        />
      )}
    </>
  )
}

/** So many names say which lines are meant. */
const namesTold = 10

function Remarked({ view, plan: { remarks } }: { view: View; plan: ImportPlan }) {
  const told = [
    { names: remarks.stillClosed, title: words.stillClosed, help: words.stillClosedHelp },
    { names: remarks.namesakes, title: words.namesakes, help: words.namesakesHelp },
    { names: remarks.renamed, title: words.renamed, help: words.renamedHelp },
    { names: remarks.withoutUnits, title: words.withoutUnits, help: words.withoutUnitsHelp },
  ]
  return told
    .filter(({ names }) => names.length > 0)
    .map(({ names, title, help }) => (
      <Notice view={view} kind="info" title={view.t(title, { count: names.length })}>
        <p>{namesIn(view, names)}</p>
        <p>{view.t(help)}</p>
      </Notice>
    ))
}

function namesIn(view: View, names: readonly string[]): string {
  const different = [...new Set(names)]
  const first = different.slice(0, namesTold).join(view.locale === 'en' ? ', ' : '、')
  return different.length > namesTold ? `${first} …` : first
}

type ConfirmProps = { view: View; id: string; kind: ImportKind; plan: ImportPlan }

function Confirm({ view, id, kind, plan: { counts, digest } }: ConfirmProps) {
  const changes = counts.new + counts.changed
  if (changes === 0) return null
  return (
    <Form action={`/imports/${id}`}>
      <input type="hidden" name="digest" value={digest} />
      <div class="actions">
        <SubmitButton>{view.t(words.confirm, { count: changes })}</SubmitButton>
        <ButtonLink href={`/imports?kind=${kind}`} kind="quiet">
          {view.t(words.another)}
        </ButtonLink>
      </div>
    </Form>
  )
}

type LinesProps = { view: View; id: string; plan: ImportPlan; shown: Shown }

function Lines({ view, id, plan, shown }: LinesProps) {
  const all: readonly Line<Thing>[] = plan.lines
  const chosen = inOrder(all, shown.outcome)
  const lines = chosen.slice(shown.after, shown.after + linesOfPage)
  const printer = changePrinter(
    { kind: plan.kind, locale: view.locale, tags: tagWordsIn(view.locale) },
    plan.units,
    all,
  )
  const rest = chosen.length - shown.after - lines.length
  return (
    <section class="section">
      <h2>{view.t(words.caption)}</h2>
      <OutcomeLinks view={view} id={id} counts={plan.counts} shown={shown} />
      {lines.length > 0 && <LineTable view={view} kind={plan.kind} lines={lines} printer={printer} />}
      {rest > 0 && (
        <p>
          <ButtonLink href={addressOf(id, { ...shown, after: shown.after + linesOfPage })}>
            {view.t(words.more, { count: Math.min(rest, linesOfPage) })}
          </ButtonLink>
        </p>
      )}
    </section>
  )
}

/** What needs mending first, then in the order of the file. */
function inOrder(lines: readonly Line<Thing>[], outcome: Outcome | null): Line<Thing>[] {
  const groups = Map.groupBy(lines, outcomeOf)
  const wanted = outcome === null ? outcomes.filter((one) => one !== 'unchanged') : [outcome]
  return wanted.flatMap((one) => groups.get(one) ?? [])
}

type OutcomeLinksProps = { view: View; id: string; counts: ImportPlan['counts']; shown: Shown }

function OutcomeLinks({ view, id, counts, shown }: OutcomeLinksProps) {
  const links = [null, ...outcomes.filter((outcome) => counts[outcome] > 0)]
  return (
    <nav class="actions" aria-label={view.t(words.show)}>
      {links.map((outcome) => (
        <ButtonLink
          href={addressOf(id, { outcome, after: 0 })}
          kind={outcome === shown.outcome ? 'plain' : 'quiet'}
        >
          {outcome === null ? view.t(words.all) : `${view.t(outcomeMessages[outcome])} ${counts[outcome]}`}
        </ButtonLink>
      ))}
    </nav>
  )
}

function addressOf(id: string, { outcome, after }: Shown): string {
  const query = new URLSearchParams()
  if (outcome !== null) query.set('show', outcome)
  if (after > 0) query.set('after', String(after))
  return query.size === 0 ? `/imports/${id}` : `/imports/${id}?${query}`
}

type LineTableProps = { view: View; kind: ImportKind; lines: readonly Line<Thing>[]; printer: ChangePrinter }

function LineTable({ view, kind, lines, printer }: LineTableProps) {
  return (
    <Table
      caption={view.t(words.caption)}
      captionHidden
      rows={lines}
      columns={[
        { label: view.t(words.name), header: true, cell: ({ after }) => after.name },
        { label: view.t(words.line), numeric: true, cell: ({ line }) => line },
        { label: view.t(words.outcome), cell: (line) => view.t(outcomeMessages[outcomeOf(line)]) },
        {
          label: view.t(words.details),
          labelHidden: true,
          cell: (line) =>
            line.faults.length > 0 ? (
              <Faults view={view} kind={kind} line={line} />
            ) : (
              <Changes view={view} kind={kind} line={line} printer={printer} />
            ),
        },
      ]}
    />
  )
}

function Faults({ view, kind, line }: { view: View; kind: ImportKind; line: Line<Thing> }) {
  return (
    <ul class="error-list">
      {line.faults.map((fault) => (
        <li>
          {fault.path !== '' && <strong>{columnName(kind, fault.path, view.locale)} </strong>}
          {faultSentence(fault, view.locale)}
        </li>
      ))}
    </ul>
  )
}

type ChangesProps = { view: View; kind: ImportKind; line: Line<Thing>; printer: ChangePrinter }

function Changes({ view, kind, line, printer }: ChangesProps) {
  const isNew = line.before === null
  const changes = printer(line).filter(({ column }) => !isNew || column !== 'name')
  if (changes.length === 0) return null
  return (
    <ul class="list-plain">
      {changes.map(({ column, from, to }) => (
        <li>
          <span class="quiet">{columnName(kind, column, view.locale)}</span>{' '}
          {isNew ? (
            to
          ) : (
            <>
              <del>{from || view.t(words.none)}</del>
              {' → '}
              <ins>{to || view.t(words.none)}</ins>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
