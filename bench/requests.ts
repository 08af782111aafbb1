import { median } from './measure.ts'
import { questions, questionsOfAssets, type Ask, type Client, type Question } from './questions.ts'
import type { Scene } from './scene.ts'
import type { Figure } from './table.ts'

const batches = 5
const requestsInBatch = 200
/** what is slow is asked less often */
const longestBatch = 1500

/** What one batch of the same question cost, for each request. */
type Batch = { cpu: number | null; wall: number; statements: number; read: number; written: number }

/** Something that answers as the service does, and says what CPU that has taken so far. */
export type Host = {
  name: string
  origin: string
  fetch(address: string, init: RequestInit): Promise<Response>
  /** in milliseconds; null where the system does not say */
  cpu(): number | null
  /** whether its store says how many rows it read */
  countsRows: boolean
  /** whether it has the files of `dist` */
  hasAssets: boolean
}

const empty: Question = { name: 'empty route', ask: { path: '/bench/empty' } }

/** CPU, rows and time of each question, in batches that take turns with the empty route. */
export async function benchRequests(host: Host, scene: Scene): Promise<Figure[]> {
  const client = clientOf(host)
  const asked = [
    empty,
    ...(await questions(client, scene, batches)),
    ...(host.hasAssets ? questionsOfAssets : []),
  ]
  const batchesOf = new Map<Question, Batch[]>(asked.map((question) => [question, []]))
  for (const question of asked) await ask(client, host, question)
  for (let turn = 0; turn < batches; turn += 1) {
    for (const [question, measured] of batchesOf) measured.push(await ask(client, host, question))
  }
  const emptyCpu = medianCpu(batchesOf.get(empty) ?? [])
  return [...batchesOf].flatMap(([question, measured]) => figuresOf(host, question, measured, emptyCpu))
}

async function ask(client: Client, host: Host, question: Question): Promise<Batch> {
  await question.before?.()
  const count = Math.min(requestsInBatch, question.atMost ?? requestsInBatch)
  const end = performance.now() + longestBatch
  const walls: number[] = []
  let costs = { statements: 0, read: 0, written: 0 }
  const before = host.cpu()
  while (walls.length < count && performance.now() < end) {
    const began = performance.now()
    const answer = await client.send(typeof question.ask === 'function' ? question.ask() : question.ask)
    await answer.arrayBuffer()
    walls.push(performance.now() - began)
    costs = dearest(costs, answer)
  }
  const after = host.cpu()
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

function figuresOf(
  host: Host,
  question: Question,
  measured: readonly Batch[],
  emptyCpu: number | null,
): Figure[] {
  const { mostCpu, mostOverEmpty } = question
  const name = `${question.name}, ${host.name}`
  const cpu = medianCpu(measured)
  const over = cpu === null || emptyCpu === null ? null : cpu - emptyCpu
  const wall = median(measured.map((batch) => batch.wall))
  const figures: Figure[] = [
    { name: `${name}: CPU`, value: cpu, unit: 'ms', ...(mostCpu !== undefined && { most: mostCpu }) },
    { name: `${name}: time, half of them under`, value: wall, unit: 'ms' },
  ]
  if (question === empty) return figures
  const most = mostOverEmpty === undefined ? {} : { most: mostOverEmpty }
  figures.push({ name: `${name}: CPU over the empty route`, value: over, unit: 'ms', ...most })
  return host.countsRows ? [...figures, ...rowsOf(question, measured)] : figures
}

function rowsOf({ name, mostRead, mostWritten }: Question, measured: readonly Batch[]): Figure[] {
  const most = (pick: (batch: Batch) => number) => Math.max(...measured.map(pick))
  const read = most((batch) => batch.read)
  const written = most((batch) => batch.written)
  const statements = most((batch) => batch.statements)
  return [
    {
      name: `${name}: rows read, most`,
      value: read,
      unit: 'rows',
      ...(mostRead !== undefined && { most: mostRead }),
    },
    {
      name: `${name}: rows written, most`,
      value: written,
      unit: 'rows',
      ...(mostWritten !== undefined && { most: mostWritten }),
    },
    { name: `${name}: statements`, value: statements, unit: 'statements', most: 40 },
  ]
}

function medianCpu(measured: readonly Batch[]): number | null {
  const values = measured.map(({ cpu }) => cpu).filter((cpu) => cpu !== null)
  return values.length === 0 ? null : median(values)
}

export function clientOf(host: Pick<Host, 'origin' | 'fetch'>): Client {
  const { origin } = host
  async function send({ path, method = 'GET', headers, body, status = 200 }: Ask) {
    const answer = await host.fetch(`${origin}${path}`, {
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
