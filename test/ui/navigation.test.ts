import { describe, expect, test } from 'vitest'
import type { Actor, Right, Role } from '../../src/domain/access.ts'
import { isUnder, navigationFor } from '../../src/ui/navigation.ts'

const common = ['/', '/duties', '/feeds', '/units', '/assets', '/checklists']
const steering = ['/overdue', '/year-plan']

describe('entries of the navigation', () => {
  test.each<[Role, Right[], string[]]>([
    ['inspector', [], common],
    ['viewer', [], common],
    ['viewer', ['audit'], [...common, '/audit']],
    ['lead', [], [...common, ...steering, '/owned', '/members']],
    [
      'supervisor',
      [],
      [...common, ...steering, '/owned', '/settings/working-days', '/members', '/audit', '/service'],
    ],
    ['admin', [], [...common, ...steering, '/members', '/audit', '/service', '/settings']],
  ])('%s %j', (role, rights, paths) => {
    const actor: Actor = {
      memberId: 'm',
      role,
      rights,
      ownUnits: new Set(),
      memberOf: new Set(),
      unitsAbove: new Set(),
      standsInFor: new Set(),
      via: { kind: 'browser', id: 's' },
    }
    const found = navigationFor(actor).map((entry) => entry.path)
    expect(found.toSorted()).toEqual(paths.toSorted())
  })
})

describe('a page lies under an entry', () => {
  test.each<[path: string, entry: string, expected: boolean]>([
    ['/duties', '/duties', true],
    ['/duties?cursor=x', '/duties', true],
    ['/duties/new?from=2026-01-01', '/duties', true],
    ['/duties-of-old', '/duties', false],
    ['/', '/', true],
    ['/?day=today', '/', true],
    ['/duties', '/', false],
  ])('%s under %s: %s', (path, entry, expected) => {
    expect(isUnder(path, entry)).toBe(expected)
  })
})
