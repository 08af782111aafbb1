import { createRoute, z } from '@hono/zod-openapi'
import { Refusal } from '../../domain/errors.ts'
import { answers, apiRoutes, jsonBody, jsonContent, listOf, printCursor } from '../../platform/api.ts'
import { contextOf, versionOf, type AppContext } from '../../platform/http.ts'
import { recordBody, roundBody, summaryBodies } from './bodies.ts'
import { changeRound } from './change-round.ts'
import { completeRound } from './complete-round.ts'
import { confirmLateEntry } from './confirm-late-entry.ts'
import { correctRecord } from './correct-record.ts'
import { createRound } from './create-round.ts'
import { decideRoundExcuse, excuseRound } from './excuse-round.ts'
import { acknowledgeRoundMiss, explainRoundMiss } from './explain-miss.ts'
import { keepAnswers } from './keep-answers.ts'
import { listRounds } from './list-rounds.ts'
import { loadRound } from './on-round.ts'
import { recordOf } from './record-answers.ts'
import {
  changeRoundSchema,
  completeSchema,
  correctSchema,
  createRoundSchema,
  excuseDecisionSchema,
  excuseRoundSchema,
  keepAnswersSchema,
  listRoundsSchema,
  missReasonInputSchema,
  recordSchema,
  roundSchema,
  roundSummarySchema,
  roundWithRecordSchema,
  undoSchema,
} from './schemas.ts'
import { undoCompletion } from './undo-completion.ts'

const params = z.object({ id: z.string() })
const asItIsNow = answers(200, 'The round as it is now', roundSchema)
const recordNow = answers(200, 'The record as it is now', recordSchema)

const list = createRoute({
  method: 'get',
  path: '/rounds',
  summary: 'Rounds that you may see, by due time',
  request: { query: listRoundsSchema },
  responses: answers(200, 'A page of rounds', listOf(roundSummarySchema)),
})

const create = createRoute({
  method: 'post',
  path: '/rounds',
  summary: 'A round by hand',
  request: jsonBody(createRoundSchema),
  responses: answers(201, 'The round', roundSchema),
})

const read = createRoute({
  method: 'get',
  path: '/rounds/{id}',
  summary: 'One round with its record',
  request: { params },
  responses: answers(200, 'The round', roundWithRecordSchema),
})

const change = createRoute({
  method: 'patch',
  path: '/rounds/{id}',
  summary: 'Move, postpone or hand over a round (If-Match)',
  request: { params, ...jsonBody(changeRoundSchema) },
  responses: asItIsNow,
})

const record = createRoute({
  method: 'patch',
  path: '/rounds/{id}/record',
  summary: 'Keep answers; a repeated id is ignored',
  request: { params, ...jsonBody(keepAnswersSchema) },
  responses: recordNow,
})

const complete = createRoute({
  method: 'post',
  path: '/rounds/{id}/completion',
  summary: 'Tick off (Idempotency-Key)',
  request: { params, ...jsonBody(completeSchema) },
  responses: answers(201, 'The round, done', roundSchema),
})

const undo = createRoute({
  method: 'delete',
  path: '/rounds/{id}/completion',
  summary: 'Undo a tick that should not be there',
  request: { params, body: jsonContent(undoSchema) },
  responses: asItIsNow,
})

const confirm = createRoute({
  method: 'put',
  path: '/rounds/{id}/completion/confirmation',
  summary: 'Confirm a late entry',
  request: { params },
  responses: asItIsNow,
})

const correct = createRoute({
  method: 'post',
  path: '/rounds/{id}/corrections',
  summary: 'Mend wrong answers of a finished record',
  request: { params, ...jsonBody(correctSchema) },
  responses: answers(201, 'The record as it is now', recordSchema),
})

const excuse = createRoute({
  method: 'post',
  path: '/rounds/{id}/excuse',
  summary: 'Ask to be excused; who may grant asks and grants in one',
  request: { params, ...jsonBody(excuseRoundSchema) },
  responses: answers(201, 'The round with the request', roundSchema),
})

const decide = createRoute({
  method: 'put',
  path: '/rounds/{id}/excuse/decision',
  summary: 'Grant or decline what was asked',
  request: { params, ...jsonBody(excuseDecisionSchema) },
  responses: asItIsNow,
})

