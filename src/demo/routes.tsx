import { Hono, type MiddlewareHandler } from 'hono'
import { Refusal } from '../domain/errors.ts'
import { parseInstant } from '../domain/time/zone.ts'
import { begin, refusalOf, securityHeaders, type AppContext, type AppEnv } from '../platform/http.ts'
import { takeLanding } from '../platform/landing.ts'
import { logFault } from '../platform/log.ts'
import { faultResponse, problemResponse } from '../platform/problem.ts'
import { newSession, userAgentOf } from '../platform/session.ts'
import { storeFor, type Store } from '../platform/store.ts'
import { tabletOf } from '../platform/tablet.ts'
import { typedForm, typedOne } from '../platform/validation.ts'
import { keepSession } from '../platform/visit.ts'
import { runAllJobs } from '../jobs/run-jobs.ts'
import { demoClock, liveThrough } from './clock.ts'
import { fillNextStep } from './fill/fill.ts'
import { idOfSlug } from './fill/ids.ts'
import { members } from './hospital/members.ts'
import { DemoPage } from './page.tsx'
import { DEMO_ORG, readDemoState, writeDemoState, type DemoState } from './state.ts'

const mostAhead = 400 * 86_400_000

/** Answers only on this machine: a demo that anybody can sign in to must never stand on a network. */
const thisMachineOnly: MiddlewareHandler<AppEnv> = async (c, next) => {
  const asked = URL.parse(`http://${c.req.header('Host')}`)
  if (!asked || !['localhost', '127.0.0.1', '[::1]'].includes(asked.hostname)) throw new Refusal('not-found')
  await next()
}

/** A command line sends no Origin; a page of another site always does. */
const notFromAnotherSite: MiddlewareHandler<AppEnv> = async (c, next) => {
  const origin = c.req.header('Origin')
  const site = c.req.header('Sec-Fetch-Site') ?? 'none'
  const foreign = origin !== undefined && origin !== c.get('config').origin
  if (c.req.method !== 'GET' && (foreign || !['none', 'same-origin'].includes(site)))
    throw new Refusal('cross-site')
  await next()
}

export const demoRoutes = new Hono<AppEnv>()
  .use(begin(demoClock), securityHeaders, thisMachineOnly, notFromAnotherSite)
  .get('/', async (c) => c.html(<DemoPage c={c} filled={(await stateOf(c))?.filledUntil === 'all'} />))
  .post('/sign-in', async (c) => {
    await requireFilled(c)
    const wanted = typedOne(await typedForm(c), 'member')
    const member = members.find(({ persona }) => persona !== undefined && persona === wanted)
    if (!member) throw new Refusal('not-found')
    const session = newSession(DEMO_ORG, {
      memberId: idOfSlug('member', member.slug),
      begunBy: 'demo',
      userAgent: userAgentOf(c),
      tabletId: (await tabletOf(c, storeOf(c)))?.id ?? null,
      now: c.get('now'),
    })
    await storeOf(c).batch([session.write])
    keepSession(c, session.secret)
    return c.redirect(takeLanding(c), 303)
  })
  .post('/clock', async (c) => {
    const state = await requireFilled(c)
    const ahead = await wantedAhead(c, state)
    await storeOf(c).batch([writeDemoState({ ...state, clockAhead: ahead })])
    const now = Date.now() + ahead
    await liveThrough(c.env, c.get('now'), now)
    return c.req.header('Content-Type')?.startsWith('application/json')
      ? c.json({ now: new Date(now).toISOString() })
      : c.redirect('/demo', 303)
  })
  .post('/jobs', async (c) => {
    await requireFilled(c)
    return c.json(await runAllJobs(c.env, c.get('now')))
  })
  .post('/fill', async (c) => {
    const size = c.req.query('size') === 'big' ? 'big' : 'usual'
    return c.json(await fillNextStep(c.env, { now: Date.now(), origin: c.get('config').origin, size }))
  })
  .onError((fault, c) => {
    const refusal = refusalOf(fault)
    if (!refusal) logFault(c, fault)
    return refusal ? problemResponse(c, refusal) : faultResponse(c)
  })

/** How far ahead the clock shall run: `{ now }` as JSON, or a number of `days` from the demo's own page. */
async function wantedAhead(c: AppContext, state: DemoState): Promise<number> {
  const now = c.get('now')
  const wanted = c.req.header('Content-Type')?.startsWith('application/json')
    ? parseInstant(String((await c.req.json<{ now?: unknown } | null>().catch(() => null))?.now))
    : now + Number(typedOne(await typedForm(c), 'days')) * 86_400_000
  if (wanted === null || !Number.isFinite(wanted) || wanted < now - 1000 || wanted - now > mostAhead) {
    throw new Refusal('invalid', { faults: [{ path: 'now', code: 'not-an-instant' }] })
  }
  return Math.max(state.clockAhead, wanted - Date.now())
}

async function requireFilled(c: AppContext): Promise<DemoState> {
  const state = await stateOf(c)
  if (state?.filledUntil !== 'all') throw new Refusal('not-found')
  return state
}

function stateOf(c: AppContext): Promise<DemoState | null> {
  return readDemoState(storeOf(c))
}

function storeOf(c: AppContext): Store {
  return storeFor(c.env.DB, DEMO_ORG)
}
