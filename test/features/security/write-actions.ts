import { noteMissed } from '../../../src/jobs/note-missed.ts'
import { noteOverdue } from '../../../src/jobs/note-overdue.ts'
import { monthly } from '../duties/duty-form.ts'
import { makeDuty as dutyOf, newPlan } from '../duties/support.ts'
import { day, hour, jobContextOf, makeChecklist, pathOf, planned } from '../rounds/rig.ts'
import type { Client, Person, World } from '../support/world.ts'

/** A unit's own things, or those of a unit that concerns nobody but the neighbour. */
export type Place = 'own' | 'other'

/** One way to write something: how it is prepared, how a program asks for it, how a page's form does. */
export type Action = {
  may: readonly Person[]
  /** how many entries it leaves in the audit trail: one where nothing is said */
  entries?: number
  /** false: it only shows what a write would do */
  writes?: boolean
  prepare: (world: World, place: Place) => Promise<string>
  api: Ask
  page?: Ask
}

export type Ask = (client: Client, id: string, world: World) => Promise<Response>

export const seen = { 'If-Match': '1' }
export const reason = '病区装修'

function handsOf({ unit }: World, place: Place): { ownedBy: string; performedBy: string } {
  return place === 'own'
    ? { ownedBy: unit.office, performedBy: unit.ward1 }
    : { ownedBy: unit.ward2, performedBy: unit.ward2 }
}

/** Somebody who may tick it, and is none of those asked about. */
function tickerOf(place: Place): Person {
  return place === 'own' ? 'colleague' : 'neighbour'
}

/** Open today and for three days more. */
export async function roundIn(
  world: World,
  place: Place,
  checklistId: string | null = null,
): Promise<string> {
  const hands = handsOf(world, place)
  const dueAt = world.now + 3 * day + 15 * hour
  const target = { targetId: hands.performedBy, targetUnitId: hands.performedBy }
  return planned(world, { ...hands, ...target, dueAt, opensAt: world.now - 2 * day, checklistId })
}

async function withChecklist(world: World, place: Place): Promise<string> {
  const id = `checklist_${world.orgId}_fire`
  const known = await world.as('supervisor').get(`/api/v1/checklists/${id}`)
  return roundIn(world, place, known.status === 200 ? id : await makeChecklist(world))
}

async function ticked(world: World, place: Place, body: Record<string, unknown> = {}): Promise<string> {
  const id = 'answers' in body ? await withChecklist(world, place) : await roundIn(world, place)
  await succeeding(world.as(tickerOf(place)).post(pathOf(id, '/completion'), body))
  return id
}

const bothAnswers = ['exits', 'hydrant'].map((item) => ({ id: `first-${item}`, item, value: 'yes' }))

async function missed(world: World, place: Place): Promise<string> {
  const hands = handsOf(world, place)
  const target = { targetId: hands.performedBy, targetUnitId: hands.performedBy }
  const past = { opensAt: world.now - 3 * day, dueAt: world.now - 2 * day, missesAt: world.now - day }
  const id = await planned(world, { ...hands, ...target, ...past })
  await noteOverdue(jobContextOf(world), world.now, 1_000)
  await noteMissed(jobContextOf(world), world.now, 1_000)
  return id
}

/** Where a plan of a duty is found; the second of two. */
export async function planIn(world: World, place: Place): Promise<string> {
  const { ownedBy, performedBy } = handsOf(world, place)
  const plan = newPlan({ targets: { units: { ids: [performedBy] }, coverage: 'each' } })
  const { id, plans } = await dutyOf(world, { ownedBy, performedBy, plans: [plan, plan] })
  return `${id}/plans/${plans[1]?.id}`
}

export async function dutyIn(world: World, place: Place): Promise<string> {
  const { ownedBy, performedBy } = handsOf(world, place)
  const plan = newPlan({ targets: { units: { ids: [performedBy] }, coverage: 'each' } })
  return (await dutyOf(world, { ownedBy, performedBy, plans: [plan] })).id
}

async function succeeding(response: Promise<Response>): Promise<void> {
  const answered = await response
  if (!answered.ok) throw new Error(await answered.text())
}

const performers = ['inspector', 'lead', 'supervisor'] as const
export const steerers = ['lead', 'officeLead', 'supervisor'] as const
export const owners = ['officeLead', 'supervisor'] as const

