import { describe, expect, it } from 'vitest'
import { fieldOf, textOf } from '../support/page.ts'
import { newWorld } from '../support/world.ts'
import { chinese } from './support.ts'

const note = '1号泵 "报警" <已处理>'
const escaped = note.replaceAll('"', '&quot;').replace('<', '&lt;').replace('>', '&gt;')

describe('a form that comes when its session has ended', () => {
  it('bug: what was typed was lost; it waits to be sent again by whoever signs in beside it', async () => {
    const world = await newWorld()
    const answer = await world.as(null).form('/rounds/x/completion', { note, version: '3' }, chinese)
    const html = await answer.text()
    expect([answer.status, fieldOf(html, 'note'), fieldOf(html, 'version')]).toEqual([401, escaped, '3'])
    expect(html).toContain('action="/rounds/x/completion"')
    expect(textOf(html)).toContain('您填写的内容还没有提交')
  })

  it('carries fields of several values, each', async () => {
    const world = await newWorld()
    const body = new URLSearchParams([
      ['unitIds', 'a'],
      ['unitIds', 'b'],
    ])
    const html = await (await world.as(null).request('/members', { method: 'POST', body })).text()
    expect(html.match(/name="unitIds" value="[ab]"/g)).toHaveLength(2)
  })

  it('is nobody’s to send from another site, and leads to none', async () => {
    const world = await newWorld()
    const foreign = await world.as(null).form('/duties', { note }, { Origin: 'https://evil.example' })
    expect([foreign.status, (await foreign.text()).includes('name="note"')]).toEqual([403, false])
    const elsewhere = await world.as(null).form('//evil.example/duties', { note })
    expect(await elsewhere.text()).not.toContain('action="//')
  })

  it('a part of a page that a script asks for stays a part', async () => {
    const world = await newWorld()
    const part = await world.as(null).form('/duties/preview', { note }, { 'HX-Request': 'true' })
    expect([part.status, await part.text()]).toEqual([401, expect.stringMatching(/^<div class="notice/)])
  })
})
