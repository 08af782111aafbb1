import type { Client } from './questions.ts'
import { clientOf, type Host } from './requests.ts'
import type { Figure } from './table.ts'

const steps = 20
const stepsToWarm = 10

type Planned = { planned: number; statements: number; rowsWritten: number }

/**
 * One step of planning as the job takes it: the next 1,000 rounds of a weekly duty of all clinical units, with the store's
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
