import { Hono } from 'hono'
import { mayAdminister, mayKeepWorkingDays } from '../../domain/access.ts'
import { civilOf } from '../../domain/time/civil.ts'
import { dayAt } from '../../domain/time/zone.ts'
import { daysOfYear, holidaysIn } from '../../domain/working-days/year-of-days.ts'
import { contextOf, type AppContext, type AppEnv } from '../../platform/http.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { viewFor } from '../../ui/view-of-request.ts'
import type { View } from '../../ui/view.ts'
import { basisWords } from '../organisations/parts-days.tsx'
import { unitsNamed } from '../units/queries.ts'
import { workingDaysMessages as words } from './messages.ts'
import { KeptDays } from './parts-kept.tsx'
import { HolidayTable, YearOfDays } from './parts-year.tsx'
import { readDays, type OrganisationDays } from './queries.ts'

/** Which days are worked, a year at a glance, and why. Everybody may look: plans go by it. */
export const workingDaysPages = new Hono<AppEnv>().get('/settings/working-days', async (c) =>
  c.html(await yearPage(c)),
)

async function yearPage(c: AppContext): Promise<string> {
  const context = contextOf(c)
  const { actor, org, now, store } = context
  const view = viewFor(c)
  const year = yearOf(c.req.query('year'), civilOf(dayAt(now, org.timeZone)).year)
  const known = await readDays(context)
  const days = daysOfYear(known.calendar, year)
  const units = await unitsNamed(
    store,
    known.closures.map(({ unitId }) => unitId),
  )
  const mayKeep = mayKeepWorkingDays(actor)
  return (
    <Layout view={view} title={view.t(words.title)}>
      <PageHeader title={view.t(words.title)} lead={basisWords(view, org.settings.workingDays)}>
        {mayKeep && <Actions view={view} mayAdminister={mayAdminister(actor)} />}
      </PageHeader>
      <p class="quiet">{view.t(words.what)}</p>
      <Years view={view} year={year} />
      <Certainty view={view} year={year} known={known} />
      <HolidayTable view={view} year={year} holidays={holidaysIn(days)} />
      <KeptDays view={view} days={known} units={units} mayKeep={mayKeep} />
      <YearOfDays view={view} year={year} days={days} />
    </Layout>
  )
}

function yearOf(typed: string | undefined, thisYear: number): number {
  const year = Number(typed)
  return Number.isInteger(year) && year >= 2000 && year <= 2100 ? year : thisYear
}

function Actions({ view, mayAdminister: isAdmin }: { view: View; mayAdminister: boolean }) {
  const at = '/settings/working-days'
  return (
    <>
      <ButtonLink href={`${at}/days/new`}>{view.t(words.correct)}</ButtonLink>
      <ButtonLink href={`${at}/closures/new`}>{view.t(words.close)}</ButtonLink>
      <ButtonLink href={`${at}/named/new`}>{view.t(words.nameDays)}</ButtonLink>
      <ButtonLink href={`${at}/imports/new`}>{view.t(words.import)}</ButtonLink>
      {isAdmin && <ButtonLink href="/settings/holidays">{view.t(words.basis)}</ButtonLink>}
    </>
  )
}

function Years({ view, year }: { view: View; year: number }) {
  return (
    <nav class="actions" aria-label={view.t(words.years)}>
      {[year - 1, year, year + 1].map((each) => (
        <a
          class={`button button-${each === year ? 'primary' : 'plain'}`}
          href={`/settings/working-days?year=${each}`}
          aria-current={each === year ? 'page' : undefined}
        >
          {view.t(words.year, { year: each })}
        </a>
      ))}
    </nav>
  )
}

/** What may still change, or is not known. */
function Certainty({ view, year, known }: { view: View; year: number; known: OrganisationDays }) {
  const { table, calendar } = known
  if (table === null) return null
  const isKnown = year >= table.firstYear && year <= table.lastYear
  if (!isKnown) {
    return (
      <Notice view={view} kind="info" title={view.t(words.unknownYear, { year })}>
        <p>{view.t(words.unknownYearHelp)}</p>
      </Notice>
    )
  }
  if (calendar.isProvisional(year)) {
    return (
      <Notice view={view} kind="info" title={view.t(words.provisional, { year })}>
        <p>{view.t(words.provisionalHelp)}</p>
      </Notice>
    )
  }
  if (!table.bySighting) return null
  return (
    <Notice view={view} kind="info" title={view.t(words.bySighting)}>
      <p>{view.t(words.bySightingHelp)}</p>
    </Notice>
  )
}
