import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { keptOf } from '../support/kept.ts'
import { newWorld, type Person, type World } from '../support/world.ts'
import { losses, overloads } from './d1-fault-strings.ts'
import { actionsAnywhere } from './write-actions-anywhere.ts'
import { actionsOnKeys } from './write-actions-keys.ts'
import { actionsOnSessions } from './write-actions-sessions.ts'
import { actionsOnDays } from './write-actions-days.ts'
import { actionsOnThings } from './write-actions-things.ts'
import { actionsOn, type Action, type Ask } from './write-actions.ts'

/**
 * Every fault that D1 can answer, before the batch of each write (nothing is kept) and behind it (all is kept, but the answer is
 * lost): never a success that is none, never a part, never sent twice.
 */
const every = [...overloads, ...losses]
const firstBatch = 1

/**
 * One string of each sort is enough where all of them would cost minutes: for what a page asks of a verb that a program asks
 * too, and behind a write that can be done but once in a world.
 */
const oneOfEach = [...overloads.slice(0, 1), ...losses.slice(0, 1)]

type Case = {
  name: string
  faults: readonly string[]
  person: Person
  /** makes another thing each time, so that one world serves for all strings */
  isRepeatable: boolean
  prepare: (world: World) => Promise<string>
  ask: Ask
}

const cases: Case[] = [
  ...Object.entries(actionsOn).flatMap(([name, action]) =>
    casesOf(name, { ...action, isRepeatable: true, prepare: (world) => action.prepare(world, 'own') }),
  ),
  ...Object.entries({
    ...actionsAnywhere,
    ...actionsOnKeys,
    ...actionsOnSessions,
    ...actionsOnDays,
    ...actionsOnThings,
  }).flatMap(([name, action]) => casesOf(name, { isRepeatable: false, prepare: async () => '', ...action })),
]

describe.each(cases)('$name', ({ person, faults, isRepeatable, prepare, ask }) => {
  it('failed before: told, and nothing is kept', async () => {
    const world = await newWorld()
    const id = await prepare(world)
    const before = await keptOf(world)
    for (const message of faults) {
      const failing = failingAt(world, { message, batch: firstBatch, moment: 'before' })
      expect((await ask(world.as(person), id, world)).status, message).toBe(503)
      expect(failing.batches, message).toBe(1)
    }
    expect(await keptOf(world)).toEqual(before)
  })

  it('kept, but the answer is lost: told, whole, and not sent again', async () => {
    const expected = await entriesWhenKept({ person, prepare, ask })
    let world = await newWorld()
    for (const message of isRepeatable ? faults : oneOfEach) {
      if (!isRepeatable) world = await newWorld()
      world.database = env.DB
      const id = await prepare(world)
      const before = await entriesIn(world)
      const failing = failingAt(world, { message, batch: firstBatch, moment: 'after' })
      expect((await ask(world.as(person), id, world)).status, message).toBe(503)
      expect(failing.batches, message).toBe(1)
      expect((await entriesIn(world)) - before, message).toBe(expected)
    }
  })
})

function casesOf(
  name: string,
  {
    may,
    isRepeatable,
    prepare,
    writes = true,
    api,
    page,
  }: Pick<Case, 'isRepeatable' | 'prepare'> & Pick<Action, 'may' | 'writes' | 'api' | 'page'>,
): Case[] {
  const [person] = may
  if (person === undefined || !writes) return []
  const byProgram = { name: `${name} by program`, person, faults: every, isRepeatable, prepare, ask: api }
  const byPage = { name: `${name} by page`, person, faults: oneOfEach, isRepeatable, prepare }
  return page ? [byProgram, { ...byPage, ask: page }] : [byProgram]
}

async function entriesWhenKept({
  person,
  prepare,
  ask,
}: Pick<Case, 'person' | 'prepare' | 'ask'>): Promise<number> {
  const world = await newWorld()
  const id = await prepare(world)
  const before = await entriesIn(world)
  const { status } = await ask(world.as(person), id, world)
  expect(status).toBeLessThan(400)
  return (await entriesIn(world)) - before
}

type Moment = { message: string; batch: number; moment: 'before' | 'after' }

/** From now on that batch of writes fails; answers how many there were. */
function failingAt(world: World, { message, batch, moment }: Moment): { batches: number } {
  const seen = { batches: 0 }
  const texts = new WeakMap<D1PreparedStatement, string>()
  const failing = {
    prepare(text: string) {
      const statement = env.DB.prepare(text)
      return {
        bind(...values: unknown[]) {
          const bound = statement.bind(...values)
          texts.set(bound, text)
          return bound
        },
      }
    },
    async batch(statements: D1PreparedStatement[]) {
      if (!statements.some((statement) => isWrite(texts.get(statement) ?? '')))
        return env.DB.batch(statements)
      seen.batches += 1
      if (seen.batches === batch && moment === 'before') throw new Error(message)
      const answered = await env.DB.batch(statements)
      if (seen.batches === batch) throw new Error(message)
      return answered
    },
  }
  world.database = failing as unknown as D1Database
  return seen
}

function isWrite(text: string): boolean {
  return (
    /^\s*(?:INSERT|UPDATE|DELETE)\b/.test(text) ||
    /^\s*WITH\b[^]*\b(?:INSERT INTO|UPDATE|DELETE FROM)\b/.test(text)
  )
}

async function entriesIn({ orgId }: World): Promise<number> {
  const counted = await env.DB.prepare('SELECT count(*) AS entries FROM audit WHERE org_id = ?')
    .bind(orgId)
    .first<{ entries: number }>()
  return counted?.entries ?? 0
}
