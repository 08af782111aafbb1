import { expect } from 'vitest'
import { textOf } from '../support/page.ts'
import type { Client, World } from '../support/world.ts'

/** As a browser sends the form of "once a month, every ward checks itself". */
export function monthly(
  world: World,
  changes: Record<string, string | string[]> = {},
): Record<string, string | string[]> {
  return {
    title: '病区手卫生自查',
    way: 'quota',
    period: 'month',
    min: '1',
    ceiling: 'exact',
    spread: 'stagger',
    every: 'week',
    interval: '1',
    monthBy: 'date',
    monthDay: '1',
    nth: '1',
    weekday: 'MO',
    yearMonth: '1',
    from: '2026-03-02',
    openUnit: 'D',
    dueUnit: 'D',
    missUnit: 'D',
    miss: '',
    holidays: 'keep',
    where: 'units',
    unitTags: ['ward'],
    performer: 'target',
    ownedBy: world.unit.office,
    category: 'infection-control',
    kind: 'check',
    makeUp: 'allowed',
    ...changes,
  }
}

export async function made(world: World, changes: Record<string, string | string[]> = {}): Promise<string> {
  const answer = await world.as('supervisor').form('/duties', monthly(world, changes))
  expect(answer.status, textOf(await answer.clone().text())).toBe(303)
  return answer.headers.get('Location') ?? ''
}

export const chinese = { 'Accept-Language': 'zh-CN' }

export async function page(
  client: Client,
  path: string,
  headers: Record<string, string> = {},
): Promise<string> {
  const answer = await client.get(path, headers)
  expect(answer.status, path).toBe(200)
  return textOf(await answer.text())
}
