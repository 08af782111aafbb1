import { describe, expect, it } from 'vitest'
import type { Plan } from '../../../src/domain/schedule/plan.ts'
import { blankSchedule } from '../../../src/features/duties/forms-blank.ts'
import { planOf } from '../../../src/features/duties/forms-plan.ts'
import type { ScheduleForm } from '../../../src/features/duties/forms.ts'

const given = { timeZone: 'Asia/Shanghai' }
const blank = blankSchedule('2026-03-02')

describe('on what', () => {
  it.each<[Partial<ScheduleForm>, Plan['targets']]>([
    [
      {
        where: 'units',
        unitTags: ['clinical'],
        exceptUnitTags: ['high-risk'],
        perKind: 'auto',
        cover: 'month',
      },
      { units: { tags: ['clinical'], exceptTags: ['high-risk'] }, coverage: 'each' },
    ],
    [
      { where: 'units', unitTags: ['clinical'], coverage: 'rotate' },
      { units: { tags: ['clinical'] }, coverage: 'rotate' },
    ],
    [
      { where: 'units', unitTags: ['ward'], coverage: 'rotate', perKind: 'some', per: '2', cover: 'month' },
      { units: { tags: ['ward'] }, coverage: 'rotate', perOccurrence: 2, coverWithin: 'month' },
    ],
    [
      { where: 'members', memberRoles: ['lead'], coverage: 'draw', perKind: 'auto', per: '2', cover: 'year' },
      { members: { types: ['lead'] }, coverage: 'draw', perOccurrence: 'auto', coverWithin: 'year' },
    ],
  ])('%o → %o', (form, targets) => {
    expect(planOf({ ...blank, ...form }, { ...given, kept: null })?.targets).toEqual(targets)
  })
})

describe('topics, one a line', () => {
  it.each<[string, string[] | undefined]>([
    [' 心肺复苏\r\n\r\n针刺伤 处理 ', ['心肺复苏', '针刺伤 处理']],
    [' \n ', undefined],
  ])('%j', (topics, items) => {
    const plan = planOf({ ...blank, topics, topicsPer: 'quarter' }, { ...given, kept: null })
    expect(plan?.topics).toEqual(items && { per: 'quarter', items })
  })
})
