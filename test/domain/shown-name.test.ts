import { describe, expect, test } from 'vitest'
import type { Actor, Right, Role } from '../../src/domain/access.ts'
import { namesToOthers, type NamesToOthers } from '../../src/domain/settings.ts'
import { shortened, shownName } from '../../src/domain/shown-name.ts'

function actor(role: Role, rights: Right[] = []): Actor {
  return {
    memberId: 'm',
    role,
    rights,
    ownUnits: new Set(),
    memberOf: new Set(),
    unitsAbove: new Set(),
    standsInFor: new Set(),
    via: { kind: 'browser', id: 's' },
  }
}

const far = { name: '王敏', nameEn: 'Wang Min', role: 'inspector', isNear: false } as const

describe('how people are called', () => {
  test.each<[NamesToOthers, unknown]>([
    ['full', { name: '王敏', nameEn: 'Wang Min' }],
    ['family', { name: '王**', nameEn: 'W. M.' }],
    ['role', { role: 'inspector' }],
  ])('%s, to an inspector, a viewer and a lead of other units', (rule, expected) => {
    for (const role of ['inspector', 'viewer', 'lead'] as const) {
      expect(shownName(rule, actor(role), far)).toEqual(expected)
    }
  })

  test.each(namesToOthers)('%s: in full to who is near, sees all or audits', (rule) => {
    const full = { name: '王敏', nameEn: 'Wang Min' }
    expect(shownName(rule, actor('inspector'), { ...far, isNear: true })).toEqual(full)
    expect(shownName(rule, actor('supervisor'), far)).toEqual(full)
    expect(shownName(rule, actor('admin'), far)).toEqual(full)
    expect(shownName(rule, actor('viewer', ['audit']), far)).toEqual(full)
  })

  test('without an English name there is none to shorten', () => {
    expect(shownName('family', actor('lead'), { ...far, nameEn: null })).toEqual({
      name: '王**',
      nameEn: null,
    })
  })

  test.each([
    ['王敏', '王**'],
    ['欧阳雪', '欧阳**'],
    ['欧主', '欧**'],
    ['阿依古丽·买买提', '阿**'],
    ['𠮷野', '𠮷**'],
    ['Wang Min', 'W. M.'],
    ['J. R. Müller', 'J. R. M.'],
    ['Ünal', 'Ü.'],
    ['', ''],
  ])('%s shortened is %s', (name, expected) => {
    expect(shortened(name)).toBe(expected)
  })
})
