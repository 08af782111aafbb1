import { expect, it } from 'vitest'
import { changedFields } from '../../../src/domain/audit/changed-fields.ts'

it.each<[string, unknown, unknown, unknown]>([
  ['nothing', { a: 1 }, { a: 1 }, []],
  ['one field', { a: 1, b: 2 }, { a: 1, b: 3 }, [{ field: 'b', before: 2, after: 3 }]],
  ['a field gone', { a: 1 }, {}, [{ field: 'a', before: 1, after: undefined }]],
  ['a new thing', null, { a: 1 }, [{ field: 'a', before: undefined, after: 1 }]],
  ['a list', { tags: ['x'] }, { tags: ['x', 'y'] }, [{ field: 'tags', before: ['x'], after: ['x', 'y'] }]],
  ['a thing within', { o: { a: 1, b: null } }, { o: null }, [{ field: 'o.a', before: 1, after: undefined }]],
  ['nothing that was there for nothing', { a: null }, { b: null }, []],
  ['no object', 1, 2, [{ field: 'value', before: 1, after: 2 }]],
])('%s', (_, before, after, changes) => {
  expect(changedFields(before, after)).toEqual(changes)
})
