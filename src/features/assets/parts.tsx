import type { Day } from '../../domain/time/civil.ts'
import { dayAt } from '../../domain/time/zone.ts'
import { Select, type Option } from '../../ui/choices.tsx'
import { DateInput, labelsIn, TextInput, type FormState } from '../../ui/form.tsx'
import { formatDay } from '../../ui/format.ts'
import { Table, type Column, type RowGroup } from '../../ui/table.tsx'
import { assetTypeName } from '../../platform/tag-messages.ts'
import { Tags } from '../../ui/tags.tsx'
import type { View } from '../../ui/view.ts'
import { assetMessages as words } from './messages.ts'
import type { Asset } from './queries.ts'

export function AssetTable({ view, groups }: { view: View; groups: readonly RowGroup<Asset>[] }) {
  return <Table caption={view.t(words.title)} captionHidden columns={columnsFor(view)} groups={groups} />
}

function columnsFor(view: View): Column<Asset>[] {
  return [
    {
      label: view.t(words.name),
      header: true,
      cell: (asset) => (
        <>
          <a href={`/assets/${asset.id}`}>{view.nameOf(asset)}</a>
          {asset.closedOn !== null && <span class="quiet"> {view.t(words.closed)}</span>}
        </>
      ),
    },
    { label: view.t(words.type), cell: (asset) => assetTypeName(view, asset.type) },
    { label: view.t(words.code), cell: (asset) => asset.code },
    { label: view.t(words.tags), cell: (asset) => <Tags view={view} tags={asset.tags} /> },
    {
      label: view.t(words.validUntil),
      cell: ({ validUntil }) => validUntil !== null && <ValidUntil view={view} day={validUntil} />,
    },
  ]
}

export function ValidUntil({ view, day }: { view: View; day: Day }) {
  const printed = formatDay(view, day)
  if (day >= dayAt(view.now, view.timeZone)) return <>{printed}</>
  return <strong>{view.t(words.expired, { day: printed })}</strong>
}

export function assetLabels(view: View): Record<string, string> {
  const { name, nameEn, unit, type, code, tags, validUntil } = words
  return labelsIn(view, { name, nameEn, unitId: unit, type, code, tags, validUntil })
}

type AssetFieldsProps = { view: View; state: FormState; units: readonly Option[] }

export function AssetFields({ view, state, units }: AssetFieldsProps) {
  const field = { view, state }
  return (
    <>
      <TextInput {...field} name="name" label={view.t(words.name)} required />
      <TextInput {...field} name="nameEn" label={view.t(words.nameEn)} />
      <Select {...field} name="unitId" label={view.t(words.unit)} options={units} required />
      <TextInput {...field} name="type" label={view.t(words.type)} hint={view.t(words.typeHint)} required />
      <TextInput
        {...field}
        name="code"
        label={view.t(words.code)}
        hint={view.t(words.codeHint)}
        size="short"
      />
      <TextInput {...field} name="tags" label={view.t(words.tags)} hint={view.t(words.tagsHint)} />
      <DateInput
        {...field}
        name="validUntil"
        label={view.t(words.validUntil)}
        hint={view.t(words.validUntilHint)}
      />
    </>
  )
}
