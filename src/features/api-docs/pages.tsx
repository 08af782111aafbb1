import { Hono } from 'hono'
import { html } from 'hono/html'
import type { AppContext, AppEnv } from '../../platform/http.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { viewFor } from '../../ui/view-of-request.ts'
import { describeApi, type Described } from './describe-api.ts'
import { docsMessages as words } from './messages.ts'
import { Docs } from './parts.tsx'

/** The docs by language and origin: all but the frame, which names the reader. */
const kept = new Map<string, Awaited<ReturnType<typeof html>>>()

/** Open to everybody: they tell nothing of any organisation. */
export function apiDocsPage(described: Described): Hono<AppEnv> {
  return new Hono<AppEnv>().get('/docs', async (c) => c.html(await docsPage(c, described)))
}

async function docsPage(c: AppContext, described: Described) {
  const view = viewFor(c)
  const { origin } = c.get('config')
  const key = `${view.locale} ${origin}`
  const docs =
    kept.get(key) ?? (await html`${<Docs view={view} document={describeApi(described)} origin={origin} />}`)
  kept.set(key, docs)
  return (
    <Layout view={view} title={view.t(words.title)} current="/settings">
      <PageHeader title={view.t(words.title)} lead={view.t(words.lead)}>
        <ButtonLink href="/api/v1/openapi.json">{view.t(words.document)}</ButtonLink>
      </PageHeader>
      {docs}
    </Layout>
  )
}
