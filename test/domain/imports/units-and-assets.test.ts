import { describe, expect, it } from 'vitest'
import { changesOf } from '../../../src/domain/imports/line.ts'
import { asset, assetsPlan, told, unit, units, unitsPlan } from './fixtures.ts'

describe('a list of units', () => {
  it.each([
    ['by code', '编码,名称\nM,大内科', ['changed m']],
    ['by name', '名称,标签\n内科,重点部门', ['changed m']],
    ['by name below its parent', '名称,上级,显示顺序\n一病区,外科,5', ['changed s1']],
    ['by name and a path', '名称,上级,显示顺序\n一病区,医院 / 内科,5', ['changed m1']],
    ['new, below somebody else', '名称,上级\n二病区,内科', ['new']],
    ['new: that name is elsewhere', '名称,上级\n一病区,医院', ['new']],
    ['a name that several have', '名称\n一病区', ['name: line-ambiguous-name']],
    ['no such parent', '名称,上级\n二病区,眼科', ['parent: cell-unknown-unit']],
    ['a parent that several may be', '名称,上级\n治疗室,一病区', ['parent: cell-ambiguous-unit']],
    ['a closed parent', '名称,上级\n治疗室,旧科', ['parent: cell-closed-unit']],
    ['twice', '名称,上级\n二病区,内科\n二病区,M', [': line-doubled', ': line-doubled']],
    ['no number for an order', '名称,显示顺序\n内科,第一', ['order: cell-not-a-number']],
    ['a tag with a mark', '名称,标签\n内科,a!b', ['tags: cell-bad-tag']],
  ])('%s', (_, csv, expected) => {
    expect(told(unitsPlan(csv))).toEqual(expected)
  })

  it('keeps its order, behind what is there, unless it says another one', () => {
    const there = [unit('h', '医院', { order: 40 })]
    const lines = unitsPlan('名称,上级,显示顺序\n外科,医院,\n内科,医院,\n儿科,医院,7\n医院,,', there)
    expect(lines.map(({ after }) => after.order)).toEqual([42, 43, 7, 40])
  })

  it('makes a branch in any order, by code, name and path', () => {
    const lines = unitsPlan('编码,名称,上级\n,护士站,一组\n,一组,肾内科 / 血透室\n,血透室,X\nX,肾内科,H')
    expect(told(lines)).toEqual(['new', 'new', 'new', 'new'])
    expect(lines.map(({ after }) => after.parentId)).toEqual(['line:3', 'line:4', 'line:5', 'h'])
  })

  it('moves what is there below what it makes', () => {
    const lines = unitsPlan('编码,名称,上级\nX,大内科,H\nM,,X')
    expect(told(lines)).toEqual(['new', 'changed m'])
    expect(lines[1]?.after.parentId).toBe('line:2')
  })

  it('moves a unit to the top by the word for nothing', () => {
    const lines = unitsPlan('编码,上级\nM,（空）')
    expect(told(lines)).toEqual(['changed m'])
    expect(lines[0]?.after.parentId).toBeNull()
  })

  it('finds units below one that it gives another name', () => {
    expect(told(unitsPlan('编码,名称,上级,显示顺序\n,一病区,大内科,3\nM,大内科,,'))).toEqual([
      'changed m1',
      'changed m',
    ])
  })

  it.each([
    ['itself', '编码,上级\nM,M', ['parent: own-ancestor']],
    ['what is below it', '编码,上级\nH,内科', ['parent: own-ancestor']],
    ['each other', '编码,上级\nM,S\nS,M', ['parent: own-ancestor', 'parent: own-ancestor']],
    ['each other, both new', '名称,上级\n甲,乙\n乙,甲', ['parent: own-ancestor', 'parent: own-ancestor']],
    [
      'what stays below it because its own line is faulty',
      '编码,上级,显示顺序\nH,内科,\nM,S,x',
      ['parent: own-ancestor', 'order: cell-not-a-number'],
    ],
    [
      'a new unit whose line is faulty',
      '名称,上级,显示顺序\n甲,医院,x\n乙,甲,\n丙,乙,',
      ['order: cell-not-a-number', 'parent: line-parent-left-out', 'parent: line-parent-left-out'],
    ],
  ])('refuses a unit below %s', (_, csv, expected) => {
    expect(told(unitsPlan(csv))).toEqual(expected)
  })

  it.each([
    ['units below it', 'M,停用', [], ['state: line-units-below']],
    ['assets or duties', '一病区,停用', ['m1'], ['state: line-unit-in-use']],
  ])('closes none with %s', (_, line, held, expected) => {
    const csv = line.startsWith('M') ? `编码,状态\n${line}` : `名称,上级,状态\n一病区,M,停用`
    expect(told(unitsPlan(csv, units, held))).toEqual(expected)
  })

  it('closes a branch whole', () => {
    const lines = unitsPlan('编码,名称,上级,状态\nM,,,停用\n,一病区,M,停用')
    expect(told(lines)).toEqual(['changed m', 'changed m1'])
    expect(lines.flatMap((line) => changesOf(line)).map(({ field }) => field)).toEqual([
      'closedOn',
      'closedOn',
    ])
  })

  it('may not decide between units of one code', () => {
    const there = [unit('a', '甲', { code: 'X' }), unit('b', '乙', { code: 'X' })]
    expect(told(unitsPlan('编码,名称\nX,甲', there))).toEqual(['code: line-ambiguous-code'])
  })
})

describe('a list of assets', () => {
  const assets = [
    asset('p1', '1号泵', 'm1', { code: 'P1' }),
    asset('p2', '1号泵', 's1'),
    asset('p3', '旧泵', 'old', { closedOn: 19_000 }),
  ]
  it.each([
    ['by number, wherever it is', '设备编号,科室\nP1,外科', ['changed p1']],
    ['by name in its unit', '名称,科室,类型\n1号泵,外科/一病区,除颤仪', ['changed p2']],
    ['new: that name is elsewhere', '名称,科室,类型\n1号泵,内科,输注泵', ['new']],
    ['a name that several have', '名称,类型\n1号泵,输注泵', ['name: line-ambiguous-name']],
    ['new without unit and type', '名称\n电梯', ['type: required, unit: required']],
    ['into a closed unit', '设备编号,科室\nP1,旧科', ['unit: cell-closed-unit']],
    ['out of a closed one', '名称,科室,状态\n旧泵,旧科,在用', ['unit: cell-closed-unit']],
    ['a day that is none', '设备编号,有效期\nP1,明年', ['validUntil: not-a-date']],
    ['a day that does not exist', '设备编号,有效期\nP1,2027-02-30', ['validUntil: not-a-date']],
  ])('%s', (_, csv, expected) => {
    expect(told(assetsPlan(csv, assets))).toEqual(expected)
  })

  it.each([
    '2027-06-30',
    '2027/6/30',
    '2027.6.30',
    '2027年6月30日',
    '20270630',
    '2027-06-30 00:00:00',
    '46568',
  ])('%s is a day', (text) => {
    expect(assetsPlan(`设备编号,有效期\nP1,${text}`, assets)[0]?.after.validUntil).toBe(20_999)
  })
})
