/** One line of the bench. */
export type Figure = {
  name: string
  /** null: cannot be measured here */
  value: number | null
  unit: 'ms' | 'rows' | 'rounds' | 'statements' | 'steps' | 'KB'
  /** the budget of docs/performance.md */
  most?: number
}

export function printTable(figures: readonly Figure[]): void {
  const lines = figures.map(({ name, value, unit, most }) => [
    name,
    value === null ? 'n/a' : print(value),
    unit,
    most === undefined ? '' : `≤ ${print(most)}`,
    isOver({ value, most }) ? '← over' : '',
  ])
  const head = ['name', 'figure', 'unit', 'budget', '']
  const widths = head.map((_, column) =>
    Math.max(...[head, ...lines].map((line) => line[column]?.length ?? 0)),
  )
  for (const line of [head, ...lines]) {
    const cells = line.map((cell, column) =>
      column === 1 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
    )
    console.log(cells.join('  ').trimEnd())
  }
}

function isOver({ value, most }: { value: number | null; most: number | undefined }): boolean {
  return value !== null && most !== undefined && value > most
}

function print(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(value < 1 ? 2 : 1)
}
