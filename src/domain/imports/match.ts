import type { CellReader } from './cells.ts'
import { lineOfDraft, type Line, type Thing } from './line.ts'

/** What is there, by what a line may call it. */
export type Known<T extends Thing> = {
  all: readonly T[]
  byId: ReadonlyMap<string, T>
  byCode: ReadonlyMap<string | null, readonly T[]>
  byName: ReadonlyMap<string, readonly T[]>
}

export function known<T extends Thing>(
  all: readonly T[],
  plainName: (name: string) => string = (name) => name,
): Known<T> {
  return {
    all,
    byId: new Map(all.map((thing) => [thing.id, thing])),
    byCode: Map.groupBy(all, ({ code }) => code),
    byName: Map.groupBy(all, ({ name }) => plainName(name)),
  }
}

/** By what names it for certain: our own id, else its code. Undefined: only the name can tell. */
export function matchedForCertain<T extends Thing>(
  things: Known<T>,
  cells: CellReader,
): T | null | undefined {
  const id = cells.text('id')
  if (id !== undefined) {
    const thing = things.byId.get(id)
    if (!thing) cells.fault('id', 'line-unknown-id', { text: id })
    return thing ?? null
  }
  const code = cells.text('code')
  const found = code === undefined ? [] : (things.byCode.get(code) ?? [])
  if (found.length > 1) cells.fault('code', 'line-ambiguous-code', { text: code ?? '', count: found.length })
  return found[0]
}

/**
 * By its name: what has a code already is something else than a line of another code. Of several, the one that is not
 * closed.
 */
export function namesakes<T extends Thing>(things: Known<T>, cells: CellReader): readonly T[] {
  const hasCode = cells.text('code') !== undefined
  const all = things.byName.get(cells.text('name') ?? '') ?? []
  return all.filter(({ code }) => !hasCode || code === null)
}

/** The only one, or the only one that is not closed; several are a fault. */
export function onlyOne<T extends Thing>(found: readonly T[], cells: CellReader): T | null {
  const open = found.filter(({ closedOn }) => closedOn === null)
  const [one] = open.length === 1 ? open : found
  if (found.length > 1 && open.length !== 1) {
    cells.fault('name', 'line-ambiguous-name', { text: cells.text('name') ?? '', count: found.length })
  }
  return one ?? null
}

/** Two lines about the same thing contradict each other: neither counts. `placeOf`: where a name is no other's. */
export function refuseDoubles<T extends Thing>(
  lines: readonly Line<T>[],
  placeOf: (thing: T) => string,
): void {
  refuseEach(Map.groupBy(lines, ({ after }) => after.id))
  const made = lines.filter(({ after }) => lineOfDraft(after.id) !== null && after.name !== '')
  refuseEach(
    Map.groupBy(
      made.filter(({ after }) => after.code !== null),
      ({ after }) => after.code,
    ),
  )
  for (const group of Map.groupBy(made, ({ after }) => `${after.name}\n${placeOf(after)}`).values()) {
    if (group.some(({ after }) => after.code === null)) refuseEach(new Map([['', group]]))
  }
}

function refuseEach<T extends Thing>(groups: ReadonlyMap<unknown, readonly Line<T>[]>): void {
  for (const [, group] of groups) {
    if (group.length < 2) continue
    for (const one of group) {
      const other = group.find(({ line }) => line !== one.line)?.line ?? one.line
      if (!one.faults.some(({ code }) => code === 'line-doubled'))
        one.faults.push({ path: '', code: 'line-doubled', params: { other } })
    }
  }
}
