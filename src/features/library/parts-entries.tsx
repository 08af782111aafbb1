import type { LibraryDuty, PublishedPack } from '../../domain/library/pack.ts'
import { planOfEntry, referenceTo } from '../../domain/library/take-over.ts'
import { describePlan } from '../../domain/schedule/describe-plan.ts'
import { planWarningSentence } from '../../domain/schedule/fault-messages.ts'
import { warning } from '../../domain/schedule/plan-fault.ts'
import { FieldError, fieldId, valuesOf, type FormState } from '../../ui/form.tsx'
import type { View } from '../../ui/view.ts'
import { dutyMessages, kindMessages } from '../duties/messages.ts'
import { targetWords } from '../duties/parts-words.tsx'
import { fields } from './forms.ts'
import { packMessages as words } from './messages.ts'
import { wordsIn, type DutyLine } from './parts.tsx'

export type EntriesProps = {
  view: View
  state: FormState
  pack: PublishedPack
  /** what each entry has become, by its id */
  taken: ReadonlyMap<string, readonly DutyLine[]>
  /** about how many rounds in twelve months, by entry; null: not asked for */
  yearly: ReadonlyMap<string, number> | null
  /** entries that pick what there is none of today */
  idle: ReadonlySet<string>
}

/** What a pack holds, each with a tick. */
export function Entries(props: EntriesProps) {
  const { view, state, pack } = props
  const field = { view, state, name: fields.entries, label: view.t(words.choose) }
  const isAnyTicked = valuesOf(state, fields.entries).length > 0
  return (
    <fieldset class={state.errors[fields.entries] === undefined ? 'field' : 'field field-wrong'}>
      <legend class="label">{view.t(words.choose)}</legend>
      <p class="hint">{view.t(words.chooseHint)}</p>
      <p>
        <a href={`/library/${pack.id}${isAnyTicked ? '?ticks=none' : ''}`}>
          {view.t(isAnyTicked ? words.tickNone : words.tickUsual)}
        </a>
      </p>
      <FieldError {...field} />
      <div class="choices">
        {pack.duties.map((entry, index) => (
          <Entry
            {...props}
            entry={entry}
            id={index === 0 ? fieldId(field.name) : `${fieldId(field.name)}-${index}`}
          />
        ))}
      </div>
    </fieldset>
  )
}

function Entry({ entry, id, ...props }: EntriesProps & { entry: LibraryDuty; id: string }) {
  const { view, state, taken, yearly, idle } = props
  const year = yearly?.get(entry.id)
  return (
    <div class="library-entry">
      <label class="choice">
        <input
          type="checkbox"
          id={id}
          name={fields.entries}
          value={entry.id}
          checked={valuesOf(state, fields.entries).includes(entry.id)}
        />
        <span>
          {wordsIn(view, entry.title)}
          <span class="choice-hint">
            {sentenceOf(view, entry)}
            {year !== undefined && entry.plans.length > 0 && ` · ${view.t(words.inYear, { count: year })}`}
          </span>
          {entry.isOptional && entry.note && <span class="choice-hint">{wordsIn(view, entry.note)}</span>}
          {idle.has(entry.id) && (
            <span class="choice-hint">{planWarningSentence(warning('no-targets-today'), view.locale)}</span>
          )}
        </span>
      </label>
      <Found view={view} lines={taken.get(entry.id) ?? []} />
      <details class="fold">
        <summary>{view.t(words.more)}</summary>
        <More {...props} entry={entry} />
      </details>
    </div>
  )
}

/** "每周四 · 各临床科室，轮流" */
function sentenceOf(view: View, { kind, plans }: LibraryDuty): string {
  const parts = plans.map((plan) => {
    const described = planOfEntry(plan, {
      from: '2026-01-01',
      timeZone: view.timeZone,
      locale: view.locale,
      units: {},
      dutyOf: (entry) => entry,
    })
    const targets = 'none' in plan.targets ? '' : ` · ${targetWords(view, noNames, plan.targets)}`
    return `${describePlan(described, view.locale)}${targets}`
  })
  return [view.t(kindMessages[kind]), ...(parts.length === 0 ? [view.t(dutyMessages.standing)] : parts)].join(
    ' · ',
  )
}

/** A pack names nobody's units. */
export const noNames = { duties: new Map(), units: new Map(), assets: new Map(), members: new Map() }

function Found({ view, lines }: { view: View; lines: readonly DutyLine[] }) {
  if (lines.length === 0) return null
  return (
    <p class="quiet">
      {view.t(words.there)}
      {lines.map(({ href, owner }, index) => (
        <>
          {index > 0 && view.t(dutyMessages.separator)}
          {href === null ? owner : <a href={href}>{owner}</a>}
        </>
      ))}
    </p>
  )
}

function More({ view, pack, entry }: Pick<EntriesProps, 'view' | 'pack'> & { entry: LibraryDuty }) {
  const checklist = pack.checklists.find(({ id }) => id === entry.checklist)
  const { topics } = entry.plans.find((plan) => plan.topics !== undefined) ?? {}
  return (
    <>
      {entry.note && !entry.isOptional && <p>{wordsIn(view, entry.note)}</p>}
      <p>{view.t(entry.performedBy === 'target' ? words.byTargets : words.byOwner)}</p>
      {topics && (
        <ul>
          {topics.items.map((item) => (
            <li>{wordsIn(view, item)}</li>
          ))}
        </ul>
      )}
      {checklist && (
        <>
          <p>{view.t(words.checklist, { title: wordsIn(view, checklist.title) })}</p>
          <ol>
            {checklist.items.map((item) => (
              <li>{wordsIn(view, item)}</li>
            ))}
          </ol>
        </>
      )}
      <p class="quiet">{view.t(words.source, { sources: sourcesIn(view, pack, entry) })}</p>
    </>
  )
}

function sourcesIn(view: View, pack: PublishedPack, { sources }: LibraryDuty): string {
  return sources
    .map((source) => {
      const { standard, clause } = referenceTo(pack, source, view.locale)
      return `${standard} ${clause}`
    })
    .join(view.t(dutyMessages.separator))
}
