import { dayAt } from '../../domain/time/zone.ts'
import { formatDay } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import type { View } from '../../ui/view.ts'
import { dutyMessages as words } from '../duties/messages.ts'
import type { Suspension } from '../duties/queries.ts'

/** Since when or from when no rounds are planned for a unit or an asset, until when, and why. */
export function Suspensions({ view, suspensions }: { view: View; suspensions: readonly Suspension[] }) {
  return (
    <>
      {suspensions.map((suspension) => (
        <SuspensionNotice view={view} suspension={suspension} />
      ))}
    </>
  )
}

function SuspensionNotice({ view, suspension }: { view: View; suspension: Suspension }) {
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
    </Notice>
  )
}
