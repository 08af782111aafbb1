import { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import type { AppEnv } from '../../platform/http.ts'
import { locales } from '../../platform/i18n.ts'
import { ownPath } from '../../platform/own-path.ts'
import { typedForm, typedOne } from '../../platform/validation.ts'
import { signOutHere } from '../../platform/visit.ts'

const aYear = 365 * 86_400

export const signInPages = new Hono<AppEnv>()
  .post('/sign-out', async (c) => {
    await signOutHere(c)
    return c.redirect('/', 303)
  })
  .post('/language', async (c) => {
    const typed = await typedForm(c)
    const locale = locales.find((one) => one === typed.locale)
    if (locale) {
      const { secure } = c.get('config')
      setCookie(c, 'rounds-language', locale, {
        path: '/',
        maxAge: aYear,
        sameSite: 'Lax',
        httpOnly: true,
        secure,
      })
    }
    return c.redirect(ownPath(typedOne(typed, 'back')), 303)
  })
