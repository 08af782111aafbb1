import type { Plan } from './plan.ts'
import { fault, type PlanFault } from './plan-fault.ts'

/** One for each day of a year. */
const MOST_TOPICS = 366
const LONGEST_TOPIC = 200

export function checkTopics({ topics, rhythm }: Pick<Plan, 'topics' | 'rhythm'>): PlanFault[] {
  if (topics === undefined) return []
  const { per, items } = topics
  if (items.length === 0) return [fault('topics.items', 'no-topics')]
  if (items.length > MOST_TOPICS) return [fault('topics.items', 'too-many-topics', { most: MOST_TOPICS })]
  return [
    ...items.flatMap((item, index) => checkItem(item, `topics.items.${index}`)),
    // How many came before is only known of rounds that do not come and go with another duty's.
    ...(rhythm.kind === 'follow' && per === 'occurrence' ? [fault('topics.per', 'topics-of-followers')] : []),
  ]
}

function checkItem(item: string, path: string): PlanFault[] {
  if (item.trim() === '') return [fault(path, 'blank-topic')]
  return item.length > LONGEST_TOPIC ? [fault(path, 'topic-too-long', { most: LONGEST_TOPIC })] : []
}
