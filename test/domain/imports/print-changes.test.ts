import { expect, it } from 'vitest'
import { changePrinter } from '../../../src/domain/imports/print-changes.ts'
import { member, membersPlan, units, words } from './fixtures.ts'

it('a ward of a name that several have is told with what it belongs to', () => {
  const lines = membersPlan('姓名,科室\n王芳,S；内科/一病区', [member('c', '王芳')])
  const print = changePrinter({ kind: 'members', locale: 'zh-CN', tags: words }, units, lines)
  expect(lines.flatMap(print)).toEqual([{ column: 'units', from: '', to: '外科、内科 / 一病区' }])
})
