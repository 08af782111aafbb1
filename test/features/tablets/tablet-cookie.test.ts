import { describe, expect, it } from 'vitest'
import { codeFor, linkFor } from '../sign-in/support.ts'
import { newWorld } from '../support/world.ts'
import { Browser, newTablet, tabletIds, typePin, withPin } from './support.ts'

describe('a tablet’s cookie', () => {
  it('alone opens the list of names and nothing else', async () => {
    const world = await newWorld()
    const tablet = await withPin(await newTablet(world), 'inspector')
    for (const path of ['/', '/duties', '/rounds/new', '/tablets', '/account/passkeys', '/tablet/pin'])
      expect([(await tablet.get(path)).headers.get('Location'), path]).toEqual(['/tablet', path])
    expect((await tablet.get('/api/v1/units')).status).toBe(401)
    expect((await tablet.get('/tablet')).status).toBe(200)
  })

  it('that another host or an unsafe page planted is not taken', async () => {
    const world = await newWorld()
    const mine = await withPin(await newTablet(world), 'inspector')
    const planted = await newTablet(world)
    const victim = new Browser(world)
    victim.cookies.set('rounds-tablet', planted.tablet ?? '')
    expect((await victim.get('/tablet')).status).toBe(303)
    const twice = `__Host-rounds-tablet=${planted.tablet}; __Host-rounds-tablet=${mine.tablet}`
    expect((await world.as(null).get('/tablet', { Cookie: twice })).status).toBe(303)
  })

  it('bug: on a tablet of another organisation a session was good for a month, with nobody to switch it', async () => {
    const [world, theirs] = [await newWorld(), await newWorld()]
    const tablet = await newTablet(theirs)
    const own = new Browser(world)
    own.cookies.set('__Host-rounds-tablet', tablet.tablet ?? '')
    const path = await linkFor(world, 'inspector')
    expect([(await own.form(path, {})).status, own.session]).toEqual([403, undefined])
    const code = await codeFor(world, 'colleague')
    const typed = { organisation: world.orgId, code }
    expect([(await own.form('/sign-in', typed)).status, own.session]).toEqual([403, undefined])

    const [id] = await tabletIds(theirs)
    await theirs.as('lead').form(`/tablets/${id}/revocation`, {})
    expect([(await own.form(path, {})).status, (await own.get('/account/passkeys')).status]).toEqual([
      303, 200,
    ])
  })

  it('bug: ran out a year after the tablet was set up, however much it was in use', async () => {
    const world = await newWorld()
    const tablet = await withPin(await newTablet(world), 'inspector')
    const cookies = (await typePin(world, tablet, 'inspector')).headers.getSetCookie()
    expect(cookies.find((one) => one.startsWith('__Host-rounds-tablet='))).toContain('Max-Age=31536000')
  })

  it.each(['', 'x', '0'.repeat(60), '%00', 'a-b'])('%j is none', async (value) => {
    const world = await newWorld()
    const browser = new Browser(world)
    browser.cookies.set('__Host-rounds-tablet', value)
    expect((await browser.get('/tablet')).headers.get('Location')).toBe('/sign-in')
  })
})
