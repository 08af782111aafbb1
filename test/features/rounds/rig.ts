import { env } from 'cloudflare:workers'
import { dayAt, parseInstant, type Instant } from '../../../src/domain/time/zone.ts'
import { defaultSettings } from '../../../src/domain/settings.ts'
import { countNewRounds, insertRounds, type RoundValues } from '../../../src/features/rounds/repository.ts'
import type { JobContext } from '../../../src/platform/context.ts'
import { holidayTables } from '../../../src/platform/holiday-tables.ts'
import { lotteryFor } from '../../../src/platform/lottery.ts'
import type { Organisation } from '../../../src/platform/organisation.ts'
import { storeFor, type Store } from '../../../src/platform/store.ts'
import type { World } from '../support/world.ts'
import { keptCounts, recountedCounts } from './recount.ts'

export const hour = 3_600_000
export const day = 24 * hour

export function at(text: string): Instant {
  const instant = parseInstant(text)
  if (instant === null) throw new Error(`${text} is no instant`)
  return instant
}

let rounds = 0

/**
 * A round of ward 1, owned by the office: opened at the world's midnight, due at the next, missed two days later.
 * Without a duty where none is given.
 */
export function roundOf(world: World, values: Partial<RoundValues> = {}): RoundValues {
  rounds += 1
  const today = dayAt(world.now, 'Asia/Shanghai')
  const midnight = today * day - 8 * hour
  const dueAt = values.dueAt ?? midnight + day
  return {
    id: `round_${world.orgId}_${rounds.toString(36).padStart(8, '0')}`,
    dutyId: null,
    planId: null,
    key: `test${rounds}`,
    title: '消防通道巡查',
    topic: null,
    targetKind: 'unit',
    targetId: world.unit.ward1,
    targetUnitId: world.unit.ward1,
    ownedBy: world.unit.office,
    performedBy: world.unit.ward1,
    withUnits: [],
    assigneeId: null,
    checklistId: null,
    makeUp: 'allowed',
    extra: false,
    occursOn: today,
    plannedOn: today,
    startsAt: null,
    opensAt: midnight,
    missesAt: dueAt + 2 * day,
    hiddenUntil: null,
    ...values,
    dueAt,
  }
}

export async function plan(world: World, values: readonly RoundValues[]): Promise<void> {
  const rows = JSON.stringify(values)
  await storeOf(world).batch([...countNewRounds({ rows }), insertRounds({ rows, now: world.now })])
}

/** A round in the store; answers its id. */
export async function planned(world: World, values: Partial<RoundValues> = {}): Promise<string> {
  const round = roundOf(world, values)
  await plan(world, [round])
  return round.id
}

export async function makeDuty(
  world: World,
  values: {
    id?: string
    ownedBy?: string
    performedBy?: string
    checklistId?: string
    closedOn?: number
  } = {},
): Promise<string> {
  const id = values.id ?? `duty_${world.orgId}_fire`
  await env.DB.prepare(
    `INSERT INTO duties (org_id, id, title, title_en, kind, category, owned_by, performed_by, make_up, checklist_id,
       closed_on, updated_at)
     VALUES (?, ?, '消防通道巡查', 'Fire exit round', 'check', 'safety', ?, ?, 'allowed', ?, ?, ?)`,
  )
    .bind(
      world.orgId,
      id,
      values.ownedBy ?? world.unit.office,
      values.performedBy ?? 'target',
      values.checklistId ?? null,
      values.closedOn ?? null,
      world.now,
    )
    .run()
  return id
}

/** A store with a fresh allowance of statements, as each invocation has one. */
export function storeOf(world: World): Store {
  return storeFor(env.DB, world.orgId)
}

/** What a job works with at the world's moment. */
export function jobContextOf(world: World, changed: Partial<Organisation> = {}): JobContext {
  const org: Organisation = {
    id: world.orgId,
    name: '测试医院',
    nameEn: null,
    timeZone: 'Asia/Shanghai',
    locale: 'zh-CN',
    settings: defaultSettings,
    version: 1,
    ...changed,
  }
  return {
    org,
    now: world.now,
    requestId: 'job',
    store: storeOf(world),
    holidays: holidayTables(env),
    lottery: lotteryFor(env.ROUNDS_SECRET, world.orgId),
  }
}

export async function rowsOf<Row>(world: World, sql: string, ...values: unknown[]): Promise<Row[]> {
  const { results } = await env.DB.prepare(sql)
    .bind(world.orgId, ...values)
    .all<Row>()
  return results
}

/** The kept counts beside a slow recount of the rounds, so that a test can compare them. */
export async function countsOf(world: World): Promise<{ kept: string[]; counted: string[] }> {
  const kept = await rowsOf<{ line: string }>(world, keptCounts)
  const counted = await rowsOf<{ line: string }>(world, recountedCounts)
  return { kept: kept.map(({ line }) => line), counted: counted.map(({ line }) => line) }
}

/** Two items, `exits` and `hydrant`; answers the checklist's id. */
export async function makeChecklist(world: World): Promise<string> {
  const id = `checklist_${world.orgId}_fire`
  const items = ['exits', 'hydrant'].map((item) => ({ id: item, text: item, textEn: item }))
  await env.DB.batch([
    env.DB.prepare(
      `INSERT INTO checklists (org_id, id, title, current_version, updated_at) VALUES (?, ?, '消防检查表', 1, ?)`,
    ).bind(world.orgId, id, world.now),
    env.DB.prepare(
      `INSERT INTO checklist_versions (org_id, checklist_id, checklist_version, items, published_at)
       VALUES (?, ?, 1, ?, ?)`,
    ).bind(world.orgId, id, JSON.stringify(items), world.now),
  ])
  return id
}

export type RoundBody = {
  id: string
  title: string
  titleEn: string | null
  state: string
  version: number
  planned: string
  dueAt: string
  firstDueAt: string | null
  assigneeId: string | null
  performedBy: string
  extra: boolean
  outcome: { kind: string; memberId: string; performedAt: string; lateEntry: boolean } | null
  excuse: { granted: boolean | null } | null
  missReason: { reason: string; acknowledgedBy: string | null } | null
}

export type ProblemBody = {
  code: string
  detail: string
  params?: Record<string, string>
  errors?: { path: string; code: string; message: string }[]
}

export function pathOf(id: string, rest = ''): string {
  return `/api/v1/rounds/${id}${rest}`
}

/** The actions that the audit trail holds of a round, oldest first. */
export async function trailOf(world: World, id: string): Promise<string[]> {
  const rows = await rowsOf<{ action: string }>(
    world,
    `SELECT action FROM audit WHERE org_id = ?1 AND subject_id = ?2 ORDER BY seq`,
    id,
  )
  return rows.map(({ action }) => action)
}
