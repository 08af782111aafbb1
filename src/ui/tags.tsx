import { tagName } from '../platform/tag-messages.ts'
import type { View } from './view.ts'

/** The tags of a unit or an asset, side by side. */
export function Tags({ view, tags }: { view: View; tags: readonly string[] }) {
  if (tags.length === 0) return null
  return (
    <span class="tags">
      {tags.map((tag) => (
        <span class="tag">{tagName(view, tag)}</span>
      ))}
    </span>
  )
}
