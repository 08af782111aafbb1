import { describe, expect, it } from 'vitest'
import { meet, requireOwnBrowser, roles, sharedRights, type Role, type Via } from '../../src/domain/access.ts'
import { Refusal } from '../../src/domain/errors.ts'

describe('what two roles may both', () => {
  const table: Record<Role, Record<Role, Role>> = {
    admin: { admin: 'admin', supervisor: 'viewer', lead: 'viewer', inspector: 'viewer', viewer: 'viewer' },
    supervisor: {
      admin: 'viewer',
      supervisor: 'supervisor',
      lead: 'lead',
      inspector: 'inspector',
      viewer: 'viewer',
    },
    lead: { admin: 'viewer', supervisor: 'lead', lead: 'lead', inspector: 'inspector', viewer: 'viewer' },
    inspector: {
      admin: 'viewer',
      supervisor: 'inspector',
      lead: 'inspector',
      inspector: 'inspector',
      viewer: 'viewer',
    },
    viewer: { admin: 'viewer', supervisor: 'viewer', lead: 'viewer', inspector: 'viewer', viewer: 'viewer' },
  }

  it.each(roles.flatMap((one) => roles.map((other) => [one, other] as const)))('%s and %s', (one, other) => {
    expect(meet(one, other)).toBe(table[one][other])
    expect(meet(other, one)).toBe(table[one][other])
  })

  it.each([
    ['admin', [], ['audit']],
    ['supervisor', [], ['audit']],
    ['lead', ['audit'], ['audit']],
    ['lead', [], []],
  ] as const)('a right that was given, of a maker who is %s with %j', (role, rights, shared) => {
    expect(sharedRights(['audit'], { role, rights })).toEqual(shared)
    expect(sharedRights([], { role, rights })).toEqual([])
  })
})

describe('what asks for a browser of one’s own', () => {
  const attempt = (kind: Via['kind']) => () => requireOwnBrowser({ via: { kind, id: 'x' } })

  it('is done there', () => expect(attempt('browser')).not.toThrow())

  it.each(['tablet', 'token', 'feed'] as const)('is refused by way of a %s', (kind) => {
    expect(attempt(kind)).toThrow(new Refusal('own-browser-only'))
  })
})
