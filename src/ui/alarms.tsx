import { Icon } from './icon.tsx'
import { alarmMessages, navigationMessages } from './messages.ts'
import { isUnder } from './navigation.ts'
import type { View } from './view.ts'

/** A quiet line above every page but the one that says the same at length. */
export function Alarms({ view }: { view: View }) {
  const alarms = isUnder(view.path, '/service') ? [] : (view.alarms ?? [])
  return (
    <>
      {alarms.map((alarm) => (
        <p class="alarm">
          <Icon name="triangle-alert" />
          <span>
            {view.t(alarmMessages[alarm])} <a href="/service">{view.t(navigationMessages.service)}</a>
          </span>
        </p>
      ))}
    </>
  )
}
