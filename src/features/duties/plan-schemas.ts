import { z } from '@hono/zod-openapi'
import type { Plan } from '../../domain/schedule/plan.ts'

/** A plan as it is sent: the server gives the id; the organisation's zone holds where none is named. */
export type PlanInput = Omit<Plan, 'id' | 'timeZone'> & { timeZone?: string }

// Only the shape is checked here; what the texts mean, and whether it yields anything, is `checkPlan`'s.
const text = z.string().max(40)
const ids = z.array(z.string().max(60)).max(500)
const tags = z.array(text).max(50)
const months = z
  .array(z.number().int())
  .max(12)
  .openapi({ example: [3, 6, 9, 12] })
const count = z.number().int()
const spread = z.enum(['stagger', 'even', 'end', 'draw'])
const moments = z.array(text).max(400)

const rule = z
  .strictObject({
    kind: z.literal('rule'),
    start: text,
    rrule: z.string().max(500).openapi({ example: 'FREQ=MONTHLY;BYDAY=-1FR' }),
    times: z.array(text).max(48).optional(),
    length: text.optional(),
    rdates: moments.optional(),
    exdates: moments.optional(),
  })
  .openapi('RuleRhythm')

const quota = z
  .strictObject({
    kind: z.literal('quota'),
    period: z.enum(['day', 'week', 'month', 'bimonth', 'quarter', 'halfyear', 'year']),
    min: count,
    max: count.nullable().default(null),
    months: months.optional(),
    spread: spread.optional(),
  })
  .openapi('QuotaRhythm')

const season = z
  .strictObject({
    kind: z.literal('season'),
    months,
    min: count,
    max: count.nullable().default(null),
    spread: spread.optional(),
  })
  .openapi('SeasonRhythm')

const calendar = z
  .strictObject({
    kind: z.literal('calendar'),
    days: z.union([
      z.enum(['working', 'off', 'holiday']),
      z.strictObject({ names: z.array(z.string().max(80)).max(50) }),
    ]),
    pick: z.enum(['each', 'first', 'last']),
    shift: count.optional(),
  })
  .openapi('CalendarRhythm')

const interval = z
  .strictObject({ kind: z.literal('interval'), every: text, from: z.enum(['done', 'expiry']) })
  .openapi('IntervalRhythm')

const follow = z
  .strictObject({
    kind: z.literal('follow'),
    duty: z.string().max(60),
    of: z.enum(['planned', 'done']),
    offset: text,
  })
  .openapi('FollowRhythm')

const pick = z
  .strictObject({
    ids: ids.optional(),
    tags: tags.optional(),
    types: z.array(z.string().max(80)).max(50).optional(),
    under: z.string().max(60).optional(),
    exceptTags: tags.optional(),
    exceptIds: ids.optional(),
  })
  .openapi('Pick')

const noTargets = z.strictObject({ none: z.literal(true) })

const targets = z
  .union([
    noTargets,
    z.strictObject({
      units: pick.optional(),
      assets: pick.optional(),
      members: pick.optional(),
      coverage: z.enum(['each', 'rotate', 'draw']),
      perOccurrence: z.union([count, z.literal('auto')]).optional(),
      coverWithin: z.enum(['week', 'month', 'quarter', 'halfyear', 'year']).optional(),
    }),
  ])
  .openapi('Targets')

const window = z
  .strictObject({ openBefore: text.optional(), dueAfter: text.optional(), missAfter: text.optional() })
  .openapi('Window')

const planFields = {
  from: text.openapi({ format: 'date', example: '2026-01-01' }),
  until: text.nullable().default(null),
  rhythm: z.discriminatedUnion('kind', [rule, quota, season, calendar, interval, follow]),
  window: window.default({}),
  holidays: z.enum(['keep', 'next', 'previous', 'nearest', 'skip']).default('keep'),
  targets: targets.default({ none: true }),
  topics: z
    .strictObject({
      per: z.enum(['occurrence', 'month', 'quarter']),
      items: z.array(z.string().max(200)).max(400),
    })
    .optional(),
}

export const planInputSchema = z
  .strictObject({ ...planFields, timeZone: z.string().max(60).optional() })
  // zod's `optional` also admits undefined, which JSON cannot send.
  .transform((plan) => plan as PlanInput)
  .openapi('NewPlan', {
    example: {
      from: '2026-01-01',
      rhythm: { kind: 'quota', period: 'month', min: 1, max: null },
      targets: { units: { tags: ['clinical'] }, coverage: 'each' },
    },
  })

export const planSchema = z
  .object({ id: z.string(), ...planFields, timeZone: z.string() })
  .transform((plan) => plan as Plan)
  .openapi('Plan')
