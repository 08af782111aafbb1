import { parseDate } from '../time/civil.ts'
import type { Plan } from './plan.ts'

/** Plans in order of precedence, each with those that took its place one after the other. */
export function chainsOf(plans: readonly Plan[]): Plan[][] {
  const chains: Plan[][] = []
  for (const plan of plans) {
    const chain = chains.at(-1)
    const last = chain?.at(-1)
    if (chain !== undefined && last !== undefined && follows(plan, last)) chain.push(plan)
    else chains.push([plan])
  }
  return chains
}

/** The plans in their new order: one, with those of its chain, before another and all of its chain. */
export function withPrecedence(plans: readonly Plan[], id: string, before: string): Plan[] {
  const chains = chainsOf(plans)
  const holds = (wanted: string) => (chain: readonly Plan[]) => chain.some((plan) => plan.id === wanted)
  const moving = chains.find(holds(id))
  const other = chains.find(holds(before))
  if (moving === undefined || other === undefined || moving === other) return [...plans]
  return chains.flatMap((chain) => {
    if (chain === moving) return []
    return chain === other ? [...moving, ...chain] : chain
  })
}

function follows({ from }: Plan, { until }: Plan): boolean {
  return until !== null && parseDate(from) === (parseDate(until) ?? 0) + 1
}
