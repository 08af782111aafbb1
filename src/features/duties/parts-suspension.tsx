import type { PropsWithChildren } from 'hono/jsx'
import { dayAt } from '../../domain/time/zone.ts'
import { formatDay } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import type { View } from '../../ui/view.ts'
import { dutyMessages as words } from './messages.ts'
import type { Suspension } from './queries.ts'

type SuspensionNoticeProps = PropsWithChildren<{ view: View; suspension: Suspension }>

/** Since when or from when no rounds are planned for a duty, a unit or an asset, until when, and why. */
export function SuspensionNotice({ view, suspension, children }: SuspensionNoticeProps) {
  const { reason, fromOn, untilOn } = suspension
  const title = fromOn <= dayAt(view.now, view.timeZone) ? words.suspendedNow : words.suspendedAhead
  const from = formatDay(view, fromOn)
  return (
    <Notice view={view} kind="warning" title={view.t(title, { reason })}>
      <p>
        {untilOn === null
          ? view.t(words.suspendedFrom, { from })
          : view.t(words.suspendedUntil, { from, until: formatDay(view, untilOn) })}
      </p>
      {children}
    </Notice>
  )
}
