import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, it } from 'vitest'
import { newWorld, type World } from '../support/world.ts'
import { giveTo, makeFeed, planRounds, renameUnit, tickOff, undo } from './support.ts'

type Step = { what: 'plan' | 'tick' | 'undo' | 'give' | 'rename' | 'wait'; round: number; hours: number }

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    what: fc.constantFrom('plan', 'tick', 'undo', 'give', 'rename', 'wait'),
    round: fc.integer({ min: 0, max: 3 }),
    hours: fc.integer({ min: 1, max: 40 }),
  }),
  { minLength: 6, maxLength: 12 },
)

it('after any changes: equal tags mean equal bytes, 304 means unchanged, and SEQUENCE never falls', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (wanted) => {
      const world = await newWorld()
      const feeds = [
        await makeFeed(world, 'inspector'),
        await makeFeed(world, 'supervisor', { kind: 'unit', id: world.unit.medicine }),
        await makeFeed(world, 'supervisor', { kind: 'organisation' }),
      ].map(({ path }) => ({
        path,
        tag: '',
        textOf: new Map<string, string>(),
        sequences: new Map<string, number>(),
      }))
      const done = { planned: new Set<number>(), ticked: new Set<number>() }
      for (const step of wanted) {
        await take(world, step, done)
        for (const feed of feeds) await look(world, feed)
      }
    }),
    { numRuns: 5 },
  )
}, 60_000)

type Followed = { path: string; tag: string; textOf: Map<string, string>; sequences: Map<string, number> }

async function look(world: World, feed: Followed): Promise<void> {
  const conditional = await world.as(null).get(feed.path, { 'If-None-Match': feed.tag })
  const response = await world.as(null).get(feed.path)
  const text = await response.text()
  const tag = response.headers.get('ETag') ?? ''
  expect(feed.textOf.get(tag) ?? text).toBe(text)
  if (conditional.status === 304) expect(text).toBe(feed.textOf.get(feed.tag))
  feed.textOf.set(tag, text)
  feed.tag = tag

  const uids = new Set<string>()
  for (const component of new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')) {
    const { uid, sequence } = new ICAL.Event(component)
    expect(uids).not.toContain(uid)
    expect(sequence).toBeGreaterThanOrEqual(feed.sequences.get(uid) ?? 0)
    uids.add(uid)
    feed.sequences.set(uid, sequence)
  }
}

async function take(
  world: World,
  { what, round, hours }: Step,
  done: { planned: Set<number>; ticked: Set<number> },
): Promise<void> {
  if (what === 'wait') world.now += hours * 3_600_000
  if (what === 'rename') await renameUnit(world, 'ward1', `Ward ${hours}`)
  if (what === 'plan' && !done.planned.has(round)) {
    await planRounds(world, [{ id: `r${round}`, on: round, unit: round % 2 === 0 ? 'ward1' : 'ward2' }])
    done.planned.add(round)
  }
  if (!done.planned.has(round)) return
  if (what === 'give') await giveTo(world, `r${round}`, hours % 2 === 0 ? 'ward1' : 'ward2')
  if (what === 'tick' && !done.ticked.has(round)) {
    await tickOff(world, `r${round}`, 'inspector')
    done.ticked.add(round)
  }
  if (what === 'undo' && done.ticked.has(round)) {
    await undo(world, `r${round}`)
    done.ticked.delete(round)
  }
}
