import type { Actor } from '../domain/access.ts'
import type { Named } from '../domain/named.ts'
import type { Settings } from '../domain/settings.ts'
import type { Instant } from '../domain/time/zone.ts'
import { nameIn, translate, type Locale, type Message, type Params } from '../platform/i18n.ts'

export type Alarm = 'jobs-stopped' | 'unencrypted'

/** What a page needs to know about its reader; handed down as the prop `view`. */
export type View = {
  locale: Locale
  /** the path with its query, for links back and the marked entry of the navigation */
  path: string
  now: Instant
  timeZone: string
  organisationName: string
  settings: Settings
  /** null: nobody is signed in */
  member: { name: string; actor: Actor } | null
  /** the page asks to note that its reader's session is in use: the last time was over an hour ago */
  isUseToNote?: boolean
  /** what is wrong with the service, for those who can do something about it */
  alarms?: readonly Alarm[]
  t(message: Message, params?: Params): string
  nameOf(named: Named): string
}

export function viewOf(parts: Omit<View, 't' | 'nameOf'>): View {
  return {
    ...parts,
    t: (message, params) => translate(message, parts.locale, params),
    nameOf: (named) => nameIn(parts.locale, named),
  }
}
