import { cpuOf } from './measure.ts'
import type { Client } from './questions.ts'
import { clientOf } from './requests.ts'
import type { BenchServer } from './server.ts'
import type { Figure } from './table.ts'

const times = 20

type Planned = { planned: number; statements: number; rowsWritten: number }

/** One step of planning as the job takes it: the next 1,000 rounds of a weekly duty of all wards, with the store's work. */
export async function benchPlanning(server: BenchServer): Promise<Figure[]> {
  const client = clientOf(server.origin)
  const duty = await makeDuty(client)
  let cpu = 0
  let last: Planned = { planned: 0, statements: 0, rowsWritten: 0 }
  for (let time = -3; time < times; time += 1) {
    await client.send({ path: `/bench/unplan/${duty}`, method: 'POST', status: 204 })
    const before = cpuOf(server.workerd) ?? Number.NaN
    const answer = await client.send({ path: `/bench/plan/${duty}`, method: 'POST' })
    last = (await answer.json()) as Planned
    if (time >= 0) cpu += (cpuOf(server.workerd) ?? Number.NaN) - before
  }
  const name = `planning ${last.planned} rounds`
  return [
    { name: `${name}: CPU`, value: Number.isNaN(cpu) ? null : cpu / times, unit: 'ms', most: 10 },
    { name: `${name}: rows written for each`, value: last.rowsWritten / last.planned, unit: 'rows' },
    { name: `${name}: statements`, value: last.statements, unit: 'statements', most: 40 },
  ]
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
