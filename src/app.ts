import { OpenAPIHono } from '@hono/zod-openapi'
import { Hono } from 'hono'
import { TrieRouter } from 'hono/router/trie-router'
import { notFound, Refusal } from './domain/errors.ts'
import { accountApi } from './features/account/api.ts'
import { accountPages } from './features/account/pages.tsx'
import { accessTokensApi } from './features/access-tokens/api.ts'
import { accessTokenPages } from './features/access-tokens/pages.tsx'
import { openApiRoute } from './features/api-docs/api.ts'
import { apiDocsPage } from './features/api-docs/pages.tsx'
import { assetsApi } from './features/assets/api.ts'
import { assetsPages } from './features/assets/pages.tsx'
import { auditApi } from './features/audit/api.ts'
import { auditPages } from './features/audit/pages.tsx'
import { checklistsApi } from './features/checklists/api.ts'
import { checklistsPages } from './features/checklists/pages.tsx'
import { calendarRoutes } from './features/feeds/pages-calendar.tsx'
import { roundFiles } from './features/feeds/pages-round-file.tsx'
import { feedsApi } from './features/feeds/api.ts'
import { feedPages } from './features/feeds/pages.tsx'
import { suspensionsApi } from './features/duties/api-suspensions.ts'
import { deputiesApi } from './features/deputies/api.ts'
import { deputyPages } from './features/deputies/pages.tsx'
import { dutiesApi } from './features/duties/api.ts'
import { importsApi } from './features/imports/api.ts'
import { exportPages } from './features/imports/pages-export.tsx'
import { importPages } from './features/imports/pages.tsx'
import { leavingApi } from './features/members/api-leaving.ts'
import { membersApi } from './features/members/api.ts'
import { membersPages } from './features/members/pages.tsx'
import { dutiesPages } from './features/duties/pages.tsx'
import { yearPlanPages } from './features/duties/pages-year.tsx'
import { libraryApi } from './features/library/api.ts'
import { libraryPages } from './features/library/pages.tsx'
import { overduePages } from './features/overdue/pages.tsx'
import { passkeySignInPages } from './features/passkeys/pages-sign-in.tsx'
import { passkeyPages } from './features/passkeys/pages.tsx'
import { roundsApi } from './features/rounds/api.ts'
import { organisationApi } from './features/organisations/api.ts'
import { settingsFormPages } from './features/organisations/pages-settings.tsx'
import { settingsPages } from './features/organisations/pages.tsx'
import { ownedPages } from './features/owned/pages.tsx'
import { newRoundPages } from './features/rounds/pages-new.tsx'
import { plannedRoundsPages } from './features/rounds/pages-planned.tsx'
import { progressApi } from './features/progress/api.ts'
import { progressPages } from './features/progress/pages.tsx'
import { roundPages } from './features/rounds/pages.tsx'
import { schedulesApi } from './features/schedules/api.ts'
import { healthApi } from './features/service/api-health.ts'
import { serviceApi } from './features/service/api.ts'
import { servicePages } from './features/service/pages.tsx'
import { signInApi } from './features/sign-in/api.ts'
import { codePages } from './features/sign-in/pages-code.tsx'
import { linkPages } from './features/sign-in/pages-link.tsx'
import { newCodePages } from './features/sign-in/pages-new-code.tsx'
import { offerToSendAgain } from './features/sign-in/pages-send-again.tsx'
import { signInPages } from './features/sign-in/pages.tsx'
import { newPinPages, pinPages } from './features/tablets/pages-pin.tsx'
import { keepWhatWasTyped, resumePages } from './features/tablets/pages-resume.tsx'
import { tabletPages } from './features/tablets/pages-tablet.tsx'
import { tabletsPages } from './features/tablets/pages.tsx'
import { todayPages } from './features/today/pages.tsx'
import { unitsApi } from './features/units/api.ts'
import { unitsPages } from './features/units/pages.tsx'
import { workingDaysApi } from './features/working-days/api.ts'
import { workingDaysFormPages } from './features/working-days/pages-edit.tsx'
import { holidayImportPages } from './features/working-days/pages-import.tsx'
import { workingDaysPages } from './features/working-days/pages.tsx'
import { readCaller } from './platform/bearer.ts'
import { ownIdsOnly } from './platform/foreign-ids.ts'
import { begin, bodies, refusalOf, sameOriginWrites, securityHeaders } from './platform/http.ts'
import type { AppContext, AppEnv, Clock } from './platform/http.ts'
import { rememberLanding } from './platform/landing.ts'
import { logFault } from './platform/log.ts'
import { ownPath } from './platform/own-path.ts'
import { faultResponse, problemResponse } from './platform/problem.ts'
import { readSession, requireMember } from './platform/session.ts'
import { tabletSecretOf } from './platform/tablet.ts'
import { tabletsDoRounds } from './platform/tablet-limits.ts'
import { refusalPage } from './ui/refusal-page.tsx'

export type AppOptions = {
  clock: Clock
  /** where a page sends people who are not signed in */
  signInPath: string
}

