import type { Message } from '../../platform/i18n.ts'
import { ButtonLink, SubmitButton } from '../../ui/button.tsx'
import { CopyField } from '../../ui/copy-field.tsx'
import { Select } from '../../ui/choices.tsx'
import { Form, TextInput, type FormState } from '../../ui/form.tsx'
import { formatAgo } from '../../ui/format.ts'
import { languageNames } from '../../ui/messages.ts'
import { EmptyState } from '../../ui/notice.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { Table, type Column } from '../../ui/table.tsx'
import { Ago } from '../../ui/time.tsx'
import type { View } from '../../ui/view.ts'
import { feedMessages as words, programMessages } from './messages.ts'
import type { Feed, ScopeChoices } from './queries.ts'

export function FeedTable({
  view,
  feeds,
  choices,
}: {
  view: View
  feeds: readonly Feed[]
  choices: ScopeChoices
}) {
  if (feeds.length === 0) {
    return (
      <EmptyState title={view.t(words.none)} icon="rss">
        <p>{view.t(words.noneHint)}</p>
      </EmptyState>
    )
  }
  const columns: Column<Feed>[] = [
    { label: view.t(words.name), header: true, cell: (feed) => feed.name },
    { label: view.t(words.scope), cell: (feed) => scopeWords(view, feed, choices) },
    { label: view.t(words.lastFetched), cell: (feed) => <LastFetched view={view} feed={feed} /> },
    {
      label: view.t(words.actions),
      labelHidden: true,
      cell: (feed) => <ButtonLink href={`/feeds/${feed.id}/revocation`}>{view.t(words.revoke)}</ButtonLink>,
    },
  ]
  return <Table caption={view.t(words.listCaption)} columns={columns} rows={feeds} />
}

function LastFetched({ view, feed }: { view: View; feed: Feed }) {
  if (feed.lastFetchedAt === null) return <>{view.t(words.neverFetched)}</>
  return (
    <>
      <Ago view={view} at={feed.lastFetchedAt} />
      {view.t(words.fetchedBy, { program: programWords(view, feed) })}
    </>
  )
}

function programWords(view: View, feed: Feed): string {
  const known: Record<string, Message> = programMessages
  return view.t(known[feed.lastFetchedBy ?? 'other'] ?? programMessages.other)
}

export function fetchedWords(view: View, feed: Feed): string | null {
  if (feed.lastFetchedAt === null) return null
  const when = formatAgo(view, feed.lastFetchedAt)
  return view.t(words.revokeFetched, { when, program: programWords(view, feed) })
}

function scopeWords(view: View, feed: Feed, choices: ScopeChoices): string {
  const nameIn = (list: ScopeChoices['units']) => {
    const named = list.find(({ id }) => id === feed.scopeId)
    return { name: named ? view.nameOf(named) : view.t(words.scopeGone) }
  }
  switch (feed.scopeKind) {
    case 'organisation':
      return view.t(words.scopeOrganisation)
    case 'unit':
      return view.t(words.scopeUnit, nameIn(choices.units))
    case 'duty':
      return view.t(words.scopeDuty, nameIn(choices.duties))
    case 'member':
      return view.t(feed.scopeId === feed.memberId ? words.scopeMine : words.scopeMember)
  }
}

type FeedFormProps = { view: View; state: FormState; choices: ScopeChoices }

export function FeedForm({ view, state, choices }: FeedFormProps) {
  const languages = Object.entries(languageNames).map(([value, label]) => ({ value, label }))
  return (
    <Form action="/feeds">
      <TextInput
        view={view}
        state={state}
        name="name"
        label={view.t(words.name)}
        hint={view.t(words.nameHint)}
        maxlength={80}
        required
      />
      <Select
        view={view}
        state={state}
        name="scope"
        label={view.t(words.scope)}
        hint={view.t(words.scopeMineHint)}
        options={scopeOptions(view, choices)}
        emptyLabel={null}
        required
      />
      <Select
        view={view}
        state={state}
        name="language"
        label={view.t(words.language)}
        options={languages}
        emptyLabel={null}
        required
      />
      <SubmitButton icon="plus">{view.t(words.make)}</SubmitButton>
    </Form>
  )
}

function scopeOptions(view: View, { organisation, units, duties }: ScopeChoices) {
  return [
    { value: 'member', label: view.t(words.scopeMine) },
    ...(organisation ? [{ value: 'organisation', label: view.t(words.scopeOrganisation) }] : []),
    ...units.map((unit) => ({
      value: `unit:${unit.id}`,
      label: view.t(words.scopeUnit, { name: view.nameOf(unit) }),
    })),
    ...duties.map((duty) => ({
      value: `duty:${duty.id}`,
      label: view.t(words.scopeDuty, { name: view.nameOf(duty) }),
    })),
  ]
}

type AddressProps = { view: View; name: string; showsNames: boolean; url: string; webcalUrl: string }

/** The address, this once: to copy, to open, to scan. */
export function NewAddress({ view, name, showsNames, url, webcalUrl }: AddressProps) {
  const outlook = `https://outlook.office.com/calendar/0/addfromweb?${new URLSearchParams({ url, name })}`
  const google = `https://calendar.google.com/calendar/r?${new URLSearchParams({ cid: webcalUrl })}`
  return (
    <section class="card">
      <CopyField
        view={view}
        name="address"
        value={url}
        label={view.t(words.address)}
        hint={view.t(words.addressHint)}
        copy={view.t(words.copy)}
      />
      <p class="actions">
        <ButtonLink href={webcalUrl} kind="primary">
          {view.t(words.openApple)}
        </ButtonLink>
        <ButtonLink href={outlook}>{view.t(words.openOutlook)}</ButtonLink>
        <ButtonLink href={google}>{view.t(words.openGoogle)}</ButtonLink>
      </p>
      <QrCode label={view.t(words.qr)} text={webcalUrl} />
      <p class="hint">{view.t(showsNames ? words.holderSeesNames : words.holder)}</p>
    </section>
  )
}

const programs = [
  [words.outlook, words.outlookHow],
  [words.google, words.googleHow],
  [words.apple, words.appleHow],
  [words.thunderbird, words.thunderbirdHow],
] as const

export function HowTo({ view }: { view: View }) {
  return (
    <section>
      <h2>{view.t(words.howTo)}</h2>
      <p>{view.t(words.howToLead)}</p>
      <dl class="how-to">
        {programs.map(([program, how]) => (
          <>
            <dt>{view.t(program)}</dt>
            <dd>{view.t(how)}</dd>
          </>
        ))}
      </dl>
    </section>
  )
}
