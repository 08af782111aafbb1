import type { Bindings } from '../../env.ts'
import type { Locale } from '../i18n.ts'

/** What `scripts/api-docs` makes of the routes' descriptions when the service is built: a reader's request would not have the time. */
export type MadeText = 'openapi.json' | `docs.${Locale}.txt`

/** Stands for our origin, which is not known yet when the texts are made. */
export const originStandIn = 'https://rounds.invalid'

/** The texts lie among the assets, so that they weigh nothing in the bundle. */
export async function madeText(name: MadeText, { ASSETS, ROUNDS_ORIGIN }: Bindings): Promise<Response> {
  const answer = await ASSETS.fetch(`${ROUNDS_ORIGIN}/assets/api/${name}`)
  if (!answer.ok) throw new Error(`${name} is not among the assets: ${answer.status}`)
  return answer
}
