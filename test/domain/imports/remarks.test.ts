import { describe, expect, it } from 'vitest'
import { renamed, stillClosed, unitNamesakes, withoutUnits } from '../../../src/domain/imports/remarks.ts'
import { member, membersPlan, rowsIn, units, unitsPlan } from './fixtures.ts'

const people = [
  member('boss', '安管', { role: 'admin' }),
  member('gone', '陈静', { code: '7', closedOn: 19_000 }),
]

describe('remarks on a list', () => {
  it.each([
    ['who is closed and on the list all the same', '工号,姓名\n7,陈静', ['陈静']],
    ['whatever else the list says of them', '工号,姓名,状态\n7,陈敬,', ['陈敬']],
    ['not who is closed by the list', '工号,状态\n7,停用', []],
    ['nor who is open again', '工号,状态\n7,在职', []],
    ['nor a faulty line', '工号,角色\n7,院长', []],
  ])('name %s', (_, csv, names) => {
    const found = stillClosed(rowsIn('members', csv), membersPlan(csv, people))
    expect(found.map(({ after }) => after.name)).toEqual(names)
  })

  it('name units that are called as another one is, once the list is in', () => {
    const lines = unitsPlan(
      '名称,上级,编码,显示顺序\n二病区,内科,,\n二病区,外科,,\n一病区,内科,,\n三病区,内科,,\n,,M,9',
    )
    expect(unitNamesakes(units, lines).map(({ line }) => line)).toEqual([2, 3])
    expect(unitNamesakes(units, unitsPlan('编码,名称\nM,外科')).map(({ line }) => line)).toEqual([2])
  })

  it('name who would go on under another name', () => {
    const lines = membersPlan('工号,姓名,状态\n7,李静,\n,安管,在职', people)
    expect(renamed(lines).map(({ after }) => after.name)).toEqual(['李静'])
  })

  it('name new people who belong nowhere and do not see everything', () => {
    const csv = '姓名,角色,科室\n甲,执行人,\n乙,主管,\n丙,查阅人,内科\n丁,科室负责人,\n安管,,'
    expect(withoutUnits(membersPlan(csv, people)).map(({ after }) => after.name)).toEqual(['甲', '丁'])
  })
})
