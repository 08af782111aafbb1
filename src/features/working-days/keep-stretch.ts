import { mayKeepWorkingDays, requireAllowed } from '../../domain/access.ts'
import { invalid, requireFound } from '../../domain/errors.ts'
import { sureDate } from '../../domain/schedule/checked.ts'
import { mostStretches } from '../../domain/working-days/limits.ts'
import type { AuditEntry } from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { requireOpenUnits } from '../units/queries.ts'
import { commitDays } from './commit-days.ts'
import { readDays, type StoredClosure, type StoredNamedDays } from './queries.ts'
import { deleteStretch, insertStretch } from './repository.ts'
import type { StretchInput } from './schemas.ts'

export type Stretch = StoredNamedDays & { unitId: string | null }

const longest = 366

/** Closes a unit for some days, or gives days a name that plans can be made for. Saying the same again changes nothing. */
export async function addStretch(context: Context, input: StretchInput): Promise<Stretch> {
  requireAllowed(mayKeepWorkingDays(context.actor))
  const [from, until] = [sureDate(input.from), sureDate(input.until)]
  if (until < from) throw invalid({ path: 'until', code: 'end-before-start' })
  if (until - from >= longest)
    throw invalid({ path: 'until', code: 'too-many-days', params: { most: longest } })
  const { unitId, name } = input
  if (unitId !== null) await requireOpenUnits(context.store, [unitId], 'unitId')
  const { closures, named } = await readDays(context)
  const said = stretchesOf({ closures, named }).find(
    (each) => each.unitId === unitId && each.name === name && each.from === from && each.until === until,
  )
  if (said !== undefined) return said
  if (closures.length + named.length >= mostStretches) {
    throw invalid({ path: 'name', code: 'too-many', params: { maximum: mostStretches } })
  }
  const stretch = { id: newId('stretch', context.store.orgId), unitId, name, from, until }
  const action = unitId === null ? 'days.named' : 'unit.closed-for-days'
  await commitDays(
    context,
    [insertStretch({ ...stretch, now: context.now })],
    entryOf(context, action, null, stretch),
  )
  return stretch
}

export async function removeStretch(context: Context, id: string): Promise<void> {
  requireAllowed(mayKeepWorkingDays(context.actor))
  const before = requireFound(await findStretch(context, id))
  const action = before.unitId === null ? 'days.name-removed' : 'unit.closure-removed'
  await commitDays(context, [deleteStretch({ id })], entryOf(context, action, before, null))
}

async function findStretch(context: Context, id: string): Promise<Stretch | undefined> {
  const { closures, named } = await readDays(context)
  return stretchesOf({ closures, named }).find((each) => each.id === id)
}

export function stretchesOf({
  closures,
  named,
}: {
  closures: readonly StoredClosure[]
  named: readonly StoredNamedDays[]
}): Stretch[] {
  return [...closures, ...named.map((each) => ({ ...each, unitId: null }))].toSorted(
    (a, b) => a.from - b.from,
  )
}

function entryOf(
  { org }: Context,
  action: string,
  before: Stretch | null,
  after: Stretch | null,
): AuditEntry {
  const unitId = (after ?? before)?.unitId ?? null
  return {
    action,
    subjectId: unitId ?? org.id,
    ...(unitId !== null && { unitId }),
    before: auditedOf(before),
    after: auditedOf(after),
  }
}

function auditedOf(stretch: Stretch | null) {
  return stretch && { name: stretch.name, fromOn: stretch.from, untilOn: stretch.until }
}
