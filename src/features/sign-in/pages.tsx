import { Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { AppEnv } from '../../platform/http.ts'
import { locales } from '../../platform/i18n.ts'
import { typedForm } from '../../platform/validation.ts'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { viewFor } from '../../ui/view-of-request.ts'
import { signInMessages } from './messages.ts'
import { signOut } from './sign-out.ts'

const aYear = 365 * 86_400

export const signInPages = new Hono<AppEnv>()
  .get('/sign-in', (c) => {
    const view = viewFor(c)
    return c.html(
      <Layout view={view} title={view.t(signInMessages.title)}>
        <PageHeader title={view.t(signInMessages.title)} />
        <p>{view.t(signInMessages.lead)}</p>
        <p>{view.t(signInMessages.none)}</p>
      </Layout>,
    )
  })
  .post('/sign-out', async (c) => {
    const { cookieName, secure } = c.get('config')
    const context = c.get('context')
    const secret = getCookie(c, cookieName)
    if (context && secret !== undefined) await signOut(context, secret)
    deleteCookie(c, cookieName, { path: '/', secure })
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
    return c.redirect(ownPath(typed.back), 303)
  })

/** A path of ours, whatever the form says: never another site, never `//host`. */
function ownPath(back: string | string[] | undefined): string {
  return typeof back === 'string' && /^\/(?![/\\])[^\p{Cc}\\]*$/u.test(back) ? back : '/'
}
