import { linkFor } from '../sign-in/support.ts'
import type { Client, Person, World } from '../support/world.ts'

export const goodPin = '258014'

/** A browser that keeps its cookies, on which people come and go. */
export class Browser {
  readonly #world: World
  readonly cookies = new Map<string, string>()

  constructor(world: World) {
    this.#world = world
  }

  get(path: string): Promise<Response> {
    return this.#kept((client, headers) => client.get(path, headers))
  }

  form(path: string, fields: Record<string, string>): Promise<Response> {
    return this.#kept((client, headers) => client.form(path, fields, headers))
  }

  /** Signs somebody in by a link that an administrator makes. */
  async signIn(person: Person): Promise<Response> {
    return this.form(await linkFor(this.#world, person), {})
  }

  get session(): string | undefined {
    return this.cookies.get('__Host-rounds')
  }

  get tablet(): string | undefined {
    return this.cookies.get('__Host-rounds-tablet')
  }

  async #kept(
    ask: (client: Client, headers: Record<string, string>) => Promise<Response>,
  ): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await ask(this.#world.as(null), { Cookie: cookie, 'Accept-Language': 'zh-CN' })
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      if (value === '') this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return response
  }
}

/** A tablet that the lead has set up in ward 1; nobody is signed in on it. */
export async function newTablet(world: World, by: Person = 'lead', name = '护士站平板'): Promise<Browser> {
  const browser = new Browser(world)
  await browser.signIn(by)
  const answer = await browser.form('/tablets', { unitId: world.unit.ward1, name })
  if (answer.status !== 303) throw new Error(`${answer.status}: ${await answer.text()}`)
  return browser
}

/** That person has a PIN on it, and is signed out again. */
export async function withPin(tablet: Browser, person: Person, pin = goodPin): Promise<Browser> {
  await tablet.signIn(person)
  const answer = await tablet.form('/tablet/pin', { pin, again: pin })
  if (answer.status !== 303) throw new Error(`${answer.status}: ${await answer.text()}`)
  await tablet.form('/tablet/switch', {})
  return tablet
}

export function typePin(world: World, tablet: Browser, person: Person, pin = goodPin): Promise<Response> {
  return tablet.form('/tablet/sign-in', { member: world.member[person], pin })
}

/** Who is signed in on it, as its pages say. */
export async function whoIsOn(tablet: Browser): Promise<string | null> {
  const html = await (await tablet.get('/')).text()
  return /class="account-name">([^<]+)</.exec(html)?.[1] ?? null
}

export async function tabletIds(world: World): Promise<string[]> {
  const page = await (await world.as('admin').get('/tablets')).text()
  return [...page.matchAll(/\/tablets\/(tablet_\w+)\/revocation/g)].map(([, id = '']) => id)
}
