import { describe, expect, it } from 'vitest'
import { textOf } from '../support/page.ts'
import { newWorld, type World } from '../support/world.ts'
import { chinese, monthly } from './duty-form.ts'

async function preview(
  world: World,
  changes: Record<string, string | string[]>,
  headers: Record<string, string> = chinese,
): Promise<string> {
  const answer = await world.as('supervisor').form('/duties/preview', monthly(world, changes), headers)
  expect(answer.status).toBe(200)
  return textOf(await answer.text())
}

describe('the preview of the editor', () => {
  it('a month has as many rounds as were typed, not as many as ten dates hold', async () => {
    const world = await newWorld()
    expect(await preview(world, { min: '40' })).toContain('3月2日 至 3月31日 40次')
    expect(await preview(world, { min: '3' })).toContain('接下来10期')
    expect(await preview(world, { min: '3' })).toContain('12月1日 至 12月31日 3次')
  })

  it('of several times a day each is due at the next one', async () => {
    const world = await newWorld()
    const dates = await preview(world, { way: 'days', weekdays: ['MO', 'TU'], times: '8:00、16：00' })
    expect(dates).toContain('3月2日 周一 08:00 16:00截止')
    expect(dates).toContain('3月2日 周一 16:00 3月3日 周二 08:00截止')
  })

  it('what is wrong names its field, and no characters that nobody typed', async () => {
    const world = await newWorld()
    expect(await preview(world, { min: 'two' })).toContain('次数：请填写整数')
    const days = { way: 'days', every: 'month', someMonths: 'yes', interval: '6', months: ['3'] }
    const never = await preview(world, { ...days, from: '2026-04-01' })
    expect(never).toContain('重复：按此规则一次也不会发生')
    expect(never).not.toContain('字符')
  })
})
