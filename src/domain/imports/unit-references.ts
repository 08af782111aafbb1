import { unpadded } from './unpadded.ts'

/** What a list says of a unit by name, code or path, and which unit it means. */

export type UnitNode = {
  id: string
  parentId: string | null
  code: string | null
  name: string
  nameEn: string | null
}

export type UnitReferences = {
  /** every unit that the text may mean: one, none, or several that cannot be told apart */
  find(text: string): UnitNode[]
  /** the shortest words that mean this unit and no other */
  print(unit: UnitNode): string
  add(unit: UnitNode): void
}

type ById = ReadonlyMap<string, UnitNode>

/** Steps of a path, the highest first. */
const steps = /\s*[/>]\s*/
/** No tree is deeper; one that has a circle is walked no further. */
const deepest = 50

export function unitReferences(
  units: readonly UnitNode[],
  listIn: (text: string) => string[],
): UnitReferences {
  const byId = new Map<string, UnitNode>()
  const [byCode, byName, byNameEn] = [
    new Map<string, UnitNode[]>(),
    new Map<string, UnitNode[]>(),
    new Map<string, UnitNode[]>(),
  ]

  function add(unit: UnitNode): void {
    byId.set(unit.id, unit)
    put(byCode, unit.code, unit)
    put(byName, unit.name, unit)
    put(byNameEn, unit.nameEn, unit)
  }

  function find(text: string): UnitNode[] {
    const own = byId.get(text)
    if (own) return [own]
    const found = byCode.get(text) ?? byName.get(text) ?? byNameEn.get(text) ?? ofPath(text)
    const plain = unpadded(text)
    return found.length > 0 || plain === text ? found : find(plain)
  }

  function ofPath(text: string): UnitNode[] {
    const [last, ...above] = text.split(steps).toReversed()
    if (last === undefined || above.length === 0) return []
    return (byName.get(last) ?? []).filter((unit) =>
      above.every((name, index) => ancestor(byId, unit, index)?.name === name),
    )
  }

  function print(unit: UnitNode): string {
    const means = (text: string) => {
      const found = find(text)
      return found.length === 1 && found[0]?.id === unit.id && listIn(text)[0] === text
    }
    return (
      [unit.name, unit.code ?? '', pathOf(byId, unit)].find((text) => text !== '' && means(text)) ?? unit.id
    )
  }

  for (const unit of units) add(unit)
  return { find, print, add }
}

function pathOf(byId: ById, unit: UnitNode): string {
  const names = [unit.name]
  for (let generation = 0; generation < deepest; generation += 1) {
    const above = ancestor(byId, unit, generation)
    if (!above) break
    names.unshift(above.name)
  }
  return names.join(' / ')
}

function ancestor(byId: ById, unit: UnitNode, generation: number): UnitNode | undefined {
  let above: UnitNode | undefined = unit
  for (let step = 0; step <= generation && above; step += 1) above = byId.get(above.parentId ?? '')
  return above
}

function put(map: Map<string, UnitNode[]>, key: string | null, unit: UnitNode): void {
  if (key === null) return
  const there = map.get(key)
  if (!there) map.set(key, [unit])
  else if (!there.includes(unit)) there.push(unit)
}
