import type { Topics } from '../../domain/schedule/plan.ts'
import type { ScheduleForm } from './forms.ts'

/** What changes from round to round; undefined: nothing does. `kept` are those of the plan that is replaced. */
export function topicsOf({ topicsPer, topics }: ScheduleForm, kept: Topics | undefined): Topics | undefined {
  if (topicsPer === 'kept') return kept
  const items = linesOf(topics)
  return items.length === 0 ? undefined : { per: topicsPer, items }
}

export function formOfTopics(topics: Topics | undefined): Partial<ScheduleForm> {
  if (topics === undefined) return {}
  const { per, items } = topics
  const text = items.join('\n')
  const lines = linesOf(text)
  const isSame =
    lines.length > 0 && lines.length === items.length && lines.every((line, at) => line === items[at])
  return isSame ? { topicsPer: per, topics: text } : { topicsPer: 'kept' }
}

function linesOf(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
