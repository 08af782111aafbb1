import { Hono } from 'hono'
import { contextOf, type AppEnv } from '../../platform/http.ts'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { viewFor } from '../../ui/view-of-request.ts'
import { serviceMessages as words } from './messages.ts'
import { Figures, Neglected, QuietFeeds, State, Undoable, Workings } from './parts.tsx'
import { readService } from './read-service.ts'

export const servicePages = new Hono<AppEnv>().get('/service', async (c) => {
  const report = await readService(contextOf(c), { isUnencrypted: c.get('config').unencrypted })
  const view = viewFor(c)
  const title = view.t(words.title)
  return c.html(
    <Layout view={view} title={title}>
      <PageHeader title={title} lead={view.t(words.lead)} />
      <State view={view} report={report} />
      <Undoable view={view} report={report} />
      <Neglected view={view} report={report} />
      <QuietFeeds view={view} report={report} />
      <Workings view={view} report={report} />
      <Figures view={view} report={report} />
    </Layout>,
  )
})
