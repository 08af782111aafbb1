import type { Refusal } from '../../domain/errors.ts'
import type { Pick } from '../../domain/schedule/plan.ts'
import { SubmitButton } from '../../ui/button.tsx'
import { CheckboxGroup, Select, type Option } from '../../ui/choices.tsx'
import { DateInput, Form, labelsIn } from '../../ui/form.tsx'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { RefusalNotice } from '../../ui/refused-form.tsx'
import type { View } from '../../ui/view.ts'
import { targetWords } from '../duties/parts-words.tsx'
import { fields, unitsField } from './forms.ts'
import { libraryMessages, packMessages as words } from './messages.ts'
import { Entries, noNames, type EntriesProps } from './parts-entries.tsx'
import { wordsIn } from './parts.tsx'

/** Rounds by month, and what they are together; the months by their names. */
export type YearAhead = { months: { label: string; rounds: number }[]; total: number }

export type PackDetail = EntriesProps & {
  refusal: Refusal | null
  owners: readonly Option[]
  units: readonly Option[]
  /** what the entries pick, and how many units that are today */
  picks: readonly { key: string; pick: Pick; count: number }[]
  year: YearAhead | null
  newYear: string
}

export function PackPage(props: PackDetail) {
  const { view, state, pack, refusal, year } = props
  const title = wordsIn(view, pack.title)
  const path = `/library/${pack.id}`
  return (
    <Layout view={view} title={title} current="/duties">
      <PageHeader
        title={title}
        lead={wordsIn(view, pack.about)}
        back={{ href: '/library', label: view.t(libraryMessages.title) }}
      />
      <RefusalNotice view={view} state={state} refusal={refusal} labels={labelsOf(props)} current={path} />
      {year !== null && <Year view={view} year={year} />}
      <Form action={path}>
        <Entries {...props} />
        <h2>{view.t(words.who)}</h2>
        <Owners {...props} />
        {props.picks.length > 0 && <h2>{view.t(words.where)}</h2>}
        {props.picks.map((picked) => (
          <Units {...props} picked={picked} />
        ))}
        <DateInput
          view={view}
          state={state}
          name={fields.from}
          label={view.t(words.from)}
          hint={view.t(words.fromHint, { newYear: props.newYear })}
          required
        />
        <div class="actions">
          <SubmitButton>{view.t(words.take)}</SubmitButton>
          <SubmitButton kind="plain" name="show" value="year">
            {view.t(words.preview)}
          </SubmitButton>
        </div>
      </Form>
    </Layout>
  )
}

function labelsOf({ view, picks }: PackDetail): Record<string, string> {
  return {
    ...labelsIn(view, {
      [fields.entries]: words.choose,
      [fields.ownedBy]: words.owner,
      [fields.performedBy]: words.performer,
      [fields.from]: words.from,
    }),
    ...Object.fromEntries(picks.map(({ key }) => [unitsField(key), view.t(words.pickUnits)])),
  }
}

function Owners({ view, state, owners, units }: PackDetail) {
  return (
    <>
      <Select
        view={view}
        state={state}
        name={fields.ownedBy}
        label={view.t(words.owner)}
        hint={view.t(words.ownerHint)}
        options={owners}
        required
      />
      <Select
        view={view}
        state={state}
        name={fields.performedBy}
        label={view.t(words.performer)}
        hint={view.t(words.performerHint)}
        emptyLabel={view.t(words.performerAsOwner)}
        options={units}
        required
      />
    </>
  )
}

function Units({ view, state, units, picked }: PackDetail & { picked: PackDetail['picks'][number] }) {
  const { key, pick, count } = picked
  const named = targetWords(view, noNames, { units: pick, coverage: 'each' })
  const name = unitsField(key)
  return (
    <section>
      <p>{view.t(words.matching, { words: named, count })}</p>
      {count === 0 && (
        <Notice view={view} kind="info">
          <p>{view.t(words.noneMatching)}</p>
        </Notice>
      )}
      <details class="fold" open={state.errors[name] !== undefined || state.values[name] !== undefined}>
        <summary>{view.t(words.pickUnits)}</summary>
        <CheckboxGroup
          view={view}
          state={state}
          name={name}
          label={named}
          hint={view.t(words.pickUnitsHint)}
          options={units}
          layout="box"
        />
      </details>
    </section>
  )
}

function Year({ view, year }: { view: View; year: YearAhead }) {
  return (
    <section id="year">
      <h2>{view.t(words.previewTitle)}</h2>
      <p class="quiet">{view.t(words.previewHint)}</p>
      <dl class="facts">
        {[...year.months, { label: view.t(words.total), rounds: year.total }].map(({ label, rounds }) => (
          <>
            <dt>{label}</dt>
            <dd>{rounds}</dd>
          </>
        ))}
      </dl>
    </section>
  )
}
