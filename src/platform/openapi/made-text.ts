import type { Locale } from '../i18n.ts'
import { publishedFile, type Published } from '../published.ts'

/** What `scripts/api-docs` makes of the routes' descriptions when the service is built: a reader's request would not have the time. */
export type MadeText = 'openapi.json' | `docs.${Locale}.txt`

/** Stands for our origin, which is not known yet when the texts are made. */
export const originStandIn = 'https://rounds.invalid'

export function madeText(name: MadeText, published: Published): Promise<Response> {
  return publishedFile(`api/${name}`, published)
}
