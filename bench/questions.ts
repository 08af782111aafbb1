import type { Scene } from './scene.ts'

export type Ask = {
  path: string
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: unknown
  status?: number
}

/** Budgets of CPU in milliseconds: of the whole request, or of what it takes over the empty route. */
export type Question = {
  name: string
  ask: Ask | (() => Ask)
  /** before every batch */
  before?: () => Promise<void>
  mostCpu?: number
  mostOverEmpty?: number
  mostRead?: number
  mostWritten?: number
  /** at most so many in a batch */
  atMost?: number
}

export type Client = {
  send(ask: Ask): Promise<Response>
  /** headers of somebody who is signed in: a persona of the demo or a member's id */
  signIn(member: string): Promise<Record<string, string>>
}

const page = { mostCpu: 5 }

/** Everything that people and calendar programs ask for often. */
export async function questions(client: Client, scene: Scene, batches: number): Promise<Question[]> {
  const inspector = await client.signIn('inspector')
  const supervisor = await client.signIn('supervisor')
  const performer = await client.signIn(scene.page.memberId)
  const duty = scene.dutyOfFeed.id
  return [
    { name: 'Today (inspector)', ask: { path: '/', headers: inspector }, ...page },
    { name: 'Today (supervisor)', ask: { path: '/', headers: supervisor }, ...page },
    { name: 'round page', ask: { path: `/rounds/${scene.page.roundId}`, headers: performer }, ...page },
    { name: 'overdue', ask: { path: '/overdue', headers: supervisor }, ...page },
    { name: 'duties', ask: { path: '/duties', headers: supervisor }, ...page },
    { name: 'year plan', ask: { path: '/year-plan', headers: supervisor }, ...page },
    { name: 'year plan, all on one sheet', ask: { path: '/year-plan?sheet=1', headers: supervisor } },
    { name: 'duty page', ask: { path: `/duties/${duty}`, headers: supervisor }, ...page },
    { name: 'service', ask: { path: '/service', headers: supervisor }, ...page },
    { name: 'audit trail', ask: { path: '/audit', headers: supervisor }, ...page },
    { name: 'list of rounds (API)', ask: { path: '/api/v1/rounds', headers: supervisor }, ...page },
    { name: 'preview of a schedule (API)', ask: previewOf(supervisor), ...page },
    healthQuestion(client),
    ...(await feedQuestions(client, supervisor, scene)),
    await tickQuestion(client, scene, batches),
  ]
}

/** What is made when the service is built, and lies among the assets. */
export const questionsOfAssets: readonly Question[] = [
  { name: 'description of the API', ask: { path: '/api/v1/openapi.json' }, ...page },
  { name: 'docs of the API', ask: { path: '/api/v1/docs' }, ...page },
]

/** What monitors ask; well only where the jobs have just run. */
function healthQuestion(client: Client): Question {
  return {
    name: 'health',
    before: async () => {
      await client.send({ path: '/bench/jobs', method: 'POST' })
    },
    ask: { path: '/health' },
    mostOverEmpty: 1,
    mostRead: 1,
    mostWritten: 0,
  }
}

function previewOf(headers: Record<string, string>): Ask {
  const rhythm = { kind: 'rule', start: '2026-01-01', rrule: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1' }
  const plan = { from: '2026-01-01', rhythm, window: { openBefore: 'P7D' }, targets: { none: true } }
  const body = { plan, from: '2026-01-01', to: '2027-12-31' }
  return { path: '/api/v1/schedules/preview', method: 'POST', headers, body }
}

async function feedQuestions(
  client: Client,
  headers: Record<string, string>,
  scene: Scene,
): Promise<Question[]> {
  const ofDuty = await feedOf(client, headers, { kind: 'duty', id: scene.dutyOfFeed.id })
  const ofAll = await feedOf(client, headers, { kind: 'organisation' })
  let tag = ''
  return [
    {
      name: 'feed, nothing changed (304)',
      before: async () => {
        tag = (await client.send({ path: ofDuty })).headers.get('ETag') ?? ''
      },
      ask: () => ({ path: ofDuty, headers: { 'If-None-Match': tag }, status: 304 }),
      mostOverEmpty: 1,
      mostRead: 8,
    },
    { name: `feed of ${scene.dutyOfFeed.rounds} rounds`, ask: { path: ofDuty }, mostOverEmpty: 3 },
    { name: 'feed of the organisation', ask: { path: ofAll } },
  ]
}

async function feedOf(client: Client, headers: Record<string, string>, scope: object): Promise<string> {
  const body = { name: 'bench', scope }
  const made = await client.send({ path: '/api/v1/feeds', method: 'POST', headers, body, status: 201 })
  const { url } = (await made.json()) as { url: string }
  return new URL(url).pathname
}

/** Every tick is of another round, by somebody of the unit that performs it. */
async function tickQuestion(client: Client, { ticks }: Scene, batches: number): Promise<Question> {
  const cookies = new Map<string, Record<string, string>>()
  for (const { memberId } of ticks) {
    if (!cookies.has(memberId)) cookies.set(memberId, await client.signIn(memberId))
  }
  const left = ticks.values()
  return {
    name: 'tick-off (API)',
    ask: () => {
      const next = left.next().value
      if (!next) throw new Error('no open round is left to tick off')
      const path = `/api/v1/rounds/${next.roundId}/completion`
      return { path, method: 'POST', headers: cookies.get(next.memberId) ?? {}, body: {}, status: 201 }
    },
    atMost: Math.floor(ticks.length / (batches + 1)),
    mostCpu: 5,
    mostRead: 30,
    mostWritten: 14,
  }
}
