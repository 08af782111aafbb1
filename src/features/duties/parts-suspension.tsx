import type { PropsWithChildren } from 'hono/jsx'
import { seesAll } from '../../domain/access.ts'
import type { Named } from '../../domain/named.ts'
import { dayAt } from '../../domain/time/zone.ts'
import { SubmitButton } from '../../ui/button.tsx'
import { formatDay } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import type { View } from '../../ui/view.ts'
import { dutyMessages as words } from './messages.ts'
import type { Suspension } from './queries.ts'

type SuspensionNoticeProps = PropsWithChildren<{
  view: View
  suspension: Suspension
  /** what is suspended, where that is not what the page is about */
  name?: string
}>

/** Since when or from when no rounds are planned for a duty, a unit or an asset, until when, and why. */
export function SuspensionNotice({ view, suspension, name, children }: SuspensionNoticeProps) {
  const { reason, fromOn } = suspension
  const isNow = fromOn <= dayAt(view.now, view.timeZone)
  const title =
    name === undefined
      ? view.t(isNow ? words.suspendedNow : words.suspendedAhead, { reason })
      : view.t(isNow ? words.suspendedNowOf : words.suspendedAheadOf, { name, reason })
  return (
    <Notice view={view} kind="warning" title={title}>
      <p>{suspendedDays(view, suspension)}</p>
      {children}
    </Notice>
  )
}

/** 3月1日 周日 至 3月15日 周日 */
export function suspendedDays(view: View, { fromOn, untilOn }: Suspension): string {
  const from = formatDay(view, fromOn)
  return untilOn === null
    ? view.t(words.suspendedFrom, { from })
    : view.t(words.suspendedUntil, { from, until: formatDay(view, untilOn) })
}

type SuspensionsProps = {
  view: View
  id: string
  /** of the unit or asset */
  path: string
  suspensions: readonly Suspension[]
  /** the units above it */
  above: ReadonlyMap<string, Named>
}

/** What keeps a unit or an asset from its rounds, be it its own suspension or that of a unit above it. */
export function Suspensions({ view, id, path, suspensions, above }: SuspensionsProps) {
  const first = suspensions.find(({ subjectId }) => subjectId === id)
  const mayResume = view.member !== null && seesAll(view.member.actor)
  return (
    <>
      {suspensions.map((suspension) => {
        const named = suspension.subjectId === id ? undefined : above.get(suspension.subjectId)
        return (
          <SuspensionNotice view={view} suspension={suspension} {...(named && { name: view.nameOf(named) })}>
            {suspension === first && mayResume && (
              <ResumeForm view={view} path={path} suspension={suspension} />
            )}
          </SuspensionNotice>
        )
      })}
    </>
  )
}

type ResumeFormProps = { view: View; path: string; suspension: Suspension }

/** Ends it from today; one that has not begun is called off. */
export function ResumeForm({ view, path, suspension: { fromOn } }: ResumeFormProps) {
  const isAhead = fromOn > dayAt(view.now, view.timeZone)
  return (
    <form method="post" action={`${path}/resumption`}>
      <SubmitButton kind="plain">{view.t(isAhead ? words.callOff : words.resume)}</SubmitButton>
    </form>
  )
}
