import { parseCursor } from '../../platform/api.ts'
import { query, type BoundQuery } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'
import type { Instant } from '../../domain/time/zone.ts'
import { hiddenColumn, type HiddenParams } from './queries-hidden.ts'
import { outcomeColumn, toOutcome, toRound, type Outcome, type Round, type RoundRow } from './queries.ts'

/** A round in a list; names are looked up once for all (`namesOf` in queries-work.ts). */
export type RoundSummary = { round: Round; outcome: Outcome | null }

/** The due time and id of the last round shown. */
export type RoundCursor = readonly [dueAt: Instant, id: string]

export type RoundRange = {
  /** for whom hidden ones are passed over */
  hidden: HiddenParams
  /** only what somebody still has to do something about, or only what is settled; both where it is not given */
  settled?: boolean
  /** due at this instant or later */
  from?: Instant
  /** due before this instant */
  before?: Instant
  after?: RoundCursor | null
  limit: number
}

type SummaryRow = RoundRow & { outcome: string | null }
type RangeValues = HiddenParams & {
  unsettled: number
  settled: number
  /** the same as a JSON array of the values of `settled` */
  parts: string
  afterDue: number
  afterId: string
  before: number
  limit: number
}

const summary = `rounds.*, ${outcomeColumn} AS outcome`
const within = `(due_at, id) > (:afterDue, :afterId) AND due_at < :before
       AND NOT ${hiddenColumn('rounds')}`

/** Two walks along one index, merged as they go: no more rows are read than shown. */
function roundsByKey(name: string, column: string) {
  const part = (settled: 0 | 1, wanted: string) =>
    `SELECT ${summary} FROM rounds
     WHERE org_id = :org AND ${column} = :key AND settled = ${settled} AND ${within} AND ${wanted} = 1`
  return query<SummaryRow, RangeValues & { key: string }>(
    name,
    `${part(0, ':unsettled')} UNION ALL ${part(1, ':settled')} ORDER BY due_at, id LIMIT :limit`,
  )
}

/** As `roundsByKey`, for several keys: of each at most `limit` rows are read, however many there are. */
function roundsByKeys(name: string, keys: string, column: string) {
  return query<SummaryRow, RangeValues & { keys: string }>(
    name,
    `SELECT ${summary}
     FROM (${keys}) AS wanted, json_each(:parts) AS part, json_each((
         SELECT json_group_array(id) FROM (
           SELECT id FROM rounds
           WHERE org_id = :org AND ${column} = wanted.value AND settled = part.value AND ${within}
           ORDER BY due_at, id LIMIT :limit
         )
       )) AS candidate
       CROSS JOIN rounds ON rounds.org_id = :org AND rounds.id = candidate.value
     ORDER BY rounds.due_at, rounds.id LIMIT :limit`,
  )
}

const given = 'SELECT value FROM json_each(:keys)'
const dutiesOfGiven = `SELECT id AS value FROM duties WHERE org_id = :org AND owned_by IN (${given})`

const selectOfPerformer = roundsByKey('rounds.of-performer', 'performed_by')
const selectOfAssignee = roundsByKey('rounds.of-assignee', 'assignee_id')
const selectOfDuty = roundsByKey('rounds.of-duty', 'duty_id')
const selectOfPerformers = roundsByKeys('rounds.of-performers', given, 'performed_by')
const selectOfOwners = roundsByKeys('rounds.of-owners', dutiesOfGiven, 'duty_id')

const selectOfOrganisation = query<SummaryRow, RangeValues>(
  'rounds.of-organisation',
  `SELECT ${summary} FROM rounds WHERE org_id = :org AND ${within} ORDER BY due_at, id LIMIT :limit`,
)

/** What these units do themselves. */
export function roundsOfPerformers(store: Store, units: readonly string[], range: RoundRange) {
  const [key] = units
  if (key !== undefined && units.length === 1) {
    return summaries(store, selectOfPerformer({ key, ...valuesOf(range) }))
  }
  return summaries(store, selectOfPerformers({ keys: JSON.stringify(units), ...valuesOf(range) }))
}

export function roundsOfAssignee(store: Store, memberId: string, range: RoundRange) {
  return summaries(store, selectOfAssignee({ key: memberId, ...valuesOf(range) }))
}

export function roundsOfDuty(store: Store, dutyId: string, range: RoundRange) {
  return summaries(store, selectOfDuty({ key: dutyId, ...valuesOf(range) }))
}

/** Rounds of the duties that these units own, whoever does them. */
export function roundsOfOwners(store: Store, units: readonly string[], range: RoundRange) {
  return summaries(store, selectOfOwners({ keys: JSON.stringify(units), ...valuesOf(range) }))
}

/** Every round of the organisation, settled or not. */
export function roundsOfOrganisation(store: Store, range: Omit<RoundRange, 'settled'>) {
  return summaries(store, selectOfOrganisation(valuesOf(range)))
}

const endOfTime = 8.64e15

function valuesOf({
  hidden,
  settled,
  from = 0,
  before = endOfTime,
  after = null,
  limit,
}: RoundRange): RangeValues {
  const [afterDue, afterId] = after !== null && after[0] >= from ? after : [from, '']
  return {
    ...hidden,
    unsettled: settled === true ? 0 : 1,
    settled: settled === false ? 0 : 1,
    parts: settled === undefined ? '[0,1]' : settled ? '[1]' : '[0]',
    afterDue,
    afterId,
    before,
    limit,
  }
}

async function summaries(store: Store, bound: BoundQuery<SummaryRow>): Promise<RoundSummary[]> {
  const rows = await store.all(bound)
  return rows.map((row) => ({ round: toRound(row), outcome: toOutcome(row.outcome) }))
}

/** Where the next page begins; null after the last one. */
export function roundCursorAfter(
  page: readonly Pick<Round, 'dueAt' | 'id'>[],
  limit: number,
): RoundCursor | null {
  const last = page.at(-1)
  return last === undefined || page.length < limit ? null : [last.dueAt, last.id]
}

/** Null where the text is no cursor of ours. */
export function parseRoundCursor(text: string): RoundCursor | null {
  const [dueAt, id] = parseCursor(text) ?? []
  return typeof dueAt === 'number' && typeof id === 'string' ? [dueAt, id] : null
}
