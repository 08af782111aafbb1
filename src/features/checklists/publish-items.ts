import { identifyItems, type Item } from '../../domain/checklist/item-lines.ts'
import { invalid } from '../../domain/errors.ts'
import type { CreateChecklistInput } from './schemas.ts'

/** The items of a version to be published: each with its id, no id twice. */
export function itemsToPublish(input: CreateChecklistInput['items'], before: readonly Item[]): Item[] {
  const items = input.map(({ id, text, textEn = null, help = null, helpEn = null }) => ({
    id,
    text,
    textEn,
    help,
    helpEn,
  }))
  const repeated = items.findIndex(
    ({ id }, index) => id !== undefined && items.findIndex((one) => one.id === id) < index,
  )
  if (repeated !== -1) throw invalid({ path: `items.${repeated}.id`, code: 'duplicate' })
  return identifyItems(items, before, () => crypto.randomUUID())
}
