import type { Child } from 'hono/jsx'
import { firstDayKept } from '../../domain/retention.ts'
import { fewestMonths, namesInFeeds, namesToOthers } from '../../domain/settings.ts'
import { isTimeZone } from '../../domain/time/zone.ts'
import { locales, type Message } from '../../platform/i18n.ts'
import { Checkbox, RadioGroup, Select, type Option } from '../../ui/choices.tsx'
import { FieldError, TextInput, valueOf, type FormState } from '../../ui/form.tsx'
import { formatDay, weekdayNames } from '../../ui/format.ts'
import { languageNames } from '../../ui/messages.ts'
import { Notice } from '../../ui/notice.tsx'
import type { View } from '../../ui/view.ts'
import { inFeedsWords, monthsWords, toOthersWords, zoneWords } from './parts-summary.tsx'
import {
  namesMessages,
  organisationMessages as words,
  retentionMessages,
  zoneMessages,
} from './settings-messages.ts'

export type FieldsProps = { view: View; state: FormState }

export function OrganisationFields({ view, state }: FieldsProps) {
  const field = { view, state }
  return (
    <>
      <TextInput {...field} name="name" label={view.t(words.name)} required maxlength={80} />
      <TextInput {...field} name="nameEn" label={view.t(words.nameEn)} maxlength={120} />
      <Select
        {...field}
        name="locale"
        label={view.t(words.locale)}
        hint={view.t(words.localeHint)}
        required
        emptyLabel={null}
        options={locales.map((value) => ({ value, label: languageNames[value] }))}
      />
      <Select
        {...field}
        name="firstWeekday"
        label={view.t(words.firstWeekday)}
        hint={view.t(words.firstWeekdayHint)}
        required
        emptyLabel={null}
        options={weekdayNames(view.locale).map((label, index) => ({ value: String(index + 1), label }))}
      />
      <Select
        {...field}
        name="timeZone"
        label={view.t(words.timeZone)}
        hint={view.t(words.timeZoneHint)}
        required
        emptyLabel={null}
        options={zoneOptions(view, valueOf(state, 'timeZone'))}
      />
      <Consequences view={view} state={state} confirm={words.zoneConfirm} title={words.zoneTitle}>
        <p>{view.t(words.zoneChanges)}</p>
        <p>{view.t(words.zoneKeeps)}</p>
      </Consequences>
    </>
  )
}

/** The usual ones first, in words; then all, by region. What is chosen is there also under a name that has become rare. */
function zoneOptions(view: View, chosen: string): Option[] {
  const zones = [
    ...Object.keys(zoneMessages),
    ...Intl.supportedValuesOf('timeZone').filter(isTimeZone),
    chosen,
  ]
  return [...new Set(zones)].map((zone) => ({ value: zone, label: zoneWords(view, zone) }))
}

type ConsequencesProps = FieldsProps & { title: Message; confirm: Message; children: Child }

/** What a grave change means, to be read; once it was asked for, to be confirmed. */
function Consequences({ view, state, title, confirm, children }: ConsequencesProps) {
  if (state.errors['confirmed'] === undefined) {
    return (
      <details class="fold">
        <summary>{view.t(title)}</summary>
        {children}
      </details>
    )
  }
  return (
    <>
      <Notice view={view} kind="warning" title={view.t(title)}>
        {children}
      </Notice>
      <FieldError view={view} state={state} name="confirmed" />
      <Checkbox state={state} name="confirmed" label={view.t(confirm)} />
    </>
  )
}

export function NamesFields({ view, state }: FieldsProps) {
  const field = { view, state, required: true }
  const inFeedsHints = { none: namesMessages.inFeedsNoneHint, full: namesMessages.inFeedsFullHint }
  const toOthersHints = {
    full: namesMessages.fullHint,
    family: namesMessages.familyHint,
    role: namesMessages.roleHint,
  }
  return (
    <>
      <RadioGroup
        {...field}
        name="inFeeds"
        label={view.t(namesMessages.inFeeds)}
        hint={view.t(namesMessages.inFeedsHint)}
        options={namesInFeeds.map((value) => ({
          value,
          label: view.t(inFeedsWords[value]),
          hint: view.t(inFeedsHints[value]),
        }))}
      />
      <RadioGroup
        {...field}
        name="toOthers"
        label={view.t(namesMessages.toOthers)}
        hint={view.t(namesMessages.toOthersHint)}
        options={namesToOthers.map((value) => ({
          value,
          label: view.t(toOthersWords[value]),
          hint: view.t(toOthersHints[value]),
        }))}
      />
    </>
  )
}

const usualMonths = [fewestMonths, 48, 60, 84, 120]

export function RetentionFields({ view, state }: FieldsProps) {
  const chosen = Number(valueOf(state, 'keepMonths'))
  const offered = new Set([...usualMonths, ...(chosen >= fewestMonths ? [chosen] : [])])
  return (
    <>
      <Select
        view={view}
        state={state}
        name="keepMonths"
        label={view.t(retentionMessages.keepMonths)}
        hint={view.t(retentionMessages.keepMonthsHint)}
        required
        emptyLabel={view.t(retentionMessages.forEver)}
        options={[...offered]
          .toSorted((a, b) => a - b)
          .map((months) => ({ value: String(months), label: monthsWords(view, months) }))}
      />
      <Consequences
        view={view}
        state={state}
        confirm={retentionMessages.confirm}
        title={retentionMessages.whatTitle}
      >
        {chosen >= fewestMonths && <LimitWords view={view} months={chosen} />}
        <p>{view.t(retentionMessages.removed)}</p>
        <p>{view.t(retentionMessages.unfinished)}</p>
        <p>{view.t(retentionMessages.kept)}</p>
        <p>{view.t(retentionMessages.exportFirst)}</p>
        <p>{view.t(retentionMessages.others)}</p>
      </Consequences>
    </>
  )
}

function LimitWords({ view, months }: { view: View; months: number }) {
  const day = firstDayKept(view.now, view.timeZone, months)
  return (
    <p>
      <strong>{view.t(retentionMessages.limit, { day: formatDay(view, day) })}</strong>
    </p>
  )
}
