import { Hono } from 'hono'
import { mayEditDuty, mayReadDuty, mayReadRound, seesAll } from '../../domain/access.ts'
import { countsByTarget } from '../../domain/schedule/period.ts'
import type { Plan } from '../../domain/schedule/plan.ts'
import type { WorkingDays } from '../../domain/time/working-days.ts'
import { dayAt } from '../../domain/time/zone.ts'
import { parseCursor, printCursor } from '../../platform/api.ts'
import type { Context } from '../../platform/context.ts'
import { contextOf, type AppContext, type AppEnv } from '../../platform/http.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { viewFor } from '../../ui/view-of-request.ts'
import type { View } from '../../ui/view.ts'
import { findChecklistVersion } from '../checklists/queries.ts'
import { behindAmong } from '../rounds/queries-quotas.ts'
import { hiddenFrom } from '../rounds/queries-hidden.ts'
import { idsIn, namesOf } from '../rounds/queries-work.ts'
import { allUnits } from '../units/queries.ts'
import { unitOptions } from '../units/parts.tsx'
import { readDays } from '../working-days/queries.ts'
import { isSuccession, takesTurns } from '../../domain/schedule/awaited.ts'
import { longestPeriod } from './horizon.ts'
import { dutyMessages as words } from './messages.ts'
import { dutyEditPages } from './pages-edit.tsx'
import { planChangePages } from './pages-change-plan.tsx'
import { dutyPlanPages } from './pages-plan.tsx'
import { suspensionPages } from './pages-suspension.tsx'
import { DutyFacts, DutyNotices, RecentRounds, References, type DutyDetail } from './parts-duty.tsx'
import { DutyPlans, PlanHistory } from './parts-plans.tsx'
import { DutiesPage, type DutyList, type DutyListFilter } from './parts-list.tsx'
import { idsOf, planState, titleOfDuty } from './parts-words.tsx'
import { turnWarnings } from './plan-warnings.ts'
import { dutiesNamed, suspensionsOf, type Duty } from './queries.ts'
import { listDuties, type DutyPlace } from './queries-list.ts'
import { comingRounds, recentRounds } from './queries-pages.ts'
import { readDuty } from './read-duty.ts'

const dutiesOnPage = 50
/** What the reader's rights or the performer leave out has no index: such a page looks through more, and may come out short. */
const dutiesLookedAt = 100

export const dutiesPages = new Hono<AppEnv>()
  .route('/', dutyEditPages)
  .route('/', dutyPlanPages)
  .route('/', planChangePages)
  .route('/', suspensionPages)
  .get('/duties', async (c) => {
    const filter = filterOf(c)
    const list = await listOf(contextOf(c), viewFor(c), filter)
    return c.html(<DutiesPage view={viewFor(c)} list={list} filter={filter} />)
  })
  .get('/duties/:id', async (c) => {
    const context = contextOf(c)
    const detail = await detailOf(context, await readDuty(context, c.req.param('id')))
    const { calendar } = await readDays(context)
    return c.html(<DutyPage view={viewFor(c)} detail={detail} workingDays={calendar} />)
  })

function filterOf(c: AppContext): DutyListFilter {
  const given = (name: string) => c.req.query(name) || null
  const filter = { category: given('category'), ownedBy: given('ownedBy'), performedBy: given('performedBy') }
  return { ...filter, closed: given('closed') !== null, after: placeOf(given('cursor')) }
}

function placeOf(cursor: string | null): DutyPlace | null {
  const [category, ownedBy, id] = parseCursor(cursor ?? '') ?? []
  return typeof category === 'string' && typeof ownedBy === 'string' && typeof id === 'string'
    ? { category, ownedBy, id }
    : null
}

async function listOf(
  { store, actor, now, org }: Context,
  view: View,
  filter: DutyListFilter,
): Promise<DutyList> {
  const own = seesAll(actor) ? null : actor.ownUnits
  const limit = own !== null || filter.performedBy !== null ? dutiesLookedAt : dutiesOnPage
  const [{ duties, next }, units] = await Promise.all([
    listDuties(store, filter, { own, after: filter.after, hidden: hiddenFrom(actor, now), limit }),
    allUnits(store),
  ])
  // A suspended duty has no round ahead, so that only those without one need to be looked up.
  const resting = duties.filter(({ nextDueAt, plans }) => nextDueAt === null && plans.length > 0)
  const suspensions = await suspensionsOf(
    store,
    resting.map(({ id }) => id),
    dayAt(now, org.timeZone),
  )
  return {
    duties,
    suspended: new Set(suspensions.keys()),
    units: unitOptions(view, units),
    unitNames: new Map(units.map((unit) => [unit.id, unit])),
    next: next && printCursor([next.category, next.ownedBy, next.id]),
  }
}

