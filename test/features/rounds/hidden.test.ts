import { expect, it } from 'vitest'
import { isHiddenFrom, type Actor } from '../../../src/domain/access.ts'
import { findPerson } from '../../../src/features/feeds/queries-person.ts'
import { hiddenAmong, hiddenFrom } from '../../../src/features/rounds/queries-hidden.ts'
import { newWorld, type Person, type World } from '../support/world.ts'
import { day, plan, roundOf, storeOf } from './rig.ts'

async function actorOf(world: World, person: Person): Promise<Actor> {
  const memberId = world.member[person]
  const found = await findPerson(storeOf(world), memberId, { wantsUnits: true, now: world.now })
  if (found === null) throw new Error(`${person} is not there`)
  const via = { kind: 'browser', id: 's' } as const
  const standsInFor = new Set(person === 'neighbour' ? [world.member.inspector] : [])
  return { memberId, role: found.role, rights: found.rights, ...found.places, standsInFor, via }
}

it('statements hide what the rule of access hides, from everybody', async () => {
  const world = await newWorld()
  const { unit, member } = world
  const targets = [
    ...Object.values(unit).map((id) => ({ targetKind: 'unit', targetId: id, targetUnitId: id }) as const),
    { targetKind: 'member', targetId: member.inspector, targetUnitId: null } as const,
    { targetKind: null, targetId: null, targetUnitId: null } as const,
  ]
  const rounds = targets.flatMap((target) =>
    [unit.ward1, unit.office].flatMap((performedBy) =>
      [null, member.inspector].flatMap((assigneeId) =>
        [[], [unit.ward2]].flatMap((withUnits) =>
          [world.now, world.now + day].map((hiddenUntil) =>
            roundOf(world, { ...target, performedBy, assigneeId, withUnits, hiddenUntil }),
          ),
        ),
      ),
    ),
  )
  await plan(world, rounds)
  const ids = rounds.map(({ id }) => id)
  for (const person of [
    'lead',
    'inspector',
    'viewer',
    'officeLead',
    'neighbour',
    'supervisor',
    'admin',
  ] as const) {
    const actor = await actorOf(world, person)
    const byRule = rounds.filter((round) => isHiddenFrom(actor, round, world.now)).map(({ id }) => id)
    const byStatement = await hiddenAmong(storeOf(world), ids, hiddenFrom(actor, world.now))
    expect([...byStatement].toSorted(), person).toEqual(byRule.toSorted())
    expect(byRule.length > 0, person).toBe(!['supervisor', 'admin'].includes(person))
  }
})
