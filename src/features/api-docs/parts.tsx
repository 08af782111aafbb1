import { operationsOf, type Document, type Place } from '../../platform/openapi/document.ts'
import { guide, statusMessages } from '../../platform/openapi/guide-messages.ts'
import { Table } from '../../ui/table.tsx'
import type { View } from '../../ui/view.ts'
import { docsMessages as words } from './messages.ts'
import { OperationPart, summaryWords } from './parts-operation.tsx'
import { SchemaPart } from './parts-schema.tsx'
import { WithCode } from './parts-type.tsx'
import { tagMessages } from './tag-messages.ts'

type DocsProps = { view: View; document: Document; origin: string }
type Group = { tag: string; title: string; places: Place[] }

/** All that the description says, for people: how it works, each operation, each shape. */
export function Docs({ view, document, origin }: DocsProps) {
  const groups = groupsOf(view, document)
  return (
    <div class="docs">
      <Contents view={view} groups={groups} />
      <Guide view={view} origin={origin} />
      {groups.map(({ tag, title, places }) => (
        <section id={`tag-${tag}`}>
          <h2>{title}</h2>
          {places.map((place) => (
            <OperationPart view={view} place={place} document={document} origin={origin} />
          ))}
        </section>
      ))}
      <section id="schemas">
        <h2>{view.t(words.schemas)}</h2>
        {Object.entries(document.components.schemas).map(([name, schema]) => (
          <SchemaPart view={view} name={name} schema={schema} />
        ))}
      </section>
    </div>
  )
}

function groupsOf(view: View, document: Document): Group[] {
  const places = operationsOf(document)
  return (document.tags ?? []).map(({ name }) => {
    const message = Object.hasOwn(tagMessages, name) ? tagMessages[name] : undefined
    return {
      tag: name,
      title: message ? view.t(message) : name,
      places: places.filter(({ operation }) => operation.tags?.includes(name) === true),
    }
  })
}

function Contents({ view, groups }: { view: View; groups: readonly Group[] }) {
  return (
    <nav class="contents" aria-label={view.t(words.contents)}>
      <h2>{view.t(words.contents)}</h2>
      <details open>
        <summary>{view.t(words.guide)}</summary>
        <ul class="list-plain">
          {guide.map(({ id, title }) => (
            <li>
              <a href={`#${id}`}>{view.t(title)}</a>
            </li>
          ))}
        </ul>
      </details>
      {groups.map(({ title, places }) => (
        <details>
          <summary>{title}</summary>
          <ul class="list-plain">
            {places.map((place) => (
              <li>
                <a href={`#${place.operation.operationId}`}>{summaryWords(view, place)}</a>
              </li>
            ))}
          </ul>
        </details>
      ))}
      <p>
        <a href="#schemas">{view.t(words.schemas)}</a>
      </p>
    </nav>
  )
}

function Guide({ view, origin }: { view: View; origin: string }) {
  return (
    <>
      <section id="start">
        <h2>{view.t(words.start)}</h2>
        <p>{view.t(words.startText)}</p>
        <pre class="code">
          <code>{firstRequest(origin)}</code>
        </pre>
      </section>
      {guide.map(({ id, title, text }) => (
        <section id={id}>
          <h2>{view.t(title)}</h2>
          {text.map((paragraph) => (
            <p>
              <WithCode text={view.t(paragraph)} />
            </p>
          ))}
          {id === 'errors' && <Statuses view={view} />}
        </section>
      ))}
    </>
  )
}

function firstRequest(origin: string): string {
  return [
    'read -rs ROUNDS_TOKEN',
    `curl -H "Authorization: Bearer $ROUNDS_TOKEN" ${origin}/api/v1/units`,
  ].join('\n')
}

function Statuses({ view }: { view: View }) {
  return (
    <Table
      caption={view.t(words.statuses)}
      captionHidden
      rows={Object.entries(statusMessages)}
      columns={[
        { label: view.t(words.status), header: true, cell: ([status]) => <code>{status}</code> },
        { label: view.t(words.meaning), cell: ([, message]) => <WithCode text={view.t(message)} /> },
      ]}
    />
  )
}