const explain = createRoute({
  method: 'put',
  path: '/rounds/{id}/miss-reason',
  summary: 'Say why it was missed',
  request: { params, ...jsonBody(missReasonInputSchema) },
  responses: asItIsNow,
})

const acknowledge = createRoute({
  method: 'put',
  path: '/rounds/{id}/miss-reason/acknowledgement',
  summary: 'Acknowledge why it was missed',
  request: { params },
  responses: asItIsNow,
})

export const roundsApi = apiRoutes()
  .openapi(list, async (c) => {
    const context = contextOf(c)
    const { rounds, next } = await listRounds(context, c.req.valid('query'))
    const items = await summaryBodies(context, rounds)
    return c.json({ items, next: next && printCursor(next) }, 200)
  })
  .openapi(create, async (c) => {
    const context = contextOf(c)
    const made = await createRound(context, c.req.valid('json'))
    return c.json(roundBody(context, made), 201)
  })
  .openapi(read, async (c) => {
    const context = contextOf(c)
    const found = await loadRound(context, c.req.valid('param').id)
    const kept = recordBody(context, await recordOf(context, found.round))
    c.header('ETag', `"${found.round.version}"`)
    return c.json({ ...roundBody(context, found), record: kept }, 200)
  })
  .openapi(change, async (c) => {
    const context = contextOf(c)
    const input = { ...c.req.valid('json'), id: c.req.valid('param').id, version: versionOf(c) }
    const changed = await changeRound(context, input)
    c.header('ETag', `"${changed.round.version}"`)
    return c.json(roundBody(context, changed), 200)
  })
  .openapi(record, async (c) => {
    const context = contextOf(c)
    const input = { ...c.req.valid('json'), id: c.req.valid('param').id }
    return c.json(recordBody(context, await keepAnswers(context, input)), 200)
  })
  .openapi(complete, async (c) => {
    const context = contextOf(c)
    const input = { ...c.req.valid('json'), id: c.req.valid('param').id, idempotencyKey: idempotencyKeyOf(c) }
    return c.json(roundBody(context, await completeRound(context, input)), 201)
  })
  .openapi(undo, async (c) => {
    const context = contextOf(c)
    const { reason = null } = c.req.valid('json')
    const undone = await undoCompletion(context, { id: c.req.valid('param').id, reason })
    return c.json(roundBody(context, undone), 200)
  })
  .openapi(confirm, async (c) => {
    const context = contextOf(c)
    return c.json(roundBody(context, await confirmLateEntry(context, c.req.valid('param'))), 200)
  })
  .openapi(correct, async (c) => {
    const context = contextOf(c)
    const input = { ...c.req.valid('json'), id: c.req.valid('param').id }
    return c.json(recordBody(context, await correctRecord(context, input)), 201)
  })
  .openapi(excuse, async (c) => {
    const context = contextOf(c)
    const input = { ...c.req.valid('json'), id: c.req.valid('param').id }
    return c.json(roundBody(context, await excuseRound(context, input)), 201)
  })
  .openapi(decide, async (c) => {
    const context = contextOf(c)
    const { granted, reason = null } = c.req.valid('json')
    const decided = await decideRoundExcuse(context, { id: c.req.valid('param').id, granted, reason })
    return c.json(roundBody(context, decided), 200)
  })
  .openapi(explain, async (c) => {
    const context = contextOf(c)
    const input = { ...c.req.valid('json'), id: c.req.valid('param').id }
    return c.json(roundBody(context, await explainRoundMiss(context, input)), 200)
  })
  .openapi(acknowledge, async (c) => {
    const context = contextOf(c)
    return c.json(roundBody(context, await acknowledgeRoundMiss(context, c.req.valid('param'))), 200)
  })

/** Made by the client for one tick; a repeat with it answers the same. */
function idempotencyKeyOf(c: AppContext): string | null {
  const key = c.req.header('Idempotency-Key')
  if (key !== undefined && !/^[\x21-\x7E]{1,100}$/.test(key)) throw new Refusal('malformed')
  return key ?? null
}
