import type { Answer, Document, Parameter, Place, Schema } from '../../platform/openapi/document.ts'
import { Table, type Column } from '../../ui/table.tsx'
import type { View } from '../../ui/view.ts'
import { curlOf, declared } from './curl.ts'
import { docsMessages as words } from './messages.ts'
import { operationsInChinese } from './operation-messages.ts'
import { Described, Type } from './parts-type.tsx'

type OperationProps = { view: View; place: Place; document: Document; origin: string }

export function OperationPart({ view, place, document, origin }: OperationProps) {
  const { path, method, operation } = place
  const isForPeople = operation.security?.every((way) => 'session' in way) === true
  const body = operation.requestBody?.content['application/json']?.schema
  return (
    <section class="operation" id={operation.operationId}>
      <h3>
        <code>
          {method.toUpperCase()} {path}
        </code>
      </h3>
      <p>{summaryWords(view, place)}</p>
      {operation.description !== undefined && (
        <p>
          <Described text={operation.description} />
        </p>
      )}
      {isForPeople && <p>{view.t(words.peopleOnly)}</p>}
      <Parameters view={view} parameters={ownParameters(place, document)} />
      {body && (
        <p>
          {view.t(words.body)}
          <Type schema={body} />
        </p>
      )}
      <Answers view={view} answers={operation.responses} />
      {!isForPeople && (
        <pre class="code">
          <code>{curlOf(place, document, origin)}</code>
        </pre>
      )}
    </section>
  )
}

/** What an operation does, in the reader's language where it is known there. */
export function summaryWords(view: View, { operation: { operationId = '', summary = '' } }: Place) {
  const chinese = Object.hasOwn(operationsInChinese, operationId)
  if (view.locale === 'zh-CN' && chinese) return operationsInChinese[operationId]
  return <Described text={summary} />
}

/** All but the language of sentences, which every operation takes. */
function ownParameters({ operation }: Place, document: Document): Parameter[] {
  return (operation.parameters ?? [])
    .map((parameter) => declared(parameter, document))
    .filter(({ name }) => name !== 'Accept-Language')
}

function Parameters({ view, parameters }: { view: View; parameters: readonly Parameter[] }) {
  if (parameters.length === 0) return null
  const isDescribed = parameters.some((parameter) => textOf(parameter) !== undefined)
  const described: Column<Parameter> = {
    label: view.t(words.description),
    cell: (parameter) => <Described text={textOf(parameter)} />,
  }
  return (
    <Table
      caption={view.t(words.parameters)}
      captionHidden
      rows={parameters}
      columns={[
        { label: view.t(words.parameter), header: true, cell: ({ name }) => <code>{name}</code> },
        {
          label: view.t(words.placeOf),
          cell: (parameter) =>
            `${placeWords(view, parameter)}${parameter.required === true ? view.t(words.comma) + view.t(words.required) : ''}`,
        },
        { label: view.t(words.type), cell: ({ schema }) => schema && <Type schema={schema} /> },
        ...(isDescribed ? [described] : []),
      ]}
    />
  )
}

function textOf({ description, schema }: Parameter): string | undefined {
  return description ?? schema?.description
}

function placeWords(view: View, { in: place }: Parameter): string {
  if (place === 'path' || place === 'query' || place === 'header') return view.t(words[place])
  return place ?? ''
}

function Answers({ view, answers }: { view: View; answers: Record<string, Answer> }) {
  const all = Object.entries(answers)
  const refused = all.filter(([, { $ref }]) => $ref !== undefined).map(([status]) => status)
  return (
    <>
      {all
        .filter(([, { $ref }]) => $ref === undefined)
        .map(([status, answer]) => (
          <p>
            {view.t(words.answers)}
            <code>{status}</code> <Described text={answer.description} />{' '}
            <AnswerType schema={answer.content?.['application/json']?.schema} />
          </p>
        ))}
      <p class="quiet">
        {view.t(words.refusals)}
        {refused.filter((status) => status !== 'default').join(', ')}
      </p>
    </>
  )
}

function AnswerType({ schema }: { schema: Schema | undefined }) {
  return schema ? <Type schema={schema} /> : null
}
