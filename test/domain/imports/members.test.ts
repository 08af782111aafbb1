import { describe, expect, it } from 'vitest'
import { member, membersPlan, today, told } from './fixtures.ts'

const people = [
  member('boss', '安管', { role: 'admin' }),
  member('a', '张伟', { code: '1' }),
  member('b', '张伟', { code: '2', unitIds: ['m', 'old'] }),
  member('c', '王芳'),
  member('d', '李娜'),
  member('e', '李娜', { closedOn: 19_000 }),
  member('f', '刘洋'),
  member('g', '刘洋'),
  member('gone', '陈静', { closedOn: 19_000 }),
]
const toldOf = (csv: string) => told(membersPlan(csv, people))
const after = (csv: string) => membersPlan(csv, people).map((line) => line.after)

describe('who a line means', () => {
  it.each([
    ['by staff number', '工号,姓名\n2,张伟', ['unchanged b']],
    ['by staff number, under a new name', '工号,姓名\n2,张卫', ['changed b']],
    ['by name, where it has no number yet', '工号,姓名\n9,王芳', ['changed c']],
    ['by name alone', '姓名\n王芳', ['unchanged c']],
    ['by name, the one who is not closed', '姓名\n李娜', ['unchanged d']],
    ['by name, where the only one is closed', '姓名,状态\n陈静,在职', ['changed gone']],
    [
      'somebody new: the number is new, and each of that name has another',
      '工号,姓名,角色\n3,张伟,查阅人',
      ['new'],
    ],
    ['somebody new', '姓名,角色\n周杰,执行人', ['new']],
    ['by our own id, whatever the name', '系统编号,姓名\nf,刘扬', ['changed f']],
    ['nobody can tell', '姓名\n刘洋', ['name: line-ambiguous-name']],
    ['nobody can tell: neither has a number', '工号,姓名\n5,刘洋', ['name: line-ambiguous-name']],
    ['an id that is not there', '系统编号,姓名,角色\nx,甲,查阅人', ['id: line-unknown-id']],
    ['no name', '工号,姓名,角色\n77,,查阅人', ['name: required']],
  ])('%s', (_, csv, expected) => {
    expect(toldOf(csv)).toEqual(expected)
  })
})

describe('names that are padded with blanks, to be as wide as others', () => {
  it.each([
    ['of somebody new lose them', '姓名,角色\n周　杰,执行人', '周杰'],
    ['mean who has none', '姓名,角色\n王　 芳,执行人', '王芳'],
    ['in Latin letters keep them', '姓名,角色\nWang Fang,执行人', 'Wang Fang'],
  ])('%s', (_, csv, name) => {
    expect(after(csv)).toMatchObject([{ name }])
  })

  it('are no change of who has them', () => {
    const padded = [member('p', '李　静', { code: '9' }), member('boss', '安管', { role: 'admin' })]
    expect(told(membersPlan('姓名\n李静', padded))).toEqual(['unchanged p'])
    expect(told(membersPlan('工号,姓名\n9,李 静', padded))).toEqual(['unchanged p'])
  })

  it('of units too', () => {
    expect(after('姓名,科室\n王芳,内　科')).toMatchObject([{ unitIds: ['m'] }])
  })
})

describe('lines that contradict each other', () => {
  it.each([
    ['the same number', '工号,姓名,角色\n8,甲,查阅人\n8,乙,查阅人'],
    ['the same person twice', '工号,姓名\n1,张伟\n1,张伟'],
    ['by number and by name', '工号,姓名\n9,王芳\n,王芳'],
    ['two new people of one name, and no numbers', '姓名,角色\n甲,查阅人\n甲,执行人'],
  ])('%s', (_, csv) => {
    expect(toldOf(csv)).toEqual([': line-doubled', ': line-doubled'])
    expect(membersPlan(csv, people)[0]?.faults[0]?.params).toEqual({ other: 3 })
  })

  it('not two lines without a name', () => {
    expect(toldOf('姓名,角色\n,执行人\n,执行人')).toEqual(['name: required', 'name: required'])
  })

  it('not two new people of one name who have numbers', () => {
    expect(toldOf('工号,姓名,角色\n8,甲,查阅人\n9,甲,查阅人')).toEqual(['new', 'new'])
  })
})

