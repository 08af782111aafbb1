import { changedFields, type ChangedField } from '../../domain/audit/changed-fields.ts'
import type { Named } from '../../domain/named.ts'
import type { Message } from '../../platform/i18n.ts'
import { formatDay, formatInstant } from '../../ui/format.ts'
import { kindMessages } from '../duties/messages.ts'
import { excuseWord } from '../rounds/parts.tsx'
import { roleMessages } from '../../platform/role-messages.ts'
import { Table, type Column } from '../../ui/table.tsx'
import { Instant } from '../../ui/time.tsx'
import type { View } from '../../ui/view.ts'
import { actionMessages, auditMessages as words, codeNames, fieldNames } from './messages.ts'
import type { AuditRecord, Program } from './queries.ts'

/** Of people, programs, units and rounds, by id. */
export type AuditNames = Record<'people' | 'units' | 'rounds', ReadonlyMap<string, Named>> & {
  programs: ReadonlyMap<string, Program>
}

type AuditTableProps = { view: View; entries: readonly AuditRecord[]; names: AuditNames }

export function AuditTable({ view, entries, names }: AuditTableProps) {
  const columns: Column<AuditRecord>[] = [
    { label: view.t(words.number), numeric: true, cell: ({ seq }) => String(seq) },
    { label: view.t(words.when), cell: ({ at }) => <Instant view={view} at={at} /> },
    { label: view.t(words.who), cell: (entry) => whoWords(view, entry, names) },
    {
      label: view.t(words.what),
      header: true,
      cell: (entry) => <What view={view} entry={entry} names={names} />,
    },
    { label: view.t(words.changes), cell: (entry) => <Changes view={view} entry={entry} names={names} /> },
  ]
  return <Table caption={view.t(words.caption)} columns={columns} rows={entries} />
}

function whoWords(view: View, { memberId }: AuditRecord, { people, programs }: AuditNames): string {
  if (memberId === null) return view.t(words.service)
  const program = programs.get(memberId)
  if (program) return programWords(view, program)
  const named = people.get(memberId)
  return named ? view.nameOf(named) : memberId
}

/** A program goes by its name and by who answers for it. */
export function programWords(view: View, { name, maker }: Program): string {
  return view.t(words.program, { name, maker: view.nameOf(maker) })
}

function What({ view, entry, names }: { view: View; entry: AuditRecord; names: AuditNames }) {
  const unit = entry.unitId === null ? undefined : names.units.get(entry.unitId)
  return (
    <>
      {wordOf(view, actionMessages, entry.action)}
      <br />
      <a class="quiet" href={`/audit?${new URLSearchParams({ subject: entry.subjectId })}`}>
        {subjectWords(view, entry, names)}
      </a>
      {unit !== undefined && <span class="quiet"> · {view.nameOf(unit)}</span>}
    </>
  )
}

/** What the thing called itself at the time; a round goes by its duty. */
function subjectWords(view: View, { subjectId, after, before }: AuditRecord, { rounds }: AuditNames): string {
  const round = rounds.get(subjectId)
  if (round) return view.nameOf(round)
  for (const state of [after, before]) {
    if (typeof state !== 'object' || state === null) continue
    const { title, name } = state as { title?: unknown; name?: unknown }
    if (typeof title === 'string') return title
    if (typeof name === 'string') return name
  }
  return subjectId
}

function Changes({ view, entry, names }: { view: View; entry: AuditRecord; names: AuditNames }) {
  const changes = changedFields(entry.before, entry.after)
  if (changes.length === 0) return null
  const isNew = entry.before === null
  return (
    <dl class="facts">
      {changes.map((change) => (
        <>
          <dt>{wordOf(view, fieldNames, change.field.split('.').at(-1) ?? '')}</dt>
          <dd>
            {!isNew && (
              <>
                <del>{valueWords(view, names, change.field, change.before)}</del>
                {' → '}
              </>
            )}
            <ins>{valueWords(view, names, change.field, change.after)}</ins>
          </dd>
        </>
      ))}
    </dl>
  )
}

/** A value as people read it: times and days by the name of their field, ids by their names, codes by their words. */
function valueWords(view: View, names: AuditNames, field: ChangedField['field'], value: unknown): string {
  if (value === undefined || value === null || value === '') return view.t(words.nothing)
  if (typeof value === 'boolean') return view.t(value ? words.yes : words.no)
  if (typeof value === 'number' && /[a-z]At$/.test(field)) return formatInstant(view, value)
  if (typeof value === 'number' && /[a-z]On$/.test(field)) return formatDay(view, value)
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return textWords(view, names, field, value)
  if (!Array.isArray(value)) return JSON.stringify(value)
  return (
    value.map((one) => valueWords(view, names, field, one)).join(view.t(words.comma)) || view.t(words.nothing)
  )
}

function textWords(view: View, names: AuditNames, field: string, text: string): string {
  const named = names.units.get(text) ?? names.people.get(text) ?? names.rounds.get(text)
  if (named) return view.nameOf(named)
  if (field === 'code' || field === 'excusesUsed' || field === 'excuse.code') return excuseWord(view, text)
  const codes = Object.hasOwn(codeMessages, field) ? codeMessages[field] : undefined
  return codes ? wordOf(view, codes, text) : text
}

const codeMessages: Record<string, Record<string, Message>> = {
  ...codeNames,
  role: roleMessages,
  kind: kindMessages,
}

function wordOf(view: View, messages: Record<string, Message>, key: string): string {
  const message = Object.hasOwn(messages, key) ? messages[key] : undefined
  return message ? view.t(message) : key
}
