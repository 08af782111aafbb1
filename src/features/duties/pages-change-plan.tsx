import { Hono } from 'hono'
import { Refusal } from '../../domain/errors.ts'
import type { Plan } from '../../domain/schedule/plan.ts'
import { chainsOf } from '../../domain/schedule/precedence.ts'
import { printDate } from '../../domain/time/civil.ts'
import { dayAt } from '../../domain/time/zone.ts'
import { contextOf, type AppContext, type AppEnv } from '../../platform/http.ts'
import { countUse } from '../../platform/limiter.ts'
import { typedForm, typedOne, typedVersion, type Typed } from '../../platform/validation.ts'
import { answerForm, refusedForm } from '../../ui/refused-form.tsx'
import { viewFor } from '../../ui/view-of-request.ts'
import { namesOf } from '../rounds/queries-work.ts'
import { changePlan } from './change-plan.ts'
import { PlanChangePage } from './parts-change-plan.tsx'
import { targetsNamed } from './parts-effect.tsx'
import { idsOf, planState } from './parts-words.tsx'
import type { Duty } from './queries.ts'
import { requireOpenDuty } from './read-duty.ts'
import type { Effect } from './revision-effect.ts'
import type { ChangePlanInput } from './schemas.ts'

/** Ending one of a duty's plans, and which of them goes first. */
export const planChangePages = new Hono<AppEnv>()
  .get('/duties/:id/plans/:planId/ending', async (c) => {
    const { now, org } = contextOf(c)
    const values = { until: printDate(dayAt(now, org.timeZone)) }
    return c.html(await changePage(c, { values, refusal: null, effect: null }))
  })
  .post('/duties/:id/plans/:planId/ending', async (c) => {
    const asked = await askedIn(c)
    const typed = await typedForm(c)
    const until = typedOne(typed, 'until').trim()
    const input = { until: until === '' ? null : until }
    return answerForm(
      c,
      async () => {
        if (typedOne(typed, 'seen') === JSON.stringify(input)) return save(c, asked, input, typed)
        await countUse(c, 'preview')
        const effect = await tried(c, asked, input)
        const values = { until, seen: JSON.stringify(input) }
        return c.html(await changePage(c, { values, refusal: null, effect }))
      },
      (refusal) => changePage(c, { values: typed, refusal, effect: null }),
    )
  })
  .get('/duties/:id/plans/:planId/precedence', async (c) => {
    const asked = await askedIn(c)
    await countUse(c, 'preview')
    const effect = await tried(c, asked, { before: overtaken(c, asked).id })
    return c.html(await changePage(c, { values: {}, refusal: null, effect }))
  })
  .post('/duties/:id/plans/:planId/precedence', async (c) => {
    const asked = await askedIn(c)
    const typed = await typedForm(c)
    return answerForm(
      c,
      () => save(c, asked, { before: overtaken(c, asked).id }, typed),
      (refusal) => changePage(c, { values: typed, refusal, effect: null }),
    )
  })

type Asked = { duty: Duty; plan: Plan }

async function askedIn(c: AppContext): Promise<Asked> {
  const duty = await requireOpenDuty(contextOf(c), c.req.param('id') ?? '')
  const plan = duty.plans.find(({ id }) => id === c.req.param('planId'))
  if (plan === undefined) throw new Refusal('not-found')
  return { duty, plan }
}

/** The plan before it that still holds; a first one has none. */
function overtaken(c: AppContext, { duty, plan }: Asked): Plan {
  const { now, org } = contextOf(c)
  const today = dayAt(now, org.timeZone)
  const chains = chainsOf(duty.plans)
  const own = chains.findIndex((chain) => chain.includes(plan))
  const holding = chains
    .slice(0, own)
    .flat()
    .filter((each) => planState(each, today) !== 'over')
  const other = holding.at(-1)
  if (other === undefined) throw new Refusal('not-found')
  return other
}

function tried(c: AppContext, { duty, plan }: Asked, input: ChangePlanInput): Promise<Effect> {
  return changePlan(contextOf(c), { ...input, id: duty.id, planId: plan.id, version: null })
}

async function save(
  c: AppContext,
  { duty, plan }: Asked,
  input: ChangePlanInput,
  typed: Typed,
): Promise<string> {
  const version = typedVersion(typed)
  await changePlan(contextOf(c), { ...input, id: duty.id, planId: plan.id, version })
  return `/duties/${duty.id}`
}

type Draft = { values: Typed; refusal: Refusal | null; effect: Effect | null }

async function changePage(c: AppContext, { values, refusal, effect }: Draft): Promise<string> {
  const asked = await askedIn(c)
  const view = viewFor(c)
  const isEnding = c.req.path.endsWith('/ending')
  const ids = effect === null ? [] : targetsNamed(effect)
  const said = idsOf([asked.duty])
  const names = await namesOf(contextOf(c), {
    duties: [],
    units: [...ids, ...said.units],
    assets: [...ids, ...said.assets],
    members: [...ids, ...said.members],
  })
  return (
    <PlanChangePage
      view={view}
      duty={asked.duty}
      plan={asked.plan}
      action={c.req.path}
      before={isEnding ? null : overtaken(c, asked)}
      state={refusal === null ? { values, errors: {} } : refusedForm(view, values, refusal)}
      refusal={refusal}
      effect={effect}
      names={names}
    />
  )
}