describe('cells', () => {
  it.each([
    ['an unknown role', '姓名,角色\n王芳,院长', ['role: cell-unknown-role']],
    ['no role of somebody new', '姓名,角色\n甲,', ['role: cell-role-missing']],
    ['an unknown state', '姓名,状态\n王芳,休假', ['state: cell-unknown-state']],
    ['an unknown unit', '姓名,科室\n王芳,内科；眼科', ['units: cell-unknown-unit']],
    ['a unit that several are called', '姓名,科室\n王芳,一病区', ['units: cell-ambiguous-unit']],
    ['a closed unit', '姓名,科室\n王芳,旧科', ['units: cell-closed-unit']],
    ['a closed unit that they belong to already', '工号,科室\n2,内科；旧科', ['unchanged b']],
    ['an unknown right', '姓名,另外授权\n王芳,全部', ['rights: cell-unknown-right']],
    ['a number that Excel has cut', '工号,姓名,角色\n2.0230E+11,甲,执行人', ['code: cell-cut-number']],
    ['a formula where something is required', '姓名,角色\n=A1,执行人', ['name: cell-formula']],
    ['a formula', '姓名,角色\n王芳,=A1', ['role: cell-formula']],
    ['a formula in a column that nobody reads', '姓名,备注\n王芳,=A1', ['unchanged c']],
    ['a name that is too long', `姓名,角色\n${'长'.repeat(41)},查阅人`, ['name: too-long']],
    ['a name of two lines', '姓名,角色\n"甲\n乙",查阅人', ['name: control-characters']],
    ['a number that is somebody else’s', '系统编号,工号\nc,1', ['code: staff-number-taken']],
  ])('%s', (_, csv, expected) => {
    expect(toldOf(csv)).toEqual(expected)
  })

  it('several units, named in every way, in any order', () => {
    const [{ unitIds } = { unitIds: [] }] = after('姓名,科室\n王芳,"S；内科/一病区、Medicine\nH，S,M"')
    expect(unitIds).toEqual(['s', 'm1', 'm', 'h'])
    expect(toldOf('工号,科室\n2,旧科;M')).toEqual(['unchanged b'])
  })

  it('that are empty change nothing', () => {
    expect(toldOf('工号,姓名,英文姓名,角色,科室,另外授权,状态\n2,,,,,,')).toEqual(['unchanged b'])
  })

  it('that say so empty a field, where it may be empty', () => {
    expect(after('工号,科室,英文姓名\n2,（空）,(Nothing)')).toMatchObject([
      { id: 'b', unitIds: [], nameEn: null },
    ])
    expect(after('系统编号,工号\na,(空)')).toMatchObject([{ code: null }])
    expect(toldOf('工号,姓名,角色,状态\n2,（空）,（空）,（空）')).toEqual([
      'name: required, role: required, state: required',
    ])
  })

  it('words of both languages, without regard to case and blanks', () => {
    expect(after('Staff No.,NAME,Role (required),State\n1,张伟, LEAD ,离职')).toMatchObject([
      { role: 'lead', closedOn: today },
    ])
  })
})

describe('the last administrator', () => {
  it.each([
    ['is not demoted', '姓名,角色\n安管,主管', ['role: line-last-admin']],
    ['is not closed', '姓名,状态\n安管,停用', ['state: line-last-admin']],
    [
      'may be, where the list makes another one',
      '姓名,角色\n安管,主管\n王芳,系统管理员',
      ['changed boss', 'changed c'],
    ],
    [
      'not where the other one’s line is faulty',
      '姓名,角色,科室\n安管,主管,\n王芳,系统管理员,眼科',
      ['role: line-last-admin', 'units: cell-unknown-unit'],
    ],
  ])('%s', (_, csv, expected) => {
    expect(toldOf(csv)).toEqual(expected)
  })
})
