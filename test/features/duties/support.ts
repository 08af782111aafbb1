import type { PlanInput } from '../../../src/features/duties/plan-schemas.ts'
import type { World } from '../support/world.ts'

export type DutyBody = {
  id: string
  title: string
  version: number
  plans: { id: string; from: string; until: string | null }[]
  describe: { 'zh-CN': string; en: string } | null
  suspended: boolean
  closedOn: string | null
}

export type RoundRow = {
  id: string
  plan_id: string
  occurrence_key: string
  target_id: string | null
  performed_by: string
  owned_by: string
  planned_on: number
  opens_at: number
  due_at: number
  withdrawn_at: number | null
  withdrawn_reason: string | null
  touched: number
  version: number
  created_at: number
  updated_at: number
}

export const everyMonth: PlanInput['rhythm'] = { kind: 'quota', period: 'month', min: 1, max: null }
export const onMondays: PlanInput['rhythm'] = {
  kind: 'rule',
  start: '2026-01-01',
  rrule: 'FREQ=WEEKLY;BYDAY=MO',
}
export const everyDay: PlanInput['rhythm'] = { kind: 'rule', start: '2026-01-01', rrule: 'FREQ=DAILY' }

export function newDuty(world: World, over: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    title: '手卫生检查',
    kind: 'check',
    category: '院感防控',
    ownedBy: world.unit.office,
    performedBy: 'target',
    plans: [newPlan()],
    ...over,
  }
}

export function newPlan(over: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    from: '2026-01-01',
    rhythm: onMondays,
    targets: { units: { tags: ['ward'] }, coverage: 'each' },
    ...over,
  }
}

export async function makeDuty(world: World, over: Record<string, unknown> = {}): Promise<DutyBody> {
  const response = await world.as('supervisor').post('/api/v1/duties', newDuty(world, over))
  if (response.status !== 201) throw new Error(await response.text())
  return response.json<DutyBody>()
}

/** Answers its id. */
export async function addAsset(world: World, name: string, validUntil: string | null): Promise<string> {
  const body = { name, unitId: world.unit.ward1, type: 'pump', validUntil }
  const response = await world.as('admin').post('/api/v1/assets', body)
  return (await response.json<{ id: string }>()).id
}
