import type { Plan } from '../../domain/schedule/plan.ts'
import { sureDate } from '../../domain/schedule/checked.ts'
import type { Day } from '../../domain/time/civil.ts'
import type { Instant } from '../../domain/time/zone.ts'
import { write, type BoundWrite } from '../../platform/sql.ts'

type DutyValues = {
  id: string
  title: string
  titleEn: string | null
  kind: string
  category: string
  ownedBy: string
  performedBy: string
  withUnits: string
  makeUp: string
  checklistId: string | null
  references: string
  closedOn: Day | null
  plannedUntilOn: Day | null
  planNextOn: Day | null
  now: Instant
}

const insertDutyRows = write<{ rows: string; now: Instant }>(
  'duties.insert',
  `INSERT INTO duties (org_id, id, title, title_en, kind, category, owned_by, performed_by, with_units, make_up,
     checklist_id, standard_references, closed_on, planned_until_on, plan_next_on, library_entry, updated_at)
   SELECT :org, value ->> 'id', value ->> 'title', value ->> 'titleEn', value ->> 'kind', value ->> 'category',
     value ->> 'ownedBy', value ->> 'performedBy', value ->> 'withUnits', value ->> 'makeUp', value ->> 'checklistId',
     value ->> 'references', value ->> 'closedOn', value ->> 'plannedUntilOn', value ->> 'planNextOn',
     value ->> 'libraryEntry', :now
   FROM json_each(:rows)`,
)

const updateDutyRow = write<DutyValues & { version: number }>(
  'duties.update',
  `UPDATE duties SET title = :title, title_en = :titleEn, kind = :kind, category = :category, owned_by = :ownedBy,
     performed_by = :performedBy, with_units = :withUnits, make_up = :makeUp, checklist_id = :checklistId,
     standard_references = :references, closed_on = :closedOn, planned_until_on = :plannedUntilOn,
     plan_next_on = :planNextOn, updated_at = :now, version = iif(version = :version, version + 1, NULL)
   WHERE org_id = :org AND id = :id`,
)

const insertJointRows = write<{ rows: string }>(
  'duties.insert-joint',
  `INSERT INTO joint_duties (org_id, unit_id, duty_id)
   SELECT DISTINCT :org, helper.value, duty.value ->> 'id'
   FROM json_each(:rows) AS duty, json_each(duty.value ->> 'withUnits') AS helper
   WHERE duty.value ->> 'performedBy' NOT IN ('target', helper.value)`,
)

const deleteJointRows = write<{ units: string; dutyId: string }>(
  'duties.delete-joint',
  `DELETE FROM joint_duties
   WHERE org_id = :org AND unit_id IN (SELECT value FROM json_each(:units)) AND duty_id = :dutyId`,
)

const insertPlanRows = write<{ rows: string }>(
  'duties.insert-plans',
  `INSERT INTO plans (org_id, duty_id, id, position, from_on, until_on, schedule)
   SELECT :org, value ->> 'dutyId', value ->> 'id', value ->> 'position', value ->> 'fromOn', value ->> 'untilOn',
     value ->> 'schedule'
   FROM json_each(:rows)`,
)

/** The replacing plan stands where the replaced one stood; where none is replaced, it stands last. */
const insertRevision = write<{
  dutyId: string
  id: string
  replaces: string | null
  fromOn: Day
  untilOn: Day | null
  schedule: string
}>(
  'duties.insert-revision',
  `INSERT INTO plans (org_id, duty_id, id, position, from_on, until_on, schedule)
   SELECT :org, :dutyId, :id,
     coalesce(max(CASE WHEN id = :replaces THEN position END), max(position) + 1, 0), :fromOn, :untilOn, :schedule
   FROM plans WHERE org_id = :org AND duty_id = :dutyId`,
)

const closePlan = write<{ dutyId: string; id: string; untilOn: Day }>(
  'duties.close-plan',
  `UPDATE plans SET until_on = :untilOn
   WHERE org_id = :org AND duty_id = :dutyId AND id = :id AND (until_on IS NULL OR until_on > :untilOn)`,
)

const setEnd = write<{ dutyId: string; id: string; untilOn: Day | null }>(
  'duties.set-plan-end',
  'UPDATE plans SET until_on = :untilOn WHERE org_id = :org AND duty_id = :dutyId AND id = :id',
)

