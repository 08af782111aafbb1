import { isOnTablet, type Actor } from './access.ts'

/** Who may what about shared tablets (docs/access.md). */

/** Whether there can be a tablet that they look after. */
export function mayKeepTablets(actor: Actor): boolean {
  return (actor.role === 'admin' || actor.role === 'lead') && !isOnTablet(actor)
}

/** Set up and revoke a shared tablet of that unit. */
export function mayKeepTablet(actor: Actor, unitId: string): boolean {
  if (!mayKeepTablets(actor)) return false
  return actor.role === 'admin' || actor.ownUnits.has(unitId)
}

/** A number of one's own on a shared tablet; what administrators may is not for a screen that others hold too. */
export function mayHavePin({ role }: Pick<Actor, 'role'>): boolean {
  return role !== 'admin'
}
