import { z } from 'zod'
import type { LibraryChecklist } from '../../src/domain/library/pack.ts'

// The shape alone; what a plan means, and whether it yields anything, is `checkPlan`'s.
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const words = z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) })
const count = z.number().int()
const months = z.array(count)
const spread = z.enum(['stagger', 'even', 'end', 'draw']).optional()
const counted = { min: count, max: count.nullable(), spread }

const rhythm = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('rule'),
    start: z.string().startsWith('2026-'),
    rrule: z.string(),
    times: z.array(z.string()).optional(),
    length: z.string().optional(),
    rdates: z.array(z.string()).optional(),
    exdates: z.array(z.string()).optional(),
  }),
  z.strictObject({
    kind: z.literal('quota'),
    period: z.enum(['day', 'week', 'month', 'bimonth', 'quarter', 'halfyear', 'year']),
    months: months.optional(),
    ...counted,
  }),
  z.strictObject({ kind: z.literal('season'), months, ...counted }),
  z.strictObject({
    kind: z.literal('calendar'),
    days: z.union([
      z.enum(['working', 'off', 'holiday']),
      z.strictObject({ names: z.array(z.string().min(1)).min(1) }),
    ]),
    pick: z.enum(['each', 'first', 'last']),
    shift: count.optional(),
  }),
  z.strictObject({ kind: z.literal('interval'), every: z.string(), from: z.enum(['done', 'expiry']) }),
  z.strictObject({
    kind: z.literal('follow'),
    duty: id,
    of: z.enum(['planned', 'done']),
    offset: z.string(),
  }),
])

/** Without ids and branches: a pack knows nobody's units. */
const pick = z.strictObject({
  tags: z.array(z.string()).min(1).optional(),
  types: z.array(z.string()).min(1).optional(),
  exceptTags: z.array(z.string()).min(1).optional(),
})

const targets = z.union([
  z.strictObject({ none: z.literal(true) }),
  z.strictObject({
    units: pick.optional(),
    assets: pick.optional(),
    members: pick.optional(),
    coverage: z.enum(['each', 'rotate', 'draw']),
    perOccurrence: z.union([count, z.literal('auto')]).optional(),
    coverWithin: z.enum(['week', 'month', 'quarter', 'halfyear', 'year']).optional(),
  }),
])

const plan = z.strictObject({
  rhythm,
  window: z
    .strictObject({
      openBefore: z.string().optional(),
      dueAfter: z.string().optional(),
      missAfter: z.string().optional(),
    })
    .optional(),
  holidays: z.enum(['keep', 'next', 'previous', 'nearest', 'skip']).optional(),
  targets,
  topics: z
    .strictObject({ per: z.enum(['occurrence', 'month', 'quarter']), items: z.array(words).min(1) })
    .optional(),
})

const duty = z.strictObject({
  id,
  title: words,
  kind: z.enum(['check', 'monitoring', 'meeting', 'training', 'exam', 'report', 'drill', 'other']),
  plans: z.array(plan),
  performedBy: z.enum(['owner', 'target']),
  makeUp: z.enum(['allowed', 'forbidden']),
  checklist: id.nullable(),
  sources: z.array(
    z.strictObject({ plan: z.string().regex(/^\d{3}$/), clause: z.string().regex(/^\d+-\d+$/) }),
  ),
  note: words.optional(),
  isOptional: z.literal(true).optional(),
})

export const packSchema = z.strictObject({
  id,
  title: words,
  about: words,
  category: id,
  duties: z.array(duty),
})
export const checklistsSchema = z.array(
  z.strictObject({ id, title: words, items: z.array(words).min(1) }),
) satisfies z.ZodType<LibraryChecklist[]>
export const samplePlansSchema = z.array(z.strictObject({ id: z.string(), title: words }))
