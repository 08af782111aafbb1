import { Hono } from 'hono'
import { raw } from 'hono/html'
import type { AppContext, AppEnv } from '../../platform/http.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { viewFor } from '../../ui/view-of-request.ts'
import { madeText, originStandIn } from '../../platform/openapi/made-text.ts'
import { docsMessages as words } from './messages.ts'

/** Open to everybody: they tell nothing of any organisation. */
export const apiDocsPage = new Hono<AppEnv>().get('/docs', async (c) => c.html(await docsPage(c)))

async function docsPage(c: AppContext) {
  const view = viewFor(c)
  const docs = await (await madeText(`docs.${view.locale}.txt`, c.env)).text()
  return (
    <Layout view={view} title={view.t(words.title)} current="/settings">
      <PageHeader title={view.t(words.title)} lead={view.t(words.lead)}>
        <ButtonLink href="/api/v1/openapi.json">{view.t(words.document)}</ButtonLink>
      </PageHeader>
      {raw(docs.replaceAll(originStandIn, c.get('config').origin))}
    </Layout>
  )
}
