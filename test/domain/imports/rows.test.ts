import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../src/domain/errors.ts'
import { rowsOf } from '../../../src/domain/imports/rows.ts'
import { readRole, roleWords, type ImportKind } from '../../../src/domain/imports/words.ts'
import { readSheet } from '../../../src/domain/sheets/read-sheet.ts'
import { fieldMessages } from '../../../src/platform/field-messages.ts'
import { roleMessages } from '../../../src/platform/role-messages.ts'
import { sourceFiles } from '../../architecture/source-tree.ts'

const read = (kind: ImportKind, csv: string) => rowsOf(kind, readSheet(new TextEncoder().encode(csv)))

function refusal(kind: ImportKind, csv: string): string | undefined {
  try {
    read(kind, csv)
  } catch (fault) {
    return fault instanceof Refusal ? fault.faults[0]?.code : undefined
  }
  return undefined
}

describe('the header', () => {
  it('may stand below a title, and says what is not read', () => {
    const { rows, ignored } = read(
      'members',
      '市一院人员名单,,,\n,,,\n序号,姓名*,手机号, 部门（必填） \n1,张伟,138,内科',
    )
    expect(rows).toEqual([{ line: 4, cells: { name: '张伟', units: '内科' } }])
    expect(ignored).toEqual(['序号', '手机号'])
  })

  it('again on a further page, or in a second row of it, is no line', () => {
    const { rows } = read(
      'members',
      '工号,姓名,科室,\n工号,姓名,一级,二级\n1,张伟,内科\n序号,姓名,科室\n2,李娜,外科',
    )
    expect(rows.map(({ line }) => line)).toEqual([3, 5])
  })

  it('lines that are only numbered are none', () => {
    expect(read('members', '序号,姓名\n1,张伟\n2,\n3,').rows).toHaveLength(1)
    expect(refusal('members', '序号,姓名\n1,\n2,')).toBe('file-without-lines')
  })

  it('lines shorter than it have empty cells at their end', () => {
    expect(read('units', '名称,编码\n内科').rows[0]?.cells).toEqual({ name: '内科', code: '' })
  })

  it.each([
    ['is missing', '张伟,1001\n李娜,1002', 'file-without-header'],
    ['names the same twice', '姓名,科室,部门\n张伟,内科,外科', 'file-with-doubled-column'],
    ['stands alone', '姓名,科室\n', 'file-without-lines'],
    ['is followed by too many lines', `姓名\n${'甲\n'.repeat(5001)}`, 'file-too-many-lines'],
  ])('%s', (_, csv, code) => {
    expect(refusal('members', csv)).toBe(code)
  })
})

describe('words', () => {
  it('call roles as the pages do', () => {
    for (const [role, words] of Object.entries(roleWords)) {
      expect([words['zh-CN'], words.en]).toEqual([
        roleMessages[role as keyof typeof roleMessages]['zh-CN'],
        roleMessages[role as keyof typeof roleMessages].en,
      ])
      expect([words['zh-CN'], words.en, role, ...(words.also ?? [])].map((word) => readRole(word))).toEqual(
        Array.from({ length: 3 + (words.also?.length ?? 0) }, () => role),
      )
    }
  })

  it('stand for every fault, in both languages', () => {
    const codes = sourceFiles()
      .filter(({ path }) => /^src\/domain\/(?:imports|sheets)\//.test(path))
      .flatMap(({ text }) =>
        [...text.matchAll(/'((?:file|line|cell)-[a-z-]+)'/g)].map(([, code = '']) => code),
      )
    expect(new Set(codes).size).toBeGreaterThan(25)
    for (const code of codes) expect(Object.keys(fieldMessages[code] ?? {}), code).toEqual(['zh-CN', 'en'])
  })
})
