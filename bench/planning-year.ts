import { readdirSync, readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { asD1 } from '../scripts/serve/sqlite-d1.ts'
import type { Plan } from '../src/domain/schedule/plan.ts'
import { readHolidayTable, type HolidayFile } from '../src/domain/working-days/holiday-table.ts'
import { workingDaysIn } from '../src/domain/working-days/founding.ts'
import { defaultSettings } from '../src/domain/settings.ts'
import type { Duty } from '../src/features/duties/queries.ts'
import { insertDuties } from '../src/features/duties/repository.ts'
import { noteWaits } from '../src/features/duties/repository-waits.ts'
import { dutiesAwaited } from '../src/domain/schedule/awaited.ts'
import { planRounds } from '../src/jobs/plan-rounds.ts'
import type { JobContext } from '../src/platform/context.ts'
import { newUsage, storeFor } from '../src/platform/store.ts'
import type { Figure } from './table.ts'
import { dutiesOfYear, wards, offices } from './year.ts'

const org = 'bench'
const settings = {
  ...defaultSettings,
  workingDays: workingDaysIn('Asia/Shanghai') ?? defaultSettings.workingDays,
}
const midnight = Date.UTC(2026, 2, 1, 16)

type Step = { cpu: number; statements: number; handled: number }

/**
 * What a hospital's 300 duties have planned in 400 days, from nothing, in steps as the job takes one a minute: the service's own
 * CPU, without SQLite's.
 */
export async function benchPlanningYear(): Promise<Figure[]> {
  await planYear()
  const { steps, rounds } = await planYear()
  const cpu = steps.map((step) => step.cpu)
  const planning = steps.filter(({ handled }) => handled > 0)
  const name = `planning ${rounds} rounds of 300 duties`
  const mean = planning.reduce((sum, step) => sum + step.cpu, 0) / planning.length
  const tenth = cpu.toSorted((a, b) => b - a)[Math.floor(cpu.length / 10)] ?? null
  return [
    { name: `${name}: steps, one a minute`, value: steps.length, unit: 'steps' },
    { name: `${name}: rounds a step`, value: Math.round(rounds / planning.length), unit: 'rounds' },
    { name: `${name}: CPU of a step, service alone without SQLite`, value: mean, unit: 'ms', most: 10 },
    { name: `${name}: nine in ten steps under`, value: tenth, unit: 'ms', most: 10 },
    { name: `${name}: the dearest step`, value: Math.max(...cpu), unit: 'ms' },
    {
      name: `${name}: statements of the longest step`,
      value: Math.max(...steps.map((step) => step.statements)),
      unit: 'statements',
      most: 40,
    },
  ]
}

async function planYear(): Promise<{ steps: Step[]; rounds: number }> {
  const database = newDatabase()
  const inSqlite = { cpu: 0 }
  const d1 = timed(asD1(database), inSqlite) as unknown as D1Database
  await fill(database, d1)
  const steps: Step[] = []
  for (let done = false; !done;) {
    const usage = newUsage()
    inSqlite.cpu = 0
    const before = cpuNow()
    const step = await planRounds(contextOn(d1, usage), midnight + 9 * 3_600_000, Infinity)
    steps.push({ cpu: cpuNow() - before - inSqlite.cpu, statements: usage.statements, handled: step.handled })
    done = step.done
  }
  const { rounds } = database.prepare('SELECT count(*) AS rounds FROM rounds').get() as { rounds: number }
  return { steps, rounds }
}

function newDatabase(): DatabaseSync {
  const database = new DatabaseSync(':memory:')
  for (const file of readdirSync('migrations').toSorted()) {
    database.exec(readFileSync(`migrations/${file}`, 'utf8'))
  }
  return database
}

// As the isolate's memory has them after the first step.
const china = readHolidayTable(JSON.parse(readFileSync('holidays/CN.json', 'utf8')) as HolidayFile)

async function holidays() {
  return china
}

/** Statements run within the call, so that what they take can be told from the rest. */
function timed(d1: ReturnType<typeof asD1>, inSqlite: { cpu: number }) {
  const batch: typeof d1.batch = (statements) => {
    const before = cpuNow()
    const answer = d1.batch(statements)
    inSqlite.cpu += cpuNow() - before
    return answer
  }
  return { ...d1, batch }
}

function cpuNow(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

async function fill(database: DatabaseSync, d1: D1Database): Promise<void> {
  const insertUnit = database.prepare(
    'INSERT INTO units (org_id, id, parent_id, name, tags, updated_at) VALUES (?, ?, NULL, ?, ?, 0)',
  )
  for (const { id, tags } of [...wards, ...offices]) insertUnit.run(org, id, id, JSON.stringify(tags))
  const duties = dutiesOfYear().map(asDuty)
  const store = storeFor(d1, org, newUsage())
  for (let from = 0; from < duties.length; from += 50) {
    const some = duties.slice(from, from + 50)
    await store.batch([
      ...insertDuties(some, midnight),
      ...some.flatMap((duty) => noteWaits(duty.id, dutiesAwaited(duty))),
    ])
  }
}

function asDuty({ plan, ...rest }: { id: string; performedBy: string; plan: Plan }): Duty {
  return {
    ...rest,
    title: 'bench',
    titleEn: null,
    kind: 'check',
    category: 'nursing',
    ownedBy: offices[0]?.id ?? '',
    withUnits: [],
    plans: [plan],
    makeUp: 'allowed',
    checklistId: null,
    references: [],
    closedOn: null,
    plannedUntilOn: null,
    planNextOn: 0,
    version: 1,
  }
}

function contextOn(d1: D1Database, usage: ReturnType<typeof newUsage>): JobContext {
  return {
    org: {
      id: org,
      name: org,
      nameEn: null,
      timeZone: 'Asia/Shanghai',
      locale: 'zh-CN',
      settings,
      version: 1,
    },
    now: midnight + 9 * 3_600_000,
    requestId: 'bench',
    store: storeFor(d1, org, usage),
    holidays,
    lottery: null,
  }
}
