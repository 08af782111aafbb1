import type { WorkingDaysSettings } from '../../domain/settings.ts'
import { countries } from '../../domain/working-days/countries.ts'
import { CheckboxGroup, Select } from '../../ui/choices.tsx'
import { byName } from '../../ui/collate.ts'
import { weekdayNames } from '../../ui/format.ts'
import type { View } from '../../ui/view.ts'
import type { FieldsProps } from './parts-settings.tsx'
import { daysMessages as words } from './settings-messages.ts'

/** "中国；每周周六、周日休息" */
export function basisWords(view: View, { country, weekend }: WorkingDaysSettings): string {
  const named = country === null ? view.t(words.noCountry) : countryName(view, country)
  const names = weekend.map((weekday) => weekdayNames(view.locale)[weekday - 1] ?? '')
  if (names.length === 0) return view.t(words.basisAlways, { country: named })
  return view.t(words.basis, { country: named, weekend: names.join(view.locale === 'en' ? ', ' : '、') })
}

function countryName(view: View, country: string): string {
  return new Intl.DisplayNames(view.locale, { type: 'region' }).of(country) ?? country
}

export function DaysFields({ view, state }: FieldsProps) {
  const options = countries
    .map((value) => ({ value, name: countryName(view, value), nameEn: null }))
    .toSorted(byName(view))
    .map(({ value, name }) => ({ value, label: name }))
  return (
    <>
      <Select
        view={view}
        state={state}
        name="country"
        label={view.t(words.country)}
        hint={view.t(words.countryHint)}
        required
        emptyLabel={view.t(words.noCountry)}
        options={options}
      />
      <CheckboxGroup
        view={view}
        state={state}
        name="weekend"
        label={view.t(words.weekend)}
        hint={view.t(words.weekendHint)}
        layout="inline"
        options={weekdayNames(view.locale).map((label, index) => ({ value: String(index + 1), label }))}
      />
    </>
  )
}
