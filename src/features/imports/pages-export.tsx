import { Hono } from 'hono'
import { notFound } from '../../domain/errors.ts'
import type { ImportKind } from '../../domain/imports/words.ts'
import { printCsv } from '../../domain/sheets/csv.ts'
import { printXlsx } from '../../domain/sheets/print-xlsx.ts'
import { printDate } from '../../domain/time/civil.ts'
import { dayAt } from '../../domain/time/zone.ts'
import { contextOf, type AppContext, type AppEnv } from '../../platform/http.ts'
import { translate } from '../../platform/i18n.ts'
import { emptyList, exportList } from './export-list.ts'
import { kindMessages } from './messages.ts'
import { kindSchema } from './schemas.ts'

/** Files to take away: a list as it is, or only its header. */
export const exportPages = new Hono<AppEnv>()
  .get('/exports', async (c) => {
    const context = contextOf(c)
    const kind = kindAsked(c)
    const today = printDate(dayAt(context.now, context.org.timeZone))
    return file(c, kind, `${kind}-${today}`, await exportList(context, kind))
  })
  .get('/imports/template', (c) => {
    const kind = kindAsked(c)
    return file(c, kind, `${kind}-template`, emptyList(contextOf(c), kind))
  })

function kindAsked(c: AppContext): ImportKind {
  const kind = kindSchema.safeParse(c.req.query('kind'))
  if (!kind.success) throw notFound()
  return kind.data
}

function file(c: AppContext, kind: ImportKind, name: string, rows: string[][]): Response {
  const isXlsx = c.req.query('format') !== 'csv'
  c.header('Content-Disposition', `attachment; filename="${name}.${isXlsx ? 'xlsx' : 'csv'}"`)
  if (!isXlsx) return c.body(printCsv(rows), 200, { 'Content-Type': 'text/csv; charset=utf-8' })
  const sheet = printXlsx(translate(kindMessages[kind], contextOf(c).locale), rows)
  return c.body(new Uint8Array(sheet), 200, {
    'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
}
