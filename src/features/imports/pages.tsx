import { Hono } from 'hono'
import { mayAdminister, requireAllowed } from '../../domain/access.ts'
import { Refusal } from '../../domain/errors.ts'
import { fileRefused } from '../../domain/sheets/sheet.ts'
import { contextOf, type AppContext, type AppEnv } from '../../platform/http.ts'
import { parseTyped } from '../../platform/validation.ts'
import { emptyForm } from '../../ui/form.tsx'
import { answerForm, refusedForm } from '../../ui/refused-form.tsx'
import { viewFor } from '../../ui/view-of-request.ts'
import { applyImport } from './apply-import.ts'
import { AppliedPage, ImportPage } from './parts.tsx'
import { PreviewPage, shownOf } from './parts-preview.tsx'
import { readImport } from './read-import.ts'
import { kindSchema } from './schemas.ts'
import { startImport } from './start-import.ts'

export const importPages = new Hono<AppEnv>()
  .get('/imports', (c) => {
    requireAllowed(mayAdminister(contextOf(c).actor))
    const kind = kindSchema.safeParse(c.req.query('kind'))
    const values = { kind: kind.success ? kind.data : 'members' }
    return c.html(<ImportPage view={viewFor(c)} state={{ ...emptyForm, values }} refusal={null} />)
  })
  .post('/imports', async (c) => {
    const context = contextOf(c)
    requireAllowed(mayAdminister(context.actor))
    const { kind, file } = await c.req.parseBody().catch(() => {
      throw new Refusal('malformed')
    })
    return answerForm(
      c,
      async () => {
        if (!(file instanceof File) || (file.size === 0 && file.name === ''))
          throw fileRefused('file-missing')
        const id = await startImport(context, {
          kind: parseTyped(kindSchema, kind),
          file: new Uint8Array(await file.arrayBuffer()),
          fileName: file.name,
        })
        return `/imports/${id}`
      },
      async (refusal) => {
        const view = viewFor(c)
        const state = refusedForm(view, { kind: typeof kind === 'string' ? kind : '' }, refusal)
        return <ImportPage view={view} state={state} refusal={refusal} />
      },
    )
  })
  .get('/imports/:id', async (c) => c.html(await previewPage(c, null)))
  .post('/imports/:id', async (c) => {
    const id = c.req.param('id')
    const { digest } = await c.req.parseBody()
    return answerForm(
      c,
      async () => {
        await applyImport(contextOf(c), { id, digest: typeof digest === 'string' ? digest : '' })
        return `/imports/${id}`
      },
      (refusal) => previewPage(c, refusal),
    )
  })

/** What a list would do; once it has, what it did. */
async function previewPage(c: AppContext, refusal: Refusal | null): Promise<string> {
  const view = viewFor(c)
  const { stored, plan } = await readImport(contextOf(c), c.req.param('id') ?? '')
  if (stored.applied || plan === null) return <AppliedPage view={view} stored={stored} />
  const shown = shownOf(c.req.query())
  return <PreviewPage view={view} stored={stored} plan={plan} shown={shown} refusal={refusal} />
}
