import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inTreeOrder, unitTree } from '../../src/domain/unit-tree.ts'

// Each unit lies below an earlier one or at the top, then the list is shuffled and some are left out.
const someUnits = fc.array(fc.nat(), { maxLength: 20 }).chain((numbers) =>
  fc.shuffledSubarray(
    numbers.map((number, index) => ({
      id: `u${index}`,
      parentId: number % (index + 1) === index ? null : `u${number % (index + 1)}`,
    })),
  ),
)

it('every unit stands once, right below the one it belongs to where that is listed', () => {
  fc.assert(
    fc.property(someUnits, (units) => {
      const placed = inTreeOrder(unitTree(units))
      expect(placed.map(({ unit }) => unit.id).toSorted()).toEqual(units.map(({ id }) => id).toSorted())
      for (const [index, { unit, depth }] of placed.entries()) {
        const above = placed.slice(0, index).findLast((one) => one.depth < depth)
        const isParentListed = units.some(({ id }) => id === unit.parentId)
        expect(above?.unit.id ?? null).toBe(isParentListed ? unit.parentId : null)
      }
    }),
  )
})

it('siblings keep their order', () => {
  const units = ['c', 'a', 'b'].map((id) => ({ id, parentId: 'top' }))
  const placed = inTreeOrder(unitTree([...units, { id: 'top', parentId: null }]))
  expect(placed.map(({ unit, depth }) => `${depth}${unit.id}`)).toEqual(['0top', '1c', '1a', '1b'])
})
