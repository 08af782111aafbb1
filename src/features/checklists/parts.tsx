import { labelsIn, TextArea, TextInput, type FormState } from '../../ui/form.tsx'
import { Table } from '../../ui/table.tsx'
import type { View } from '../../ui/view.ts'
import { checklistMessages as words } from './messages.ts'
import type { ChecklistItem, ChecklistSummary } from './queries.ts'

type Titled = { title: string; titleEn: string | null }

export function titleOf(view: View, { title, titleEn }: Titled): string {
  return view.nameOf({ name: title, nameEn: titleEn })
}

export function ChecklistTable({
  view,
  checklists,
}: {
  view: View
  checklists: readonly ChecklistSummary[]
}) {
  return (
    <Table
      caption={view.t(words.heading)}
      captionHidden
      rows={checklists}
      columns={[
        {
          label: view.t(words.title),
          header: true,
          cell: (one) => <a href={`/checklists/${one.id}`}>{titleOf(view, one)}</a>,
        },
        { label: view.t(words.items), cell: (one) => view.t(words.itemCount, { count: one.itemCount }) },
        {
          label: view.t(words.edition),
          cell: (one) => view.t(words.editionNumber, { number: one.currentVersion }),
        },
      ]}
    />
  )
}

export function ItemList({ view, items }: { view: View; items: readonly ChecklistItem[] }) {
  return (
    <ol class="checklist-items">
      {items.map((item) => {
        const help = item.help ?? null
        return (
          <li>
            {view.nameOf({ name: item.text, nameEn: item.textEn })}
            {help !== null && <p class="quiet">{view.nameOf({ name: help, nameEn: item.helpEn ?? null })}</p>}
          </li>
        )
      })}
    </ol>
  )
}

export function checklistLabels(view: View): Record<string, string> {
  const { title, titleEn, items } = words
  return labelsIn(view, { title, titleEn, items })
}

export function ChecklistFields({ view, state }: { view: View; state: FormState }) {
  const field = { view, state }
  return (
    <>
      <TextInput {...field} name="title" label={view.t(words.title)} required />
      <TextInput {...field} name="titleEn" label={view.t(words.titleEn)} />
      <TextArea
        {...field}
        name="items"
        label={view.t(words.items)}
        hint={view.t(words.itemsHint)}
        required
        rows={16}
      />
    </>
  )
}
