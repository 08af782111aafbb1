import { describe, expect, it } from 'vitest'
import { newWorld } from '../support/world.ts'

describe('the way in and out', () => {
  it('a page without a session leads to the sign-in page', async () => {
    const world = await newWorld()
    const response = await world.as(null).get('/duties')
    expect(response.status).toBe(303)
    expect(response.headers.get('Location')).toBe('/sign-in')
    expect((await world.as(null).get('/sign-in')).status).toBe(200)
  })

  it('signing out ends the session, not only the cookie', async () => {
    const world = await newWorld()
    const inspector = world.as('inspector')
    expect((await inspector.get('/api/v1/units')).status).toBe(200)
    const response = await inspector.form('/sign-out', {})
    expect(response.headers.get('Set-Cookie')).toContain('__Host-rounds=;')
    expect((await inspector.get('/api/v1/units')).status).toBe(401)
  })

  it('an unknown page is an error page in the reader’s language', async () => {
    const world = await newWorld()
    const response = await world.as('inspector').get('/no-such-page', { 'Accept-Language': 'zh-CN' })
    expect(response.status).toBe(404)
    expect(response.headers.get('Content-Type')).toContain('text/html')
    expect(await response.text()).toContain('找不到内容')
  })
})

describe('the language switch', () => {
  it('keeps the language in a cookie and goes back', async () => {
    const world = await newWorld()
    const response = await world.as('lead').form('/language', { locale: 'zh-CN', back: '/duties?unit=1' })
    expect(response.status).toBe(303)
    expect(response.headers.get('Location')).toBe('/duties?unit=1')
    expect(response.headers.get('Set-Cookie')).toContain('rounds-language=zh-CN')
  })

  it.each([
    ['/rounds/x/completion', '/rounds/x'],
    ['/account/sessions/ending', '/account'],
    ['/tablet/resume', '/tablet'],
  ])('bug: on a form that came back it led to where nothing can be opened: %s', async (form, page) => {
    const world = await newWorld()
    const answer = await world.as('lead').get(form)
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, page])
  })

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)', '/a\r\nX: y'])(
    'never leads to another site: %j',
    async (back) => {
      const world = await newWorld()
      const response = await world.as(null).form('/language', { locale: 'en', back })
      expect(response.headers.get('Location')).toBe('/')
    },
  )
})
