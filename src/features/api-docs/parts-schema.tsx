import type { Schema } from '../../platform/openapi/document.ts'
import { formMessages } from '../../ui/messages.ts'
import { Table, type Column } from '../../ui/table.tsx'
import type { View } from '../../ui/view.ts'
import { docsMessages as words } from './messages.ts'
import { Described, Type } from './parts-type.tsx'

type SchemaProps = { view: View; name: string; schema: Schema }

/** A schema with its fields and an example. */
export function SchemaPart({ view, name, schema }: SchemaProps) {
  const [base, own = schema] = schema.allOf ?? []
  const fields = Object.entries(own.properties ?? {})
  return (
    <section class="operation" id={`schema-${name}`}>
      <h3>
        <code>{name}</code>
      </h3>
      <Described text={schema.description} />
      {base && (
        <p>
          <Type schema={base} />
          {' + '}
        </p>
      )}
      {fields.length > 0 ? (
        <Fields view={view} name={name} fields={fields} required={own.required ?? []} />
      ) : (
        <p>
          <Type schema={own} />
        </p>
      )}
      {schema.example !== undefined && (
        <pre class="code">
          <code>{JSON.stringify(schema.example, null, 1)}</code>
        </pre>
      )}
    </section>
  )
}

type Field = [name: string, schema: Schema]
type FieldsProps = { view: View; name: string; fields: Field[]; required: readonly string[] }

function Fields({ view, name, fields, required }: FieldsProps) {
  const described: Column<Field> = {
    label: view.t(words.description),
    cell: ([, { description }]) => <Described text={description} />,
  }
  const isDescribed = fields.some(([, { description }]) => description !== undefined)
  return (
    <Table
      caption={name}
      captionHidden
      rows={fields}
      columns={[
        {
          label: view.t(words.field),
          header: true,
          cell: ([field]) => (
            <>
              <code>{field}</code>
              {!required.includes(field) && <span class="quiet"> {view.t(formMessages.optional)}</span>}
            </>
          ),
        },
        { label: view.t(words.type), cell: ([, schema]) => <Type schema={schema} /> },
        ...(isDescribed ? [described] : []),
      ]}
    />
  )
}
