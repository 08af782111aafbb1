import type { Child } from 'hono/jsx'

export type Column<Row> = {
  label: string
  cell(row: Row): Child
  /** aligned at the right, digits of one width */
  numeric?: boolean
  /** names the row; on phones it is the card's title */
  header?: boolean
  /** the label is for who cannot see the table (a column of buttons) */
  labelHidden?: boolean
}

export type RowGroup<Row> = { title: Child; rows: readonly Row[] }

type TableProps<Row> = {
  /** what the table holds, in a few words */
  caption: string
  captionHidden?: boolean
  columns: readonly Column<Row>[]
} & ({ rows: readonly Row[] } | { groups: readonly RowGroup<Row>[] })

/** On phones each row is a card; there a cell's label comes from `data-label`. */
export function Table<Row>({ caption, captionHidden = false, columns, ...content }: TableProps<Row>) {
  const groups = 'groups' in content ? content.groups : [{ title: null, rows: content.rows }]
  return (
    <div class="table-frame">
      <table class="table">
        <caption class={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" class={column.numeric ? 'numeric' : undefined}>
                {column.labelHidden ? <span class="visually-hidden">{column.label}</span> : column.label}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody>
            {group.title !== null && (
              <tr class="table-group">
                <th scope="rowgroup" colspan={columns.length}>
                  {group.title}
                </th>
              </tr>
            )}
            {group.rows.map((row) => (
              <tr>{columns.map((column) => cellOf(column, row))}</tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

function cellOf<Row>(column: Column<Row>, row: Row) {
  const content = column.cell(row)
  if (column.header) return <th scope="row">{content}</th>
  return (
    <td
      class={column.numeric ? 'numeric' : undefined}
      data-label={column.labelHidden ? undefined : column.label}
    >
      {content}
    </td>
  )
}