/** What is done to a round or a duty that is there: who may not read it finds nothing, who may only read it is refused. */
export const actionsOn: Readonly<Record<string, Action>> = {
  'tick off': {
    may: performers,
    prepare: roundIn,
    api: (client, id) => client.post(pathOf(id, '/completion'), {}),
    page: (client, id) => client.form(`/rounds/${id}/completion`, {}),
  },
  'give the first answer': {
    may: performers,
    entries: 2,
    prepare: withChecklist,
    api: (client, id) =>
      client.patch(pathOf(id, '/record'), { answers: [{ id: 'one', item: 'exits', value: 'yes' }] }),
    page: (client, id) => client.form(`/rounds/${id}/record`, { 'answer.exits': 'yes' }),
  },
  'ask to be excused': {
    may: ['inspector', 'lead', 'officeLead', 'supervisor'],
    prepare: roundIn,
    api: (client, id) => client.post(pathOf(id, '/excuse'), { code: 'in-use', reason }),
    page: (client, id) => client.form(`/rounds/${id}/excuse`, { excuseCode: 'in-use', excuseReason: reason }),
  },
  'grant an excuse': {
    may: owners,
    prepare: async (world, place) => {
      const id = await roundIn(world, place)
      await succeeding(world.as(tickerOf(place)).post(pathOf(id, '/excuse'), { code: 'in-use', reason }))
      return id
    },
    api: (client, id) => client.put(pathOf(id, '/excuse/decision'), { granted: true }),
    page: (client, id) => client.form(`/rounds/${id}/decision`, { granted: 'yes' }),
  },
  'move inside the window': {
    may: ['inspector', 'lead', 'officeLead', 'supervisor'],
    prepare: roundIn,
    api: (client, id) => client.patch(pathOf(id), { planned: '2026-03-03' }, seen),
    page: (client, id) => client.form(`/rounds/${id}/plan`, { planned: '2026-03-03', version: '1' }),
  },
  postpone: {
    may: owners,
    prepare: roundIn,
    api: (client, id) => client.patch(pathOf(id), { dueAt: '2026-03-10T00:00:00+08:00', reason }, seen),
    page: (client, id) =>
      client.form(`/rounds/${id}/plan`, { dueOn: '2026-03-09', postponeReason: reason, version: '1' }),
  },
  'hand over': {
    may: steerers,
    prepare: roundIn,
    api: (client, id, world) => client.patch(pathOf(id), { assigneeId: world.member.colleague }, seen),
    page: (client, id, world) =>
      client.form(`/rounds/${id}/hand-over`, { assigneeId: world.member.colleague, version: '1' }),
  },
  'undo somebody’s tick': {
    may: steerers,
    prepare: ticked,
    api: (client, id) => client.delete(pathOf(id, '/completion'), { reason }),
    page: (client, id) => client.form(`/rounds/${id}/undo`, { undoReason: reason }),
  },
  'correct somebody’s record': {
    may: steerers,
    prepare: (world, place) => ticked(world, place, { answers: bothAnswers }),
    api: (client, id) =>
      client.post(pathOf(id, '/corrections'), {
        reason,
        answers: [{ id: 'second', item: 'exits', value: 'not-applicable', note: '改建' }],
      }),
    page: (client, id) =>
      client.form(`/rounds/${id}/correction`, {
        'answer.exits': 'not-applicable',
        'note.exits': '改建',
        correctionReason: reason,
      }),
  },
  'confirm a late entry': {
    may: steerers,
    prepare: (world, place) => ticked(world, place, { performedAt: '2026-03-01T08:00:00+08:00' }),
    api: (client, id) => client.put(pathOf(id, '/completion/confirmation')),
    page: (client, id) => client.form(`/rounds/${id}/confirmation`, {}),
  },
  'say why it was missed': {
    may: performers,
    prepare: missed,
    api: (client, id) => client.put(pathOf(id, '/miss-reason'), { reason }),
    page: (client, id) => client.form(`/rounds/${id}/miss-reason`, { missReason: reason }),
  },
  'acknowledge why it was missed': {
    may: owners,
    prepare: async (world, place) => {
      const id = await missed(world, place)
      await succeeding(world.as(tickerOf(place)).put(pathOf(id, '/miss-reason'), { reason }))
      return id
    },
    api: (client, id) => client.put(pathOf(id, '/miss-reason/acknowledgement')),
    page: (client, id) => client.form(`/rounds/${id}/acknowledgement`, {}),
  },
  'change a duty': {
    may: owners,
    prepare: dutyIn,
    api: (client, id) => client.patch(`/api/v1/duties/${id}`, { title: '手卫生抽查' }, seen),
    page: (client, id, world) =>
      client.form(`/duties/${id}`, { ...monthly(world, { title: '手卫生抽查' }), version: '1' }),
  },
  'revise a duty': {
    may: owners,
    prepare: dutyIn,
    api: (client, id) =>
      client.post(`/api/v1/duties/${id}/plans`, { from: '2026-04-01', plan: newPlan(), replaces: null }),
  },
  'end a plan': {
    may: owners,
    prepare: planIn,
    api: (client, path) => client.patch(`/api/v1/duties/${path}`, { until: '2026-06-30' }, seen),
    page: (client, path) =>
      client.form(`/duties/${path}/ending`, {
        until: '2026-06-30',
        seen: JSON.stringify({ until: '2026-06-30' }),
        version: '1',
      }),
  },
  'give a plan precedence': {
    may: owners,
    prepare: planIn,
    api: (client, path) => client.form(`/duties/${path}/precedence`, { version: '1' }),
  },
  'suspend a duty': {
    may: owners,
    prepare: dutyIn,
    api: (client, id) =>
      client.put(`/api/v1/duties/${id}/suspension`, { from: '2026-04-01', until: null, reason }),
    page: (client, id) => client.form(`/duties/${id}/suspension`, { from: '2026-04-01', reason }),
  },
  'resume a duty': {
    may: owners,
    prepare: async (world, place) => {
      const id = await dutyIn(world, place)
      const suspension = { from: '2026-03-02', until: null, reason }
      await succeeding(world.as('supervisor').put(`/api/v1/duties/${id}/suspension`, suspension))
      return id
    },
    api: (client, id) => client.delete(`/api/v1/duties/${id}/suspension`),
    page: (client, id) => client.form(`/duties/${id}/resumption`, {}),
  },
  'close a duty': {
    may: owners,
    prepare: dutyIn,
    api: (client, id) => client.patch(`/api/v1/duties/${id}`, { closed: true }, seen),
    page: (client, id) => client.form(`/duties/${id}/closing`, { version: '1' }),
  },
}
