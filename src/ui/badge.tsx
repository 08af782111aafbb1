import { stateMessages } from './messages.ts'
import type { View } from './view.ts'

export type BadgeState = keyof typeof stateMessages

// U+00D7 also where a heavier cross would do: many fonts lack those.
const signs: Record<BadgeState, string> = {
  planned: '○',
  open: '●',
  behind: '◐',
  overdue: '!',
  done: '✓',
  late: '✓',
  'made-up': '✓',
  missed: '×',
  excused: '–',
  withdrawn: '×',
}

type StateBadgeProps = {
  view: View
  state: BadgeState
  /** how long, until when, or why; of `overdue` and `late` it says the state by itself: "3 days late" */
  detail?: string
  /** overdue for so long that it turns red */
  grave?: boolean
}

/** A state as sign, word and colour: never by colour alone. */
export function StateBadge({ view, state, detail, grave = false }: StateBadgeProps) {
  const word = view.t(stateMessages[state])
  const detailTellsAll = detail !== undefined && (state === 'overdue' || state === 'late')
  return (
    <span class={grave ? `badge badge-${state} badge-grave` : `badge badge-${state}`}>
      <span class="badge-sign" aria-hidden="true">
        {signs[state]}
      </span>
      <span class="badge-word">{detailTellsAll ? detail : word}</span>
      {detail !== undefined && !detailTellsAll && <span class="badge-detail">{detail}</span>}
    </span>
  )
}
