import { createRoute, z } from '@hono/zod-openapi'
import { outcomeOf, type Line, type Thing } from '../../domain/imports/line.ts'
import { changePrinter, type ChangePrinter } from '../../domain/imports/print-changes.ts'
import { answers, apiRoutes, jsonBody } from '../../platform/api.ts'
import { contextOf } from '../../platform/http.ts'
import type { Locale } from '../../platform/i18n.ts'
import { faultSentence } from '../../platform/problem.ts'
import { tagWordsIn } from '../../platform/tag-messages.ts'
import { importList } from './import-list.ts'
import type { ImportPlan } from './plan-import.ts'
import { importResultSchema, importSchema, type ImportResult } from './schemas.ts'

const create = createRoute({
  method: 'post',
  path: '/imports',
  summary: 'Import a list of units, members or assets; with ?dryRun=1 only say what it would change',
  request: { query: z.object({ dryRun: z.enum(['0', '1']).optional() }), ...jsonBody(importSchema) },
  responses: answers(200, 'What was changed, or would be', importResultSchema),
})

export const importsApi = apiRoutes().openapi(create, async (c) => {
  const context = contextOf(c)
  const dryRun = c.req.valid('query').dryRun === '1'
  const plan = await importList(context, { ...c.req.valid('json'), dryRun })
  return c.json(toBody(plan, context.locale, dryRun), 200)
})

function toBody(plan: ImportPlan, locale: Locale, dryRun: boolean): ImportResult {
  const { kind, counts, ignored, units } = plan
  const lines: readonly Line<Thing>[] = plan.lines
  const printer = changePrinter({ kind, locale, tags: tagWordsIn(locale) }, units, lines)
  return {
    kind,
    applied: !dryRun && counts.new + counts.changed > 0,
    counts,
    ignoredColumns: ignored,
    lines: lines.flatMap((line) => lineBody(line, printer, locale)),
  }
}

function lineBody(line: Line<Thing>, printer: ChangePrinter, locale: Locale): ImportResult['lines'] {
  const outcome = outcomeOf(line)
  if (outcome === 'unchanged') return []
  const changes = printer(line).map(({ column, from, to }) => ({ field: column, from, to }))
  const faults = line.faults.map((fault) => ({
    field: fault.path,
    code: fault.code,
    message: faultSentence(fault, locale),
  }))
  return [{ line: line.line, outcome, id: line.before?.id ?? null, name: line.after.name, changes, faults }]
}
