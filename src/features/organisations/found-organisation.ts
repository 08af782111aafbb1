import type { Instant } from '../../domain/time/zone.ts'
import { workingDaysIn } from '../../domain/working-days/founding.ts'
import { auditWrite, type AuditEntry } from '../../platform/audit.ts'
import { countCommit } from '../../platform/change-stamps.ts'
import { newId, newOrgId } from '../../platform/ids.ts'
import type { BoundWrite } from '../../platform/sql.ts'
import type { Member } from '../members/queries.ts'
import { insertMember, joinUnits } from '../members/repository.ts'
import { newLink } from '../sign-in/repository.ts'
import type { Unit } from '../units/queries.ts'
import { insertUnit } from '../units/repository.ts'
import { insertOrganisation } from './repository.ts'
import type { FoundOrganisationInput } from './schemas.ts'

/** Done from the command line, before there is anybody who could be asked: the service itself acts, and runs no store. */
type Run = { now: Instant; requestId: string }

export type WayIn = {
  orgId: string
  /** of the sign-in link */
  secret: string
  expiresAt: Instant
  /** to be run in one transaction */
  writes: BoundWrite[]
}

/** A new organisation with its root unit, one administrator and a sign-in link for them. */
export function foundOrganisation(input: FoundOrganisationInput, run: Run): WayIn {
  const orgId = newOrgId()
  const { name, nameEn, timeZone, locale } = input
  const unit = rootUnit(orgId, input)
  const admin = firstAdmin(orgId, input.admin, unit)
  const link = newLink(orgId, admin, { madeBy: admin.id, now: run.now })
  const writes = [
    insertOrganisation({ name, nameEn, timeZone, locale, settings: settingsIn(timeZone), now: run.now }),
    insertUnit({ ...unit, tags: JSON.stringify(unit.tags), now: run.now }),
    insertMember({ ...admin, rights: JSON.stringify(admin.rights), now: run.now }),
    joinUnits({ id: admin.id, unitIds: JSON.stringify(admin.unitIds) }),
    link.write,
  ]
  const entries = [
    { action: 'organisation.created', subjectId: orgId, after: { name, nameEn, timeZone, locale } },
    { action: 'unit.created', subjectId: unit.id, unitId: unit.id, after: unit },
    { action: 'member.created', subjectId: admin.id, after: admin },
    link.entry,
  ]
  return { orgId, secret: link.secret, expiresAt: link.expiresAt, writes: committed(writes, entries, run) }
}

/** A sign-in link for an administrator who has no other way back in. */
export function letBackIn(orgId: string, admin: { id: string; version: number }, run: Run): WayIn {
  const link = newLink(orgId, admin, { madeBy: admin.id, now: run.now })
  const writes = committed([link.write], [link.entry], run)
  return { orgId, secret: link.secret, expiresAt: link.expiresAt, writes }
}

/** What it does not begin with is as `defaultSettings` has it. */
function settingsIn(timeZone: string): string {
  const workingDays = workingDaysIn(timeZone)
  return JSON.stringify(workingDays === null ? {} : { workingDays })
}

function rootUnit(orgId: string, { name, nameEn }: FoundOrganisationInput): Unit {
  const id = newId('unit', orgId)
  return { id, parentId: null, name, nameEn, code: null, tags: [], order: 0, closedOn: null, version: 1 }
}

function firstAdmin(orgId: string, name: string, unit: Unit): Member {
  const id = newId('member', orgId)
  const unitIds = [unit.id]
  return {
    id,
    code: null,
    name,
    nameEn: null,
    role: 'admin',
    rights: [],
    unitIds,
    closedOn: null,
    version: 1,
  }
}

/** What `commit` adds to a request's writes. */
function committed(
  writes: readonly BoundWrite[],
  entries: readonly AuditEntry[],
  { now, requestId }: Run,
): BoundWrite[] {
  return [countCommit({}), ...writes, auditWrite(entries, { at: now, memberId: null, requestId })]
}