const roundsShown = 10
/** Of many targets, a reader may see only a few of their rounds. */
const roundsLookedAt = 40

async function detailOf(context: Context, duty: Duty): Promise<DutyDetail> {
  const { store, actor, now, org } = context
  const until = now + Math.max(1, ...duty.plans.map(daysOpen)) * 86_400_000
  const holding = duty.plans.filter((plan) => planState(plan, dayAt(now, org.timeZone)) !== 'over')
  const isToLookAhead = duty.plans.some((plan) => takesTurns(plan) || isSuccession(plan))
  const [found, ahead, checklist, suspensions] = await Promise.all([
    recentRounds(store, { dutyId: duty.id, until, limit: roundsLookedAt }),
    isToLookAhead ? comingRounds(store, { dutyId: duty.id, now, limit: roundsLookedAt }) : [],
    duty.checklistId === null ? null : findChecklistVersion(store, duty.checklistId, null),
    suspensionsOf(store, [duty.id], dayAt(now, org.timeZone)),
  ])
  const rounds = found
    .filter(({ round }) => round.opensAt <= now && mayReadRound(actor, round, now))
    .slice(0, roundsShown)
  const coming = ahead.filter(({ round }) => mayReadRound(actor, round, now))
  const mentioned = idsIn([...rounds, ...coming].map(({ round }) => round))
  const own = idsOf([duty])
  const names = await namesOf(context, {
    duties: [],
    units: [...mentioned.units, ...own.units],
    assets: [...mentioned.assets, ...own.assets],
    members: [...mentioned.members, ...own.members],
  })
  return {
    duty,
    names,
    checklist: checklist && { name: checklist.title, nameEn: checklist.titleEn },
    suspension: suspensions.get(duty.id)?.[0] ?? null,
    rounds,
    behind: await behindAmong(context, rounds),
    coming,
    followed: await followedIn(context, holding),
    warnings: await turnWarnings(context, mayEditDuty(actor, duty) ? holding : []),
  }
}

async function followedIn({ store, actor }: Context, plans: readonly Plan[]): Promise<Duty[]> {
  const ids = plans.flatMap(({ rhythm }) => (rhythm.kind === 'follow' ? rhythm.duty : []))
  const duties = ids.length === 0 ? [] : await dutiesNamed(store, ids)
  return duties.filter((duty) => mayReadDuty(actor, duty))
}

/** In so many days, a round that is open now is due. */
function daysOpen({ rhythm }: Plan): number {
  if (rhythm.kind === 'quota') return longestPeriod[rhythm.period]
  return rhythm.kind === 'season' ? longestPeriod.year : longestPeriod.day
}

type DutyPageProps = { view: View; detail: DutyDetail; workingDays: WorkingDays }

function DutyPage({ view, detail, workingDays }: DutyPageProps) {
  const { duty } = detail
  const title = titleOfDuty(view, duty)
  const mayEdit = duty.closedOn === null && view.member !== null && mayEditDuty(view.member.actor, duty)
  return (
    <Layout view={view} title={title}>
      <PageHeader title={title} back={{ href: '/duties', label: view.t(words.title) }}>
        {mayEdit && <DutyActions view={view} detail={detail} />}
      </PageHeader>
      <DutyNotices view={view} detail={detail} />
      <div class="columns">
        <div class="content">
          <DutyFacts view={view} detail={detail} />
          <DutyPlans view={view} detail={detail} workingDays={workingDays} />
        </div>
        <div class="content">
          <RecentRounds view={view} detail={detail} />
          {duty.plans.some(countsByTarget) && (
            <p>
              <ButtonLink href={`/duties/${duty.id}/progress`} icon="list-checks">
                {view.t(words.toProgress)}
              </ButtonLink>
            </p>
          )}
          <PlanHistory view={view} detail={detail} />
          <References view={view} detail={detail} />
        </div>
      </div>
    </Layout>
  )
}

function DutyActions({ view, detail: { duty, suspension } }: { view: View; detail: DutyDetail }) {
  return (
    <>
      <ButtonLink href={`/duties/${duty.id}/edit`} icon="pencil">
        {view.t(words.edit)}
      </ButtonLink>
      <ButtonLink href={`/rounds?duty=${duty.id}`}>{view.t(words.rounds)}</ButtonLink>
      {suspension === null && (
        <ButtonLink href={`/duties/${duty.id}/suspension/new`}>{view.t(words.suspend)}</ButtonLink>
      )}
      <ButtonLink href={`/duties/${duty.id}/closing`} kind="danger">
        {view.t(words.close)}
      </ButtonLink>
    </>
  )
}
