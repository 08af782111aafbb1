import { pageOf, type Page } from '../support/elements.ts'
import type { Person, World } from '../support/world.ts'

export const selectors = [
  'h1',
  '.facts dd',
  'form',
  '.notice-title',
  '.notice',
  '.field-error',
  '#typed li',
  'main .list-plain li',
  'textarea',
  'input',
  'input[checked]',
  'button',
  'details[open] > summary',
  'progress',
  'option',
]

/** The page of a round, as a person sees it. */
export async function openRound(
  world: World,
  person: Person,
  id: string,
  { query = '', language = 'zh-CN' } = {},
) {
  return pageOf(
    await world.as(person).get(`/rounds/${id}${query}`, { 'Accept-Language': language }),
    selectors,
  )
}

/** A form of a page; answers the page that comes back, or where it leads. */
export async function send(world: World, person: Person, path: string, fields: Record<string, string> = {}) {
  const response = await world.as(person).form(path, fields, { 'Accept-Language': 'zh-CN' })
  const location = response.headers.get('Location')
  return { location, ...(await pageOf(response, selectors)) }
}

/** What the forms of a round's page ask. */
export const actionsOf = (page: Page, id: string): string[] =>
  page
    .attributes('form', 'action')
    .filter((action) => action.startsWith(`/rounds/${id}/`))
    .map((action) => action.replace(`/rounds/${id}/`, ''))
