import ICAL from 'ical.js'
import { dayAt, startOfDay } from '../../../src/domain/time/zone.ts'
import { commit } from '../../../src/platform/context.ts'
import { write } from '../../../src/platform/sql.ts'
import { jobContextOf } from '../rounds/rig.ts'
import type { Person, Place, World } from '../support/world.ts'

type Made = { id: string; on?: number; unit?: Place; assignee?: Person; title?: string; dutyId?: string }

const insertRound = write<{ rows: string; now: number }>(
  'test.feeds.insert-rounds',
  `INSERT INTO rounds (org_id, id, duty_id, occurrence_key, title, target_kind, target_id, target_unit_id, owned_by,
     performed_by, assignee_id, make_up, occurs_on, planned_on, opens_at, due_at, misses_at, created_at, updated_at)
   SELECT :org, value ->> 'id', value ->> 'dutyId', value ->> 'id', value ->> 'title', 'unit', value ->> 'unit',
     value ->> 'unit', value ->> 'owner', value ->> 'unit', value ->> 'assignee', 'allowed', value ->> 'on', value ->> 'on',
     value ->> 'opensAt', value ->> 'dueAt', value ->> 'missesAt', :now, :now FROM json_each(:rows)`,
)
const tick = write<{ id: string; memberId: string; now: number }>(
  'test.feeds.insert-outcome',
  `INSERT INTO outcomes (org_id, round_id, kind, member_id, performed_at, entered_at)
   VALUES (:org, :id, 'done', :memberId, :now, :now)`,
)
const settle = write<{ id: string; now: number }>(
  'test.feeds.settle-round',
  `UPDATE rounds SET settled = 1, version = version + 1, updated_at = :now WHERE org_id = :org AND id = :id`,
)
const handOver = write<{ id: string; unit: string; now: number }>(
  'test.feeds.hand-over',
  `UPDATE rounds SET performed_by = :unit, version = version + 1, updated_at = :now WHERE org_id = :org AND id = :id`,
)

const untick = write<{ id: string }>(
  'test.feeds.delete-outcome',
  `DELETE FROM outcomes WHERE org_id = :org AND round_id = :id`,
)
const unsettle = write<{ id: string; now: number }>(
  'test.feeds.unsettle-round',
  `UPDATE rounds SET settled = 0, version = version + 1, updated_at = :now WHERE org_id = :org AND id = :id`,
)
const rename = write<{ id: string; nameEn: string }>(
  'test.feeds.rename-unit',
  `UPDATE units SET name_en = :nameEn WHERE org_id = :org AND id = :id`,
)

/** All-day rounds, `on` days from today, missed two days after. */
export async function planRounds(world: World, rounds: Made[]): Promise<void> {
  const zone = 'Asia/Shanghai'
  const today = dayAt(world.now, zone)
  const rows = rounds.map(({ id, on = 0, unit = 'ward1', assignee, title = 'Check', dutyId }) => ({
    id: `round_${world.orgId}_${id}`,
    dutyId: dutyId ?? null,
    title: dutyId === undefined ? title : null,
    unit: world.unit[unit],
    owner: world.unit.office,
    assignee: assignee === undefined ? null : world.member[assignee],
    on: today + on,
    opensAt: startOfDay(today + on, zone),
    dueAt: startOfDay(today + on + 1, zone),
    missesAt: startOfDay(today + on + 3, zone),
  }))
  await commit(jobContextOf(world), [insertRound({ rows: JSON.stringify(rows), now: world.now })], [])
}

export async function tickOff(world: World, id: string, by: Person): Promise<void> {
  const roundId = `round_${world.orgId}_${id}`
  const writes = [
    tick({ id: roundId, memberId: world.member[by], now: world.now }),
    settle({ id: roundId, now: world.now }),
  ]
  await commit(jobContextOf(world), writes, [])
}

export async function giveTo(world: World, id: string, unit: Place): Promise<void> {
  const given = { id: `round_${world.orgId}_${id}`, unit: world.unit[unit], now: world.now }
  await commit(jobContextOf(world), [handOver(given)], [])
}

export async function undo(world: World, id: string): Promise<void> {
  const roundId = `round_${world.orgId}_${id}`
  await commit(jobContextOf(world), [untick({ id: roundId }), unsettle({ id: roundId, now: world.now })], [])
}

export async function renameUnit(world: World, unit: Place, nameEn: string): Promise<void> {
  await commit(jobContextOf(world), [rename({ id: world.unit[unit], nameEn })], [])
}

export type NewFeed = { id: string; url: string; webcalUrl: string; path: string }

export async function makeFeed(
  world: World,
  person: Person,
  scope: unknown = { kind: 'member' },
): Promise<NewFeed> {
  const response = await world
    .as(person)
    .post('/api/v1/feeds', { name: 'Mine', scope, options: { language: 'en' } })
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`)
  const feed = await response.json<NewFeed>()
  return { ...feed, path: new URL(feed.url).pathname }
}

/** What a foreign parser reads: each event's title by the last part of its UID. */
export async function eventsOf(response: Response): Promise<Record<string, string>> {
  const calendar = new ICAL.Component(ICAL.parse(await response.text()))
  return Object.fromEntries(
    calendar.getAllSubcomponents('vevent').map((component) => {
      const event = new ICAL.Event(component)
      return [/_([^_@]+)@rounds$/.exec(event.uid)?.[1] ?? event.uid, event.summary]
    }),
  )
}
