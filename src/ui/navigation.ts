import {
  isOnTablet,
  mayAdminister,
  mayReadAudit,
  mayReadMembers,
  mayReadService,
  seesAll,
  type Actor,
} from '../domain/access.ts'
import type { Message } from '../platform/i18n.ts'
import type { IconName } from './icon-names.ts'
import { navigationMessages as words } from './messages.ts'

export type NavigationEntry = { path: string; label: Message; icon: IconName; isFor(actor: Actor): boolean }

const everybody = () => true

// In the order of need: the first three stand on the phone's bar, the others behind "more".
const entries: readonly NavigationEntry[] = [
  { path: '/', label: words.today, icon: 'calendar-check', isFor: everybody },
  { path: '/overdue', label: words.overdue, icon: 'clock', isFor: steers },
  { path: '/owned', label: words.owned, icon: 'list-checks', isFor: owns },
  { path: '/duties', label: words.duties, icon: 'calendar-days', isFor: everybody },
  { path: '/year-plan', label: words.yearPlan, icon: 'calendar-range', isFor: steers },
  { path: '/settings/working-days', label: words.workingDays, icon: 'calendar-off', isFor: keepsDays },
  { path: '/feeds', label: words.feeds, icon: 'rss', isFor: inOwnBrowser },
  { path: '/units', label: words.units, icon: 'building-2', isFor: everybody },
  { path: '/assets', label: words.assets, icon: 'wrench', isFor: everybody },
  { path: '/checklists', label: words.checklists, icon: 'clipboard-list', isFor: everybody },
  { path: '/members', label: words.members, icon: 'users', isFor: mayReadMembers },
  { path: '/audit', label: words.audit, icon: 'scroll-text', isFor: mayReadAudit },
  { path: '/service', label: words.service, icon: 'activity', isFor: mayReadService },
  { path: '/settings', label: words.settings, icon: 'settings', isFor: mayAdminister },
]

/** Everybody's, in the menu of their name; on phones behind "more" too. */
export const accountEntry: NavigationEntry = {
  path: '/account',
  label: words.account,
  icon: 'user',
  isFor: everybody,
}

export function navigationFor(actor: Actor): NavigationEntry[] {
  return entries.filter((entry) => entry.isFor(actor))
}

/** The entry that a path lies under: `/duties/new?from=…` under `/duties`. */
export function isUnder(path: string, entryPath: string): boolean {
  const [pathname = ''] = path.split('?')
  return pathname === entryPath || (entryPath !== '/' && pathname.startsWith(`${entryPath}/`))
}

function inOwnBrowser(actor: Actor): boolean {
  return !isOnTablet(actor)
}

function steers(actor: Actor): boolean {
  return actor.role === 'lead' || seesAll(actor)
}

/** Admins find it among the settings. */
function keepsDays(actor: Actor): boolean {
  return actor.role === 'supervisor' && inOwnBrowser(actor)
}

function owns(actor: Actor): boolean {
  return actor.role === 'lead' || actor.role === 'supervisor'
}
