import { describe, expect, it } from 'vitest'
import { chinese } from '../sign-in/support.ts'
import { pageOf } from '../support/elements.ts'
import { newWorld } from '../support/world.ts'
import { signedInToo } from './support.ts'

describe('my account', () => {
  it('says who I am and where I am signed in, this device marked', async () => {
    const world = await newWorld()
    const phone =
      'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126 Mobile Safari/537.36 MicroMessenger/8.0'
    const here = await signedInToo(world, 'inspector', { userAgent: phone })
    const answer = await world.as(null).get('/account', { ...here, ...chinese })
    const page = await pageOf(answer, ['dd', 'tbody th', '.tag', 'form'])
    expect(page.texts('dd')).toEqual(['尹护士', '执行人', '内科一病区'])
    expect(page.texts('tbody th')).toEqual(['微信，安卓手机 本机', '无法识别的设备'])
    expect(page.texts('.tag')).toEqual(['本机'])
    const actions = page.attributes('form', 'action')
    expect(actions.filter((one) => /\/sessions\/session_\w+\/ending/.test(one))).toHaveLength(1)
    expect(actions).toContain('/account/sessions/ending')
  })

  it('speaks English too', async () => {
    const world = await newWorld()
    const here = await signedInToo(world, 'auditor')
    const page = await pageOf(await world.as(null).get('/account', here), ['dd', 'tbody th', 'button'])
    expect(page.texts('dd')).toEqual(['Ou Shen', 'Viewer', 'None'])
    expect(page.texts('tbody th')).toEqual([
      'Chrome, Windows computer this one',
      'A device that does not say what it is',
    ])
    expect(page.texts('button')).toContain('Sign out of A device that does not say what it is')
  })

  it('is where the name in the frame leads, and the phone’s "more"', async () => {
    const world = await newWorld()
    const page = await pageOf(await world.as('inspector').get('/'), [
      '.account a',
      '.bar-navigation .menu-panel a',
    ])
    expect(page.attributes('.account a', 'href')).toEqual(['/account'])
    expect(page.attributes('.bar-navigation .menu-panel a', 'href')).toContain('/account')
  })

  it('shows a browser’s name as text, whatever it says', async () => {
    const world = await newWorld()
    const here = await signedInToo(world, 'inspector', { userAgent: '"><script>alert(1)</script>' })
    expect(await (await world.as(null).get('/account', here)).text()).not.toContain('<script>alert')
  })
})

describe('signing a member out everywhere', () => {
  it('asks first, and says what it means', async () => {
    const world = await newWorld()
    await signedInToo(world, 'inspector')
    const path = `/members/${world.member.inspector}`
    expect(await (await world.as('admin').get(`${path}/edit`)).text()).toContain(`href="${path}/signing-out"`)
    const page = await pageOf(await world.as('admin').get(`${path}/signing-out`, chinese), [
      'h1',
      'section p',
    ])
    expect(page.texts('h1')).toEqual(['让尹护士在所有设备上退出登录？'])
    expect(page.texts('section p')).toEqual(['此人现在登录在2处。'])
  })
})
