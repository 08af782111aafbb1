import { cpuOf, median } from './measure.ts'
import { questions, type Ask, type Client, type Question } from './questions.ts'
import type { BenchServer } from './server.ts'
import type { Scene } from './scene.ts'
import type { Figure } from './table.ts'

const batches = 5
const requestsInBatch = 200
/** what is slow is asked less often */
const longestBatch = 1500

/** What one batch of the same question cost, for each request. */
type Batch = { cpu: number | null; wall: number; statements: number; read: number; written: number }

const empty: Question = { name: 'empty route', ask: { path: '/bench/empty' } }

/** CPU of workerd with its store, rows and time of each question, in batches that take turns with the empty route. */
export async function benchRequests(server: BenchServer, scene: Scene): Promise<Figure[]> {
  const client = clientOf(server.origin)
  const asked = [empty, ...(await questions(client, scene, batches))]
  const batchesOf = new Map<Question, Batch[]>(asked.map((question) => [question, []]))
  for (const question of asked) await ask(client, server, question)
  for (let turn = 0; turn < batches; turn += 1) {
    for (const [question, measured] of batchesOf) measured.push(await ask(client, server, question))
  }
  const emptyCpu = medianCpu(batchesOf.get(empty) ?? [])
  return [...batchesOf].flatMap(([question, measured]) => figuresOf(question, measured, emptyCpu))
}

async function ask(client: Client, { workerd }: BenchServer, question: Question): Promise<Batch> {
  await question.before?.()
  const count = Math.min(requestsInBatch, question.atMost ?? requestsInBatch)
  const end = performance.now() + longestBatch
  const walls: number[] = []
  let costs = { statements: 0, read: 0, written: 0 }
  const before = cpuOf(workerd)
  while (walls.length < count && performance.now() < end) {
    const began = performance.now()
    const answer = await client.send(typeof question.ask === 'function' ? question.ask() : question.ask)
    await answer.arrayBuffer()
    walls.push(performance.now() - began)
    costs = dearest(costs, answer)
  }
  const after = cpuOf(workerd)
  return {
    cpu: before === null || after === null ? null : (after - before) / walls.length,
    wall: median(walls),
    ...costs,
  }
}

function dearest(costs: { statements: number; read: number; written: number }, { headers }: Response) {
  return {
    statements: Math.max(costs.statements, Number(headers.get('X-Statements'))),
    read: Math.max(costs.read, Number(headers.get('X-Rows-Read'))),
    written: Math.max(costs.written, Number(headers.get('X-Rows-Written'))),
  }
}

function figuresOf(question: Question, measured: readonly Batch[], emptyCpu: number | null): Figure[] {
  const { name, mostCpu, mostOverEmpty, mostRead, mostWritten } = question
  const cpu = medianCpu(measured)
  const wall = median(measured.map((batch) => batch.wall))
  const most = (pick: (batch: Batch) => number) => Math.max(...measured.map(pick))
  const over = cpu === null || emptyCpu === null ? null : cpu - emptyCpu
  const figures: Figure[] = [
    { name: `${name}: CPU`, value: cpu, unit: 'ms', ...(mostCpu !== undefined && { most: mostCpu }) },
    { name: `${name}: time, half of them under`, value: wall, unit: 'ms' },
  ]
  if (question === empty) return figures
  return [
    ...figures,
    {
      name: `${name}: CPU over the empty route`,
      value: over,
      unit: 'ms',
      ...(mostOverEmpty !== undefined && { most: mostOverEmpty }),
    },
    {
      name: `${name}: rows read, most`,
      value: most(({ read }) => read),
      unit: 'rows',
      ...(mostRead !== undefined && { most: mostRead }),
    },
    {
      name: `${name}: rows written, most`,
      value: most(({ written }) => written),
      unit: 'rows',
      ...(mostWritten !== undefined && { most: mostWritten }),
    },
    {
      name: `${name}: statements`,
      value: most(({ statements }) => statements),
      unit: 'statements',
      most: 40,
    },
  ]
}

function medianCpu(measured: readonly Batch[]): number | null {
  const values = measured.map(({ cpu }) => cpu).filter((cpu) => cpu !== null)
  return values.length === 0 ? null : median(values)
}

export function clientOf(origin: string): Client {
  async function send({ path, method = 'GET', headers, body, status = 200 }: Ask) {
    const answer = await fetch(`${origin}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...headers,
        ...(method === 'POST' && { Origin: origin, 'Content-Type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    if (answer.status !== status) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer
  }
  async function signIn(member: string) {
    const session = await send({ path: `/bench/session/${member}`, method: 'POST' })
    return { Cookie: `rounds=${await session.text()}` }
  }
  return { send, signIn }
}
