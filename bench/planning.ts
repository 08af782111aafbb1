import type { Client } from './questions.ts'
import { clientOf, type Host } from './requests.ts'
import type { Figure } from './table.ts'

const steps = 20
const stepsToWarm = 10
/** after so many none has anything left to do */
const minutes = 50

type Planned = { planned: number; statements: number; rowsWritten: number }

/**
 * One step of planning as the job takes it: the next rounds of a weekly duty of all clinical units, with the store's
 * work; each time of another duty, which has been planned for 60 days on saving.
 */
export async function benchPlanning(host: Host): Promise<Figure[]> {
  const client = clientOf(host)
  const duties: string[] = []
  while (duties.length < stepsToWarm + steps) duties.push(await makeDuty(client))
  for (const duty of duties.splice(0, stepsToWarm)) await plan(client, duty)

  let last: Planned = { planned: 0, statements: 0, rowsWritten: 0 }
  const before = host.cpu()
  for (const duty of duties) last = await plan(client, duty)
  const after = host.cpu()
  const cpu = before === null || after === null ? null : (after - before) / steps
  const name = `planning ${last.planned} rounds`
  const figure: Figure = { name: `${name}, ${host.name}: CPU`, value: cpu, unit: 'ms', most: 10 }
  if (!host.countsRows) return [figure]
  return [
    figure,
    { name: `${name}: rows written for each`, value: last.rowsWritten / last.planned, unit: 'rows' },
    { name: `${name}: statements`, value: last.statements, unit: 'statements', most: 40 },
  ]
}

type Minute = { statements: number; rowsRead: number; rowsWritten: number }

/** What cron does once a minute, nearly always with nothing to do: 1,440 times a day. */
export async function benchMinute(host: Host): Promise<Figure[]> {
  const client = clientOf(host)
  const minute = async () =>
    (await (await client.send({ path: '/bench/jobs', method: 'POST' })).json()) as Minute
  let last = await minute()
  for (let at = 0; at < minutes; at += 1) last = await minute()
  const name = 'a minute of the jobs with nothing to do'
  return [
    { name: `${name}: rows read`, value: last.rowsRead, unit: 'rows' },
    { name: `${name}: rows written`, value: last.rowsWritten, unit: 'rows' },
    { name: `${name}: statements`, value: last.statements, unit: 'statements', most: 40 },
  ]
}

async function plan(client: Client, duty: string): Promise<Planned> {
  const answer = await client.send({ path: `/bench/plan/${duty}`, method: 'POST' })
  return (await answer.json()) as Planned
}

async function makeDuty(client: Client): Promise<string> {
  const headers = await client.signIn('supervisor')
  const units = (await (await client.send({ path: '/api/v1/units', headers })).json()) as {
    items: { id: string }[]
  }
  const plan = {
    from: new Date().toISOString().slice(0, 10),
    rhythm: { kind: 'quota', period: 'week', min: 1, max: 1 },
    window: {},
    targets: { units: { tags: ['clinical'] }, coverage: 'each' },
  }
  const body = {
    title: 'bench',
    kind: 'check',
    category: 'nursing',
    ownedBy: units.items[0]?.id,
    performedBy: 'target',
    plans: [plan],
  }
  const made = await client.send({ path: '/api/v1/duties', method: 'POST', headers, body, status: 201 })
  return ((await made.json()) as { id: string }).id
}
