import { html } from 'hono/html'
import { apiRoutes } from '../../src/app.ts'
import { defaultSettings } from '../../src/domain/settings.ts'
import { describeApi } from '../../src/features/api-docs/describe-api.ts'
import { originStandIn, type MadeText } from '../../src/platform/openapi/made-text.ts'
import { Docs } from '../../src/features/api-docs/parts.tsx'
import type { Locale } from '../../src/platform/i18n.ts'
import type { Document } from '../../src/platform/openapi/document.ts'
import { viewOf } from '../../src/ui/view.ts'

/** What the routes say of themselves, for programs and for people. */
export async function textsOfApi(): Promise<Record<MadeText, string>> {
  const routes = apiRoutes()
  const document = describeApi((head) => routes.getOpenAPI31Document(head))
  return {
    'openapi.json': JSON.stringify(document),
    'docs.zh-CN.txt': await docsIn('zh-CN', document),
    'docs.en.txt': await docsIn('en', document),
  }
}

/** All of the page but its frame, which names the reader. */
async function docsIn(locale: Locale, document: Document): Promise<string> {
  const view = viewOf({
    locale,
    path: '/api/v1/docs',
    now: 0,
    timeZone: 'UTC',
    organisationName: '',
    settings: defaultSettings,
    member: null,
  })
  return String(await html`${<Docs view={view} document={document} origin={originStandIn} />}`)
}
