import { printDate, type Day as CivilDay } from '../domain/time/civil.ts'
import { printInstant, type Instant as Moment } from '../domain/time/zone.ts'
import {
  formatAgo,
  formatDay,
  formatDeadline,
  formatDeadlineExactly,
  formatExactly,
  formatInstant,
  formatWindow,
} from './format.ts'
import type { View } from './view.ts'

type MomentProps = { view: View; at: Moment }

/** A civil day: "11月22日 周日", "Sun 22 Nov". */
export function Day({ view, day }: { view: View; day: CivilDay }) {
  return <time datetime={printDate(day)}>{formatDay(view, day)}</time>
}

/** A day and time: "11月22日 周日 14:30"; exact on hover. */
export function Instant({ view, at }: MomentProps) {
  return <Exact view={view} at={at} words={formatInstant(view, at)} exactly={formatExactly(view, at)} />
}

/** How long ago: "5分钟前"; exact on hover. */
export function Ago({ view, at }: MomentProps) {
  return <Exact view={view} at={at} words={formatAgo(view, at)} exactly={formatExactly(view, at)} />
}

/** By when, as a date: "11月22日 周日", with the time where that is not the day's end; exact on hover. */
export function Deadline({ view, at }: MomentProps) {
  return (
    <Exact view={view} at={at} words={formatDeadline(view, at)} exactly={formatDeadlineExactly(view, at)} />
  )
}

/** The days from `from` until just before `until`; the exact instants on hover. */
export function Window({ view, from, until }: { view: View; from: Moment; until: Moment }) {
  const exactly = `${formatExactly(view, from)} – ${formatDeadlineExactly(view, until)}`
  return <span title={exactly}>{formatWindow(view, from, until)}</span>
}

function Exact({ view, at, words, exactly }: MomentProps & { words: string; exactly: string }) {
  return (
    <time datetime={printInstant(at, view.timeZone)} title={exactly}>
      {words}
    </time>
  )
}