const setOrder = write<{ dutyId: string; ids: string }>(
  'duties.order-plans',
  `UPDATE plans SET position = (SELECT key FROM json_each(:ids) WHERE value = plans.id)
   WHERE org_id = :org AND duty_id = :dutyId AND id IN (SELECT value FROM json_each(:ids))`,
)

/** Fails, and its batch with it, where a duty was changed or planned by somebody else since it was read. */
export const advanceDuties = write<{ rows: string }>(
  'duties.advance',
  `UPDATE duties SET (planned_until_on, plan_next_on, version) = (
     SELECT value ->> 'to', value ->> 'next',
       iif(duties.version = value ->> 'version' AND duties.planned_until_on IS value ->> 'from', duties.version, NULL)
     FROM json_each(:rows) WHERE value ->> 'id' = duties.id
   )
   WHERE org_id = :org AND id IN (SELECT value ->> 'id' FROM json_each(:rows))`,
)

const mostPlans = 10_000

/** The planner begins anew with every duty that picks targets. */
export const replanTargeted = write<{ today: Day }>(
  'duties.replan-targeted',
  `UPDATE duties SET planned_until_on = NULL, plan_next_on = :today
   WHERE org_id = :org AND closed_on IS NULL AND id IN (
     SELECT duty_id FROM plans
     WHERE org_id = :org AND schedule ->> '$.targets.coverage' IS NOT NULL LIMIT ${mostPlans}
   )`,
)

/** The planner begins anew with every duty whose dates keep to working days: all but rules that fall where they fall. */
export const replanByCalendar = write<{ today: Day }>(
  'duties.replan-by-calendar',
  `UPDATE duties SET planned_until_on = NULL, plan_next_on = :today
   WHERE org_id = :org AND closed_on IS NULL AND id IN (
     SELECT duty_id FROM plans
     WHERE org_id = :org AND (schedule ->> '$.rhythm.kind' <> 'rule' OR schedule ->> '$.holidays' <> 'keep')
     LIMIT ${mostPlans}
   )`,
)

/** The planner begins anew with what these units perform for others. */
const replanPerformedBy = write<{ units: string; today: Day }>(
  'duties.replan-performed-by',
  `UPDATE duties SET planned_until_on = NULL, plan_next_on = :today
   WHERE org_id = :org AND closed_on IS NULL AND id IN (
     SELECT id FROM duties WHERE org_id = :org AND performed_by IN (SELECT value FROM json_each(:units)) LIMIT ${mostPlans}
   )`,
)

/** The planner begins anew with every duty that these units, or an asset, may have rounds of. */
export function planTheirDutiesAnew(units: readonly string[], today: Day): BoundWrite[] {
  return [replanTargeted({ today }), replanPerformedBy({ units: JSON.stringify(units), today })]
}

const setJob = write<{ job: string; watermark: number; now: Instant }>(
  'planning.note-run',
  `INSERT INTO jobs (org_id, job, watermark, ran_at) VALUES (:org, :job, :watermark, :now)
   ON CONFLICT (org_id, job) DO UPDATE SET watermark = :watermark, ran_at = :now`,
)

const addRows = write<{ rows: number; dayStart: Instant; now: Instant }>(
  'planning.note-rows',
  `INSERT INTO jobs (org_id, job, watermark, ran_at) VALUES (:org, 'plan-rounds:rows', :rows, :now)
   ON CONFLICT (org_id, job) DO UPDATE SET watermark = iif(ran_at >= :dayStart, watermark + :rows, :rows), ran_at = :now`,
)

export function notePlanningRun(now: Instant): BoundWrite {
  return setJob({ job: 'plan-rounds', watermark: now, now })
}

/** Changes of units and assets up to that instant have been seen. */
export function noteTargetsSeen(now: Instant): BoundWrite {
  return setJob({ job: 'plan-rounds:targets', watermark: now, now })
}

/** Rounds are planned by the holidays of that version. */
export function noteHolidaysSeen(version: number, now: Instant): BoundWrite {
  return setJob({ job: 'plan-rounds:holidays', watermark: version, now })
}

/** Adds to the rows written since the day began. */
export function noteRowsWritten(rows: number, dayStart: Instant, now: Instant): BoundWrite {
  return addRows({ rows, dayStart, now })
}