/** Middleware in order, then every feature. Nothing else answers. */
export function createApp(options: AppOptions): OpenAPIHono<AppEnv> {
  // The framework tries a quicker router first, within the first request: 10 ms, only to find that our paths do not fit it.
  const app = new OpenAPIHono<AppEnv>({ router: new TrieRouter() })
  app.use(begin(options.clock), securityHeaders, sameOriginWrites)
  // Pages of other sites have nothing to ask here: no preflight is ever granted.
  app.use(async (c, next) => {
    if (c.req.method === 'OPTIONS') throw notAnswered(app, c)
    await next()
  })
  app.route('/', healthApi)
  app.route('/', calendarRoutes)
  app.route('/api/v1', apiRoutes())
  app.route('/', pages())
  app.notFound((c) => {
    const page = pageOfForm(app, c)
    return page === null ? refused(c, notAnswered(app, c), options) : c.redirect(page, 303)
  })
  app.onError((fault, c) => refused(c, fault, options))
  return app
}

/** Programs and scripts: JSON in, JSON out; nothing without a session. */
export function apiRoutes(): OpenAPIHono<AppEnv> {
  const routes = new OpenAPIHono<AppEnv>()
  routes.use(bodies('json'), readCaller)
  routes.route('/', openApiRoute)
  routes.route('/', apiDocsPage)
  routes.use(requireMember, ownIdsOnly, tabletsDoRounds)
  routes.route('/', organisationApi)
  routes.route('/', unitsApi)
  routes.route('/', assetsApi)
  routes.route('/', membersApi)
  routes.route('/', leavingApi)
  routes.route('/', deputiesApi)
  routes.route('/', signInApi)
  routes.route('/', accountApi)
  routes.route('/', importsApi)
  routes.route('/', checklistsApi)
  routes.route('/', dutiesApi)
  routes.route('/', progressApi)
  routes.route('/', suspensionsApi)
  routes.route('/', libraryApi)
  routes.route('/', schedulesApi)
  routes.route('/', workingDaysApi)
  routes.route('/', feedsApi)
  routes.route('/', auditApi)
  routes.route('/', serviceApi)
  routes.route('/', accessTokensApi)
  routes.route('/', roundsApi)
  return routes
}

/** People: forms in, pages out; nothing without a session but the way in. */
function pages(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  routes.use(bodies('form'), readSession)
  routes.route('/', signInPages)
  routes.route('/', codePages)
  routes.route('/', passkeySignInPages)
  routes.route('/', tabletPages)
  routes.route('/', pinPages)
  routes.route('/', resumePages)
  routes.route('/', linkPages)
  routes.use(keepWhatWasTyped, offerToSendAgain, requireMember, ownIdsOnly, tabletsDoRounds)
  routes.route('/', todayPages)
  routes.route('/', feedPages)
  routes.route('/', passkeyPages)
  routes.route('/', newPinPages)
  routes.route('/', tabletsPages)
  routes.route('/', auditPages)
  routes.route('/', servicePages)
  routes.route('/', accessTokenPages)
  routes.route('/', roundFiles)
  routes.route('/', settingsPages)
  routes.route('/', workingDaysPages)
  routes.route('/', workingDaysFormPages)
  routes.route('/', holidayImportPages)
  routes.route('/', settingsFormPages)
  routes.route('/', unitsPages)
  routes.route('/', assetsPages)
  routes.route('/', membersPages)
  routes.route('/', exportPages)
  routes.route('/', importPages)
  routes.route('/', deputyPages)
  routes.route('/', newCodePages)
  routes.route('/', accountPages)
  routes.route('/', checklistsPages)
  routes.route('/', dutiesPages)
  routes.route('/', progressPages)
  routes.route('/', yearPlanPages)
  routes.route('/', libraryPages)
  routes.route('/', overduePages)
  routes.route('/', ownedPages)
  routes.route('/', newRoundPages)
  routes.route('/', plannedRoundsPages)
  routes.route('/', roundPages)
  return routes
}

/**
 * The nearest page above the address of a form, where that is opened as if it were a page: a form that came back stands at such
 * an address, where people reload it or change the language. Null for whatever else is not answered.
 */
function pageOfForm(app: OpenAPIHono<AppEnv>, c: AppContext): string | null {
  const { method, path } = c.req
  if (method !== 'GET' || isOfPrograms(path) || !takes(app, 'POST', path)) return null
  const parts = path.split('/').slice(1, -1)
  while (parts.length > 0 && !takes(app, 'GET', `/${parts.join('/')}`)) parts.pop()
  return ownPath(`/${parts.join('/')}`)
}

/** Nothing is there, or it takes other methods than this one, which `Allow` then names. */
function notAnswered(app: OpenAPIHono<AppEnv>, c: AppContext): Refusal {
  const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
  const allowed = methods.filter((method) => takes(app, method, c.req.path))
  if (allowed.length === 0) return notFound()
  c.header('Allow', allowed.join(', '))
  return new Refusal('method-not-allowed')
}

function takes(app: OpenAPIHono<AppEnv>, method: string, path: string): boolean {
  return app.router.match(method, path)[0].some(([[, route]]) => route.method === method)
}

/** What programs ask, who read problems and not pages. */
function isOfPrograms(path: string): boolean {
  return /^\/(?:api|calendar)\//.test(path)
}

function refused(c: AppContext, fault: unknown, { signInPath }: AppOptions): Response | Promise<Response> {
  const refusal = refusalOf(fault)
  if (!refusal) logFault(c, fault)
  if (isOfPrograms(c.req.path)) return refusal ? problemResponse(c, refusal) : faultResponse(c)
  if (refusal?.code === 'not-signed-in' && c.req.method === 'GET') {
    if (tabletSecretOf(c) !== null) return c.redirect('/tablet', 303)
    rememberLanding(c)
    return c.redirect(signInPath, 303)
  }
  return refusalPage(c, refusal)
}
