import { z } from '@hono/zod-openapi'
import { answerValues } from '../../domain/round/record.ts'
import { parseDate } from '../../domain/time/civil.ts'
import { parseInstant } from '../../domain/time/zone.ts'
import { date, id, instant, line, orNull, prose } from '../../platform/validation.ts'

export const day = date.transform((text) => parseDate(text) ?? 0)
const moment = instant.transform((text) => parseInstant(text) ?? 0)
const reason = prose(1000).pipe(z.string().min(1))
/** Which there are is the organisation's to say: the verb looks. */
export const excuseCode = z
  .string()
  .min(1)
  .max(40)
  .openapi({ description: 'One that the organisation uses: GET /organisation, `excuses`' })
const limit = z.coerce.number().int().min(1).max(100).default(50)

const roundStates = [
  'planned',
  'open',
  'overdue',
  'missed',
  'done',
  'late',
  'made-up',
  'excused',
  'withdrawn',
] as const

const text = z.string().nullable()

const outcomeSchema = z
  .object({
    kind: z.enum(['done', 'excused']),
    memberId: z.string(),
    performedAt: z.string(),
    enteredAt: z.string(),
    lateEntry: z.boolean(),
    confirmedBy: text,
    confirmedAt: text,
    code: text,
    reason: text,
    note: text,
  })
  .openapi('Outcome')

const missReasonSchema = z
  .object({ reason: z.string(), memberId: text, at: text, acknowledgedBy: text, acknowledgedAt: text })
  .openapi('MissReason')

export const roundSummarySchema = z
  .object({
    id: z.string(),
    dutyId: text,
    key: z.string(),
    title: z.string(),
    titleEn: text,
    topic: text,
    state: z.enum(roundStates),
    planned: z.string(),
    startsAt: text,
    opensAt: z.string(),
    dueAt: z.string(),
    missesAt: text,
    firstDueAt: text,
    postponeReason: text,
    ownedBy: z.string(),
    performedBy: z.string(),
    assigneeId: text,
    targetKind: z.enum(['unit', 'asset', 'member']).nullable(),
    targetId: text,
    targetUnitId: text,
    checklistId: text,
    checklistVersion: z.number().int().nullable(),
    makeUp: z.enum(['allowed', 'forbidden']),
    extra: z.boolean(),
    startedAt: text,
    startedBy: text,
    withdrawnAt: text,
    withdrawnReason: text,
    missReason: orNull(missReasonSchema),
    outcome: orNull(outcomeSchema),
    version: z.number().int(),
  })
  .openapi('RoundSummary')
export type RoundSummaryBody = z.output<typeof roundSummarySchema>

const excuseSchema = z
  .object({
    memberId: z.string(),
    askedAt: z.string(),
    code: z.string(),
    reason: z.string(),
    granted: z.boolean().nullable(),
    decidedBy: text,
    decidedAt: text,
    decisionReason: text,
  })
  .openapi('ExcuseRequest')

export const roundSchema = roundSummarySchema.extend({ excuse: orNull(excuseSchema) }).openapi('Round')
export type RoundBody = z.output<typeof roundSchema>

const answerSchema = z
  .object({
    id: z.string(),
    item: z.string(),
    value: z.enum(answerValues),
    note: text,
    at: z.string(),
    memberId: z.string(),
    reason: text,
  })
  .openapi('Answer')

export const recordSchema = z
  .object({
    checklistVersion: z.number().int().nullable(),
    items: z.array(z.object({ id: z.string(), text: z.string(), textEn: text, help: text, helpEn: text })),
    answers: z.array(answerSchema),
  })
  .openapi('Record')
export type RecordBody = z.output<typeof recordSchema>

export const roundWithRecordSchema = roundSchema.extend({ record: recordSchema }).openapi('RoundWithRecord')

export const listRoundsSchema = z.object({
  state: z.enum(roundStates).optional(),
  unit: id
    .optional()
    .openapi({ description: 'The performing or the inspected unit. Pages may come out short.' }),
  duty: id.optional(),
  ownedBy: id.optional().openapi({ description: 'Rounds of the duties that the unit owns.' }),
  performedBy: id.optional(),
  assignee: id.optional(),
  from: day.optional().openapi({ description: 'Due on this day or later.' }),
  to: day.optional().openapi({ description: 'Due on this day or earlier.' }),
  cursor: z.string().max(300).optional(),
  limit,
})
export type ListRoundsInput = z.output<typeof listRoundsSchema>

export const createRoundSchema = z
  .strictObject({
    dutyId: id.nullable().optional(),
    title: line(120).nullable().optional(),
    targetId: id.nullable().optional(),
    planned: day,
    dueAt: moment.nullable().optional(),
    checklistId: id.nullable().optional(),
    performedBy: id.nullable().optional(),
    ownedBy: id.nullable().optional(),
    assigneeId: id.nullable().optional(),
  })
  .openapi('NewRound', { example: { title: '消防通道临时检查', planned: '2026-03-02' } })
export type CreateRoundInput = z.output<typeof createRoundSchema>

export const changeRoundSchema = z
  .strictObject({
    planned: day.optional(),
    dueAt: moment.optional(),
    reason: reason.optional(),
    assigneeId: id.nullable().optional(),
    performedBy: id.optional(),
  })
  .openapi('RoundChange', { example: { planned: '2026-03-04' } })
export type ChangeRoundInput = z.output<typeof changeRoundSchema>

const answer = z.strictObject({
  id: z.string().regex(/^[\w-]{1,64}$/, { error: 'invalid-value' }),
  item: z.string().min(1).max(64),
  value: z.enum(answerValues),
  note: prose(1000).nullable().optional(),
  at: moment.optional(),
})
export type AnswerInput = z.output<typeof answer>

export const keepAnswersSchema = z.strictObject({ answers: z.array(answer).max(200) }).openapi('Answers', {
  example: { answers: [{ id: 'a1', item: 'exits', value: 'no', note: '通道堆放杂物' }] },
})

export const completeSchema = z
  .strictObject({
    performedAt: moment.optional(),
    answers: z.array(answer).max(200).optional(),
    note: prose(2000).nullable().optional(),
  })
  .openapi('Completion', { example: { performedAt: '2026-03-02T09:00:00+08:00' } })
export type CompleteInput = z.output<typeof completeSchema>

export const undoSchema = z
  .strictObject({ reason: reason.optional() })
  .openapi('Undo', { example: { reason: '点错了病区' } })

export const correctSchema = z
  .strictObject({ answers: z.array(answer).min(1).max(200), reason })
  .openapi('Correction', {
    example: { answers: [{ id: 'a2', item: 'exits', value: 'yes' }], reason: '现场复核后更正' },
  })
export type CorrectInput = z.output<typeof correctSchema>

export const excuseRoundSchema = z
  .strictObject({ code: excuseCode, reason })
  .openapi('Excuse', { example: { code: 'out-of-service', reason: '设备送修' } })

export const excuseDecisionSchema = z
  .strictObject({ granted: z.boolean(), reason: reason.optional() })
  .openapi('ExcuseDecision', { example: { granted: true } })

export const missReasonInputSchema = z
  .strictObject({ reason })
  .openapi('MissReasonInput', { example: { reason: '当日全院停电，已安排补查' } })
