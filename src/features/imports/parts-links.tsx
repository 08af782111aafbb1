import { mayAdminister, mayExport, type Actor } from '../../domain/access.ts'
import type { ImportKind } from '../../domain/imports/words.ts'
import { ButtonLink } from '../../ui/button.tsx'
import type { View } from '../../ui/view.ts'
import { importMessages as words } from './messages.ts'

/** On the page of a list: bringing it in and taking it out, for those who may. */
export function ListLinks({ view, actor, kind }: { view: View; actor: Actor; kind: ImportKind }) {
  if (!mayExport(actor)) return null
  return (
    <p class="actions">
      {mayAdminister(actor) && (
        <ButtonLink href={`/imports?kind=${kind}`} kind="quiet">
          {view.t(words.import)}
        </ButtonLink>
      )}
      <ButtonLink href={`/exports?kind=${kind}&format=xlsx`} kind="quiet">
        {view.t(words.exportXlsx)}
      </ButtonLink>
      <ButtonLink href={`/exports?kind=${kind}&format=csv`} kind="quiet">
        {view.t(words.exportCsv)}
      </ButtonLink>
    </p>
  )
}
