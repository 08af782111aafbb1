import { Hono } from 'hono'
import { mayKeepWorkingDays, requireAllowed } from '../../domain/access.ts'
import { invalid, Refusal } from '../../domain/errors.ts'
import { contextOf, type AppContext, type AppEnv } from '../../platform/http.ts'
import { parseTyped, typedForm, typedMany, typedOne } from '../../platform/validation.ts'
import { viewFor } from '../../ui/view-of-request.ts'
import { emptyForm, type FormState } from '../../ui/form.tsx'
import { answerForm, refusedForm } from '../../ui/refused-form.tsx'
import { printEvent, readEvent } from './forms.ts'
import { importDays, previewImport, readCalendarFile } from './import-days.ts'
import { workingDaysFormMessages as words } from './messages.ts'
import { ImportPage, PreviewPage, type Offered } from './parts-import.tsx'
import { importSchema } from './schemas.ts'

const home = '/settings/working-days'

/** A calendar of holidays: the file, then what it would change, then what is kept of it. */
export const holidayImportPages = new Hono<AppEnv>()
  .get(`${home}/imports/new`, async (c) => {
    requireAllowed(mayKeepWorkingDays(contextOf(c).actor))
    return c.html(await filePage(c, emptyForm, null))
  })
  .post(`${home}/imports/preview`, async (c) => {
    requireAllowed(mayKeepWorkingDays(contextOf(c).actor))
    const body = await c.req.parseBody().catch(() => {
      throw new Refusal('malformed')
    })
    const typed = { source: typeof body['source'] === 'string' ? body['source'] : '' }
    return answerForm(
      c,
      async () => c.html(await previewPage(c, await offeredIn(body['file'], typed.source), null)),
      (refusal) => filePage(c, refusedForm(viewFor(c), typed, refusal), refusal),
    )
  })
  .post(`${home}/imports`, async (c) => {
    requireAllowed(mayKeepWorkingDays(contextOf(c).actor))
    const typed = await typedForm(c)
    const { source } = parseTyped(importSchema.pick({ source: true }), { source: typedOne(typed, 'source') })
    const offered = typedMany(typed, 'offered').map(readEvent)
    return answerForm(
      c,
      async () => {
        const events = typedMany(typed, 'kept').map(readEvent)
        if (events.length === 0) throw invalid({ path: 'kept', code: 'choose-one' })
        await importDays(contextOf(c), { source, events })
        return home
      },
      (refusal) => previewPage(c, { source, events: offered, skipped: 0 }, refusal),
    )
  })

async function filePage(c: AppContext, state: FormState, refusal: Refusal | null): Promise<string> {
  return <ImportPage view={viewFor(c)} state={state} refusal={refusal} />
}

async function offeredIn(file: unknown, typedSource: string): Promise<Offered> {
  if (!(file instanceof File) || file.size === 0) throw invalid({ path: 'file', code: 'not-a-calendar' })
  const read = readCalendarFile(new Uint8Array(await file.arrayBuffer()), 'file')
  const called = typedSource.trim() || (read.name ?? file.name.replace(/\.ics$/i, ''))
  const { source } = parseTyped(importSchema.pick({ source: true }), { source: called.slice(0, 60) })
  const skipped = Object.values(read.skipped).reduce((sum, count) => sum + count, 0)
  return { source, events: read.events, skipped }
}

/** What of the file is new, each event to be ticked. */
async function previewPage(c: AppContext, offered: Offered, refusal: Refusal | null): Promise<string> {
  const view = viewFor(c)
  const days = await previewImport(contextOf(c), offered)
  const states = new Map(days.map(({ day, state }) => [day, state]))
  const isNew = ({ from, until }: Offered['events'][number]) => {
    for (let day = from; day <= until; day += 1) if (states.get(day) === 'new') return true
    return false
  }
  const events = offered.events.filter(isNew)
  const values = { kept: refusal === null ? events.map(printEvent) : [] }
  return (
    <PreviewPage
      view={view}
      offered={{ ...offered, events }}
      counts={{
        known: days.filter(({ state }) => state === 'known').length,
        kept: days.filter(({ state }) => state === 'kept').length,
      }}
      state={refusal === null ? { values, errors: {} } : refusedForm(view, values, refusal)}
      refusal={refusal}
      title={view.t(words.previewTitle, { source: offered.source })}
    />
  )
}