/** A suspension that was ended before it began may be set again. */
export const insertSuspension = write<{
  subjectId: string
  fromOn: Day
  untilOn: Day | null
  reason: string
  memberId: string
  now: Instant
}>(
  'duties.insert-suspension',
  `INSERT INTO suspensions (org_id, subject_id, from_on, until_on, reason, member_id, created_at)
   VALUES (:org, :subjectId, :fromOn, :untilOn, :reason, :memberId, :now)
   ON CONFLICT (org_id, subject_id, from_on) DO UPDATE SET until_on = :untilOn, reason = :reason,
     member_id = :memberId, created_at = :now`,
)

export const endSuspension = write<{ subjectId: string; fromOn: Day; untilOn: Day }>(
  'duties.end-suspension',
  `UPDATE suspensions SET until_on = :untilOn
   WHERE org_id = :org AND subject_id = :subjectId AND from_on = :fromOn`,
)

/** A duty as verbs hold it. */
type Duty = Omit<DutyValues, 'withUnits' | 'references' | 'now'> & {
  plans: readonly Plan[]
  withUnits: readonly string[]
  references: readonly unknown[]
  version: number
}

/** `libraryEntry`: what it was taken over from. */
export function insertDuties(
  duties: readonly (Duty & { libraryEntry?: string })[],
  now: Instant,
): BoundWrite[] {
  const rows = duties.map((duty) => ({ ...dutyValues(duty, now), libraryEntry: duty.libraryEntry ?? null }))
  const plans = duties.flatMap(({ id: dutyId, plans: own }) =>
    own.map((plan, position) => ({ dutyId, position, ...planValues(plan) })),
  )
  return [
    insertDutyRows({ rows: JSON.stringify(rows), now }),
    insertPlanRows({ rows: JSON.stringify(plans) }),
    ...(duties.some(isJoint) ? [insertJointRows({ rows: JSON.stringify(rows) })] : []),
  ]
}

function isJoint({ withUnits }: Pick<Duty, 'withUnits'>): boolean {
  return withUnits.length > 0
}

/** Who takes part, where that has changed: what each unit checks for itself has helpers, but nobody who joins it. */
export function rejoinDuty(before: Duty, after: Duty, now: Instant): BoundWrite[] {
  const isSame =
    before.performedBy === after.performedBy &&
    JSON.stringify(before.withUnits) === JSON.stringify(after.withUnits)
  if (isSame || !(isJoint(before) || isJoint(after))) return []
  return [
    deleteJointRows({ units: JSON.stringify(before.withUnits), dutyId: after.id }),
    insertJointRows({ rows: JSON.stringify([dutyValues(after, now)]) }),
  ]
}

/** `duty.version` is the one that was read; the row then has the next. */
export function updateDuty(duty: Duty, now: Instant): BoundWrite {
  return updateDutyRow({ ...dutyValues(duty, now), version: duty.version })
}

export function revisePlans(dutyId: string, plan: Plan, replaces: string | null): BoundWrite[] {
  const { fromOn } = planValues(plan)
  return [
    ...(replaces === null ? [] : [closePlan({ dutyId, id: replaces, untilOn: fromOn - 1 })]),
    insertRevision({ dutyId, replaces, ...planValues(plan) }),
  ]
}

export function setPlanEnd(dutyId: string, plan: Plan): BoundWrite {
  const { id, untilOn } = planValues(plan)
  return setEnd({ dutyId, id, untilOn })
}

/** All plans of the duty, in their order of precedence. */
export function orderPlans(dutyId: string, plans: readonly Plan[]): BoundWrite {
  return setOrder({ dutyId, ids: JSON.stringify(plans.map(({ id }) => id)) })
}

function dutyValues(duty: Duty, now: Instant): DutyValues {
  const { plans: _, version: __, withUnits, references, ...rest } = duty
  return { ...rest, withUnits: JSON.stringify(withUnits), references: JSON.stringify(references), now }
}

function planValues({ id, from, until, ...schedule }: Plan) {
  return {
    id,
    fromOn: sureDate(from),
    untilOn: until === null ? null : sureDate(until),
    schedule: JSON.stringify(schedule),
  }
}
