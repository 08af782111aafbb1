import { printDate, type Day as CivilDay } from '../domain/time/civil.ts'
import { printInstant, type Instant as Moment } from '../domain/time/zone.ts'
import {
  formatAgo,
  formatDay,
  formatDue,
  formatExactly,
  formatInstant,
  formatOpens,
  formatWindow,
} from './format.ts'
import type { View } from './view.ts'

/** A civil day: "11月22日 周日", "Sun 22 Nov". */
export function Day({ view, day }: { view: View; day: CivilDay }) {
  return <time datetime={printDate(day)}>{formatDay(view, day)}</time>
}

/** A day and time: "11月22日 周日 14:30"; exact on hover. */
export function Instant({ view, at }: { view: View; at: Moment }) {
  return <Exact view={view} at={at} words={formatInstant(view, at)} />
}

/** How long ago, exact on hover. */
export function Ago({ view, at }: { view: View; at: Moment }) {
  return <Exact view={view} at={at} words={formatAgo(view, at)} />
}

/** By when: "今天截止", "due Friday", "逾期3天"; exact on hover. */
export function Due({ view, at }: { view: View; at: Moment }) {
  return <Exact view={view} at={at} words={formatDue(view, at)} />
}

/** From when: "明天开始", "opens Friday"; exact on hover. */
export function Opens({ view, at }: { view: View; at: Moment }) {
  return <Exact view={view} at={at} words={formatOpens(view, at)} />
}

/** The days from `from` until just before `until`; the exact instants on hover. */
export function Window({ view, from, until }: { view: View; from: Moment; until: Moment }) {
  const title = `${formatExactly(view, from)} – ${formatExactly(view, until)}`
  return <span title={title}>{formatWindow(view, from, until)}</span>
}

function Exact({ view, at, words }: { view: View; at: Moment; words: string }) {
  return (
    <time datetime={printInstant(at, view.timeZone)} title={formatExactly(view, at)}>
      {words}
    </time>
  )
}
