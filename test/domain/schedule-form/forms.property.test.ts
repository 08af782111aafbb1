import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formOf, planOf } from '../../../src/features/duties/forms-plan.ts'
import { readScheduleForm } from '../../../src/features/duties/forms-blank.ts'
import { aForm } from './any-form.ts'
import { aPlan } from './any-plan.ts'

const given = { timeZone: 'Asia/Shanghai', today: '2026-03-02', firstWeekday: 1 }

describe('form → plan → form', () => {
  it('is the identity for what the form can say', () => {
    fc.assert(
      fc.property(aForm, (form) => {
        const plan = planOf(form, { ...given, kept: null })
        expect(formOf(plan, { ...given, today: form.from })).toEqual(form)
      }),
      { numRuns: 1000 },
    )
  })

  it('so it is by way of a browser', () => {
    fc.assert(
      fc.property(aForm, (form) => {
        expect(readScheduleForm(form)).toEqual(form)
      }),
    )
  })
})

describe('plan → form → plan', () => {
  it('loses nothing of any plan', () => {
    fc.assert(
      fc.property(aPlan, (plan) => {
        expect(planOf(formOf(plan, given), { ...given, kept: plan })).toEqual(plan)
      }),
      { numRuns: 1000 },
    )
  })
})
