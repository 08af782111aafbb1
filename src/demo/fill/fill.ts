import { dayOf, civilOf } from '../../domain/time/civil.ts'
import { dayAt, startOfDay, type Instant } from '../../domain/time/zone.ts'
import { createFeed } from '../../features/feeds/create-feed.ts'
import { runAllJobs, type JobBindings } from '../../jobs/run-jobs.ts'
import type { Context } from '../../platform/context.ts'
import { holidayTables } from '../../platform/holiday-tables.ts'
import { lotteryFor } from '../../platform/lottery.ts'
import { storeFor } from '../../platform/store.ts'
import { bigDuties } from '../hospital/duties-of-campuses.ts'
import { duties } from '../hospital/duties.ts'
import { members } from '../hospital/members.ts'
import { settings } from '../hospital/settings.ts'
import { units } from '../hospital/units.ts'
import { DEMO_ORG, readDemoState, writeDemoState, type FillStep } from '../state.ts'
import { repeatYear } from './big.ts'
import { makeDuties } from './duties.ts'
import { idOfSlug } from './ids.ts'
import { writePast } from './past.ts'
import { peopleWrites } from './people.ts'

export type Filled = { done: boolean; step: string; feedUrl?: string }
/** `big`: 300 duties and a million past rounds, for the bench */
export type Filling = { now: Instant; origin: string; size: 'usual' | 'big' }

const timeZone = 'Asia/Shanghai'
const day = 86_400_000

/**
 * The next step of filling an empty store, as far as one request goes: people, duties, a year of planned rounds, what became
 * of them. Called until it answers `done`; a store that is filled is left alone.
 */
export async function fillNextStep(bindings: JobBindings, { now, origin, size }: Filling): Promise<Filled> {
  const database = bindings.DB
  const began = beginningOf(now)
  const seeds = size === 'big' ? bigDuties() : duties
  const state = await readDemoState(storeFor(database, DEMO_ORG))
  switch (state?.filledUntil) {
    case undefined:
      await storeFor(database, DEMO_ORG).batch(peopleWrites(began))
      return { done: false, step: 'people' }
    case 'people':
      await makeDuties(seeds, () => contextAt(bindings, began), dayAt(began, timeZone))
      return reached(database, 'duties')
    case 'duties':
      await planTheYear(bindings, began, now)
      return reached(database, 'rounds')
    case 'rounds':
      await writePast(database, now)
      return reached(database, 'past')
    case 'past':
      if (size === 'usual') return finish(bindings, now, origin)
      return goOnRepeating(database, now, (state.yearsRepeated ?? 0) + 1)
    case 'years':
      return finish(bindings, now, origin)
    case 'all':
      return { done: true, step: 'all' }
  }
}

async function reached(database: D1Database, step: FillStep): Promise<Filled> {
  await storeFor(database, DEMO_ORG).batch([writeDemoState({ filledUntil: step, clockAhead: 0 })])
  return { done: false, step }
}

/** The jobs as they would have run: rhythms of over 100 a year are planned only 60 days ahead. */
async function planTheYear(bindings: JobBindings, began: Instant, now: Instant): Promise<void> {
  for (let at = began; at < now; at += 30 * day) await runAllJobs(bindings, at, ['plan-rounds'])
  await runAllJobs(bindings, now, ['plan-rounds'])
}

async function goOnRepeating(database: D1Database, now: Instant, year: number): Promise<Filled> {
  const { done } = await repeatYear(database, now, year)
  const filledUntil = done ? 'years' : 'past'
  await storeFor(database, DEMO_ORG).batch([
    writeDemoState({ filledUntil, clockAhead: 0, yearsRepeated: year }),
  ])
  return { done: false, step: `year ${year} before` }
}

async function finish(bindings: JobBindings, now: Instant, origin: string): Promise<Filled> {
  await runAllJobs(bindings, now)
  const context = contextAt(bindings, now)
  const { secret } = await createFeed(context, { name: context.org.name, scope: { kind: 'organisation' } })
  await context.store.batch([writeDemoState({ filledUntil: 'all', clockAhead: 0 })])
  return { done: true, step: 'all', feedUrl: `${origin}/calendar/${secret}.ics` }
}

/** The first of the month a year ago: what happened since then is the demo's past. */
function beginningOf(now: Instant): Instant {
  const { year, month } = civilOf(dayAt(now, timeZone))
  return startOfDay(dayOf(year - 1, month, 1), timeZone)
}

/** The vice president acts: a supervisor may make every duty. A context lives as long as one request. */
function contextAt(bindings: JobBindings, now: Instant): Context {
  const supervisor = members.find(({ persona }) => persona === 'supervisor')
  const hospital = units[0]
  if (!supervisor || !hospital) throw new Error('the demo hospital has nobody to act')
  return {
    org: {
      id: DEMO_ORG,
      name: hospital.name['zh-CN'],
      nameEn: hospital.name.en,
      timeZone,
      locale: 'zh-CN',
      settings,
      version: 1,
    },
    actor: {
      memberId: idOfSlug('member', supervisor.slug),
      role: supervisor.role,
      rights: supervisor.rights,
      ownUnits: new Set(),
      memberOf: new Set(),
      unitsAbove: new Set(),
      standsInFor: new Set(),
      via: { kind: 'browser', id: '' },
    },
    now,
    locale: 'zh-CN',
    requestId: crypto.randomUUID(),
    store: storeFor(bindings.DB, DEMO_ORG),
    holidays: holidayTables(bindings),
    lottery: lotteryFor(bindings.ROUNDS_SECRET, DEMO_ORG),
  }
}
